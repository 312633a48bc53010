import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { renderProfileHtml } from '../../lib/documents';
import { documentLocale, extend, forEachItem, profileOf } from '../shared';

/** Item with `profile` -> the same item with `html` (for a form's answer page or an e-mail) and the page as a file. */
export async function makeProfilePage(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const profile = profileOf(item);
    const html = renderProfileHtml(profile, documentLocale(ctx, index, profile.meta.language));
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    const file = await ctx.helpers.prepareBinaryData(Buffer.from(html, 'utf8'), 'profile.html', 'text/html');
    return [{ ...extend(item, index, { html }), binary: { ...item.binary, [field]: file } }];
  });
}
