import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { offerIdProperty, type OperationCall, pagingProperties, readPages, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get the Refusal File',
  value: 'refusals',
  action: 'Get the refusals of an offer',
  description: 'Who refused whom, when and why, without the people’s data: what answers a claim',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [offerIdProperty, ...pagingProperties];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.offers.refusals(textOf(call, 'offerId'), page));
  return rows.map((row) => toItem(row, call.index));
}
