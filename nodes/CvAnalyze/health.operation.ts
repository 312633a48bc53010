import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  IExecuteFunctions,
  INodeCredentialTestResult,
  INodeExecutionData,
} from 'n8n-workflow';
import { toVivierError, VivierError } from '../../lib/errors';
import { createOllama, type OllamaHealth } from '../../lib/ollama';
import { failItem, ollamaConfig, toItemError } from '../shared';
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
    const problems = problemsOf(health).map(toItemError);
    const json = { ...health, problems, checkedAt: new Date().toISOString() } as unknown as IDataObject;
    return [{ json, pairedItem: { item: 0 } }];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}

/** The credential's test button. */
export async function testOllama(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
  try {
    const client = createOllama(ollamaConfig(data));
    try {
      const health = await client.health();
      const [problem] = problemsOf(health);
      return problem
        ? { status: 'Error', message: `${problem.message} ${problem.hint}` }
        : { status: 'OK', message: `${health.model} ✓` };
    } finally {
      await client.close();
    }
  } catch (error) {
    const known = toVivierError(error);
    return { status: 'Error', message: `${known.message} ${known.hint}` };
  }
}

function problemsOf(health: OllamaHealth): VivierError[] {
  return health.hosts.flatMap(({ host, reachable, modelPresent, reason }) => {
    if (!reachable) return [new VivierError('ollama-unreachable', { what: host, reason: reason ?? undefined })];
    if (!modelPresent) return [new VivierError('model-missing', { what: health.model })];
    return reason ? [new VivierError('model-refused', { reason })] : [];
  });
}
