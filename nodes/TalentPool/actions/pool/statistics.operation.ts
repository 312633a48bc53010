import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, toItem } from '../../operation';

export const option = {
  name: 'Statistics',
  value: 'statistics',
  action: 'Get statistics',
  description: 'How many candidates, documents, offers and applications',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [];

export async function execute({ pool, index }: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await pool.statistics(), index)];
}
