import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { byProperty, idProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Close',
  value: 'close',
  action: 'Close an offer',
  description: 'No new applications; nothing is deleted',
};

export const properties: INodeProperties[] = [
  idProperty('Offer ID', 'offerId', '$json.savedOffer?.offerId ?? $json.offerId'),
  byProperty,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.offers.close(textOf(call, 'offerId'), { by: textOf(call, 'by') }), call.index)];
}
