import type { IExecuteFunctions } from 'n8n-workflow';
import type { OllamaClient } from '../../lib/ollama';
import { n8nOllamaConfig, ollamaConfig, sharedOllama } from '../shared';

/** The client for the credential that the node names: Vivier's own, or n8n's with the node's model. */
export async function chosenOllama(ctx: IExecuteFunctions, itemIndex: number): Promise<OllamaClient> {
  if (ctx.getNodeParameter('authentication', itemIndex) === 'ollamaApi') {
    const model = ctx.getNodeParameter('model', itemIndex) as string;
    return sharedOllama(n8nOllamaConfig(await ctx.getCredentials('ollamaApi', itemIndex), model));
  }
  return sharedOllama(ollamaConfig(await ctx.getCredentials('vivierOllamaApi', itemIndex)));
}
