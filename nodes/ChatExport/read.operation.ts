import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { readChats, suggestFromChats, toMarkdown, type Chat } from '../../lib/chats';
import { VivierError } from '../../lib/errors';
import { documentLocale, extend, forEachItem, profileOf } from '../shared';

interface ReadOptions {
  from?: string;
  mostMebibytes?: number;
  titleContains?: string;
}

const MEBIBYTE = 1024 * 1024;

/** Item with an export -> an item for each conversation, with `chat`, the text as a file, and `suggestions` where the item has a profile. */
export async function read(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const field = ctx.getNodeParameter('inputBinaryField', index) as string;
    const options = ctx.getNodeParameter('options', index, {}) as ReadOptions;
    if (!item.binary?.[field]) throw new VivierError('no-file');
    const { fileName } = ctx.helpers.assertBinaryData(index, field);
    const chats = await readChats(
      { data: await ctx.helpers.getBinaryDataBuffer(index, field), fileName: fileName ?? field },
      options.mostMebibytes ? { mostBytes: options.mostMebibytes * MEBIBYTE } : {},
    );
    const items: INodeExecutionData[] = [];
    for (const chat of chats.filter((one) => isWanted(one, options))) items.push(await toItem(ctx, index, item, chat));
    return items;
  });
}

function isWanted({ title, updatedAt, startedAt }: Chat, { from, titleContains = '' }: ReadOptions): boolean {
  const last = updatedAt ?? startedAt;
  // A conversation without a date is not known to be older.
  const recent = !from || !last || last >= new Date(from).toISOString();
  return recent && title.toLowerCase().includes(titleContains.trim().toLowerCase());
}

async function toItem(
  ctx: IExecuteFunctions,
  index: number,
  item: INodeExecutionData,
  chat: Chat,
): Promise<INodeExecutionData> {
  const profile = item.json.profile ? profileOf(item) : null;
  const locale = documentLocale(ctx, index, profile?.meta.language);
  const output = ctx.getNodeParameter('binaryPropertyName', index) as string;
  const name = `${
    chat.title
      .replace(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || chat.platform
  }.md`;
  const file = await ctx.helpers.prepareBinaryData(
    Buffer.from(toMarkdown(chat, locale), 'utf8'),
    name,
    'text/markdown',
  );
  const suggestions = profile ? { suggestions: suggestFromChats([chat], profile, locale) } : {};
  return { ...extend(item, index, { chat, ...suggestions }), binary: { [output]: file } };
}
