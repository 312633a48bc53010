import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { TalentPool } from '../../lib/pool';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
/** `candidate.candidateId`, `asked.candidates[0].candidateId`: no deeper. */
const DEPTH = 4;

/**
 * Remembers that this run handed on data of these people: n8n keeps the run's data, and an erasure names it, so that it can be deleted
 * too. A run by hand that is not kept has no number.
 */
export async function traceRun(ctx: IExecuteFunctions, pool: TalentPool, items: INodeExecutionData[]): Promise<void> {
  const [executionId, workflowId] = [ctx.getExecutionId(), ctx.getWorkflow().id];
  const people = new Set<string>();
  for (const { json } of items) collect(json, DEPTH, people);
  if (executionId && workflowId && people.size > 0) await pool.executions.add([...people], { executionId, workflowId });
}

function collect(value: unknown, depth: number, people: Set<string>): void {
  if (value === null || typeof value !== 'object' || depth === 0) return;
  for (const [key, part] of Object.entries(value)) {
    if (key === 'candidateId' && typeof part === 'string' && UUID.test(part)) people.add(part);
    else collect(part, depth - 1, people);
  }
}
