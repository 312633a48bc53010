import { type ExtractedDocument, type PageImage, type PageOptions, renderPages } from '../../lib/extract';

/** More pages than a CV has would make items and pages that nothing opens gladly. */
const MOST_PAGES = 12;
/** Formats whose pages can be drawn; the others are shown as their lines. */
const DRAWN: readonly ExtractedDocument['format'][] = ['pdf', 'image'];

/** The pages of a document that was read, upright, as pictures. None for formats without pages, nor when they can't be drawn: the lines are there in any case. */
export async function drawPages(
  data: Uint8Array,
  document: ExtractedDocument,
  options: Pick<PageOptions, 'width' | 'password' | 'signal'>,
): Promise<PageImage[]> {
  if (!DRAWN.includes(document.format)) return [];
  const wanted = document.pages.slice(0, MOST_PAGES);
  return await renderPages(
    { data, fileName: document.fileName },
    {
      ...options,
      pages: wanted.map(({ number }) => number),
      turned: Object.fromEntries(wanted.map((page) => [page.number, page.turned ?? 0])),
    },
  ).catch(() => []);
}
