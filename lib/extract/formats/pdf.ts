import { VivierError } from '../../errors';
import { layoutWords, lettersToWords } from '../layout';
import { openPdf, type OpenedPdf } from '../pdf/open';
import { pageFrames, hiddenOf, type FramedLine } from '../pdf/frames';
import { separateHidden } from '../pdf/visibility';
import { linksOnPage } from '../pdf/links';
import { withoutFurniture } from '../pdf/furniture';
import type { DraftLine, DraftLink, FormatReader, ReadContext, ReaderResult } from '../reader';
import type { HiddenText, PageInfo } from '../types';

interface PageText {
  info: PageInfo;
  lines: DraftLine[];
  hidden: HiddenText[];
  links: DraftLink[];
}

const toDraft =
  (page: number) =>
  (framed: FramedLine): DraftLine => ({
    text: framed.line.text,
    page,
    box: framed.box,
    fontSize: Math.round(framed.line.size * 10) / 10,
    bold: framed.line.bold,
    block: framed.line.block,
  });

async function readPage(pdf: OpenedPdf, number: number): Promise<PageText> {
  const page = await pdf.page(number);
  try {
    const seen = separateHidden(page.content);
    const framed = pageFrames(seen.visible, (letters) => layoutWords(lettersToWords(letters)));
    const lines = framed.map(toDraft(number));
    const { width, height } = page.content;
    return {
      info: { number, width, height, source: lines.length > 0 ? 'text' : 'none' },
      lines,
      hidden: hiddenOf(seen.hidden, number),
      links: linksOnPage(page.annotations, lines, number),
    };
  } finally {
    page.close();
  }
}

/** PDF: characters are placed, separated into seen and unseen, and put in reading order; pages without text are recognised from their picture. */
export const pdfReader: FormatReader = {
  format: 'pdf',
  async read(file, context): Promise<ReaderResult> {
    const pdf = await openPdf(file, context);
    try {
      return await readPages(pdf, file.fileName, context);
    } finally {
      await pdf.close();
    }
  },
};

async function readPages(pdf: OpenedPdf, fileName: string, context: ReadContext): Promise<ReaderResult> {
  const pages: PageText[] = [];
  const readable = Math.min(pdf.pages, context.limits.pages);
  for (let number = 1; number <= readable; number++) {
    context.check();
    pages.push(await readPage(pdf, number));
  }
  const lines = withoutFurniture(pages.map((p) => ({ lines: p.lines, height: p.info.height })));
  const places = new Map(lines.map((line, i) => [line, i]));
  const links = pages.flatMap((p) =>
    p.links.map((link) => ({ ...link, draft: link.draft === undefined ? undefined : places.get(p.lines[link.draft]) })),
  );
  const tooMany = pdf.pages > readable;
  const over = new VivierError('too-many-pages', { fileName, actual: pdf.pages, limit: context.limits.pages });
  return {
    format: 'pdf',
    mimeType: 'application/pdf',
    lines,
    pages: pages.map((p) => p.info),
    links,
    hiddenText: pages.flatMap((p) => p.hidden),
    properties: pdf.properties,
    warnings: tooMany ? [{ code: over.code, message: over.message }] : [],
    ...(tooMany && { partial: 'too-many-pages' }),
  };
}
