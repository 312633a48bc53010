import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { byProperty, candidateProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Merge',
  value: 'merge',
  action: 'Merge two candidates',
  description: 'Make two entries of one person into one; files, profiles and applications of both are kept',
};

export const properties: INodeProperties[] = [
  candidateProperty('Candidate to Keep', 'keep'),
  candidateProperty('Candidate to Merge Into It', 'remove', '$json.candidate?.possibleDuplicates?.[0]'),
  byProperty,
];

/** Any item -> the same item with `merged`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const merged = await call.pool.candidates.merge({
    keep: textOf(call, 'keep'),
    remove: textOf(call, 'remove'),
    by: textOf(call, 'by'),
  });
  return [extend(call.item, call.index, { merged })];
}
