import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { NewRecord } from '../../../../lib/pool';
import { extend } from '../../../shared';
import { candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Save',
  value: 'save',
  action: 'Save a document with a candidate',
  description: 'Keep what was made about the person or said with them; it is given to them and erased with the rest',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Input Binary Field',
    name: 'inputBinaryField',
    type: 'string',
    default: 'document',
    required: true,
    hint: 'The name of the input binary field with the file, as CV Document names it',
  },
  {
    displayName: 'Kind',
    name: 'kind',
    type: 'options',
    options: [
      { name: 'Chat', value: 'chat_history' },
      { name: 'Generated Document', value: 'generated-document' },
    ],
    default: 'generated-document',
  },
  { displayName: 'By', name: 'by', type: 'string', default: '', placeholder: 'e.g. A. Martin, RH' },
];

/** Item with a file -> the same item with `record`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const field = textOf(call, 'inputBinaryField');
  const { fileName, mimeType } = ctx.helpers.assertBinaryData(index, field);
  const record = await pool.records.add({
    candidateId: textOf(call, 'candidateId'),
    kind: ctx.getNodeParameter('kind', index) as NewRecord['kind'],
    name: fileName ?? field,
    mimeType,
    data: await ctx.helpers.getBinaryDataBuffer(index, field),
    by: textOf(call, 'by') || undefined,
  });
  return [extend(item, index, { record })];
}
