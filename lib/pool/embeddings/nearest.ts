import { sql } from 'kysely';
import type { PoolContext, Trx } from '../context';
import type { Condition } from '../search/filters';
import { byIndexes } from '../search/ranking';
import type { MeaningMode } from '../types';
import { INDEXED_DIMENSIONS } from './index-vectors';

/** Without pgvector: the most recently changed of those who match are compared, one by one. */
const MOST_SCANNED = 5_000;
const BATCH = 500;
/** Up to so many who match are compared one by one: exact, and sooner done than by an index that has to come across them among everybody. */
const FEW = 4_000;
/** Vectors that the index looks at, at most, to find those who match (pgvector 0.8; its own default is 20,000). */
const MOST_VISITED = '10000';

export interface Nearest {
  /** Nearest first. */
  ids: string[];
  mode: MeaningMode;
  /** How many were compared, where not all were. */
  compared?: number;
}

interface Wanted {
  model: string;
  vector: number[];
  filters: Condition[];
  limit: number;
  /** See FEW. */
  few?: number;
}

/** Who is closest in meaning to a vector, by cosine, among those who match the filters. */
export async function nearest(context: PoolContext, trx: Trx, wanted: Wanted): Promise<Nearest> {
  const indexed = context.features.pgvector && wanted.vector.length <= INDEXED_DIMENSIONS;
  const few = indexed && wanted.filters.length > 0 ? await amongFew(trx, wanted) : null;
  const found = few ?? (indexed ? await byIndex(trx, wanted) : await byScan(trx, wanted));
  if (found.ids.length > 0) return found;
  const { rows } = await sql<{ known: boolean }>`select exists (select from vivier_personal.embeddings
    where model = ${wanted.model} and dimensions = ${wanted.vector.length}) as known`.execute(trx);
  return rows[0].known ? found : { ids: [], mode: 'no-embeddings' };
}

/** Null where more than a few match. */
async function amongFew(trx: Trx, { model, vector, filters, limit, few = FEW }: Wanted): Promise<Nearest | null> {
  const dimensions = sql.raw(String(vector.length));
  const compared = sql<{ matching: number; ids: string[] }>`
    with matching as materialized (
      select candidate.id from vivier_personal.candidates candidate where ${sql.join(filters, sql` and `)} limit ${few + 1}
    ), count as materialized (select count(*)::integer as n from matching),
    measured as (
      select id, (
        select embedding.floats::vector(${dimensions}) <=> ${written(vector)}::vector(${dimensions})
        from vivier_personal.embeddings embedding
        where embedding.candidate_id = matching.id and embedding.model = ${model} and embedding.dimensions = ${dimensions}
      ) as distance
      from matching where (select n from count) <= ${few}
    )
    select n as matching, array(
      select id from measured where distance is not null order by distance, id limit ${limit}
    )::text[] as ids from count`;
  const { rows } = await byIndexes(trx, () => compared.execute(trx));
  const [{ matching, ids }] = rows;
  return matching > few ? null : { ids, mode: 'scan' };
}

/** As pgvector reads it. */
const written = (vector: number[]) => `[${vector.join(',')}]`;

async function byIndex(trx: Trx, { model, vector, filters, limit }: Wanted): Promise<Nearest> {
  const dimensions = sql.raw(String(vector.length));
  const conditions = filters.length > 0 ? sql`and ${sql.join(filters, sql` and `)}` : sql``;
  // Filters thin out what the index finds: it then goes on looking (pgvector 0.8).
  await sql`select set_config('hnsw.ef_search', '200', true)`.execute(trx);
  if (filters.length > 0)
    await sql`select set_config('hnsw.iterative_scan', 'relaxed_order', true), set_config('hnsw.max_scan_tuples', ${MOST_VISITED}, true)
      from pg_extension
      where extname = 'vector' and string_to_array(extversion, '.')::integer[] >= '{0,8}'`.execute(trx);
  const { rows } = await sql<{ id: string }>`
    select id from (
      select candidate.id, embedding.floats::vector(${dimensions}) <=> ${written(vector)}::vector(${dimensions}) as distance
      from vivier_personal.embeddings embedding
      join vivier_personal.candidates candidate on candidate.id = embedding.candidate_id
      where embedding.model = ${model} and embedding.dimensions = ${dimensions} ${conditions}
      order by distance limit ${limit}) near
    order by distance, id`.execute(trx);
  return { ids: rows.map((row) => row.id), mode: 'index' };
}

async function byScan(trx: Trx, { model, vector, filters, limit }: Wanted): Promise<Nearest> {
  const conditions = filters.length > 0 ? sql`and ${sql.join(filters, sql` and `)}` : sql``;
  const { rows: people } = await sql<{ id: string }>`
    select candidate.id from vivier_personal.candidates candidate
    join vivier_personal.embeddings embedding on embedding.candidate_id = candidate.id
    where embedding.model = ${model} and embedding.dimensions = ${vector.length} ${conditions}
    order by candidate.updated_at desc, candidate.id limit ${MOST_SCANNED}`.execute(trx);
  const scored: { id: string; likeness: number }[] = [];
  for (let from = 0; from < people.length; from += BATCH) {
    const ids = people.slice(from, from + BATCH).map((row) => row.id);
    const rows = await trx
      .selectFrom('vivier_personal.embeddings')
      .select(['candidate_id', 'floats'])
      .where('candidate_id', 'in', ids)
      .execute();
    for (const { candidate_id: id, floats } of rows) scored.push({ id, likeness: cosine(vector, floats) });
  }
  scored.sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1));
  return { ids: scored.slice(0, limit).map(({ id }) => id), mode: 'scan', compared: people.length };
}

export function cosine(a: ArrayLike<number>, b: ArrayLike<number>): number {
  let [dot, ofA, ofB] = [0, 0, 0];
  for (let at = 0; at < a.length; at += 1) {
    dot += a[at] * b[at];
    ofA += a[at] * a[at];
    ofB += b[at] * b[at];
  }
  return ofA === 0 || ofB === 0 ? 0 : dot / Math.sqrt(ofA * ofB);
}
