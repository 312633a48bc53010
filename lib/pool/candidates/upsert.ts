import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { profileSchema, type Profile } from '../../profile';
import { appendAudit, SYSTEM } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { identityKeys, type IdentityKey } from '../identity';
import { openProfile, place, sealProfile, sealText } from '../sealed';
import type { CandidateRow } from '../tables';
import type { CandidateInput, NewDocument, UpsertedCandidate } from '../types';
import { canonicalJson, invalid, notFound, optionalText, requiredText, uuid } from '../validate';
import { normalise } from '../words';
import { reindex } from './reindex';

interface Wanted {
  candidateId: string | null;
  profile: Profile;
  document: Required<NewDocument> | null;
  source: string | null;
  by: string;
}

interface Match {
  candidate: CandidateRow;
  by: UpsertedCandidate['duplicateOf'];
}

/** See TalentPool.candidates.upsert. Two writers of one person wait for each other on locks named after the person's keys. */
export async function upsertCandidate(context: PoolContext, input: CandidateInput): Promise<UpsertedCandidate> {
  const wanted = read(input);
  const keys = identityKeys(context.secrets, wanted.profile, wanted.document?.sha256 ?? null);
  return transact(context, async (trx) => {
    await lockKeys(trx, keys);
    const match = wanted.candidateId ? await known(trx, wanted.candidateId) : await findMatch(trx, keys);
    const stored = match ? await addVersion(context, trx, match.candidate, wanted) : await insert(context, trx, wanted);
    await remember(trx, keys, stored.candidateId);
    const newDocument = wanted.document
      ? await storeDocument(context, trx, stored.candidateId, wanted.document)
      : false;
    if (stored.changed || newDocument) {
      await reindex(trx, context.secrets, stored.candidateId, wanted.profile);
      await appendAudit(context, trx, {
        actor: wanted.by,
        action: match ? 'candidate.updated' : 'candidate.created',
        subjectKind: 'candidate',
        subjectId: stored.candidateId,
        details: { profileVersion: stored.version, recognisedBy: match?.by ?? null, document: newDocument },
      });
    }
    return {
      candidateId: stored.candidateId,
      created: !match,
      duplicateOf: match?.by ?? null,
      profileVersion: stored.version,
      nameDiffers: stored.nameDiffers,
    };
  });
}

function read(input: CandidateInput): Wanted {
  const parsed = profileSchema.safeParse(input?.profile);
  if (!parsed.success) {
    // The path alone: a message could quote the CV.
    const path = parsed.error.issues[0]?.path.join('.') ?? '';
    throw invalid('profile', `not a profile, at “${path}”`, `ce n’est pas un profil, à « ${path} »`);
  }
  return {
    candidateId: input.candidateId ? uuid(input.candidateId, 'candidateId') : null,
    // Not `parsed.data`: what a later version adds to profiles is kept.
    profile: input.profile,
    document: input.document ? readDocument(input.document) : null,
    source: optionalText(input.source, 'source', 200),
    by: optionalText(input.by, 'by', 200) ?? SYSTEM,
  };
}

function readDocument(document: NewDocument): Required<NewDocument> {
  if (!(document.data instanceof Uint8Array) || document.data.length === 0) {
    throw invalid('document.data', 'the file’s bytes are expected', 'les octets du fichier sont attendus');
  }
  const sha256 = createHash('sha256').update(document.data).digest('hex');
  if (document.sha256 && document.sha256.toLowerCase() !== sha256) {
    throw invalid('document.sha256', 'it is not the hash of these bytes', 'ce n’est pas l’empreinte de ces octets');
  }
  return {
    fileName: requiredText(document.fileName, 'document.fileName', 500),
    mimeType: requiredText(document.mimeType, 'document.mimeType', 200),
    data: document.data,
    sha256,
    text: typeof document.text === 'string' ? document.text : '',
  };
}

/** In the hashes' order, so that two writers never wait for each other in a circle. */
async function lockKeys(trx: Trx, keys: IdentityKey[]): Promise<void> {
  const numbers = keys.map((key) => key.hash.readBigInt64BE()).sort((a, b) => (a < b ? -1 : 1));
  for (const number of numbers) await sql`select pg_advisory_xact_lock(${number.toString()}::bigint)`.execute(trx);
}

async function findMatch(trx: Trx, keys: IdentityKey[]): Promise<Match | null> {
  for (const key of keys) {
    const candidate = await trx
      .selectFrom('vivier_personal.candidates as candidate')
      .innerJoin('vivier_personal.identity_keys as known', 'known.candidate_id', 'candidate.id')
      .where('known.kind', '=', key.kind)
      .where('known.hash', '=', key.hash)
      .selectAll('candidate')
      .forUpdate('candidate')
      .executeTakeFirst();
    if (candidate) return { candidate, by: key.kind };
  }
  return null;
}

async function known(trx: Trx, id: string): Promise<Match> {
  const candidate = await trx
    .selectFrom('vivier_personal.candidates')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!candidate) throw notFound('candidate');
  return { candidate, by: null };
}

interface Stored {
  candidateId: string;
  version: number;
  changed: boolean;
  nameDiffers: boolean;
}

async function insert(context: PoolContext, trx: Trx, wanted: Wanted): Promise<Stored> {
  const id = randomUUID();
  const at = context.now();
  await trx
    .insertInto('vivier_personal.candidates')
    .values({
      id,
      profile_version: 1,
      source: wanted.source,
      skills: [],
      languages: [],
      experience_months: null,
      search_words: '',
      search_vector: '',
      created_at: at,
      updated_at: at,
    })
    .execute();
  await insertVersion(context, trx, id, 1, wanted);
  return { candidateId: id, version: 1, changed: true, nameDiffers: false };
}

async function addVersion(context: PoolContext, trx: Trx, row: CandidateRow, wanted: Wanted): Promise<Stored> {
  const current = await trx
    .selectFrom('vivier_personal.candidate_profiles')
    .select('body')
    .where('candidate_id', '=', row.id)
    .where('version', '=', row.profile_version)
    .executeTakeFirstOrThrow();
  const before = openProfile(context.secrets, current.body, row.id, row.profile_version);
  const nameDiffers = differs(before.identity.fullName, wanted.profile.identity.fullName);
  if (saysTheSame(before, wanted.profile)) {
    return { candidateId: row.id, version: row.profile_version, changed: false, nameDiffers };
  }
  const version = row.profile_version + 1;
  await insertVersion(context, trx, row.id, version, wanted);
  await trx
    .updateTable('vivier_personal.candidates')
    .set({ profile_version: version, updated_at: context.now() })
    .where('id', '=', row.id)
    .execute();
  return { candidateId: row.id, version, changed: true, nameDiffers };
}

async function insertVersion(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  version: number,
  wanted: Wanted,
): Promise<void> {
  await trx
    .insertInto('vivier_personal.candidate_profiles')
    .values({
      candidate_id: candidateId,
      version,
      body: sealProfile(context.secrets, wanted.profile, candidateId, version),
      source: wanted.source,
      created_at: context.now(),
    })
    .execute();
}

/** `meta` tells how a profile was made (times, tokens), which changes with each run and says nothing about the person. */
function saysTheSame(a: Profile, b: Profile): boolean {
  return canonicalJson({ ...a, meta: null }) === canonicalJson({ ...b, meta: null });
}

function differs(before: string | null, after: string | null): boolean {
  if (!before || !after) return false;
  const words = (name: string) =>
    normalise(name)
      .split(/[^\p{L}]+/u)
      .sort()
      .join(' ')
      .trim();
  return words(before) !== words(after);
}

/** A key that already points to another person stays with them. */
async function remember(trx: Trx, keys: IdentityKey[], candidateId: string): Promise<void> {
  if (keys.length === 0) return;
  await trx
    .insertInto('vivier_personal.identity_keys')
    .values(keys.map((key) => ({ ...key, candidate_id: candidateId })))
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .execute();
}

/** @returns false when the candidate already has this file. */
async function storeDocument(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  document: Required<NewDocument>,
): Promise<boolean> {
  const id = randomUUID();
  const { secrets } = context;
  const result = await trx
    .insertInto('vivier_personal.documents')
    .values({
      id,
      candidate_id: candidateId,
      file_key: secrets.fingerprint('file', document.sha256),
      file_name: sealText(secrets, document.fileName, place.fileName(id)),
      mime_type: document.mimeType,
      byte_size: document.data.length,
      content: secrets.seal(document.data, place.content(id)),
      text: sealText(secrets, document.text, place.text(id)),
      created_at: context.now(),
    })
    .onConflict((conflict) => conflict.columns(['candidate_id', 'file_key']).doNothing())
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}
