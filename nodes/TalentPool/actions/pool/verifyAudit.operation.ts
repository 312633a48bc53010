import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { type OperationCall, toItem } from '../../operation';

export const option = {
  name: 'Check the Decision Log',
  value: 'verifyAudit',
  action: 'Check the decision log',
  description: 'Whether any entry was changed or removed',
};

export const withoutPeople = true;

export const properties: INodeProperties[] = [];

export async function execute({ pool, index }: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await pool.audit.verify(), index)];
}
