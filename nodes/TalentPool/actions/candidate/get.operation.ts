import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { toFlatFrench } from '../../../../lib/profile';
import { candidateIdProperty, type OperationCall, textOf, toItem } from '../../operation';

export const option = {
  name: 'Get',
  value: 'get',
  action: 'Get a candidate',
  description: 'The profile with the documents and applications',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Simplify',
    name: 'simplify',
    type: 'boolean',
    default: false,
    description:
      'Whether to return a simplified version of the response instead of the raw data: flat French keys, without the places in the CV. Best for an AI agent.',
  },
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const found = await call.pool.candidates.get(textOf(call, 'candidateId'));
  if (!(call.ctx.getNodeParameter('simplify', call.index, false) as boolean)) return [toItem(found, call.index)];
  const { candidateId, profile, applications } = found;
  return [toItem({ candidateId, candidat: toFlatFrench(profile), applications }, call.index)];
}
