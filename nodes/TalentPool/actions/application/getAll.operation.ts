import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { idProperty, type OperationCall, pagingProperties, readPages, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many applications',
  description: 'Of one offer, best score first, with the candidates’ profiles',
};

export const properties: INodeProperties[] = [
  idProperty('Offer ID', 'offerId', '$json.savedOffer?.offerId ?? $json.candidate?.offerId ?? $json.offerId'),
  ...pagingProperties,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const offerId = textOf(call, 'offerId');
  const rows = await readPages(call, (page) => call.pool.applications.list({ offerId, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
