import { sql } from 'kysely';
import type { PoolContext } from '../context';
import type { PoolEvent } from '../types';
import { wholeNumber } from '../validate';

const MOST = 1_000;

/**
 * What happened after an event, in order. Events are numbered under the log's lock, held until the commit: who remembers the last number misses
 * none. Those of erased people are gone.
 */
export async function listEvents(
  context: PoolContext,
  input: { after?: number; limit?: number } = {},
): Promise<PoolEvent[]> {
  const after = wholeNumber(input.after ?? 0, 'after', 0, Number.MAX_SAFE_INTEGER);
  const limit = wholeNumber(input.limit ?? 100, 'limit', 1, MOST);
  const rows = await context.db
    .selectFrom('vivier_personal.pool_events')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PoolEvent['kind'],
    candidateId: row.candidate_id,
    applicationId: row.application_id,
    offerId: row.offer_id,
    details: row.details as Record<string, unknown>,
    at: row.at.toISOString(),
  }));
}

/** Of the log, not of the events: erased people's are gone, and numbers must never go back. */
export async function latestEvent(context: PoolContext): Promise<number> {
  const { rows } = await sql<{ seq: number }>`select seq from vivier.audit_head`.execute(context.db);
  return rows[0]?.seq ?? 0;
}
