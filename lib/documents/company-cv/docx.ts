import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { clean } from '../clean';
import { colours } from '../theme';
import { words } from '../words';
import type { CvContent, Entry } from './content';
import type { CompanyCvOptions } from './index';

type Library = typeof Docx;
type Block = Docx.Paragraph | Docx.Table;

/** Word's units: twentieths of a point for lengths, half points for type. A4 with margins of 20 mm leaves 9,638 twips. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const ASIDE = 2350;
const MAIN = PAGE.width - 2 * PAGE.margin - ASIDE;
const FONT = 'Calibri';
const BULLETS = 'bullets';
/** An entry with more lines than this may run over to the next page. */
const KEPT_TOGETHER = 8;

interface Style {
  docx: Library;
  accent: string;
  muted: string;
}

/** The document's bytes. One grid throughout: a narrow column for dates and groups, a wide one for what was done. */
export async function layoutDocx(content: CvContent, options: CompanyCvOptions): Promise<Buffer> {
  const docx = await import('docx');
  const style: Style = { docx, accent: accentOf(options.colour), muted: hex(colours.muted) };
  const document = new docx.Document({
    creator: 'Vivier',
    title: `${words[options.locale].cv} – ${content.name}`,
    styles: {
      default: {
        document: {
          run: { font: FONT, size: 20, color: hex(colours.text) },
          paragraph: { spacing: { line: 264, lineRule: docx.LineRuleType.AUTO } },
        },
      },
    },
    numbering: { config: [{ reference: BULLETS, levels: [bulletLevel(style)] }] },
    sections: [
      {
        properties: {
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: 1020, bottom: 1020, left: PAGE.margin, right: PAGE.margin, header: 567, footer: 510 },
          },
        },
        footers: { default: footer(style, content, options) },
        children: [...head(style, content, options), ...sections(style, content, options)],
      },
    ],
  });
  return await docx.Packer.toBuffer(document);
}

function accentOf(colour: string | undefined): string {
  return hex(/^#[0-9a-f]{6}$/i.test(colour ?? '') ? (colour as string) : colours.accent);
}

const hex = (colour: string) => colour.slice(1).toUpperCase();

function bulletLevel({ docx, accent }: Style): Docx.ILevelsOptions {
  return {
    level: 0,
    format: docx.LevelFormat.BULLET,
    text: '–',
    style: { run: { color: accent, font: FONT }, paragraph: { indent: { left: 227, hanging: 227 } } },
  };
}

function line(
  { docx }: Style,
  text: string,
  run: Docx.IRunOptions,
  paragraph: Docx.IParagraphOptions = {},
): Docx.Paragraph {
  return new docx.Paragraph({ ...paragraph, children: [new docx.TextRun({ ...run, text })] });
}

function head(style: Style, content: CvContent, { locale, anonymous, companyName, logo }: CompanyCvOptions): Block[] {
  const { docx, accent, muted } = style;
  const label = [companyName ? clean(companyName) : '', anonymous ? words[locale].anonymousCv : ''].filter(Boolean);
  const rule = { bottom: { style: docx.BorderStyle.SINGLE, size: 12, color: accent, space: 6 } };
  const contact = content.contact.join('   |   ');
  const small = { size: 15, bold: true, color: accent, characterSpacing: 20 };
  return [
    ...(logo ? [logoParagraph(docx, logo)] : []),
    ...(label.length > 0
      ? [line(style, label.join('  ·  ').toLocaleUpperCase(locale), small, { spacing: { after: 120 } })]
      : []),
    line(style, content.name, { size: 52, bold: true, color: accent }, { spacing: { after: 20 } }),
    line(
      style,
      content.headline,
      { size: 26, color: muted },
      contact ? { spacing: { after: 80 } } : { border: rule, spacing: { after: 200 } },
    ),
    ...(contact
      ? [line(style, contact, { size: 18, color: muted }, { border: rule, spacing: { before: 40, after: 200 } })]
      : []),
    ...(content.summary ? [line(style, content.summary, { size: 21 }, { spacing: { after: 120 } })] : []),
  ];
}

function logoParagraph(
  docx: Library,
  { data, type, width, height }: NonNullable<CompanyCvOptions['logo']>,
): Docx.Paragraph {
  const scale = Math.min(1, 120 / width, 40 / height);
  const transformation = { width: Math.round(width * scale), height: Math.round(height * scale) };
  return new docx.Paragraph({
    alignment: docx.AlignmentType.RIGHT,
    children: [new docx.ImageRun({ type, data: Buffer.from(data), transformation })],
  });
}

function sections(style: Style, content: CvContent, { locale }: CompanyCvOptions): Block[] {
  const w = words[locale];
  const plain = (aside: string, text: string): Entry => ({ aside, title: '', subtitle: '', lines: [text] });
  const inOneLine = (items: string[]) => (items.length > 0 ? [plain('', items.join('  ·  '))] : []);
  return [
    ...section(style, w.experiences, content.experiences),
    ...section(style, w.education, content.education),
    ...section(
      style,
      w.skills,
      content.skills.map(({ group, names }) => plain(group, names.join('  ·  '))),
    ),
    ...section(
      style,
      w.languages,
      content.languages.map(({ name, level }) => plain(name, level)),
    ),
    ...section(style, w.certifications, content.certifications),
    ...section(style, w.projects, content.projects),
    ...section(style, w.licences, inOneLine(content.licences)),
  ];
}

function section(style: Style, title: string, entries: Entry[]): Block[] {
  if (entries.length === 0) return [];
  const heading = { heading: style.docx.HeadingLevel.HEADING_2, keepNext: true, spacing: { before: 260, after: 80 } };
  return [line(style, title, { bold: true, size: 25, color: style.accent, font: FONT }, heading), grid(style, entries)];
}

function grid(style: Style, entries: Entry[]): Docx.Table {
  const { docx } = style;
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return new docx.Table({
    width: { size: ASIDE + MAIN, type: docx.WidthType.DXA },
    columnWidths: [ASIDE, MAIN],
    layout: docx.TableLayoutType.FIXED,
    borders: { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none },
    rows: entries.map(
      (entry) =>
        new docx.TableRow({
          cantSplit: entry.lines.length <= KEPT_TOGETHER,
          children: [
            cell(docx, ASIDE, [line(style, entry.aside, { size: 18, color: style.muted })], 160),
            cell(docx, MAIN, mainParagraphs(style, entry), 0),
          ],
        }),
    ),
  });
}

function cell(docx: Library, width: number, children: Docx.Paragraph[], right: number): Docx.TableCell {
  return new docx.TableCell({
    width: { size: width, type: docx.WidthType.DXA },
    margins: { top: 30, bottom: 70, left: 0, right },
    children,
  });
}

function mainParagraphs(style: Style, { title, subtitle, lines }: Entry): Docx.Paragraph[] {
  const bulleted = title !== '' || subtitle !== '';
  const bullet: Docx.IParagraphOptions = bulleted ? { numbering: { reference: BULLETS, level: 0 } } : {};
  const paragraphs = [
    ...(title ? [line(style, title, { bold: true, size: 22 }, { keepNext: subtitle !== '' || lines.length > 0 })] : []),
    ...(subtitle ? [line(style, subtitle, { color: style.muted }, { spacing: { after: 40 } })] : []),
    ...lines.map((text) => line(style, text, {}, { ...bullet, spacing: { after: 20 } })),
  ];
  return paragraphs.length > 0 ? paragraphs : [new style.docx.Paragraph('')];
}

function footer({ docx, muted }: Style, content: CvContent, { companyName }: CompanyCvOptions): Docx.Footer {
  const run = { size: 16, color: muted };
  const left = [companyName ? clean(companyName) : '', content.name].filter(Boolean).join('  ·  ');
  const pages = [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES];
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: ASIDE + MAIN }],
        children: [new docx.TextRun({ ...run, text: `${left}\t` }), new docx.TextRun({ ...run, children: pages })],
      }),
    ],
  });
}
