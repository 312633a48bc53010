import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { candidateIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get Profile Versions',
  value: 'versions',
  action: 'Get every version of a candidate’s profile',
  description: 'How the profile changed, oldest first',
};

export const properties: INodeProperties[] = [candidateIdProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const rows = await call.pool.candidates.versions(textOf(call, 'candidateId'));
  return rows.map((row) => toItem(row, call.index));
}
