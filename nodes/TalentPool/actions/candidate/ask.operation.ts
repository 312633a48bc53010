import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { AskedFilter, PoolAnswer } from '../../../../lib/pool';
import { type AnsweredPerson, renderAnswer } from '../../../../lib/documents';
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
    displayName: 'Address of the Pages',
    name: 'pagesUrl',
    type: 'string',
    default: '',
    placeholder: 'e.g. /webhook/talent-pool',
    description: 'Where the node “Talent Pool Pages” answers: each person found then links to their card',
  },
  {
    displayName: 'Simplify',
    name: 'simplify',
    type: 'boolean',
    default: false,
    description:
      'Whether to return a simplified version of the response instead of the raw data: who was found, with the quotes. Best for an AI agent.',
  },
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
  const pages = readAddress(textOf(call, 'pagesUrl'));
  const answer = await call.pool.candidates.ask(textOf(call, 'question'), {
    meaning,
    model,
    locale: currentLocale(),
    asked: readAsked(ctx.getNodeParameter('asked', index, '')),
    limit: ctx.getNodeParameter('limit', index, 50) as number,
  });
  const { understood } = answer.asked;
  const { total } = answer.result;
  const people = peopleOf(answer, pages);
  const { html, text } = renderAnswer({ understood, total, people }, currentLocale());
  const simple = ctx.getNodeParameter('simplify', index, false) as boolean;
  return [toItem(simple ? { understood, total, people, text } : { ...answer, html, text }, index)];
}

function peopleOf({ result, evidence }: PoolAnswer, pages: string): (AnsweredPerson & { candidateId: string })[] {
  const proofsOf = new Map(evidence.map(({ candidateId, proofs }) => [candidateId, proofs]));
  return result.candidates.map(({ candidateId, profile }) => ({
    candidateId,
    name: profile.identity.fullName,
    headline: profile.headline,
    city: profile.contact.city,
    proofs: eachOnce(proofsOf.get(candidateId) ?? []),
    ...(pages && { link: `${pages}?view=candidate&id=${candidateId}` }),
  }));
}

/** One line often speaks for several conditions. */
const eachOnce = <T extends { quote: string }>(proofs: T[]): T[] => [
  ...new Map(proofs.map((proof) => [proof.quote, proof])).values(),
];

/** An address of the web or a path of this server, spelt so that neither a page nor Markdown can take it for more. */
function readAddress(given: string): string {
  if (!given) return '';
  const here = 'http://here.invalid';
  const url = URL.canParse(given, here) ? new URL(given, here) : undefined;
  const known = url && ['http:', 'https:'].includes(url.protocol) && /^(?:\/(?!\/)|https?:)/i.test(given);
  if (!known) throw new VivierError('invalid-input', { what: 'Address of the Pages', reason: '/… or https://…' });
  const path = url.pathname.replace(/\/$/, '').replaceAll('(', '%28').replaceAll(')', '%29');
  return url.origin === here ? path : `${url.origin}${path}`;
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
