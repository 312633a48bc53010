import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { cvWords } from '../words';
import { levelBar } from '../chart';
import type { CvLayout } from '../layout';
import { PAGE } from '../styles';
import { section } from './blocks';
import { head } from './head';
import { withFonts } from './fonts';
import { BULLETS, hex, type Library, line, type Paint, pixels, run, twips } from './paint';

/** The Word file's bytes, with the style's fonts in it unless the company has its own. */
export async function layoutDocx(layout: CvLayout): Promise<Buffer> {
  const docx = await import('docx');
  const paint = await paintOf(docx, layout);
  const { style, properties } = layout;
  const { margins, sizes } = style;
  const document = new docx.Document({
    ...{
      creator: properties.author,
      title: properties.title,
      subject: properties.subject,
      keywords: properties.keywords,
    },
    description: layout.machineNote,
    lastModifiedBy: 'Vivier',
    styles: {
      default: {
        document: {
          run: {
            ...{ font: paint.font, size: Math.round(sizes.body * 2), color: hex(style.text) },
            language: { value: layout.locale === 'fr' ? 'fr-FR' : 'en-GB' },
          },
          paragraph: { spacing: { line: 264, lineRule: docx.LineRuleType.AUTO } },
        },
        heading1: { run: { font: paint.font } },
      },
    },
    numbering: { config: [{ reference: BULLETS, levels: [bulletLevel(paint)] }] },
    sections: [
      {
        properties: {
          titlePage: style.name === 'banner',
          page: {
            size: { width: twips(PAGE.width), height: twips(PAGE.height) },
            margin: {
              ...{ top: style.name === 'banner' ? 0 : twips(margins.top), bottom: twips(margins.bottom) },
              ...{ left: twips(margins.left), right: twips(margins.right), header: 0, footer: twips(22) },
            },
          },
        },
        headers: await headers(paint),
        footers: footers(paint, layout),
        children: [
          ...head(paint, layout),
          ...layout.sections.filter(({ place }) => place === 'main').flatMap((one) => section(paint, one)),
        ],
      },
    ],
  });
  const bytes = await docx.Packer.toBuffer(document);
  return withFonts(bytes, layout.ownFont ? null : style.font, layout.day);
}

async function paintOf(docx: Library, { style, ownFont, locale, sections }: CvLayout): Promise<Paint> {
  const levels = sections.flatMap(({ block }) => (block.kind === 'levels' ? block.levels : []));
  const filled = [...new Set(levels.flatMap((level) => level.filled ?? []))];
  const bars = await Promise.all(filled.map(async (count) => [count, await levelBar(count, style)] as const));
  let pictures = 0;
  return {
    ...{ docx, style, locale, font: ownFont ?? style.font, bars: new Map(bars) },
    altText: (description) => {
      pictures += 1;
      return { id: String(pictures), name: `picture${pictures}`, title: '', description };
    },
    barAlt: (level, count) => cvWords[locale].levelOf6(level, count),
  };
}

function bulletLevel({ docx, style, font }: Paint): Docx.ILevelsOptions {
  return {
    ...{ level: 0, format: docx.LevelFormat.BULLET, text: '–' },
    style: {
      run: { color: hex(style.accent), font },
      paragraph: { indent: { left: twips(10), hanging: twips(10) } },
    },
  };
}

/** The band begins at the edge of the first page; on the others an empty header makes the margin. */
async function headers(paint: Paint): Promise<Docx.ISectionOptions['headers']> {
  const { docx, style } = paint;
  const space = (points: number) =>
    new docx.Header({
      children: [new docx.Paragraph({ spacing: { line: twips(points), lineRule: docx.LineRuleType.EXACT } })],
    });
  switch (style.name) {
    case 'banner':
      return { first: space(1), default: space(style.margins.top) };
    case 'sidebar':
      return { default: await sidebarGround(paint) };
    case 'classic':
      return undefined;
  }
}

const footers = (paint: Paint, layout: CvLayout): Docx.ISectionOptions['footers'] => ({
  default: footer(paint, layout),
  ...(layout.style.name === 'banner' ? { first: footer(paint, layout) } : {}),
});

/** A tinted strip at the right of every page: one pixel, stretched, behind the text. */
async function sidebarGround({ docx, style, altText }: Paint): Promise<Docx.Header> {
  const { createCanvas } = await import('@napi-rs/canvas');
  const canvas = createCanvas(60, 2);
  const context = canvas.getContext('2d');
  context.fillStyle = style.tint;
  context.fillRect(0, 0, 60, 2);
  context.fillStyle = style.accent;
  context.fillRect(0, 0, 1, 2);
  const emu = (points: number) => Math.round(points * 12_700);
  const ground = new docx.ImageRun({
    ...{ type: 'png', data: canvas.toBuffer('image/png') },
    transformation: { width: pixels(style.aside), height: pixels(PAGE.height) },
    ...{ altText: altText(''), decorative: true },
    floating: {
      horizontalPosition: { relative: docx.HorizontalPositionRelativeFrom.PAGE, offset: emu(PAGE.width - style.aside) },
      verticalPosition: { relative: docx.VerticalPositionRelativeFrom.PAGE, offset: 0 },
      ...{ behindDocument: true, allowOverlap: true, wrap: { type: docx.TextWrappingType.NONE } },
    },
  });
  return new docx.Header({
    children: [new docx.Paragraph({ spacing: { line: 20, lineRule: docx.LineRuleType.EXACT }, children: [ground] })],
  });
}

function footer(paint: Paint, { footer: text, machineNote }: CvLayout): Docx.Footer {
  const { docx, style } = paint;
  const look = { size: style.sizes.small - 1, colour: style.muted };
  const pages = new docx.TextRun({
    ...{ size: Math.round(look.size * 2), color: hex(look.colour) },
    children: ['\t', docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES],
  });
  const width = PAGE.width - style.margins.left - style.margins.right;
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: twips(width) }],
        children: [run(paint, text, look), pages],
      }),
      ...line(paint, machineNote, { ...look, italics: true }),
    ],
  });
}
