import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { failItem, ollamaProblems, toItemError } from '../shared';
import { chosenOllama } from './model';

/**
 * One item, whatever came in: `ok` and `state` to alarm on, `problems` in words, and per host version, models, digest, context, latency, queue
 * and whether the model is loaded. Never fails because of a host.
 */
export async function checkHealth(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const probe = ctx.getNodeParameter('probe', 0, false) === true;
  try {
    const client = await chosenOllama(ctx, 0);
    const health = await client.health({ signal: ctx.getExecutionCancelSignal(), probe });
    const problems = ollamaProblems(health).map(toItemError);
    const json = { ...health, problems, checkedAt: new Date().toISOString() } as unknown as IDataObject;
    return [{ json, pairedItem: { item: 0 } }];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}
