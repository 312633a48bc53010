import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { listInputOf, listProperties, type OperationCall, readPages, toItem } from '../../operation';

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
  ...listProperties({
    closedAt: 'Closed',
    createdAt: 'Created',
    language: 'Language',
    seniority: 'Seniority',
    title: 'Title',
    updatedAt: 'Updated',
  }),
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const which = call.ctx.getNodeParameter('which', call.index);
  const open = which === 'all' ? undefined : which === 'open';
  const input = listInputOf(call);
  const rows = await readPages(call, (page) => call.pool.offers.list({ ...input, open, ...page }));
  return rows.map((row) => toItem(row, call.index));
}
