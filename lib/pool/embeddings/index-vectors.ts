import { sql } from 'kysely';
import { errorCode } from '../codes';
import type { PoolContext } from '../context';

/** pgvector's HNSW takes vectors of up to 2,000 dimensions. */
export const INDEXED_DIMENSIONS = 2_000;

/** Not allowed to, made meanwhile, or a server that can't: the search compares one by one then. */
const PASSED_OVER = ['42501', '42P07', '23505', '42710', '0A000'];

/** An index takes no parameters: the server itself quotes the model's name, which is no part of what is sent. */
const MAKE_INDEX = sql`do $$ begin
  execute format('create index %I on vivier_personal.embeddings using hnsw ((floats::vector(%s)) vector_cosine_ops)
    where model = %L and dimensions = %s', current_setting('vivier.index_name'), current_setting('vivier.index_dimensions')::integer,
    current_setting('vivier.index_model'), current_setting('vivier.index_dimensions')::integer);
end $$`;

/**
 * One HNSW index per model, on the stored floats themselves: backups and moves carry plain numbers, and a server without pgvector keeps them
 * too.
 */
export async function ensureVectorIndex(context: PoolContext, model: string, dimensions: number): Promise<void> {
  if (!context.features.pgvector || dimensions > INDEXED_DIMENSIONS) return;
  const { rows } = await sql<{ name: string; missing: boolean }>`
    with made as (select 'embeddings_' || left(md5(${model}::text || ' ' || ${dimensions}::integer), 12) as name)
    select name, to_regclass('vivier_personal.' || name) is null as missing from made`.execute(context.db);
  const [{ name, missing }] = rows;
  if (!missing) return;
  try {
    await context.db.transaction().execute(async (trx) => {
      await sql`select set_config('vivier.index_name', ${name}, true), set_config('vivier.index_model', ${model}, true),
        set_config('vivier.index_dimensions', ${String(dimensions)}, true)`.execute(trx);
      await MAKE_INDEX.execute(trx);
    });
  } catch (error) {
    if (!PASSED_OVER.includes(errorCode(error) ?? '')) throw error;
  }
}
