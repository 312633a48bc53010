import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { candidateIdProperty, locatorProperty, type OperationCall, outputFieldProperty, textOf } from '../../operation';

export const option = {
  name: 'Get File',
  value: 'getDocument',
  action: 'Get the original file of a candidate',
  description: 'The CV as it came in: the latest one, or one that was replaced',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    ...locatorProperty('File', 'documentId', '', 'searchDocuments'),
    default: { mode: 'id', value: '' },
    required: false,
    description: 'Empty: the latest one',
  },
  outputFieldProperty,
];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { data, fileName, mimeType } = await pool.candidates.document(
    textOf(call, 'candidateId'),
    textOf(call, 'documentId') || undefined,
  );
  const file = await ctx.helpers.prepareBinaryData(data, fileName, mimeType);
  return [{ ...extend(item, index, {}), binary: { ...item.binary, [textOf(call, 'binaryPropertyName')]: file } }];
}
