import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many candidates',
  description: 'The most recently changed first',
};

export const properties: INodeProperties[] = pagingProperties;

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await readPages(call, (page) => call.pool.candidates.list(page));
  return rows.map((row) => toItem(row, call.index));
}
