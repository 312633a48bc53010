import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, toItem } from '../../operation';

export const option = {
  name: 'Check the Pool',
  value: 'health',
  action: 'Check the pool',
  description: 'Whether it answers, its version and what it holds',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [];

export async function execute({ pool, index }: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await pool.health(), index)];
}
