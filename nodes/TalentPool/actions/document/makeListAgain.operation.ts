import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { extend } from '../../../shared';
import { locatorProperty, type OperationCall, outputFieldProperty, textOf } from '../../operation';

export const option = {
  name: 'Make List Again',
  value: 'makeListAgain',
  action: 'Make a list again',
  description:
    'The same shortlist, comparison or report from the same inputs, and how it was made; people erased since are left out, and the document says how many',
};

export const properties: INodeProperties[] = [
  locatorProperty('List', 'listId', '$json.list?.listId ?? $json.listId', 'searchLists'),
  outputFieldProperty,
];

/** Any item -> the same item with `list`, whether the file is `identical` to the first one, and the file. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, pool, item, index } = call;
  const { data, made, ...list } = await pool.lists.makeAgain(textOf(call, 'listId'));
  const file = await ctx.helpers.prepareBinaryData(data, list.name, list.mimeType);
  const about = { ...list, kind: made.maker, offer: made.offer };
  const binary = { ...item.binary, [textOf(call, 'binaryPropertyName')]: file };
  return [{ ...extend(item, index, { list: about }), binary }];
}
