import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import {
  candidateIdProperty,
  limitProperty,
  offsetProperty,
  type OperationCall,
  textOf,
  toItem,
} from '../../operation';

export const option = {
  name: 'Offers for Candidate',
  value: 'offersFor',
  action: 'Find offers for a candidate',
  description: 'The open offers that suit a candidate best, each with its score and reasons',
};

export const properties: INodeProperties[] = [candidateIdProperty, limitProperty, offsetProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const candidateId = textOf(call, 'candidateId');
  const limit = call.ctx.getNodeParameter('limit', call.index, 50) as number;
  const offset = call.ctx.getNodeParameter('offset', call.index, 0) as number;
  const offers = await call.pool.candidates.offersFor(candidateId, { limit: offset + limit });
  return offers.slice(offset).map((row) => toItem({ candidateId, ...row }, call.index));
}
