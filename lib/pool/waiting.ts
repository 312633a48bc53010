import { sql } from 'kysely';
import type { Wanted } from './candidates/wanted';
import { transact, type PoolContext, type Trx } from './context';
import type { TakeWaitingInput, WaitingCv, WaitingNow } from './types';
import { uuid, wholeNumber } from './validate';

const MOST_AT_ONCE = 1000;
const MOST_MINUTES = 24 * 60;
/** A CV that failed again and again is tried once a day: it is never given up, and holds up no other. */
const LONGEST_PAUSE_MINUTES = 24 * 60;

interface Saved {
  candidateId: string;
  wanted: Pick<Wanted, 'document' | 'modelLater' | 'profile'>;
}

/**
 * Whether the model has read the file, also when it had nothing to add: the profile then still says that the rules made it. A part that it could not
 * answer would fail again: the warning stays, the CV does not wait for it.
 */
const isReadByModel = ({ document, profile: { meta } }: Saved['wanted']) =>
  document !== null &&
  (meta.engine !== 'rules' || meta.model !== null) &&
  !meta.warnings.some(({ code }) => code === 'model-unavailable');

/**
 * Part of saving candidates, in the same transaction, after their files: whose file shall be read by the model later waits from now on; whose file the model
 * has read, and whose waiting file another has replaced, waits no longer.
 */
export async function keepWaiting({ now }: PoolContext, trx: Trx, saved: Saved[]): Promise<void> {
  const later = saved.filter(({ wanted }) => wanted.modelLater !== null);
  const others = saved.filter(({ wanted }) => wanted.modelLater === null);
  if (later.length > 0) {
    await sql`
      insert into vivier_personal.waiting_for_model (candidate_id, document_id, reference_date, person, since)
      select distinct on (given.id) given.id, document.id, given.day, given.person, ${now()}
      from unnest(${later.map(({ candidateId }) => candidateId)}::uuid[],
        ${later.map(({ wanted }) => wanted.profile.meta.referenceDate)}::text[],
        ${later.map(({ wanted }) => wanted.modelLater === 'person')}::boolean[]) as given (id, day, person)
      join vivier_personal.documents document on document.candidate_id = given.id and document.replaced_by is null
      order by given.id, document.created_at desc
      on conflict (candidate_id) do update set document_id = excluded.document_id, reference_date = excluded.reference_date,
        person = waiting_for_model.person or excluded.person, attempts = 0, taken_until = null, not_before = null`.execute(
      trx,
    );
  }
  if (others.length > 0) {
    await sql`
      delete from vivier_personal.waiting_for_model waiting
      using unnest(${others.map(({ candidateId }) => candidateId)}::uuid[],
        ${others.map(({ wanted }) => isReadByModel(wanted))}::boolean[]) as given (id, read)
      where waiting.candidate_id = given.id and (given.read or not exists (
        select 1 from vivier_personal.documents document where document.id = waiting.document_id and document.replaced_by is null))`.execute(
      trx,
    );
    // Who came back unread makes room for the next.
    await sql`update vivier_personal.waiting_for_model set taken_until = null
      where candidate_id = any(${others.map(({ candidateId }) => candidateId)}::uuid[])`.execute(trx);
  }
}

/** See TalentPool.waiting.take. */
export async function takeWaiting(context: PoolContext, input: TakeWaitingInput = {}): Promise<WaitingCv[]> {
  const atOnce = wholeNumber(input.atOnce ?? 10, 'atOnce', 1, MOST_AT_ONCE);
  const minutes = wholeNumber(input.minutes ?? 60, 'minutes', 1, MOST_MINUTES);
  const at = context.now();
  return transact(context, async (trx) => {
    // One taker after the other: two that count at the same time would both find room.
    await sql`select pg_advisory_xact_lock(hashtext('vivier.waiting_for_model'))`.execute(trx);
    const { rows } = await sql<Omit<WaitingCv, 'since'> & { since: Date }>`
      update vivier_personal.waiting_for_model as waiting set attempts = waiting.attempts + 1,
        taken_until = ${at}::timestamptz + ${minutes} * interval '1 minute',
        not_before = ${at}::timestamptz
          + least(${LONGEST_PAUSE_MINUTES}, ${minutes} * power(2, least(waiting.attempts, 20))) * interval '1 minute'
      from (
        select candidate_id from vivier_personal.waiting_for_model
        where (not_before is null or not_before <= ${at}) and (taken_until is null or taken_until <= ${at})
          and not exists (select 1 from vivier_personal.legal_holds held
            where held.candidate_id = waiting_for_model.candidate_id and held.lifted_at is null)
        order by person desc, since, candidate_id
        limit greatest(0, ${atOnce} - (select count(*) from vivier_personal.waiting_for_model where taken_until > ${at}))
      ) as next
      where waiting.candidate_id = next.candidate_id
      returning waiting.candidate_id as "candidateId", waiting.document_id as "documentId",
        waiting.reference_date as "referenceDate", waiting.person, waiting.since, waiting.attempts`.execute(trx);
    const first = (person: boolean) => (person ? 0 : 1);
    rows.sort((a, b) => first(a.person) - first(b.person) || a.since.getTime() - b.since.getTime());
    return rows.map((row) => ({ ...row, since: row.since.toISOString() }));
  });
}

/** See TalentPool.waiting.giveBack. */
export async function giveBackWaiting({ db }: PoolContext, candidateId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('vivier_personal.waiting_for_model')
    .set({ taken_until: null })
    .where('candidate_id', '=', uuid(candidateId, 'candidateId'))
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** Whether another file has taken this one's place, or none of the candidate's is it: what was read in it is out of date. */
export async function isOutdated(trx: Trx, candidateId: string, documentId: string): Promise<boolean> {
  const row = await trx
    .selectFrom('vivier_personal.documents')
    .select('id')
    .where('id', '=', documentId)
    .where('candidate_id', '=', candidateId)
    .where('replaced_by', 'is', null)
    .executeTakeFirst();
  return row === undefined;
}

/** How many wait, and since when. */
export async function waitingNow({ db, now }: PoolContext): Promise<WaitingNow> {
  const { rows } = await sql<{ people: number; batch: number; taken: number; oldest: Date | null }>`
    select count(*) filter (where person)::integer as people, count(*) filter (where not person)::integer as batch,
      count(*) filter (where taken_until > ${now()})::integer as taken, min(since) as oldest
    from vivier_personal.waiting_for_model`.execute(db);
  const [{ batch, oldest, people, taken } = { batch: 0, oldest: null, people: 0, taken: 0 }] = rows;
  return { count: people + batch, people, underWay: taken, oldestSince: oldest?.toISOString() ?? null };
}
