import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { ListInput, TalentPool } from '../../lib/pool';

export interface OperationCall {
  ctx: IExecuteFunctions;
  pool: TalentPool;
  index: number;
  item: INodeExecutionData;
  /** Where several items are worked on side by side: runs the work when that of the items before it is done. */
  inTurn: <T>(work: () => Promise<T>) => Promise<T>;
}

/** One operation of the node: what the panel shows for it, and what it does for one item. */
export interface Operation {
  option: INodePropertyOptions & { action: string; value: string };
  properties: INodeProperties[];
  execute(call: OperationCall): Promise<INodeExecutionData[]>;
  /** It gives no data of people, at most their numbers, which an auditor may read without writing anything. */
  withoutPeople?: boolean;
  /** How many items are worked on side by side, their candidates saved together; without it, one after the other. */
  together?: number;
}

/** Who did it, for the decision log. */
export const byProperty: INodeProperties = {
  displayName: 'By',
  name: 'by',
  type: 'string',
  default: '',
  required: true,
  placeholder: 'e.g. A. Martin, RH',
  description: 'The person who decided. Goes into the decision log.',
};

/** What a search of the node's lists is called in TalentPool.methods.listSearch. */
export type ListSearch = 'searchApplications' | 'searchCandidates' | 'searchDocuments' | 'searchLists' | 'searchOffers';

/** Chosen from a list, or named by its ID, which an earlier node mostly made. A text from an older flow does as well. */
export const locatorProperty = (
  displayName: string,
  name: string,
  example: string,
  searchListMethod: ListSearch,
): INodeProperties => ({
  displayName,
  name,
  type: 'resourceLocator',
  default: { mode: 'id', value: `={{ ${example} }}` },
  required: true,
  modes: [
    { displayName: 'From List', name: 'list', type: 'list', typeOptions: { searchListMethod, searchable: true } },
    { displayName: 'By ID', name: 'id', type: 'string' },
  ],
});

const CANDIDATE_ID = '$json.candidate?.candidateId ?? $json.candidateId';

export const candidateProperty = (displayName: string, name: string, example = CANDIDATE_ID): INodeProperties =>
  locatorProperty(displayName, name, example, 'searchCandidates');

export const candidateIdProperty = candidateProperty('Candidate', 'candidateId');

export const offerIdProperty = locatorProperty(
  'Offer',
  'offerId',
  '$json.savedOffer?.offerId ?? $json.candidate?.offerId ?? $json.offerId',
  'searchOffers',
);

export const applicationIdProperty = locatorProperty(
  'Application',
  'applicationId',
  '$json.application?.applicationId ?? $json.candidate?.applicationId ?? $json.applicationId',
  'searchApplications',
);

export const reasonProperty = (placeholder: string, description: string): INodeProperties => ({
  displayName: 'Reason',
  name: 'reason',
  type: 'string',
  default: '',
  required: true,
  placeholder,
  description,
});

export const outputFieldProperty: INodeProperties = {
  displayName: 'Put Output File in Field',
  name: 'binaryPropertyName',
  type: 'string',
  default: 'data',
  required: true,
  hint: 'The name of the output binary field to put the file in',
};

export const limitProperty: INodeProperties = {
  displayName: 'Limit',
  name: 'limit',
  type: 'number',
  typeOptions: { minValue: 1 },
  default: 50,
  description: 'Max number of results to return',
};

/** Where a page begins, for lists that another program reads page by page. */
export const offsetProperty: INodeProperties = {
  displayName: 'Pass Over',
  name: 'offset',
  type: 'number',
  typeOptions: { minValue: 0 },
  default: 0,
  description: 'So many of the first are left out',
};

/** Return All, or so many and behind so many. */
export const offsetPagingProperties = (): INodeProperties[] => [
  ...pagingProperties,
  { ...offsetProperty, displayOptions: { show: { returnAll: [false] } } },
];

export const pagingProperties: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  { ...limitProperty, displayOptions: { show: { returnAll: [false] } } },
];

/** Conditions and order of a list, as n8n's own database nodes have them. `fields`: names of the public types, alphabetical. */
export function listProperties(fields: Record<string, string>): INodeProperties[] {
  const field: INodeProperties = {
    displayName: 'Field',
    name: 'field',
    type: 'options',
    options: Object.entries(fields).map(([value, name]) => ({ name, value })),
    default: Object.keys(fields)[0],
  };
  return [
    {
      displayName: 'Conditions',
      name: 'where',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add condition',
      default: {},
      description: 'Which rows; none: all of them',
      options: [{ displayName: 'Conditions', name: 'values', values: [field, comparisonProperty, valueProperty] }],
    },
    {
      displayName: 'Combine Conditions',
      name: 'combine',
      type: 'options',
      options: [
        { name: 'All', value: 'all', description: 'Rows that fit every condition' },
        { name: 'Any', value: 'any', description: 'Rows that fit one of them' },
      ],
      default: 'all',
    },
    {
      displayName: 'Sort',
      name: 'sort',
      type: 'fixedCollection',
      typeOptions: { multipleValues: true },
      placeholder: 'Add sort rule',
      default: {},
      options: [{ displayName: 'Sort', name: 'values', values: [field, directionProperty] }],
    },
    ...offsetPagingProperties(),
  ];
}

const comparisonProperty: INodeProperties = {
  displayName: 'Comparison',
  name: 'comparison',
  type: 'options',
  options: [
    { name: 'Contains', value: 'contains' },
    { name: 'Equals', value: 'equal' },
    { name: 'Greater or Equal', value: 'greaterOrEqual' },
    { name: 'Greater Than', value: 'greater' },
    { name: 'Is Empty', value: 'isEmpty' },
    { name: 'Is Not Empty', value: 'isNotEmpty' },
    { name: 'Less or Equal', value: 'lessOrEqual' },
    { name: 'Less Than', value: 'less' },
    { name: 'Not Equal', value: 'notEqual' },
  ],
  default: 'equal',
};

const valueProperty: INodeProperties = {
  displayName: 'Value',
  name: 'value',
  type: 'string',
  default: '',
  placeholder: 'e.g. 2026-01-31, 70, true',
  displayOptions: { hide: { comparison: ['isEmpty', 'isNotEmpty'] } },
};

const directionProperty: INodeProperties = {
  displayName: 'Direction',
  name: 'direction',
  type: 'options',
  options: [
    { name: 'Ascending', value: 'ascending' },
    { name: 'Descending', value: 'descending' },
  ],
  default: 'ascending',
};

/** What listProperties asked, as the pool takes it. */
export function listInputOf({ ctx, index }: OperationCall): Pick<ListInput, 'where' | 'combine' | 'sort'> {
  const { values: where } = ctx.getNodeParameter('where', index, {}) as { values?: ListInput['where'] };
  const { values: sort } = ctx.getNodeParameter('sort', index, {}) as { values?: ListInput['sort'] };
  return { where, sort, combine: ctx.getNodeParameter('combine', index, 'all') as ListInput['combine'] };
}

const PAGE = 200;

/** Reads page after page until the limit or the end. */
export async function readPages<T>(
  { ctx, index }: OperationCall,
  read: (page: { limit: number; offset: number }) => Promise<T[]>,
): Promise<T[]> {
  const all = ctx.getNodeParameter('returnAll', index, false) as boolean;
  const wanted = all ? Number.POSITIVE_INFINITY : (ctx.getNodeParameter('limit', index, 50) as number);
  const first = all ? 0 : (ctx.getNodeParameter('offset', index, 0) as number);
  const rows: T[] = [];
  while (rows.length < wanted) {
    const limit = Math.min(PAGE, wanted - rows.length);
    const page = await read({ limit, offset: first + rows.length });
    rows.push(...page);
    if (page.length < limit) break;
  }
  return rows;
}

/** The part of a ranking that is asked for: it is made as a whole, so that its first places are made with any. `most`: as many as the pool ranks. */
export function readRanking({ ctx, index }: OperationCall, most: number): { limit: number; offset: number } {
  if (ctx.getNodeParameter('returnAll', index, false) === true) return { limit: most, offset: 0 };
  const offset = ctx.getNodeParameter('offset', index, 0) as number;
  return { limit: Math.min(most, offset + (ctx.getNodeParameter('limit', index, 50) as number)), offset };
}

/** A row of the pool as an item of its own. */
export const toItem = (row: object, index: number): INodeExecutionData => ({
  json: { ...row },
  pairedItem: { item: index },
});

/** A text, or what a locator points to; empty when there is none. */
export const textOf = ({ ctx, index }: OperationCall, name: string): string => {
  const value: unknown = ctx.getNodeParameter(name, index, '', { extractValue: true });
  return typeof value === 'string' ? value.trim() : '';
};
