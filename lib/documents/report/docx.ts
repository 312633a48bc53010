import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { clean } from '../clean';
import { stamped } from '../stamp';
import { dayInWords } from '../dates';
import { colours, statusColours } from '../theme';
import { words } from '../words';
import type { Report, ReportBlock, ReportCell, Tone } from './types';

type Library = typeof Docx;
type Part = Docx.Paragraph | Docx.Table;

interface Style {
  docx: Library;
  /** Between the margins, in twentieths of a point. */
  width: number;
}

/** A4 in Word's units: twentieths of a point. */
const A4 = { short: 11906, long: 16838, margin: 1020 };
const FONT = 'Calibri';
const BULLETS = 'bullets';
const LANGUAGE = { fr: 'fr-FR', en: 'en-GB' };

/** The report as a Word document whose headings make its outline and whose tables repeat their head. The same report gives the same bytes. */
export async function reportDocx(report: Report): Promise<Buffer> {
  const docx = await import('docx');
  const wide = report.landscape ?? false;
  const style: Style = { docx, width: (wide ? A4.long : A4.short) - 2 * A4.margin };
  const document = new docx.Document({
    creator: 'Vivier',
    title: clean(`${report.eyebrow} – ${report.title}`),
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 20, color: hex(colours.text), language: { value: LANGUAGE[report.locale] } },
          paragraph: { spacing: { line: 259, lineRule: docx.LineRuleType.AUTO } },
        },
        title: { run: { size: 40, bold: true }, paragraph: { spacing: { after: 40 } } },
        heading1: headingStyle(28, 320),
        heading2: headingStyle(23, 200),
      },
    },
    numbering: { config: [{ reference: BULLETS, levels: [bulletLevel(docx)] }] },
    sections: [
      {
        properties: {
          page: {
            size: {
              ...{ width: A4.short, height: A4.long },
              orientation: wide ? docx.PageOrientation.LANDSCAPE : docx.PageOrientation.PORTRAIT,
            },
            margin: { top: A4.margin, bottom: A4.margin, left: A4.margin, right: A4.margin, footer: 510 },
          },
        },
        footers: { default: footer(style, report.title) },
        children: [...head(style, report), ...report.blocks.flatMap((block) => blockDocx(style, block))],
      },
    ],
  });
  return stamped(await docx.Packer.toBuffer(document), report.generatedAt);
}

const hex = (colour: string) => colour.slice(1).toUpperCase();

const headingStyle = (size: number, before: number) => ({
  run: { size, bold: true, font: FONT, color: hex(colours.accent) },
  paragraph: { spacing: { before, after: 80 }, keepNext: true },
});

const bulletLevel = (docx: Library): Docx.ILevelsOptions => ({
  ...{ level: 0, format: docx.LevelFormat.BULLET, text: '•' },
  style: { paragraph: { indent: { left: 284, hanging: 284 } } },
});

function paragraph(
  { docx }: Style,
  text: string,
  run: Docx.IRunOptions = {},
  more: Docx.IParagraphOptions = {},
): Docx.Paragraph {
  const runs = clean(text)
    .split('\n')
    .map((line, index) => new docx.TextRun({ ...run, text: line, ...(index > 0 ? { break: 1 } : {}) }));
  return new docx.Paragraph({ ...more, children: runs });
}

const muted = { color: hex(colours.muted) };
const toned = (tone: Tone | undefined) => (tone ? { color: hex(statusColours[tone]), bold: true } : {});

function head(style: Style, report: Report): Part[] {
  const { docx } = style;
  const made = words[report.locale].madeOn(dayInWords(report.generatedAt, report.locale));
  return [
    paragraph(style, report.eyebrow.toLocaleUpperCase(report.locale), {
      ...{ size: 16, bold: true, color: hex(colours.accent), characterSpacing: 16 },
    }),
    paragraph(style, report.title, {}, { heading: docx.HeadingLevel.TITLE }),
    paragraph(style, [report.subtitle, made].filter(Boolean).join(' · '), muted, { spacing: { after: 240 } }),
  ];
}

function blockDocx(style: Style, block: ReportBlock): Part[] {
  const { docx, width } = style;
  switch (block.kind) {
    case 'heading': {
      const heading = block.level === 3 ? docx.HeadingLevel.HEADING_2 : docx.HeadingLevel.HEADING_1;
      return [paragraph(style, block.text, {}, { heading, pageBreakBefore: block.newPage, keepNext: true })];
    }
    case 'text':
      return [paragraph(style, block.text, toned(block.tone), { spacing: { after: 80 } })];
    case 'note': {
      const rule = { left: { style: docx.BorderStyle.SINGLE, size: 18, color: hex(colours.accent), space: 8 } };
      const shape = { border: rule, indent: { left: 200 }, keepLines: true };
      return [
        paragraph(style, block.title, { bold: true }, { ...shape, keepNext: true, spacing: { before: 240 } }),
        paragraph(style, block.text, { size: 17, ...muted }, { ...shape, spacing: { after: 160 } }),
      ];
    }
    case 'list': {
      const title = { bold: true, ...toned(block.tone) };
      return [
        ...(block.title ? [paragraph(style, block.title, title, { keepNext: true, spacing: { before: 120 } })] : []),
        ...block.items.map((item) => paragraph(style, item, {}, { numbering: { reference: BULLETS, level: 0 } })),
      ];
    }
    case 'facts':
      return block.items.map(({ label, text }) => {
        const runs = [
          new docx.TextRun({ ...muted, text: `${clean(label)}\u00A0: ` }),
          new docx.TextRun({ text: clean(text), bold: true }),
        ];
        return new docx.Paragraph({ children: runs });
      });
    case 'table':
      return [table(style, block.head, block.rows, columnWidths(block.widths, width)), gap(style)];
    case 'bars': {
      const rows = block.items.map(({ label, share, text, tone }) => [label, { text, share, tone }]);
      return [title(style, block.title), table(style, block.head, rows, columnWidths([200, '*'], width)), gap(style)];
    }
    case 'columns': {
      const most = Math.max(1, ...block.items.map(({ value }) => value));
      const rows = block.items.map(({ label, value }) => [label, { text: String(value), share: value / most }]);
      return [title(style, block.title), table(style, block.head, rows, columnWidths([200, '*'], width)), gap(style)];
    }
  }
}

const title = (style: Style, text: string) => paragraph(style, text, { bold: true }, { keepNext: true });
/** Tables that touch become one in Word. */
const gap = (style: Style) => paragraph(style, '', { size: 8 }, { spacing: { after: 40 } });

/** Points as the PDF has them, in Word's units; what is left is shared by the open columns. */
function columnWidths(widths: (number | '*')[], whole: number): number[] {
  const fixed = widths.reduce<number>((sum, width) => sum + (width === '*' ? 0 : width * 20), 0);
  const open = widths.filter((width) => width === '*').length;
  const share = Math.max(700, Math.floor((whole - fixed) / Math.max(open, 1)));
  const wanted = widths.map((width) => (width === '*' ? share : width * 20));
  const sum = wanted.reduce((total, width) => total + width, 0);
  return wanted.map((width) => Math.floor((width / sum) * whole));
}

function table(style: Style, headTexts: string[], rows: ReportCell[][], widths: number[]): Docx.Table {
  const { docx } = style;
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const thin = { style: docx.BorderStyle.SINGLE, size: 4, color: hex(colours.line) };
  const row = (cells: Docx.Paragraph[][], tableHeader: boolean) =>
    new docx.TableRow({
      ...{ tableHeader, cantSplit: true },
      children: cells.map(
        (children, column) =>
          new docx.TableCell({
            ...{ children, width: { size: widths[column], type: docx.WidthType.DXA } },
            margins: { top: 50, bottom: 50, left: column === 0 ? 0 : 100, right: 60 },
          }),
      ),
    });
  return new docx.Table({
    ...{ width: { size: widths.reduce((sum, width) => sum + width, 0), type: docx.WidthType.DXA } },
    ...{ columnWidths: widths, layout: docx.TableLayoutType.FIXED },
    borders: { top: none, left: none, right: none, insideVertical: none, bottom: thin, insideHorizontal: thin },
    rows: [
      row(
        headTexts.map((text) => [paragraph(style, text, { size: 16, bold: true, ...muted })]),
        true,
      ),
      ...rows.map((cells) =>
        row(
          cells.map((cell) => cellDocx(style, cell)),
          false,
        ),
      ),
    ],
  });
}

const BLOCKS = 10;

function cellDocx(style: Style, cell: ReportCell): Docx.Paragraph[] {
  if (typeof cell === 'string') return [paragraph(style, cell, { size: 18 })];
  return [
    paragraph(style, cell.text, { size: 18, ...toned(cell.tone) }),
    ...(cell.share === undefined ? [] : [bar(style, cell.share, cell.tone)]),
    ...(cell.small ? [paragraph(style, cell.small, { size: 15, ...muted })] : []),
  ];
}

/** Ten small squares, the full ones in colour: a picture that every version of Word draws alike, and that may be copied as text. */
function bar({ docx }: Style, share: number, tone: Tone | undefined): Docx.Paragraph {
  const full = Math.round(Math.max(0, Math.min(1, share)) * BLOCKS);
  const squares = (count: number, color: string) =>
    new docx.TextRun({ text: '■'.repeat(count), color: hex(color), size: 11, font: 'Arial' });
  const colour = tone ? statusColours[tone] : colours.accent;
  return new docx.Paragraph({ children: [squares(full, colour), squares(BLOCKS - full, colours.line)] });
}

function footer({ docx, width }: Style, text: string): Docx.Footer {
  const run = { size: 15, ...muted };
  const pages = [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES];
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: width }],
        children: [
          new docx.TextRun({ ...run, text: `${clean(text)}\t` }),
          new docx.TextRun({ ...run, children: pages }),
        ],
      }),
    ],
  });
}
