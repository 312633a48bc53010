import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { byProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Purge',
  value: 'purge',
  action: 'Erase whose retention period is over',
  description: 'Lists who is due; erases them only when the dry run is switched off',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  {
    displayName: 'Dry Run',
    name: 'dryRun',
    type: 'boolean',
    default: true,
    description: 'Whether to only list who would be erased',
  },
  {
    displayName: 'Months After the Last Contact',
    name: 'months',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 120 },
    default: 24,
  },
  byProperty,
];

/** One item: who is due, and the certificates of who was erased. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, index } = call;
  const dryRun = ctx.getNodeParameter('dryRun', index, true) !== false;
  const months = ctx.getNodeParameter('months', index, 24) as number;
  return [toItem(await pool.retention.purge({ by: textOf(call, 'by'), dryRun, months }), index)];
}
