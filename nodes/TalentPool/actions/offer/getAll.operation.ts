import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = { name: 'Get Many', value: 'getAll', action: 'Get many offers', description: 'Newest first' };

export const properties: INodeProperties[] = [
  {
    displayName: 'Which',
    name: 'which',
    type: 'options',
    options: [
      { name: 'All', value: 'all' },
      { name: 'Closed', value: 'closed' },
      { name: 'Open', value: 'open' },
    ],
    default: 'open',
  },
  ...pagingProperties,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const which = call.ctx.getNodeParameter('which', call.index);
  const open = which === 'all' ? undefined : which === 'open';
  const rows = await readPages(call, (page) => call.pool.offers.list({ open, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
