import { randomUUID } from 'node:crypto';
import type { Profile } from '../../profile';
import { appendAudit, type NewAuditEvent } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import type { IdentityKey } from '../identity';
import { openProfile, sealProfile } from '../sealed';
import type { CandidateRow } from '../tables';
import type { CandidateInput, UpsertedCandidate } from '../types';
import { canonicalJson, notFound } from '../validate';
import { isOutdated, keepWaiting } from '../waiting';
import { normalise } from '../words';
import { hasFile, storeDocument } from './documents';
import { lockKeys, rememberKeys, rememberName, sameSound } from './keys';
import { reindex } from './reindex';
import { recordRun, runDetails } from './runs';
import { trace } from './traces';
import { keysOf, readWanted, type Wanted } from './wanted';

/** As many as a person would look through. */
export const MOST_POSSIBLE_DUPLICATES = 5;

type KnownRow = Pick<CandidateRow, 'id' | 'profile_version'>;

interface Match {
  candidate: KnownRow;
  by: UpsertedCandidate['duplicateOf'];
}

/** See TalentPool.candidates.upsert. Two writers of one person wait for each other on locks named after the person's keys. */
export async function upsertCandidate(context: PoolContext, input: CandidateInput): Promise<UpsertedCandidate> {
  const wanted = readWanted(input);
  const { secrets } = context;
  const keys = keysOf(secrets, wanted);
  return transact(context, async (trx) => {
    await lockKeys(trx, keys);
    const match = wanted.candidateId ? await known(trx, wanted.candidateId) : await findMatch(trx, keys);
    if (match && wanted.readingOf && (await isOutdated(trx, match.candidate.id, wanted.readingOf))) {
      return asItIs(match.candidate);
    }
    const stored = match ? await addVersion(context, trx, match.candidate, wanted) : await insert(context, trx, wanted);
    const { candidateId } = stored;
    await rememberKeys(trx, secrets, keys, candidateId);
    await rememberName(trx, secrets, wanted.profile, candidateId);
    const newDocument = wanted.document ? await storeDocument(context, trx, candidateId, wanted.document) : false;
    await keepInTouch(context, trx, candidateId, wanted, newDocument);
    await keepWaiting(context, trx, [{ candidateId, wanted }]);
    if (wanted.execution) await trace(context, trx, [candidateId], wanted.execution);
    if (stored.changed || newDocument) {
      await reindex(trx, secrets, candidateId, wanted.profile);
      await recordRun(context, trx, candidateId, stored.version, wanted.profile);
      await appendAudit(context, trx, eventOf(wanted, stored, match, newDocument));
    }
    return {
      candidateId,
      created: !match,
      duplicateOf: match?.by ?? null,
      profileVersion: stored.version,
      nameDiffers: stored.nameDiffers,
      correctionsToCheck: stored.correctionsToCheck,
      possibleDuplicates: await sameSound(trx, secrets, wanted.profile, candidateId, MOST_POSSIBLE_DUPLICATES),
    };
  });
}

const asItIs = ({ id, profile_version }: KnownRow): UpsertedCandidate => ({
  candidateId: id,
  created: false,
  duplicateOf: null,
  profileVersion: profile_version,
  nameDiffers: false,
  correctionsToCheck: [],
  possibleDuplicates: [],
});

/** What the decision log keeps of it. */
export function eventOf(
  wanted: Wanted,
  { candidateId, version }: { candidateId: string; version: number },
  match: { by: UpsertedCandidate['duplicateOf'] } | null,
  newDocument: boolean,
): NewAuditEvent {
  return {
    actor: wanted.by,
    action: match ? 'candidate.updated' : 'candidate.created',
    subjectKind: 'candidate',
    subjectId: candidateId,
    details: {
      profileVersion: version,
      recognisedBy: match?.by ?? null,
      document: newDocument,
      ...runDetails(wanted.profile),
    },
  };
}

async function findMatch(trx: Trx, keys: IdentityKey[]): Promise<Match | null> {
  for (const key of keys) {
    const candidate = await trx
      .selectFrom('vivier_personal.candidates as candidate')
      .innerJoin('vivier_personal.identity_keys as known', 'known.candidate_id', 'candidate.id')
      .where('known.kind', '=', key.kind)
      .where('known.hash', 'in', [key.hash, ...key.older])
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
  correctionsToCheck: string[];
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
      last_contact_at: wanted.receivedAt ?? at,
    })
    .execute();
  await insertVersion(context, trx, id, 1, wanted);
  return { candidateId: id, version: 1, changed: true, nameDiffers: false, correctionsToCheck: [] };
}

async function addVersion(context: PoolContext, trx: Trx, row: KnownRow, wanted: Wanted): Promise<Stored> {
  const current = await trx
    .selectFrom('vivier_personal.candidate_profiles')
    .select('body')
    .where('candidate_id', '=', row.id)
    .where('version', '=', row.profile_version)
    .executeTakeFirstOrThrow();
  const before = openProfile(context.secrets, current.body, row.id, row.profile_version);
  const nameDiffers = differs(before.identity.fullName, wanted.profile.identity.fullName);
  const undone = await undoneCorrections(trx, row.id, before, wanted.profile);
  const kept = { candidateId: row.id, version: row.profile_version, changed: false, nameDiffers };
  if (saysTheSame(before, wanted.profile)) return { ...kept, correctionsToCheck: [] };
  // The same file read again says again what the person had corrected.
  if (undone.length > 0 && (await hasFile(context, trx, row.id, wanted.document))) {
    return { ...kept, correctionsToCheck: undone };
  }
  const version = row.profile_version + 1;
  await insertVersion(context, trx, row.id, version, wanted);
  await trx
    .updateTable('vivier_personal.candidates')
    .set({ profile_version: version, updated_at: context.now() })
    .where('id', '=', row.id)
    .execute();
  return { candidateId: row.id, version, changed: true, nameDiffers, correctionsToCheck: undone };
}

/** Paths that were corrected at the person's request and that the new profile states otherwise. */
async function undoneCorrections(trx: Trx, id: string, before: Profile, after: Profile): Promise<string[]> {
  const rows = await trx
    .selectFrom('vivier_personal.corrections')
    .select('paths')
    .where('candidate_id', '=', id)
    .execute();
  const paths = new Set(rows.flatMap((row) => row.paths));
  return [...paths].filter((path) => canonicalJson(valueAt(before, path)) !== canonicalJson(valueAt(after, path)));
}

function valueAt(profile: Profile, path: string): unknown {
  let value: unknown = profile;
  for (const step of path.split('.')) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return value ?? null;
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

/** The clock of retention starts again when the person wrote: a new file, or a date of receipt. */
async function keepInTouch(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  wanted: Wanted,
  newDocument: boolean,
): Promise<void> {
  const contact = wanted.receivedAt ?? (newDocument ? context.now() : null);
  if (!contact && !wanted.consentUntil) return;
  await trx
    .updateTable('vivier_personal.candidates')
    .set((eb) => ({
      ...(contact ? { last_contact_at: eb.fn<Date>('greatest', ['last_contact_at', eb.val(contact)]) } : {}),
      ...(wanted.consentUntil ? { consent_until: wanted.consentUntil } : {}),
    }))
    .where('id', '=', candidateId)
    .execute();
}
