import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, pagingProperties, readPages, toItem } from '../../operation';

export const option = {
  name: 'List Who Is Due',
  value: 'due',
  action: 'List whose data are due to be erased',
  description: 'Who is due within some days, and when; with the mail that asks whether they want to stay',
};

export const properties: INodeProperties[] = [
  {
    displayName: 'Within Days',
    name: 'withinDays',
    type: 'number',
    typeOptions: { minValue: 0, maxValue: 3650 },
    default: 30,
  },
  {
    displayName: 'With a Mail to Send',
    name: 'withMail',
    type: 'boolean',
    default: true,
    description: 'Whether to return only people with an address, with the words of the mail',
  },
  ...pagingProperties,
];

/** One item per person. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, index } = call;
  const withinDays = ctx.getNodeParameter('withinDays', index, 30) as number;
  const at = new Date(Date.now() + withinDays * 86_400_000).toISOString();
  const due = await readPages(call, (page) => pool.retention.due({ at, ...page }));
  if (!ctx.getNodeParameter('withMail', index, true)) return due.map((row) => toItem(row, index));
  const wanted = new Set(due.map(({ candidateId }) => candidateId));
  const renewals = await pool.retention.renewals({ withinDays, limit: 1_000 });
  return renewals.filter(({ candidateId }) => wanted.has(candidateId)).map((row) => toItem(row, index));
}
