import { sql, type RawBuilder } from 'kysely';
import type { PoolContext } from './context';
import type { PoolMetrics, Spread } from './types';
import { wholeNumber } from './validate';
import { waitingNow } from './waiting';

const DAY_HOURS = 24;
const MOST_HOURS = 24 * 31;
const HOUR_MS = 3_600_000;

const QUANTILES = [0.5, 0.9, 0.95, 0.99];

/** A mean and percentiles (interpolated) of one column, in one row. */
const spreadOf = (column: RawBuilder<unknown>) => sql`avg(${column})::float8 as mean,
  percentile_cont(array[${sql.join(QUANTILES.map((quantile) => sql.lit(quantile)))}]::float8[])
    within group (order by (${column})::float8) as quantiles`;

interface SpreadRow {
  mean: number | null;
  quantiles: number[] | null;
}

/** @param divisor turns milliseconds into seconds */
function toSpread(row: SpreadRow | undefined, divisor = 1): Spread {
  const [p50, p90, p95, p99] = row?.quantiles ?? [];
  const told = (value: number | null | undefined) => (value === null || value === undefined ? null : value / divisor);
  return { mean: told(row?.mean), p50: told(p50), p90: told(p90), p95: told(p95), p99: told(p99) };
}

export async function poolMetrics(context: PoolContext, input: { hours?: number } = {}): Promise<PoolMetrics> {
  const { db, now } = context;
  const hours = wholeNumber(input.hours ?? DAY_HOURS, 'hours', 1, MOST_HOURS);
  const since = new Date(now().getTime() - hours * HOUR_MS);
  const analyses = await sql<PoolMetrics['analyses'][number]>`
    select engine, status, count(*)::integer as count from vivier_personal.analysis_runs
    where at >= ${since} group by 1, 2 order by 1, 2`.execute(db);
  const times = await sql<SpreadRow>`
    select ${spreadOf(sql`ms`)} from vivier_personal.analysis_runs where at >= ${since}`.execute(db);
  const requests = await sql<SpreadRow>`
    select ${spreadOf(sql`(request->>'ms')::float8`)} from vivier_personal.analysis_runs,
      jsonb_array_elements(run->'requests') request
    where at >= ${since} and not (request->>'cached')::boolean`.execute(db);
  const totals = await sql<{ requests: number; cached: number; read: number; written: number; last: Date | null }>`
    select
      coalesce(sum(jsonb_array_length(run->'requests')) filter (where at >= ${since}), 0)::integer as requests,
      coalesce(sum((select count(*) from jsonb_array_elements(run->'requests') request
        where (request->>'cached')::boolean)) filter (where at >= ${since}), 0)::integer as cached,
      coalesce(sum(tokens_in) filter (where at >= ${since}), 0)::float8 as read,
      coalesce(sum(tokens_out) filter (where at >= ${since}), 0)::float8 as written,
      max(at) as last
    from vivier_personal.analysis_runs`.execute(db);
  const sizes = await sql<SpreadRow>`
    select ${spreadOf(sql`byte_size`)} from vivier_personal.documents where created_at >= ${since}`.execute(db);
  const [total] = totals.rows;
  return {
    hours,
    analyses: analyses.rows,
    seconds: toSpread(times.rows[0], 1000),
    model: {
      seconds: toSpread(requests.rows[0], 1000),
      requests: total?.requests ?? 0,
      cached: total?.cached ?? 0,
      tokensIn: total?.read ?? 0,
      tokensOut: total?.written ?? 0,
    },
    bytes: toSpread(sizes.rows[0]),
    waiting: await waitingNow(context),
    lastAnalysisAt: total?.last?.toISOString() ?? null,
  };
}
