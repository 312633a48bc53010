import { VivierError } from '../../errors';
import { layoutWords, lettersToWords } from '../layout';
import { estimateSkew } from '../layout/skew';
import { recognisedLines } from '../ocr/lines';
import { needsOcr } from '../ocr/need';
import { recognisePage } from '../ocr/recognise';
import { openPdf, type OpenedPage, type OpenedPdf } from '../pdf/open';
import { portraitOnPage } from '../pdf/beside';
import { pageFrames, hiddenOf, type FramedLine } from '../pdf/frames';
import { renderPage } from '../pdf/render';
import { separateHidden, type SeenText } from '../pdf/visibility';
import { linksOnPage } from '../pdf/links';
import { withoutFurniture } from '../pdf/furniture';
import type { DraftLine, DraftLink, FormatReader, ReadContext, ReaderResult } from '../reader';
import type { BesideText } from '../suspicion';
import type { HiddenText, PageInfo } from '../types';

interface PageText {
  info: PageInfo;
  lines: DraftLine[];
  hidden: HiddenText[];
  links: DraftLink[];
  beside: BesideText[];
  /** Null on a page that is a picture itself. */
  photo: boolean | null;
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

async function readPage(pdf: OpenedPdf, number: number, context: ReadContext): Promise<PageText> {
  const page = await pdf.page(number);
  try {
    const seen = separateHidden(page.content);
    if (context.ocr !== 'never' && (context.ocr === 'always' || needsOcr(page.content, seen))) {
      return await recognise(page, number, seen, context);
    }
    const starts = seen.visible.map((run) => run.glyphs[0]);
    const slope = seen.ocrLayer ? estimateSkew(starts) : 0;
    const framed = pageFrames(seen.visible, (letters, rules) => layoutWords(lettersToWords(letters), rules), {
      slope,
      boxes: page.content.frames,
    });
    const lines = framed.map(toDraft(number));
    const { width, height } = page.content;
    return {
      info: { number, width, height, source: lines.length > 0 ? 'text' : 'none' },
      lines,
      hidden: hiddenOf(seen.hidden, number),
      links: linksOnPage(page.annotations, lines, number),
      beside: await page.beside(),
      photo: portraitOnPage(page.content),
    };
  } finally {
    page.close();
  }
}

/** A page read from its picture; hidden text of its own is still reported. */
async function recognise(page: OpenedPage, number: number, seen: SeenText, context: ReadContext): Promise<PageText> {
  const { picture, pointsPerPixel } = await renderPage(page, context.limits.pixels);
  const { lines, info } = recognisedLines(await recognisePage(picture, pointsPerPixel, context), number);
  return {
    info,
    lines,
    hidden: hiddenOf(seen.hidden, number),
    links: linksOnPage(page.annotations, lines, number),
    beside: await page.beside(),
    photo: null,
  };
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

/** pdf.js' own exceptions (src/shared/util.js): the file is not what it says, on this page. */
const isDamage = (error: unknown) => error instanceof Error && /Exception$/.test(error.name);

const unreadable = (number: number): PageText => ({
  info: { number, width: 0, height: 0, source: 'none' },
  lines: [],
  hidden: [],
  links: [],
  beside: [],
  photo: null,
});

async function readPages(pdf: OpenedPdf, fileName: string, context: ReadContext): Promise<ReaderResult> {
  const pages: PageText[] = [];
  let damage: VivierError | undefined;
  const readable = Math.min(pdf.pages, context.limits.pages);
  for (let number = 1; number <= readable; number++) {
    context.check();
    pages.push(
      await readPage(pdf, number, context).catch((error: unknown) => {
        if (!isDamage(error)) throw error;
        damage ??= new VivierError('corrupt', { fileName, reason: `page ${number}` }, { cause: error });
        return unreadable(number);
      }),
    );
  }
  if (damage && pages.every((page) => page.lines.length === 0)) throw damage;
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
    beside: [...pdf.beside, ...pages.flatMap((p) => p.beside)],
    photo: pages[0]?.photo ?? null,
    warnings: [...(tooMany ? [over] : []), ...(damage ? [damage] : [])].map(({ code, message }) => ({ code, message })),
    ...((tooMany || damage) && { partial: damage?.code ?? over.code }),
  };
}
