import { randomUUID } from 'node:crypto';
import type { Score } from '../match';
import { appendAudit, SYSTEM } from './audit';
import { transact, type PoolContext, type Trx } from './context';
import { isNamedPerson } from './people';
import { openProfile, openScore, sealScore } from './sealed';
import type { ApplicationRow } from './tables';
import {
  STAGES,
  type Application,
  type ApplicationInput,
  type PageInput,
  type Stage,
  type StageMove,
  type UpsertedApplication,
} from './types';
import { canonicalJson, invalid, notFound, optionalText, page, requiredText, uuid } from './validate';

/** See TalentPool.applications.upsert. */
export async function upsertApplication(context: PoolContext, input: ApplicationInput): Promise<UpsertedApplication> {
  const candidateId = uuid(input?.candidateId, 'candidateId');
  const offerId = requiredText(input.offerId, 'offerId', 200);
  const source = optionalText(input.source, 'source', 200);
  const score = readScore(input.score);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  return transact(context, async (trx) => {
    await requireBoth(trx, candidateId, offerId);
    const existing = await trx
      .selectFrom('vivier_personal.applications')
      .selectAll()
      .where('candidate_id', '=', candidateId)
      .where('offer_id', '=', offerId)
      .forUpdate()
      .executeTakeFirst();
    const application = existing ?? (await insert(context, trx, candidateId, offerId, source));
    const scoreVersion = score ? await addScore(context, trx, application, score) : application.score_version;
    const rescored = scoreVersion !== application.score_version;
    if (!existing || rescored) {
      await appendAudit(context, trx, {
        actor: by,
        action: existing ? 'application.scored' : 'application.created',
        subjectKind: 'application',
        subjectId: application.id,
        details: { candidateId, offerId, score: score?.score ?? null, scoreVersion },
      });
    }
    return {
      applicationId: application.id,
      candidateId,
      offerId,
      created: !existing,
      stage: application.stage as Stage,
      scoreVersion,
    };
  });
}

/** See TalentPool.applications.list. */
export async function listApplications(
  context: PoolContext,
  input: PageInput & { offerId: string; stage?: Stage },
): Promise<Application[]> {
  const { limit, offset } = page(input);
  let query = context.db
    .selectFrom('vivier_personal.applications as application')
    .innerJoin('vivier_personal.candidates as candidate', 'candidate.id', 'application.candidate_id')
    .innerJoin('vivier_personal.candidate_profiles as profile', (join) =>
      join
        .onRef('profile.candidate_id', '=', 'candidate.id')
        .onRef('profile.version', '=', 'candidate.profile_version'),
    )
    .leftJoin('vivier_personal.application_scores as score', (join) =>
      join
        .onRef('score.application_id', '=', 'application.id')
        .onRef('score.version', '=', 'application.score_version'),
    )
    .selectAll('application')
    .select(['candidate.profile_version', 'profile.body', 'score.body as score_body'])
    .where('application.offer_id', '=', requiredText(input?.offerId, 'offerId', 200))
    .orderBy('application.score', (order) => order.desc().nullsLast())
    .orderBy('application.created_at')
    .orderBy('application.id')
    .limit(limit)
    .offset(offset);
  if (input.stage) query = query.where('application.stage', '=', readStage(input.stage));
  const rows = await query.execute();
  return rows.map((row) => ({
    applicationId: row.id,
    candidateId: row.candidate_id,
    offerId: row.offer_id,
    stage: row.stage as Stage,
    source: row.source,
    score: row.score_body ? openScore(context.secrets, row.score_body, row.id, row.score_version) : null,
    scoreVersion: row.score_version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    profile: openProfile(context.secrets, row.body, row.candidate_id, row.profile_version),
  }));
}

/**
 * See TalentPool.applications.moveStage. A rejection is a person's decision: it needs their name and their reason. The reason stays
 * with the candidate's data and goes with it; the log keeps who, when and from which stage to which.
 */
export async function moveStage(
  context: PoolContext,
  input: { id: string; stage: Stage; by: string; reason?: string },
): Promise<StageMove> {
  const id = uuid(input?.id, 'id');
  const stage = readStage(input.stage);
  const by = requiredText(input.by, 'by', 200);
  const reason = optionalText(input.reason, 'reason', 2_000);
  if (stage === 'rejected') requireDecision(by, reason);
  return transact(context, async (trx) => {
    const row = await trx
      .selectFrom('vivier_personal.applications')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound('application');
    const from = row.stage as Stage;
    const at = context.now();
    if (from !== stage) await recordMove(context, trx, row, { stage, by, reason, at });
    return {
      applicationId: id,
      candidateId: row.candidate_id,
      offerId: row.offer_id,
      from,
      stage,
      by,
      at: at.toISOString(),
    };
  });
}

function requireDecision(by: string, reason: string | null): void {
  if (!isNamedPerson(by)) {
    throw invalid(
      'by',
      'a rejection needs the name of the person who decided it',
      'un refus doit porter le nom de la personne qui l’a décidé',
    );
  }
  if (!reason) throw invalid('reason', 'a rejection needs a reason', 'un refus doit être motivé');
}

async function recordMove(
  context: PoolContext,
  trx: Trx,
  row: ApplicationRow,
  move: { stage: Stage; by: string; reason: string | null; at: Date },
): Promise<void> {
  await trx
    .updateTable('vivier_personal.applications')
    .set({ stage: move.stage, updated_at: move.at })
    .where('id', '=', row.id)
    .execute();
  await trx
    .insertInto('vivier_personal.stage_changes')
    .values({
      application_id: row.id,
      from_stage: row.stage,
      to_stage: move.stage,
      changed_by: move.by,
      reason: move.reason,
      at: move.at,
    })
    .execute();
  await appendAudit(context, trx, {
    actor: move.by,
    action: 'application.stage-changed',
    subjectKind: 'application',
    subjectId: row.id,
    details: { candidateId: row.candidate_id, offerId: row.offer_id, from: row.stage, to: move.stage },
  });
}

async function requireBoth(trx: Trx, candidateId: string, offerId: string): Promise<void> {
  const candidate = await trx
    .selectFrom('vivier_personal.candidates')
    .select('id')
    .where('id', '=', candidateId)
    .forKeyShare()
    .executeTakeFirst();
  if (!candidate) throw notFound('candidate');
  const offer = await trx.selectFrom('vivier.job_offers').select('id').where('id', '=', offerId).executeTakeFirst();
  if (!offer) throw notFound('offer');
}

async function insert(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  offerId: string,
  source: string | null,
): Promise<ApplicationRow> {
  const at = context.now();
  return trx
    .insertInto('vivier_personal.applications')
    .values({
      id: randomUUID(),
      candidate_id: candidateId,
      offer_id: offerId,
      stage: 'screening',
      source,
      score: null,
      score_version: 0,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns the score's version: the current one when nothing changed. */
async function addScore(context: PoolContext, trx: Trx, application: ApplicationRow, score: Score): Promise<number> {
  const { secrets } = context;
  const { id, score_version: current } = application;
  if (current > 0) {
    const { body } = await trx
      .selectFrom('vivier_personal.application_scores')
      .select('body')
      .where('application_id', '=', id)
      .where('version', '=', current)
      .executeTakeFirstOrThrow();
    if (canonicalJson(openScore(secrets, body, id, current)) === canonicalJson(score)) return current;
  }
  const version = current + 1;
  const at = context.now();
  await trx
    .insertInto('vivier_personal.application_scores')
    .values({
      application_id: id,
      version,
      score: score.score,
      body: sealScore(secrets, score, id, version),
      created_at: at,
    })
    .execute();
  await trx
    .updateTable('vivier_personal.applications')
    .set({ score: score.score, score_version: version, updated_at: at })
    .where('id', '=', id)
    .execute();
  return version;
}

function readScore(score: Score | undefined): Score | null {
  if (score === undefined || score === null) return null;
  const value: unknown = score.score;
  if (typeof value === 'number' && value >= 0 && value <= 100 && Array.isArray(score.criteria)) return score;
  throw invalid(
    'score',
    'a score from 0 to 100 with its criteria',
    'un score de 0 à 100 avec ses critères est attendu',
  );
}

function readStage(stage: unknown): Stage {
  const known = STAGES.find((name) => name === stage);
  if (known) return known;
  throw invalid('stage', `one of ${STAGES.join(', ')}`, `l’une de : ${STAGES.join(', ')}`);
}
