import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { candidateIdProperty, locatorProperty, type OperationCall, outputFieldProperty, textOf } from '../../operation';

export const option = {
  name: 'Get',
  value: 'get',
  action: 'Get a document of a candidate',
  description: 'A letter, a company CV or a chat, as a file',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  locatorProperty('Document', 'documentId', '$json.record?.recordId ?? $json.recordId', 'searchDocuments'),
  outputFieldProperty,
];

/** Any item -> the same item with `record` and its file. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { data, ...record } = await pool.records.get(textOf(call, 'documentId'));
  const file = await ctx.helpers.prepareBinaryData(data, record.name, record.mimeType);
  return [
    { ...extend(item, index, { record }), binary: { ...item.binary, [textOf(call, 'binaryPropertyName')]: file } },
  ];
}
