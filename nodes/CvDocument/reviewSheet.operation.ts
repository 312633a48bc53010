import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { ExtractedDocument } from '../../lib/extract';
import { type PagePicture, renderReviewSheet, reviewSheetInputs } from '../../lib/documents';
import { candidateOf, documentLocale, drawPages, extend, forEachItem, profileOf, required } from '../shared';

/** Sharp enough to read on a large screen, small enough to send. */
const WIDTH = 1000;

/** Item with the CV's file, `cv` and `profile` -> the same item with the sheet as a file. */
export async function makeReviewSheet(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const profile = profileOf(item);
    const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
    const locale = documentLocale(ctx, index, profile.meta.language);
    const pictures = await pagesOf(ctx, index, document);
    const correctionsUrl = ctx.getNodeParameter('correctionsUrl', index, '') as string;
    const candidateId = candidateOf(item);
    const shown = { profile, document, pictures, locale, candidateId, correctionsUrl };
    const data = Buffer.from(renderReviewSheet(shown), 'utf8');
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    const file = await ctx.helpers.prepareBinaryData(data, 'review-sheet.html', 'text/html');
    return [
      { ...extend(item, index, { made: reviewSheetInputs(shown, data) }), binary: { ...item.binary, [field]: file } },
    ];
  });
}

/** None when the file is no longer on the item, or can't be drawn: the lines are shown instead. */
async function pagesOf(ctx: IExecuteFunctions, index: number, document: ExtractedDocument): Promise<PagePicture[]> {
  const field = ctx.getNodeParameter('sourceBinaryPropertyName', index) as string;
  if (!ctx.getInputData()[index].binary?.[field]) return [];
  const data = await ctx.helpers.getBinaryDataBuffer(index, field);
  return await drawPages(data, document, { width: WIDTH, signal: ctx.getExecutionCancelSignal() });
}
