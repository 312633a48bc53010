import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import {
  candidateIdProperty,
  offsetPagingProperties,
  type OperationCall,
  readRanking,
  textOf,
  toItem,
} from '../../operation';

export const option = {
  name: 'Offers for Candidate',
  value: 'offersFor',
  action: 'Find offers for a candidate',
  description: 'The open offers that suit a candidate best, each with its score and reasons',
};

export const properties: INodeProperties[] = [candidateIdProperty, ...offsetPagingProperties()];

/** The newest so many open offers are looked at. */
const MOST = 1_000;

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const candidateId = textOf(call, 'candidateId');
  const { limit, offset } = readRanking(call, MOST);
  const offers = await call.pool.candidates.offersFor(candidateId, { limit });
  return offers.slice(offset).map((row) => toItem({ candidateId, ...row }, call.index));
}
