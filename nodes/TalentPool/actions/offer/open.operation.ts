import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { byProperty, offerIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Reopen',
  value: 'open',
  action: 'Open a closed offer again',
  description: 'Its applications are as they were',
};

export const properties: INodeProperties[] = [offerIdProperty, byProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.offers.open(textOf(call, 'offerId'), { by: textOf(call, 'by') }), call.index)];
}
