import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { collect, type HealthSeen } from '../../../../lib/api';
import { type OperationCall, toItem } from '../../operation';

export const option = {
  name: 'Metrics',
  value: 'metrics',
  action: 'Get metrics',
  description: 'How CVs were read lately, and what this machine does, as numbers and in Prometheus’ format',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [
  {
    displayName: 'Hours',
    name: 'hours',
    type: 'number',
    typeOptions: { minValue: 1, maxValue: 744 },
    default: 24,
    description:
      'Of how many hours. What “CV Analyze: Check the Model” found is told too, when it stands before this node.',
  },
];

/** Any item -> `text` for Prometheus, and the numbers for an alarm. */
export async function execute({ ctx, index, item, pool }: OperationCall): Promise<INodeExecutionData[]> {
  const hours = ctx.getNodeParameter('hours', index, 24) as number;
  const health = (Array.isArray(item.json.hosts) ? item.json : undefined) as HealthSeen | undefined;
  return [toItem(await collect(pool, hours, health), index)];
}
