import { type IExecuteFunctions, NodeConnectionTypes } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import {
  asUrgent,
  createChatModel,
  type ForeignChatModel,
  type ModelClient,
  type OllamaClient,
} from '../../lib/ollama';
import { n8nOllamaConfig, ollamaConfig, sharedOllama } from '../shared';

/** Parameters that the operations with a model share. */
export interface ModelOptions {
  seconds?: number;
  again?: boolean;
  contextTokens?: number;
  urgent?: boolean;
}

const ENGINES = ['auto', 'later', 'model', 'rules'] as const;

/** The engine that the panel or an expression names. @throws VivierError `invalid-input` for one that there is not. */
export function chosenEngine(ctx: IExecuteFunctions, itemIndex: number): (typeof ENGINES)[number] {
  const wanted = ctx.getNodeParameter('engine', itemIndex);
  const engine = ENGINES.find((one) => one === wanted);
  if (!engine) throw new VivierError('invalid-input', { what: 'Engine', reason: ENGINES.join(', ') });
  return engine;
}

/** The client for the credential that the node names: Vivier's own, or n8n's with the node's model. */
export async function chosenOllama(ctx: IExecuteFunctions, itemIndex: number): Promise<OllamaClient> {
  const authentication = ctx.getNodeParameter('authentication', itemIndex);
  if (authentication === 'chatModel') {
    throw new VivierError('invalid-input', { what: 'Authentication', reason: 'only Ollama can be checked' });
  }
  if (authentication === 'ollamaApi') {
    const model = ctx.getNodeParameter('model', itemIndex) as string;
    return sharedOllama(n8nOllamaConfig(await ctx.getCredentials('ollamaApi', itemIndex), model));
  }
  return sharedOllama(ollamaConfig(await ctx.getCredentials('vivierOllamaApi', itemIndex)));
}

function isChatModel(value: unknown): value is ForeignChatModel {
  return typeof value === 'object' && value !== null && 'invoke' in value && typeof value.invoke === 'function';
}

/** @throws VivierError with n8n's own words for what is missing: nothing connected, a node switched off, a credential not chosen. */
function connectedModel(ctx: IExecuteFunctions, itemIndex: number): Promise<unknown> {
  const missing = (error: unknown) => {
    const reason = error instanceof Error ? error.message : undefined;
    throw new VivierError('invalid-input', { what: 'Chat Model', reason }, { cause: error });
  };
  return ctx.getInputConnectionData(NodeConnectionTypes.AiLanguageModel, itemIndex).catch(missing);
}

/** What reads the CVs: Ollama, or the chat model that is connected to the node. */
export async function chosenModel(
  ctx: IExecuteFunctions,
  itemIndex: number,
  options: ModelOptions,
): Promise<ModelClient> {
  const model = await modelOf(ctx, itemIndex, options);
  return options.urgent ? asUrgent(model) : model;
}

async function modelOf(
  ctx: IExecuteFunctions,
  itemIndex: number,
  { contextTokens }: ModelOptions,
): Promise<ModelClient> {
  if (ctx.getNodeParameter('authentication', itemIndex) !== 'chatModel') return await chosenOllama(ctx, itemIndex);
  const connected = await connectedModel(ctx, itemIndex);
  const model: unknown = Array.isArray(connected) ? connected[0] : connected;
  if (!isChatModel(model)) throw new VivierError('invalid-input', { what: 'Chat Model', reason: 'not connected' });
  return createChatModel(model, { contextTokens });
}
