import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'Get Many Lists',
  value: 'getLists',
  action: 'Get many lists',
  description: 'Shortlists, comparisons and reports whose making was saved, newest first; nobody is named',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = pagingProperties;

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.lists.list(page));
  return rows.map(({ made, ...row }) => toItem({ ...row, kind: made.maker, offer: made.offer }, call.index));
}
