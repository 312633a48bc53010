import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { VivierError } from '../../errors';
import { appendAudits } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { toOperationError } from '../errors';
import { soundOfName, type IdentityKey } from '../identity';
import { sealProfile } from '../sealed';
import type { CandidateInput, Execution, UpsertedCandidate, UpsertOutcome } from '../types';
import { invalid } from '../validate';
import { keepWaiting } from '../waiting';
import { documentRow } from './documents';
import { knownKeys, lockKeys } from './keys';
import { indexOf, vectorOf } from './reindex';
import { runRow } from './runs';
import { trace } from './traces';
import { eventOf, MOST_POSSIBLE_DUPLICATES, upsertCandidate } from './upsert';
import { keysOf, readWanted, type Wanted } from './wanted';

/**
 * People in one transaction: each holds a lock for each of up to four keys until its end, and PostgreSQL's table of locks has room for some
 * 6,400 as it comes (max_locks_per_transaction × max_connections).
 */
const MOST_TOGETHER = 100;
/** Bytes of files in one transaction: they are in memory twice meanwhile, in the clear and sealed. */
const MOST_BYTES = 16 * 1024 * 1024;

interface Entry {
  place: number;
  input: CandidateInput;
  wanted: Wanted;
  keys: IdentityKey[];
}

interface NewPerson extends Entry {
  id: string;
  at: Date;
}

/**
 * See TalentPool.candidates.upsertMany. All that upsertCandidate guarantees holds: the same locks, keys, index, runs, log and events. What can't go in
 * together goes in alone: people known already or meant twice, and everybody of a batch that failed, so that one bad entry fails alone.
 */
export async function upsertCandidates(
  context: PoolContext,
  inputs: CandidateInput[],
  { signal }: { signal?: AbortSignal } = {},
): Promise<UpsertOutcome[]> {
  if (!Array.isArray(inputs)) throw invalid('candidates', 'a list is expected', 'une liste est attendue');
  const outcomes: UpsertOutcome[] = inputs.map(() => ({ error: new VivierError('cancelled') }));
  const entries = inputs.flatMap((input, place) => {
    try {
      const wanted = readWanted(input);
      return { place, input, wanted, keys: keysOf(context.secrets, wanted) };
    } catch (error) {
      outcomes[place] = { error: toOperationError(error) };
      return [];
    }
  });
  for (const batch of batchesOf(entries)) {
    if (signal?.aborted) break;
    const { done, alone, lost } = await together(context, batch);
    for (const [place, candidate] of done) outcomes[place] = { candidate };
    for (const { place, input } of alone) {
      if (signal?.aborted) break;
      outcomes[place] = await one(context, input);
    }
    if (!lost) continue;
    // Each of the others would wait for the same server, and be told the same.
    for (const { place } of entries.slice(entries.indexOf(batch[0]))) outcomes[place] = { error: lost };
    break;
  }
  return outcomes;
}

function batchesOf(entries: Entry[]): Entry[][] {
  const batches: Entry[][] = [];
  let bytes = Infinity;
  for (const entry of entries) {
    const size = entry.wanted.document?.data.length ?? 0;
    const last = batches.at(-1);
    if (last && last.length < MOST_TOGETHER && bytes + size <= MOST_BYTES) last.push(entry);
    else batches.push([entry]);
    bytes = batches.at(-1)?.length === 1 ? size : bytes + size;
  }
  return batches;
}

async function one(context: PoolContext, input: CandidateInput): Promise<UpsertOutcome> {
  try {
    return { candidate: await upsertCandidate(context, input) };
  } catch (error) {
    return { error: toOperationError(error) };
  }
}

interface Together {
  done: Map<number, UpsertedCandidate>;
  /** In the order given. */
  alone: Entry[];
  /** The database went away. */
  lost?: VivierError;
}

async function together(context: PoolContext, batch: Entry[]): Promise<Together> {
  if (batch.length === 1) return { done: new Map(), alone: batch };
  try {
    return await transact(context, async (trx) => {
      const keys = batch.flatMap((entry) => entry.keys);
      await lockKeys(trx, keys);
      const { fresh, alone } = divide(batch, await knownKeys(trx, keys), context.now);
      return { done: await insertPeople(context, trx, fresh), alone };
    });
  } catch (error) {
    const reason = toOperationError(error);
    if (reason.code === 'pool-unreachable') return { done: new Map(), alone: [], lost: reason };
    return { done: new Map(), alone: batch };
  }
}

/** New is who shares no key with anybody in the pool, nor with somebody before them in the batch. */
function divide(batch: Entry[], known: Set<string>, now: () => Date): { fresh: NewPerson[]; alone: Entry[] } {
  const met = new Set(known);
  const fresh: NewPerson[] = [];
  const alone: Entry[] = [];
  for (const entry of batch) {
    const names = entry.keys.flatMap(namesOf);
    if (entry.wanted.candidateId || names.some((name) => met.has(name))) alone.push(entry);
    else fresh.push({ ...entry, id: randomUUID(), at: now() });
    for (const name of names) met.add(name);
  }
  return { fresh, alone };
}

const namesOf = ({ kind, hash, older }: IdentityKey) => [hash, ...older].map((one) => `${kind}:${one.toString('hex')}`);

async function insertPeople(
  context: PoolContext,
  trx: Trx,
  people: NewPerson[],
): Promise<Map<number, UpsertedCandidate>> {
  if (people.length === 0) return new Map();
  await insertIndexed(context, trx, people);
  await trx
    .insertInto('vivier_personal.candidate_profiles')
    .values(people.map((one) => versionRow(context, one)))
    .execute();
  await insertKeys(context, trx, people);
  const documents = people.flatMap(({ id, wanted }) =>
    wanted.document ? documentRow(context, id, wanted.document) : [],
  );
  if (documents.length > 0) await trx.insertInto('vivier_personal.documents').values(documents).execute();
  const runs = people.map(({ id, wanted }) => runRow(context, id, 1, wanted.profile));
  await trx.insertInto('vivier_personal.analysis_runs').values(runs).execute();
  await traceAll(context, trx, people);
  await keepWaiting(
    context,
    trx,
    people.map(({ id, wanted }) => ({ candidateId: id, wanted })),
  );
  const alike = await soundAlike(context, trx, people);
  const events = people.map(({ id, wanted }) =>
    eventOf(wanted, { candidateId: id, version: 1 }, null, wanted.document !== null),
  );
  await appendAudits(context, trx, events);
  return new Map(people.map(({ place, id }) => [place, created(id, alike.get(id) ?? [])]));
}

const created = (candidateId: string, possibleDuplicates: string[]): UpsertedCandidate => ({
  candidateId,
  created: true,
  duplicateOf: null,
  profileVersion: 1,
  nameDiffers: false,
  correctionsToCheck: [],
  possibleDuplicates,
});

/** The candidates' rows with their index, in one statement: written once, where a row alone is written and then indexed. */
async function insertIndexed({ secrets }: PoolContext, trx: Trx, people: NewPerson[]): Promise<void> {
  const rows = people.map(({ id, at, wanted }) => {
    const { columns, texts, name } = indexOf(secrets, wanted.profile, wanted.document?.text ?? null);
    const { source, receivedAt, consentUntil } = wanted;
    return { id, at, source, contact: receivedAt ?? at, consent: consentUntil, ...columns, ...texts, name };
  });
  const text = (column: string) => sql.ref(column);
  await sql`
    insert into vivier_personal.candidates (id, profile_version, source, skills, languages, experience_months, search_words,
      search_vector, spoken, degree_level, filter_keys, town, available_from,
      notice_days, index_version, created_at, updated_at, last_contact_at, consent_until)
    select id, 1, source, skills, languages, experience_months, search_words,
      ${vectorOf({ A: text('A'), B: text('B'), C: text('C'), D: text('D') }, text('name'))},
      spoken, degree_level, filter_keys, town, available_from, notice_days, index_version, at, at, contact, consent
    from json_to_recordset(${JSON.stringify(rows)}::json) as given (
      id uuid, at timestamptz, source text, contact timestamptz, consent timestamptz, skills text[], languages text[],
      experience_months integer, search_words text, spoken text[], degree_level smallint, filter_keys text[], town text,
      available_from date, notice_days smallint,
      index_version smallint, "A" text, "B" text, "C" text, "D" text, name text)`.execute(trx);
}

const versionRow = ({ secrets }: PoolContext, { id, at, wanted }: NewPerson) => ({
  candidate_id: id,
  version: 1,
  body: sealProfile(secrets, wanted.profile, id, 1),
  source: wanted.source,
  created_at: at,
});

async function insertKeys({ secrets }: PoolContext, trx: Trx, people: NewPerson[]): Promise<void> {
  const key_id = secrets.currentKeyId;
  const keys = people.flatMap(({ id, keys: own }) =>
    own.map(({ kind, hash }) => ({ kind, hash, candidate_id: id, key_id })),
  );
  if (keys.length > 0) {
    await trx
      .insertInto('vivier_personal.identity_keys')
      .values(keys)
      .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
      .execute();
  }
  const names = people.flatMap(({ id, wanted }) => {
    const sound = soundOfName(wanted.profile.identity.fullName);
    return sound ? { candidate_id: id, hash: secrets.fingerprint('name', sound), key_id } : [];
  });
  if (names.length > 0) await trx.insertInto('vivier_personal.name_keys').values(names).execute();
}

/** By execution: all of one run of a workflow together. */
async function traceAll(context: PoolContext, trx: Trx, people: NewPerson[]): Promise<void> {
  const runs = new Map<string, { execution: Execution; ids: string[] }>();
  for (const { id, wanted } of people) {
    const { execution } = wanted;
    if (!execution) continue;
    const name = JSON.stringify([execution.workflowId, execution.executionId]);
    const run = runs.get(name) ?? { execution, ids: [] };
    run.ids.push(id);
    runs.set(name, run);
  }
  for (const { execution, ids } of runs.values()) await trace(context, trx, ids, execution);
}

/** Who else's name sounds the same, for each; see `sameSound`. */
async function soundAlike({ secrets }: PoolContext, trx: Trx, people: NewPerson[]): Promise<Map<string, string[]>> {
  const wanted = people.flatMap(({ id, wanted: { profile } }) => {
    const sound = soundOfName(profile.identity.fullName);
    if (!sound) return [];
    const hashes = [secrets.fingerprint('name', sound), ...secrets.olderFingerprints('name', sound)];
    return hashes.map((hash) => ({ id, hash: hash.toString('hex') }));
  });
  const { rows } = await sql<{ id: string; other: string }>`
    select distinct given.id, alike.candidate_id as other
    from unnest(${wanted.map(({ id }) => id)}::uuid[], ${wanted.map(({ hash }) => hash)}::text[]) as given (id, hash)
    cross join lateral (select candidate_id from vivier_personal.name_keys named
      where named.hash = decode(given.hash, 'hex') and named.candidate_id <> given.id
      order by candidate_id limit ${MOST_POSSIBLE_DUPLICATES}) alike
    order by 1, 2`.execute(trx);
  const alike = new Map<string, string[]>();
  for (const { id, other } of rows) alike.set(id, [...(alike.get(id) ?? []), other]);
  return new Map([...alike].map(([id, others]) => [id, others.slice(0, MOST_POSSIBLE_DUPLICATES)]));
}
