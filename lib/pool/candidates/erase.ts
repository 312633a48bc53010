import { createHash } from 'node:crypto';
import { appendAudit } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { refuseWhileHeld } from '../rights/hold';
import { openProfile, openText, place } from '../sealed';
import type { ErasureCertificate, Tombstone } from '../types';
import { invalid, notFound, requiredText, uuid } from '../validate';
import { normalise } from '../words';
import { tracesOf } from './traces';

const AFTER_RESTORE = 'erased again after a restore';

/**
 * See TalentPool.candidates.erase. Rows that depend on the candidate go by the database's own cascade, so that a table added later
 * can't be forgotten. The tombstone is a hash of the identifier: enough to erase again after a restore, and nobody's data.
 */
export async function eraseCandidate(
  context: PoolContext,
  candidateId: string,
  input: { by: string; reason: string },
): Promise<ErasureCertificate> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  const reason = requiredText(input?.reason, 'reason', 300);
  const erasure = await transact(context, async (trx) => {
    await refuseToNameThem(context, trx, id, reason);
    return eraseById(context, trx, id, by, reason);
  });
  return { ...erasure, filesScrubbed: await context.scrub() };
}

export async function listTombstones(context: PoolContext): Promise<Tombstone[]> {
  const rows = await context.db.selectFrom('vivier.erasures').selectAll().orderBy('erased_at').execute();
  return rows.map((row) => ({
    subjectHash: Buffer.from(row.subject_hash).toString('hex'),
    erasedAt: row.erased_at.toISOString(),
  }));
}

export async function applyTombstones(
  context: PoolContext,
  tombstones: Tombstone[],
  input: { by: string },
): Promise<{ erased: number }> {
  const by = requiredText(input?.by, 'by', 200);
  if (!Array.isArray(tombstones)) throw invalid('tombstones', 'a list is expected', 'une liste est attendue');
  const count = await transact(context, (trx) => reapplyTombstones(context, trx, tombstones, by));
  if (count > 0) await context.scrub();
  return { erased: count };
}

/** Erases whoever the tombstones are of, and keeps the tombstones. @returns how many people were erased. */
export async function reapplyTombstones(
  context: Pick<PoolContext, 'secrets' | 'now'>,
  trx: Trx,
  tombstones: Tombstone[],
  by: string,
): Promise<number> {
  const hashes = new Map(tombstones.filter(isTombstone).map((tombstone) => [tombstone.subjectHash, tombstone]));
  const rows = await trx.selectFrom('vivier_personal.candidates').select('id').execute();
  const former = await trx.selectFrom('vivier_personal.former_ids').select(['id', 'candidate_id']).execute();
  const erased = new Set([
    ...rows.filter((row) => hashes.has(subjectHash(row.id).toString('hex'))).map((row) => row.id),
    ...former.filter((row) => hashes.has(subjectHash(row.id).toString('hex'))).map((row) => row.candidate_id),
  ]);
  for (const id of erased) await eraseById(context, trx, id, by, AFTER_RESTORE, 'even while held');
  for (const { subjectHash: hash, erasedAt } of hashes.values()) {
    await trx
      .insertInto('vivier.erasures')
      .values({ subject_hash: Buffer.from(hash, 'hex'), erased_at: new Date(erasedAt) })
      .onConflict((conflict) => conflict.column('subject_hash').doNothing())
      .execute();
  }
  return erased.size;
}

function isTombstone(tombstone: Partial<Tombstone> | null): tombstone is Tombstone {
  return (
    /^[0-9a-f]{64}$/.test(tombstone?.subjectHash ?? '') && !Number.isNaN(new Date(tombstone?.erasedAt ?? '').getTime())
  );
}

/**
 * The erasure itself, without the scrubbing of files. A hold forbids it, except after a restore: who was erased had none, or none any
 * more.
 */
export async function eraseById(
  context: Pick<PoolContext, 'secrets' | 'now'>,
  trx: Trx,
  id: string,
  by: string,
  reason: string,
  evenWhileHeld?: 'even while held',
): Promise<Omit<ErasureCertificate, 'filesScrubbed'>> {
  const removed = await countRows(trx, id);
  if (!evenWhileHeld) await refuseWhileHeld(trx, id);
  await trx.deleteFrom('vivier_personal.legal_holds').where('candidate_id', '=', id).execute();
  const cached = await forgetAnswers(context, trx, id);
  const executions = await tracesOf(trx, id);
  const former = await trx
    .selectFrom('vivier_personal.former_ids')
    .select('id')
    .where('candidate_id', '=', id)
    .execute();
  const gone = await trx
    .deleteFrom('vivier_personal.candidates')
    .where('id', '=', id)
    .returning('id')
    .executeTakeFirst();
  if (!gone) throw notFound('candidate');
  const at = context.now();
  await trx
    .insertInto('vivier.erasures')
    .values([id, ...former.map((row) => row.id)].map((one) => ({ subject_hash: subjectHash(one), erased_at: at })))
    .onConflict((conflict) => conflict.column('subject_hash').doUpdateSet({ erased_at: at }))
    .execute();
  const event = await appendAudit(context, trx, {
    actor: by,
    action: 'candidate.erased',
    subjectKind: 'candidate',
    subjectId: id,
    details: { reason, ...removed, cachedAnswers: cached, executions: executions.length },
  });
  return {
    candidateId: id,
    erasedAt: at.toISOString(),
    by,
    reason,
    removed: { ...removed, cachedAnswers: cached },
    executions,
    auditSeq: event.seq,
    auditHash: event.hash,
  };
}

async function countRows(trx: Trx, id: string): Promise<Omit<ErasureCertificate['removed'], 'cachedAnswers'>> {
  const row = await trx
    .selectFrom('vivier_personal.candidates as candidate')
    .where('candidate.id', '=', id)
    .select((eb) => [
      eb
        .selectFrom('vivier_personal.candidate_profiles as row')
        .whereRef('row.candidate_id', '=', 'candidate.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('n'))
        .as('profiles'),
      eb
        .selectFrom('vivier_personal.documents as row')
        .whereRef('row.candidate_id', '=', 'candidate.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('n'))
        .as('documents'),
      eb
        .selectFrom('vivier_personal.applications as row')
        .whereRef('row.candidate_id', '=', 'candidate.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('n'))
        .as('applications'),
      eb
        .selectFrom('vivier_personal.application_scores as row')
        .innerJoin('vivier_personal.applications as application', 'application.id', 'row.application_id')
        .whereRef('application.candidate_id', '=', 'candidate.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('n'))
        .as('scores'),
      eb
        .selectFrom('vivier_personal.records as row')
        .whereRef('row.candidate_id', '=', 'candidate.id')
        .select((count) => count.cast<number>(count.fn.countAll(), 'integer').as('n'))
        .as('records'),
    ])
    .forUpdate('candidate')
    .executeTakeFirst();
  if (!row) throw notFound('candidate');
  const { profiles, documents, applications, scores, records } = row;
  return {
    profiles: profiles ?? 0,
    documents: documents ?? 0,
    applications: applications ?? 0,
    scores: scores ?? 0,
    records: records ?? 0,
  };
}

/** What the analysis remembered of this person's files: its answers quote the CV. */
async function forgetAnswers({ secrets }: Pick<PoolContext, 'secrets'>, trx: Trx, id: string): Promise<number> {
  const documents = await trx
    .selectFrom('vivier_personal.documents')
    .select(['id', 'text_sha256'])
    .where('candidate_id', '=', id)
    .execute();
  const subjects = documents.flatMap((row) => {
    if (!row.text_sha256) return [];
    const hash = openText(secrets, row.text_sha256, place.textHash(row.id));
    return [secrets.fingerprint('text', hash), ...secrets.olderFingerprints('text', hash)];
  });
  if (subjects.length === 0) return 0;
  const result = await trx
    .deleteFrom('vivier_personal.analysis_cache')
    .where('subject', 'in', subjects)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}

/** The log outlives the person's data: a reason that holds their name or address would undo the erasure. */
async function refuseToNameThem(context: PoolContext, trx: Trx, id: string, reason: string): Promise<void> {
  const rows = await trx
    .selectFrom('vivier_personal.candidate_profiles')
    .select(['version', 'body'])
    .where('candidate_id', '=', id)
    .execute();
  const given = ` ${normalise(reason).replace(/[^\p{L}\p{N}@.+]+/gu, ' ')} `;
  for (const row of rows) {
    const { identity, contact } = openProfile(context.secrets, row.body, id, row.version);
    const telling = [identity.fullName, identity.lastName, contact.email, contact.phone];
    const named = telling.some((value) => value && value.length > 2 && given.includes(` ${normalise(value)} `));
    if (named) {
      throw invalid(
        'reason',
        'it names the candidate, and the log keeps it for good',
        'il nomme le candidat, et le journal le garde pour toujours',
      );
    }
  }
}

function subjectHash(id: string): Buffer {
  return createHash('sha256').update(id).digest();
}
