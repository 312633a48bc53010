import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'Read the Decision Log',
  value: 'audit',
  action: 'Read the decision log',
  description: 'Who did what, when; newest first',
};

export const properties: INodeProperties[] = pagingProperties;

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.audit.list(page));
  return rows.map((row) => toItem(row, call.index));
}
