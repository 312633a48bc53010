import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import {
  listInputOf,
  listProperties,
  offerIdProperty,
  type OperationCall,
  readPages,
  textOf,
  toItem,
} from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many applications',
  description: 'Of one offer, best score first, with the candidates’ profiles',
};

export const properties: INodeProperties[] = [
  offerIdProperty,
  ...listProperties({
    assignedTo: 'Assigned To',
    consent: 'Consent',
    createdAt: 'Created',
    rescoreNeeded: 'Score Is Outdated',
    score: 'Score',
    source: 'Source',
    stage: 'Stage',
    updatedAt: 'Updated',
  }),
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const offerId = textOf(call, 'offerId');
  const input = listInputOf(call);
  const rows = await readPages(call, (page) => call.pool.applications.list({ ...input, offerId, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
