import { dirname, join } from 'node:path';
import type { TDocumentDefinitions } from 'pdfmake/interfaces';
import type { PDFDocument } from 'pdfmake/js/PDFDocument.js';
import { escapeHtml } from '../html';
import { writtenInOrder } from './in-order';
import { drawTagged, taggingLayout } from './tagging';
import { UNIVERSAL_ACCESS } from './universal-access';
import type { Tagged } from './tree';

export { withFallback } from './fallback';

declare module 'pdfmake/interfaces' {
  // What a node says for the structure tree: see `Tagged`.
  // eslint-disable-next-line @typescript-eslint/no-empty-object-type -- merging with an interface of the library takes an interface
  interface ContentBase extends Tagged {}
}

/**
 * Tagged PDF/A-2a and PDF/UA-1 bytes of a definition: a structure tree in the order of the definition, its language, its title shown. Fonts are embedded: Roboto,
 * which pdfmake ships (Latin, Greek and Cyrillic), and Lora (Latin and Cyrillic); letters of other scripts show as ◊, and are what they are for those who copy the text. Reads no file but those fonts and no address. The dates in the
 * metadata are the one given, so that the same input gives the same bytes.
 *
 * Does what pdfmake's `Printer` does, with a layout and a renderer that tag.
 */
export async function renderPdf(definition: TDocumentDefinitions, generatedAt: string): Promise<Buffer> {
  const { default: pages } = await import('pdfmake/js/PageSize.js');
  const { default: tables } = await import('pdfmake/js/tableLayouts.js');
  const { default: svg } = await import('pdfmake/js/SVGMeasure.js');
  const { pageSize, pageOrientation, pageMargins, content, styles, defaultStyle } = definition;
  const size = pages.normalizePageSize(pageSize, pageOrientation);
  const pdf = await emptyPdf(definition, size, generatedAt);
  const layout = await taggingLayout(size, pages.normalizePageMargin(pageMargins), new svg.default());
  layout.registerTableLayouts(tables.tableLayouts);
  const { background, header, footer, watermark, pageBreakBefore } = definition;
  const drawn = layout.layoutDocument(
    ...[content, pdf, styles ?? {}, defaultStyle, background, header, footer, watermark, pageBreakBefore],
  );
  await drawTagged(pdf, drawn, layout.root);
  pdf.appendXML(UNIVERSAL_ACCESS);
  return await bytesOf(pdf);
}

async function emptyPdf(
  { info, language }: TDocumentDefinitions,
  size: { width: number; height: number },
  generatedAt: string,
): Promise<PDFDocument> {
  const { default: library } = await import('pdfmake/js/PDFDocument.js');
  const fonts = fontFiles();
  const allowed = new Set(Object.values(fonts).flatMap((files) => Object.values(files)));
  const moment = new Date(generatedAt);
  const date = Number.isNaN(moment.getTime()) ? new Date(0) : moment;
  const options = {
    size: [size.width, size.height],
    ...{ pdfVersion: '1.7', subset: 'PDF/A-2a', tagged: true, displayTitle: true, lang: language },
    ...{ compress: true, fontLayoutCache: true, bufferPages: false, autoFirstPage: false, font: null },
    info: { ...named(info), CreationDate: date, ModDate: date },
  };
  const inOrder = writtenInOrder();
  class Pdf extends library.default {
    override openImage(source: unknown) {
      return inOrder(super.openImage(source));
    }

    /** pdfkit writes the properties into XML as they are: a title with « & » would make it unreadable. */
    override _addInfo() {
      const { info: plain } = this;
      this.info = Object.fromEntries(
        Object.entries(plain).map(([key, value]) => [key, typeof value === 'string' ? escapeHtml(value) : value]),
      );
      super._addInfo();
      this.info = plain;
    }
  }
  return new Pdf(fonts, {}, {}, {}, options, null, (path) => allowed.has(path));
}

/** PDF writes the names of a document's properties with a capital. */
const named = (info: TDocumentDefinitions['info'] = {}) =>
  Object.fromEntries(
    Object.entries(info)
      .filter(([, value]) => Boolean(value))
      .map(([key, value]: [string, unknown]) => [key.charAt(0).toUpperCase() + key.slice(1), value]),
  );

async function bytesOf(pdf: PDFDocument): Promise<Buffer> {
  const chunks: Buffer[] = [];
  return await new Promise((resolve, reject) => {
    pdf.on('data', (chunk: Buffer) => chunks.push(chunk));
    pdf.on('end', () => resolve(Buffer.concat(chunks)));
    pdf.on('error', reject);
    pdf.end();
  });
}
/** Where the fonts are that documents carry with them. */
export const fontFiles = () => ({ Roboto: robotoFiles(), Lora: loraFiles() });
export type FontName = keyof ReturnType<typeof fontFiles>;

function robotoFiles() {
  const folder = join(dirname(require.resolve('pdfmake/package.json')), 'fonts', 'Roboto');
  return {
    normal: join(folder, 'Roboto-Regular.ttf'),
    bold: join(folder, 'Roboto-Medium.ttf'),
    italics: join(folder, 'Roboto-Italic.ttf'),
    bolditalics: join(folder, 'Roboto-MediumItalic.ttf'),
  };
}

function loraFiles() {
  const folder = dirname(require.resolve('@expo-google-fonts/lora/package.json'));
  return {
    normal: join(folder, '400Regular', 'Lora_400Regular.ttf'),
    bold: join(folder, '600SemiBold', 'Lora_600SemiBold.ttf'),
    italics: join(folder, '400Regular_Italic', 'Lora_400Regular_Italic.ttf'),
    bolditalics: join(folder, '600SemiBold_Italic', 'Lora_600SemiBold_Italic.ttf'),
  };
}
