import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { clean } from '../clean';
import { colours } from '../theme';
import { words } from '../words';
import type { CvContent, Entry } from './content';
import type { CompanyCvOptions } from './index';

type Library = typeof Docx;

/** Word's units: twentieths of a point for lengths, half points for type. A4 with margins of 20 mm leaves 9,640 twips. */
const PAGE = { width: 11906, height: 16838, margin: 1134 };
const ASIDE = 2350;
const MAIN = PAGE.width - 2 * PAGE.margin - ASIDE;
const FONT = 'Calibri';

interface Style {
  docx: Library;
  accent: string;
}

/** The document's bytes. One grid throughout: a narrow column for dates and groups, a wide one for what was done. */
export async function layoutDocx(content: CvContent, options: CompanyCvOptions): Promise<Buffer> {
  const docx = await import('docx');
  const style: Style = { docx, accent: accentOf(options.colour) };
  const document = new docx.Document({
    creator: 'Vivier',
    title: `${words[options.locale].cv} – ${content.name}`,
    styles: {
      default: {
        document: { run: { font: FONT, size: 20, color: hex(colours.text) }, paragraph: { spacing: { line: 264 } } },
      },
    },
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

function head(
  { docx, accent }: Style,
  content: CvContent,
  { locale, anonymous, companyName, logo }: CompanyCvOptions,
): (Docx.Paragraph | Docx.Table)[] {
  const label = [companyName ? clean(companyName) : '', anonymous ? words[locale].anonymousCv : '']
    .filter(Boolean)
    .join('  ·  ');
  const top: Docx.Paragraph[] = [];
  if (logo) top.push(logoParagraph(docx, logo));
  if (label)
    top.push(
      new docx.Paragraph({
        spacing: { after: 60 },
        children: [
          new docx.TextRun({
            text: label.toLocaleUpperCase(locale),
            size: 15,
            color: accent,
            bold: true,
            characterSpacing: 20,
          }),
        ],
      }),
    );
  return [
    ...top,
    new docx.Paragraph({
      spacing: { after: 0, line: 240 },
      children: [new docx.TextRun({ text: content.name, size: 52, bold: true, color: accent })],
    }),
    ...(content.headline
      ? [
          new docx.Paragraph({
            spacing: { after: 80 },
            children: [new docx.TextRun({ text: content.headline, size: 26, color: hex(colours.muted) })],
          }),
        ]
      : []),
    new docx.Paragraph({
      spacing: { before: 40, after: 200 },
      border: { bottom: { style: docx.BorderStyle.SINGLE, size: 12, color: accent, space: 6 } },
      children: [new docx.TextRun({ text: content.contact.join('   |   '), size: 18, color: hex(colours.muted) })],
    }),
    ...(content.summary
      ? [
          new docx.Paragraph({
            spacing: { after: 120 },
            children: [new docx.TextRun({ text: content.summary, size: 21 })],
          }),
        ]
      : []),
  ];
}

function logoParagraph(
  docx: Library,
  { data, type, width, height }: NonNullable<CompanyCvOptions['logo']>,
): Docx.Paragraph {
  const scale = Math.min(1, 120 / width, 40 / height);
  return new docx.Paragraph({
    alignment: docx.AlignmentType.RIGHT,
    children: [
      new docx.ImageRun({
        type,
        data: Buffer.from(data),
        transformation: { width: Math.round(width * scale), height: Math.round(height * scale) },
      }),
    ],
  });
}

function sections(style: Style, content: CvContent, { locale }: CompanyCvOptions): (Docx.Paragraph | Docx.Table)[] {
  const w = words[locale];
  const plain = (aside: string, text: string): Entry => ({ aside, title: '', subtitle: '', lines: [text] });
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
    ...section(style, w.licences, content.licences.length > 0 ? [plain('', content.licences.join('  ·  '))] : []),
  ];
}

function section(style: Style, title: string, entries: Entry[]): (Docx.Paragraph | Docx.Table)[] {
  const { docx, accent } = style;
  if (entries.length === 0) return [];
  const heading = new docx.Paragraph({
    heading: docx.HeadingLevel.HEADING_2,
    keepNext: true,
    spacing: { before: 260, after: 80 },
    children: [new docx.TextRun({ text: title, bold: true, size: 25, color: accent, font: FONT })],
  });
  const withAside = entries.some(({ aside }) => aside !== '');
  return [heading, grid(style, entries, withAside)];
}

function grid({ docx }: Style, entries: Entry[], withAside: boolean): Docx.Table {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  const borders = { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
  const widths = withAside ? [ASIDE, MAIN] : [ASIDE + MAIN];
  const cell = (width: number, children: Docx.Paragraph[], right: number) =>
    new docx.TableCell({
      width: { size: width, type: docx.WidthType.DXA },
      margins: { top: 30, bottom: 70, left: 0, right },
      children,
    });
  return new docx.Table({
    width: { size: ASIDE + MAIN, type: docx.WidthType.DXA },
    columnWidths: widths,
    layout: docx.TableLayoutType.FIXED,
    borders,
    rows: entries.map(
      (entry) =>
        new docx.TableRow({
          cantSplit: entry.lines.length <= 8,
          children: [
            ...(withAside ? [cell(ASIDE, [asideParagraph(docx, entry.aside)], 160)] : []),
            cell(widths[widths.length - 1], mainParagraphs(docx, entry), 0),
          ],
        }),
    ),
  });
}

function asideParagraph(docx: Library, text: string): Docx.Paragraph {
  return new docx.Paragraph({
    spacing: { after: 0 },
    children: [new docx.TextRun({ text, size: 18, color: hex(colours.muted) })],
  });
}

function mainParagraphs(docx: Library, { title, subtitle, lines }: Entry): Docx.Paragraph[] {
  const bulleted = title !== '' || subtitle !== '';
  const paragraphs = [
    ...(title
      ? [
          new docx.Paragraph({
            keepNext: lines.length > 0,
            spacing: { after: 0 },
            children: [new docx.TextRun({ text: title, bold: true, size: 22 })],
          }),
        ]
      : []),
    ...(subtitle
      ? [
          new docx.Paragraph({
            spacing: { after: 40 },
            children: [new docx.TextRun({ text: subtitle, color: hex(colours.muted) })],
          }),
        ]
      : []),
    ...lines.map(
      (line) =>
        new docx.Paragraph({
          ...(bulleted ? { bullet: { level: 0 }, indent: { left: 227, hanging: 227 } } : {}),
          spacing: { after: 20 },
          children: [new docx.TextRun({ text: line })],
        }),
    ),
  ];
  return paragraphs.length > 0 ? paragraphs : [new docx.Paragraph('')];
}

function footer({ docx }: Style, content: CvContent, { companyName }: CompanyCvOptions): Docx.Footer {
  const run = { size: 16, color: hex(colours.muted) };
  const left = [companyName ? clean(companyName) : '', content.name].filter(Boolean).join('  ·  ');
  return new docx.Footer({
    children: [
      new docx.Paragraph({
        tabStops: [{ type: docx.TabStopType.RIGHT, position: ASIDE + MAIN }],
        children: [
          new docx.TextRun({ ...run, text: `${left}\t` }),
          new docx.TextRun({ ...run, children: [docx.PageNumber.CURRENT, ' / ', docx.PageNumber.TOTAL_PAGES] }),
        ],
      }),
    ],
  });
}
