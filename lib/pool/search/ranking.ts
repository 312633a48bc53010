import { sql } from 'kysely';
import type { Trx } from '../context';
import type { Attempt } from './attempts';
import type { Condition } from './filters';
import type { Cursor } from './cursor';

/** More are not counted: "more than 10,000" tells a person to ask more narrowly. */
export const MOST_COUNTED = 10_000;
/** The most recently changed of those found, among which words rank; the rest follows by date. */
const MOST_RANKED = 400;

export interface RankedRow {
  id: string;
  rank: number;
  /** To the microsecond, as the cursor keeps it. */
  updated: string;
}

export interface RankedPage {
  rows: RankedRow[];
  /** Up to MOST_COUNTED + 1. */
  found: number;
}

const UPDATED = sql<string>`to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
/** By indexes alone: jit costs more than it saves in queries of milliseconds; a sequential scan would unpack every word list of the pool. */
export async function byIndexes<T>(trx: Trx, ask: () => Promise<T>): Promise<T> {
  await sql`select set_config('jit', 'off', true), set_config('enable_seqscan', 'off', true)`.execute(trx);
  const answer = await ask();
  await sql`select set_config('enable_seqscan', 'on', true)`.execute(trx);
  return answer;
}

/** One page of who matches, best first. Work is bounded whatever the pool's size; see docs/benchmarks.md. */
export async function rankPage(
  trx: Trx,
  attempt: Attempt,
  filters: Condition[],
  window: { limit: number; offset: number; after: Cursor | null },
): Promise<RankedPage> {
  const conditions = [...attempt.where, ...filters];
  return attempt.mode === 'all' ? byDate(trx, conditions, window) : byRank(trx, attempt, conditions, window);
}

type Window = { limit: number; offset: number; after: Cursor | null };

const all = (conditions: Condition[]) =>
  conditions.length > 0 ? sql`where ${sql.join(conditions, sql` and `)}` : sql``;

async function byDate(trx: Trx, conditions: Condition[], window: Window): Promise<RankedPage> {
  const { limit, offset, after } = placeOf(window);
  const behind = after
    ? [
        sql<boolean>`(candidate.updated_at < ${after.updated}::timestamptz
        or candidate.updated_at = ${after.updated}::timestamptz and candidate.id > ${after.id}::uuid)`,
      ]
    : [];
  const { rows } = await sql<RankedRow>`
    select candidate.id, 0::double precision as rank, ${UPDATED} as updated from vivier_personal.candidates candidate
    ${all([...conditions, ...behind])} order by candidate.updated_at desc, candidate.id
    limit ${limit} offset ${offset}`.execute(trx);
  return { rows, found: await countUpTo(trx, conditions) };
}

export async function countUpTo(trx: Trx, conditions: Condition[]): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n from (
    select 1 from vivier_personal.candidates candidate ${all(conditions)} limit ${MOST_COUNTED + 1}) found`.execute(
    trx,
  );
  return rows[0].n;
}

async function byRank(trx: Trx, attempt: Attempt, conditions: Condition[], window: Window): Promise<RankedPage> {
  const { limit, offset, after } = placeOf(window);
  const behind = after
    ? sql`where (rank < ${after.rank}::double precision or rank = ${after.rank}::double precision
        and (updated_at < ${after.updated}::timestamptz
          or updated_at = ${after.updated}::timestamptz and id > ${after.id}::uuid))`
    : sql``;
  const ranked = sql<RankedRow & { found: number }>`
    with matched as materialized (
      select candidate.id, candidate.updated_at from vivier_personal.candidates candidate
      ${all(conditions)} limit ${MOST_COUNTED + 1}
    ), recent as (
      select *, row_number() over (order by updated_at desc, id) as place from matched
    ), ranked as (
      select recent.id, recent.updated_at, (case when place <= ${MOST_RANKED} then (
        select ${attempt.rank} from vivier_personal.candidates candidate where candidate.id = recent.id
      ) else 0 end)::double precision as rank
      from recent
    )
    select id, rank, ${UPDATED} as updated, (select count(*)::integer from matched) as found from ranked
    ${behind} order by rank desc, updated_at desc, id limit ${limit} offset ${offset}`;
  const { rows } = await byIndexes(trx, () => ranked.execute(trx));
  if (rows.length > 0) return { rows, found: rows[0].found };
  // Behind the last page there may still be people.
  return { rows, found: after || offset > 0 ? await countUpTo(trx, conditions) : 0 };
}

function placeOf({ limit, offset, after }: Window) {
  if (after && 'shown' in after) return { limit, offset: after.shown, after: null };
  return { limit, offset: after ? 0 : offset, after };
}

/** Who matches, unranked and at most so many, most recently changed first: for facets and for comparing meanings. */
export async function matching(trx: Trx, conditions: Condition[], limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select candidate.id from vivier_personal.candidates candidate ${all(conditions)}
    order by candidate.updated_at desc, candidate.id limit ${limit}`.execute(trx);
  return rows.map((row) => row.id);
}
