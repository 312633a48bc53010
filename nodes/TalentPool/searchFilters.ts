import type { INodeProperties } from 'n8n-workflow';
import { ollamaConfig, sharedOllama } from '../shared';
import { STAGES, type Embedder, type SearchFilters, type Stage } from '../../lib/pool';
import type { OperationCall } from './operation';

const LEVELS = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'].map((value) => ({ name: value, value }));
const STAGE_OPTIONS = STAGES.map((value) => ({ name: value[0].toUpperCase() + value.slice(1), value }));
const DEGREES = [
  ['CAP or BEP', 3],
  ['Bac', 4],
  ['Bac+2', 5],
  ['Bac+3, Bachelor', 6],
  ['Bac+5, Master', 7],
  ['Doctorate', 8],
].map(([name, value]) => ({ name: String(name), value }));

const years = (displayName: string, name: string): INodeProperties => ({
  displayName,
  name,
  type: 'number',
  typeOptions: { minValue: 0 },
  default: 0,
});
const day = (displayName: string, name: string): INodeProperties => ({
  displayName,
  name,
  type: 'dateTime',
  default: '',
});

/** Shared by the operations that search. Alphabetical, as n8n shows them. */
export const filtersProperty: INodeProperties = {
  displayName: 'Filters',
  name: 'filters',
  type: 'collection',
  placeholder: 'Add filter',
  default: {},
  options: [
    {
      ...day('Available By', 'availableBy'),
      description:
        'Leaves out whose CV tells a later date or a longer notice. Whose CV does not say stays, marked “not-said” under “availability”.',
    },
    day('Changed After', 'updatedFrom'),
    day('Changed Before', 'updatedTo'),
    { displayName: 'City', name: 'city', type: 'string', default: '', placeholder: 'e.g. Lyon' },
    {
      displayName: 'Department',
      name: 'department',
      type: 'string',
      default: '',
      placeholder: 'e.g. 69',
      description: 'French département, or a postal code in it',
    },
    { displayName: 'Language', name: 'language', type: 'string', default: '', placeholder: 'e.g. anglais' },
    {
      displayName: 'Language Level',
      name: 'languageLevel',
      type: 'options',
      options: LEVELS,
      default: 'B2',
      description: 'The least level of that language (CEFR)',
    },
    { displayName: 'Least Degree', name: 'minDegree', type: 'options', options: DEGREES, default: 6 },
    years('Least Years of Experience', 'minYears'),
    years('Most Years of Experience', 'maxYears'),
    { displayName: 'Offer ID', name: 'offerId', type: 'string', default: '' },
    {
      displayName: 'Radius (Km)',
      name: 'radiusKm',
      type: 'number',
      typeOptions: { minValue: 1, maxValue: 200 },
      default: 30,
      description:
        'So many kilometres around the city. Towns of 500 inhabitants or more in France and French-speaking neighbours; the département then says which town of that name.',
    },
    day('Received After', 'receivedFrom'),
    day('Received Before', 'receivedTo'),
    {
      displayName: 'Skills',
      name: 'skills',
      type: 'string',
      default: '',
      placeholder: 'e.g. Excel, Sage',
      description: 'All of them, separated by commas',
    },
    {
      displayName: 'Source',
      name: 'source',
      type: 'string',
      default: '',
      placeholder: 'e.g. e-mail',
      description: 'Where the CV came from',
    },
    { displayName: 'Stage', name: 'stage', type: 'options', options: STAGE_OPTIONS, default: 'screening' },
  ],
};

export const meaningProperty: INodeProperties = {
  displayName: 'Search by Meaning Too',
  name: 'meaning',
  type: 'boolean',
  default: false,
  description:
    'Whether to also find candidates who are meant but use other words. Needs Ollama with an embedding model, and the operation “Update Embeddings” run before.',
};

export const embeddingModelProperty: INodeProperties = {
  displayName: 'Embedding Model',
  name: 'embeddingModel',
  type: 'string',
  default: 'bge-m3',
  description: 'As Ollama names it. Vectors of another model are not compared.',
};

type Chosen = Record<string, string | number | undefined>;

const text = (value: unknown) => (typeof value === 'string' ? value.trim() || undefined : undefined);
const number = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

export function readFilters({ ctx, index }: OperationCall): SearchFilters {
  const chosen = ctx.getNodeParameter('filters', index, {}) as Chosen;
  const skills = (text(chosen.skills) ?? '')
    .split(/[,;\n]/)
    .map((skill) => skill.trim())
    .filter(Boolean);
  return {
    availableBy: text(chosen.availableBy),
    city: text(chosen.city),
    department: text(chosen.department),
    language: text(chosen.language),
    languageLevel: text(chosen.languageLevel) as SearchFilters['languageLevel'],
    minDegree: number(chosen.minDegree),
    minYears: number(chosen.minYears),
    maxYears: number(chosen.maxYears),
    offerId: text(chosen.offerId),
    radiusKm: number(chosen.radiusKm),
    receivedFrom: text(chosen.receivedFrom),
    receivedTo: text(chosen.receivedTo),
    updatedFrom: text(chosen.updatedFrom),
    updatedTo: text(chosen.updatedTo),
    skills: skills.length ? skills : undefined,
    source: text(chosen.source),
    stage: text(chosen.stage) as Stage | undefined,
  };
}

/** The embedder of the Ollama credential; undefined when meaning is not asked for. */
export async function embedderOf({ ctx, index }: OperationCall): Promise<Embedder | undefined> {
  if (ctx.getNodeParameter('meaning', index, false) !== true) return undefined;
  const model = (ctx.getNodeParameter('embeddingModel', index, '') as string).trim();
  const config = ollamaConfig(await ctx.getCredentials('vivierOllamaApi', index));
  const client = sharedOllama({ ...config, ...(model ? { embedModel: model } : {}) });
  const signal = ctx.getExecutionCancelSignal();
  return {
    model: client.embedModel,
    embed: async (texts, purpose) => (await client.embed({ texts, purpose, signal })).vectors,
  };
}
