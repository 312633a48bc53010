import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { candidateIdProperty, locatorProperty, type OperationCall, outputFieldProperty, textOf } from '../../operation';

export const option = {
  name: 'Make Again',
  value: 'makeAgain',
  action: 'Make a document again',
  description: 'The same document from the same inputs; no model is asked again',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  locatorProperty('Document', 'documentId', '$json.record?.recordId ?? $json.recordId', 'searchDocuments'),
  outputFieldProperty,
];

/** Any item -> the same item with `record`, whether the file is `identical` to the stored one, and the file. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { data, identical, ...record } = await pool.records.makeAgain(textOf(call, 'documentId'));
  const file = await ctx.helpers.prepareBinaryData(data, record.name, record.mimeType);
  const field = textOf(call, 'binaryPropertyName');
  return [{ ...extend(item, index, { record, identical }), binary: { ...item.binary, [field]: file } }];
}
