import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, toItem } from '../../operation';

export const option = {
  name: 'Get Many',
  value: 'getAll',
  action: 'Get many API keys',
  description: 'Who may use the HTTP API and when a key was last used, never the keys themselves',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [];

export async function execute({ pool, index }: OperationCall): Promise<INodeExecutionData[]> {
  return (await pool.apiKeys.list()).map((row) => toItem(row, index));
}
