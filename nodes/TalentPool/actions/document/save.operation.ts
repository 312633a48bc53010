import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { sha256, type DocumentInputs } from '../../../../lib/documents';
import type { Chat } from '../../../../lib/chats';
import type { NewRecord } from '../../../../lib/pool';
import type { Profile } from '../../../../lib/profile';
import { extend } from '../../../shared';
import { candidateIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Save',
  value: 'save',
  action: 'Save a document with a candidate',
  description:
    'Keep what was made about the person, said with them or sent by them; it is given to them and erased with the rest',
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
      { name: 'Letter, Diploma or Other File They Sent', value: 'submitted-document' },
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
  const data = await ctx.helpers.getBinaryDataBuffer(index, field);
  const kind = ctx.getNodeParameter('kind', index) as NewRecord['kind'];
  const record = await pool.records.add({
    candidateId: textOf(call, 'candidateId'),
    kind,
    name: fileName ?? field,
    mimeType,
    data,
    by: textOf(call, 'by') || undefined,
    ...(kind === 'chat_history' && { chat: chatOf(item) }),
    ...(kind === 'generated-document' && madeOf(item, data)),
  });
  return [extend(item, index, { record })];
}

/** What the file was made from, when it is the item's own file. */
function madeOf({ json }: INodeExecutionData, data: Buffer): Pick<NewRecord, 'made' | 'profile'> {
  const made = json.made as unknown as DocumentInputs | undefined;
  if (made?.sha256 !== sha256(data)) return {};
  return { made, profile: json.profile as unknown as Profile | undefined };
}

/** Which conversation Chat Export put on the item. */
function chatOf({ json }: INodeExecutionData): NewRecord['chat'] {
  const chat = json.chat as unknown as Partial<Chat> | undefined;
  if (!chat?.platform || !Array.isArray(chat.messages)) return undefined;
  const { platform, title = '', startedAt = null, updatedAt = null, messages } = chat;
  return { platform, title, startedAt, updatedAt, messages: messages.length };
}
