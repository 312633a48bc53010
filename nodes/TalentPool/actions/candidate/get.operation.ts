import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { candidateIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get',
  value: 'get',
  action: 'Get a candidate',
  description: 'The profile with the documents and applications',
};

export const properties: INodeProperties[] = [candidateIdProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.candidates.get(textOf(call, 'candidateId')), call.index)];
}
