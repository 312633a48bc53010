import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { idProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get',
  value: 'get',
  action: 'Get a candidate',
  description: 'The profile with the documents and applications',
};

export const properties: INodeProperties[] = [
  idProperty('Candidate ID', 'candidateId', '$json.candidate?.candidateId ?? $json.candidateId'),
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  return [toItem(await call.pool.candidates.get(textOf(call, 'candidateId')), call.index)];
}
