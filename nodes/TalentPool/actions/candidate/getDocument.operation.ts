import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { idProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Get File',
  value: 'getDocument',
  action: 'Get the original file of a candidate',
  description: 'The CV as it came in, the latest one',
};

export const properties: INodeProperties[] = [
  idProperty('Candidate ID', 'candidateId', '$json.candidate?.candidateId ?? $json.candidateId'),
  {
    displayName: 'Put Output File in Field',
    name: 'binaryPropertyName',
    type: 'string',
    default: 'data',
    required: true,
    hint: 'The name of the output binary field to put the file in',
  },
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { data, fileName, mimeType } = await pool.candidates.document(textOf(call, 'candidateId'));
  const file = await ctx.helpers.prepareBinaryData(data, fileName, mimeType);
  return [{ ...extend(item, index, {}), binary: { ...item.binary, [textOf(call, 'binaryPropertyName')]: file } }];
}
