import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { type ExtractedDocument, renderPages } from '../../lib/extract';
import { type PagePicture, renderReviewSheet } from '../../lib/documents';
import { documentLocale, extend, forEachItem, profileOf, required } from '../shared';

/** More pages than a CV has would make a file that no browser opens gladly. */
const MOST_PAGES = 12;
/** Sharp enough to read on a large screen, small enough to send. */
const WIDTH = 1000;

/** Formats whose pages can be drawn; the others are shown as their lines. */
const DRAWN: readonly ExtractedDocument['format'][] = ['pdf', 'image'];

/** Item with the CV's file, `cv` and `profile` -> the same item with the sheet as a file. */
export async function makeReviewSheet(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const profile = profileOf(item);
    const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
    const locale = documentLocale(ctx, index, profile.meta.language);
    const pictures = DRAWN.includes(document.format) ? await drawPages(ctx, index, document) : [];
    const correctionsUrl = ctx.getNodeParameter('correctionsUrl', index, '') as string;
    const candidateId = candidateOf(item);
    const html = renderReviewSheet({ profile, document, pictures, locale, candidateId, correctionsUrl });
    const field = ctx.getNodeParameter('binaryPropertyName', index) as string;
    const file = await ctx.helpers.prepareBinaryData(Buffer.from(html, 'utf8'), 'review-sheet.html', 'text/html');
    return [{ ...extend(item, index, {}), binary: { ...item.binary, [field]: file } }];
  });
}

/** Who it is in the talent pool, when Talent Pool stands before this node. */
function candidateOf({ json }: INodeExecutionData): string | undefined {
  const candidate = json.candidate as { candidateId?: unknown } | undefined;
  const id = candidate?.candidateId ?? json.candidateId;
  return typeof id === 'string' ? id : undefined;
}

/** None when the file is no longer on the item, or can't be drawn: the lines are shown instead. */
async function drawPages(ctx: IExecuteFunctions, index: number, document: ExtractedDocument): Promise<PagePicture[]> {
  const field = ctx.getNodeParameter('sourceBinaryPropertyName', index) as string;
  if (!ctx.getInputData()[index].binary?.[field]) return [];
  const data = await ctx.helpers.getBinaryDataBuffer(index, field);
  const wanted = document.pages.slice(0, MOST_PAGES);
  const options = {
    pages: wanted.map(({ number }) => number),
    turned: Object.fromEntries(wanted.map((page) => [page.number, page.turned ?? 0])),
    width: WIDTH,
    signal: ctx.getExecutionCancelSignal(),
  };
  return await renderPages({ data, fileName: document.fileName }, options).catch(() => []);
}
