import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { AskedFilter, PoolAnswer } from '../../../../lib/pool';
import { renderAnswer } from '../../../../lib/documents';
import { currentLocale, VivierError } from '../../../../lib/errors';
import { ollamaConfig, sharedOllama } from '../../../shared';
import { limitProperty, type OperationCall, textOf, toItem } from '../../operation';
import { embedderOf, embeddingModelProperty } from '../../searchFilters';

export const option = {
  name: 'Ask',
  value: 'ask',
  action: 'Ask a question about candidates',
  description:
    'A question in plain words becomes a filter that is shown, and an answer with the lines of the CVs it rests on',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Question',
    name: 'question',
    type: 'string',
    default: '',
    required: true,
    placeholder: 'e.g. infirmière bilingue avec 5 ans d’expérience à Lyon',
  },
  {
    displayName: 'With a Model',
    name: 'meaning',
    type: 'boolean',
    default: false,
    description: 'Whether Ollama helps to understand the question and searches by meaning too. Without it, rules do.',
  },
  { ...embeddingModelProperty, displayOptions: { show: { meaning: [true] } } },
  limitProperty,
  {
    displayName: 'Changed Filter',
    name: 'asked',
    type: 'json',
    default: '',
    description: 'The “asked” of an earlier answer, changed by a person: it is searched with as it is',
  },
];

/** One item: the filter as understood, the candidates, and where their CVs say so; the same as `html` (a page) and `text` (for a chat). */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, index } = call;
  const meaning = await embedderOf(call);
  const model = meaning ? sharedOllama(ollamaConfig(await ctx.getCredentials('vivierOllamaApi', index))) : undefined;
  const answer = await call.pool.candidates.ask(textOf(call, 'question'), {
    meaning,
    model,
    locale: currentLocale(),
    asked: readAsked(ctx.getNodeParameter('asked', index, '')),
    limit: ctx.getNodeParameter('limit', index, 50) as number,
  });
  return [toItem({ ...answer, ...renderAnswer(inWords(answer), currentLocale()) }, index)];
}

function inWords({ asked, result, evidence }: PoolAnswer) {
  const proofsOf = new Map(evidence.map(({ candidateId, proofs }) => [candidateId, proofs]));
  const people = result.candidates.map(({ candidateId, profile }) => ({
    name: profile.identity.fullName,
    headline: profile.headline,
    city: profile.contact.city,
    proofs: proofsOf.get(candidateId) ?? [],
  }));
  return { understood: asked.understood, total: result.total, people };
}

function readAsked(given: unknown): AskedFilter | undefined {
  if (given === '' || given === undefined || given === null) return undefined;
  const read = typeof given === 'string' ? parsed(given) : (given as Partial<AskedFilter>);
  if (!read) throw new VivierError('invalid-json', { what: 'Changed Filter' });
  return { query: '', filters: {}, understood: [], by: 'rules', rest: '', ...read };
}

function parsed(text: string): Partial<AskedFilter> | null {
  try {
    return JSON.parse(text) as Partial<AskedFilter> | null;
  } catch {
    return null;
  }
}
