import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { offerIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = { name: 'Get', value: 'get', action: 'Get an offer', description: 'Title, text and criteria' };

export const properties: INodeProperties[] = [offerIdProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.offers.get(textOf(call, 'offerId')), call.index)];
}
