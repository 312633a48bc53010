import { sql } from 'kysely';
import type { PoolContext, Trx } from '../context';
import { transact } from '../context';
import type { Execution, ExecutionTrace } from '../types';
import { requiredText, uuid } from '../validate';

const MOST_AT_ONCE = 1_000;

/**
 * Remembers in which execution of n8n a candidate's data were: n8n keeps what its nodes handed on, and an erasure has to reach that
 * too.
 */
export async function trace(
  context: PoolContext,
  trx: Trx,
  candidateIds: string[],
  execution: Execution,
): Promise<void> {
  if (candidateIds.length === 0) return;
  const execution_id = requiredText(execution.executionId, 'executionId', 100);
  const workflow_id = requiredText(execution.workflowId, 'workflowId', 100);
  await sql`insert into vivier_personal.execution_traces (candidate_id, execution_id, workflow_id, at)
    select id, ${execution_id}::text, ${workflow_id}::text, ${context.now()}::timestamptz
    from vivier_personal.candidates where id in (${sql.join(candidateIds)})
    on conflict (candidate_id, execution_id) do nothing`.execute(trx);
}

export async function addTraces(context: PoolContext, candidateIds: string[], execution: Execution): Promise<void> {
  const ids = [...new Set(candidateIds.map((id) => uuid(id, 'candidateId')))];
  await transact(context, async (trx) => {
    for (let start = 0; start < ids.length; start += MOST_AT_ONCE) {
      await trace(context, trx, ids.slice(start, start + MOST_AT_ONCE), execution);
    }
  });
}

/** Oldest first. */
export async function tracesOf(db: PoolContext['db'], candidateId: string): Promise<ExecutionTrace[]> {
  const rows = await db
    .selectFrom('vivier_personal.execution_traces')
    .select(['execution_id', 'workflow_id', 'at'])
    .where('candidate_id', '=', candidateId)
    .orderBy('at')
    .orderBy('execution_id')
    .execute();
  return rows.map((row) => ({
    executionId: row.execution_id,
    workflowId: row.workflow_id,
    at: row.at.toISOString(),
  }));
}
