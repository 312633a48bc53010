import type { IExecuteFunctions } from 'n8n-workflow';
import { similaritiesTo, type Embed, type PreparedOffer, type Similarity } from '../../lib/match';
import type { OllamaClient, OllamaConfig } from '../../lib/ollama';
import type { Profile } from '../../lib/profile';
import { ollamaConfig, sharedOllama } from '../shared';

/** The Ollama of the node's credential. */
export async function chosenOllama(
  ctx: IExecuteFunctions,
  itemIndex: number,
  more: Partial<OllamaConfig> = {},
): Promise<OllamaClient> {
  return sharedOllama({ ...ollamaConfig(await ctx.getCredentials('vivierOllamaApi', itemIndex)), ...more });
}

/** How alike each profile and the offer are, as the node is set; null where it shall not be shown. */
export async function similarities(
  ctx: IExecuteFunctions,
  itemIndex: number,
  { offer }: PreparedOffer,
  profiles: Profile[],
  signal?: AbortSignal,
): Promise<Similarity[] | null> {
  const method = ctx.getNodeParameter('method', itemIndex, 'words');
  if (method === 'none') return null;
  return await similaritiesTo(
    offer,
    profiles,
    method === 'model' ? await embedding(ctx, itemIndex, signal) : undefined,
  );
}

async function embedding(ctx: IExecuteFunctions, itemIndex: number, signal?: AbortSignal): Promise<Embed> {
  const embedModel = (ctx.getNodeParameter('embedModel', itemIndex) as string).trim();
  const client = await chosenOllama(ctx, itemIndex, { embedModel });
  return async (texts, purpose) => {
    const { vectors, model } = await client.embed({ texts, purpose, signal });
    return { vectors, model: model.name };
  };
}
