import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { profilePageInputs, renderProfileHtml } from '../../lib/documents';
import { documentLocale, extend, forEachItem, profileOf } from '../shared';

/** Item with `profile` -> the same item with `html` (for a form's answer page or an e-mail) and the page as a file. */
export async function makeProfilePage(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const profile = profileOf(item);
    const locale = documentLocale(ctx, index, profile.meta.language);
    const html = renderProfileHtml(profile, locale);
    const data = Buffer.from(html, 'utf8');
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    const file = await ctx.helpers.prepareBinaryData(data, 'profile.html', 'text/html');
    const made = profilePageInputs(profile, locale, data);
    return [{ ...extend(item, index, { html, made }), binary: { ...item.binary, [field]: file } }];
  });
}
