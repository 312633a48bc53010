import type {
  ICredentialDataDecryptedObject,
  IDataObject,
  IExecuteFunctions,
  INodeCredentialTestResult,
  INodeExecutionData,
} from 'n8n-workflow';
import { toVivierError, VivierError } from '../../lib/errors';
import { createOllama, type OllamaHealth } from '../../lib/ollama';
import { ollamaConfig } from '../shared';
import { chosenOllama } from './ollama';

/** One item, whatever came in: `ok`, and per host whether it answers, has the model and has it loaded. Never fails, so that a flow can alarm on it. */
export async function checkHealth(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const client = await chosenOllama(ctx, 0);
  const health = await client.health({ signal: ctx.getExecutionCancelSignal() });
  return [{ json: { ...health, hosts: health.hosts as unknown as IDataObject[] }, pairedItem: { item: 0 } }];
}

/** The credential's test button. */
export async function testOllama(data: ICredentialDataDecryptedObject): Promise<INodeCredentialTestResult> {
  try {
    const client = createOllama(ollamaConfig(data));
    try {
      const health = await client.health();
      const problem = firstProblem(health);
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

function firstProblem(health: OllamaHealth): VivierError | undefined {
  for (const host of health.hosts) {
    if (!host.reachable)
      return new VivierError('ollama-unreachable', { what: host.host, reason: host.reason ?? undefined });
    if (!host.modelPresent) return new VivierError('model-missing', { what: health.model });
  }
  return undefined;
}
