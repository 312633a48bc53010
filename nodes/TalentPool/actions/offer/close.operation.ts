import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { byProperty, offerIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Close',
  value: 'close',
  action: 'Close an offer',
  description: 'No new applications; nothing is deleted',
};

export const properties: INodeProperties[] = [offerIdProperty, byProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.offers.close(textOf(call, 'offerId'), { by: textOf(call, 'by') }), call.index)];
}
