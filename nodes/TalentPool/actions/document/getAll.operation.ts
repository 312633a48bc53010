import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { candidateIdProperty, type OperationCall, pagingProperties, readPages, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many documents of a candidate',
  description: 'What was made about the person (letters, company CVs) and said with them (chats), newest first',
};

export const properties: INodeProperties[] = [candidateIdProperty, ...pagingProperties];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.records.list(textOf(call, 'candidateId'), page));
  return rows.map((row) => toItem(row, call.index));
}
