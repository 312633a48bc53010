import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { parseOffer } from '../../../../lib/match';
import { extend } from '../../../shared';
import { type OperationCall } from '../../operation';

export const option = {
  name: 'Save',
  value: 'upsert',
  action: 'Save an offer',
  description: 'Create an offer, or update the open one with the same title and text (upsert)',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Offer',
    name: 'offer',
    type: 'string',
    typeOptions: { rows: 6 },
    default: '={{ $json.offer }}',
    required: true,
    description: 'First line: the title. Or an object with title, text and criteria.',
  },
];

/** Any item -> the same item with `savedOffer`. */
export async function execute({ ctx, pool, item, index }: OperationCall): Promise<INodeExecutionData[]> {
  const value: unknown = ctx.getNodeParameter('offer', index);
  const offer = parseOffer(typeof value === 'string' ? value : JSON.stringify(value), 'offer');
  return [extend(item, index, { savedOffer: await pool.offers.upsert({ ...offer, id: undefined }) })];
}
