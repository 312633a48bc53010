import type { IExecuteFunctions, INodeExecutionData, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import type { TalentPool } from '../../lib/pool';

export interface OperationCall {
  ctx: IExecuteFunctions;
  pool: TalentPool;
  index: number;
  item: INodeExecutionData;
}

/** One operation of the node: what the panel shows for it, and what it does for one item. */
export interface Operation {
  option: INodePropertyOptions & { action: string; value: string };
  properties: INodeProperties[];
  execute(call: OperationCall): Promise<INodeExecutionData[]>;
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

export const idProperty = (displayName: string, name: string, example: string): INodeProperties => ({
  displayName,
  name,
  type: 'string',
  default: `={{ ${example} }}`,
  required: true,
});

export const candidateIdProperty = idProperty(
  'Candidate ID',
  'candidateId',
  '$json.candidate?.candidateId ?? $json.candidateId',
);

export const applicationIdProperty = idProperty(
  'Application ID',
  'applicationId',
  '$json.application?.applicationId ?? $json.candidate?.applicationId ?? $json.applicationId',
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

export const pagingProperties: INodeProperties[] = [
  {
    displayName: 'Return All',
    name: 'returnAll',
    type: 'boolean',
    default: false,
    description: 'Whether to return all results or only up to a given limit',
  },
  {
    displayName: 'Limit',
    name: 'limit',
    type: 'number',
    typeOptions: { minValue: 1 },
    default: 50,
    description: 'Max number of results to return',
    displayOptions: { show: { returnAll: [false] } },
  },
];

const PAGE = 200;

/** Reads page after page until the limit or the end. */
export async function readPages<T>(
  { ctx, index }: OperationCall,
  read: (page: { limit: number; offset: number }) => Promise<T[]>,
): Promise<T[]> {
  const all = ctx.getNodeParameter('returnAll', index, false) as boolean;
  const wanted = all ? Number.POSITIVE_INFINITY : (ctx.getNodeParameter('limit', index, 50) as number);
  const rows: T[] = [];
  while (rows.length < wanted) {
    const limit = Math.min(PAGE, wanted - rows.length);
    const page = await read({ limit, offset: rows.length });
    rows.push(...page);
    if (page.length < limit) break;
  }
  return rows;
}

/** A row of the pool as an item of its own. */
export const toItem = (row: object, index: number): INodeExecutionData => ({
  json: { ...row },
  pairedItem: { item: index },
});

export const textOf = ({ ctx, index }: OperationCall, name: string): string =>
  (ctx.getNodeParameter(name, index, '') as string).trim();
