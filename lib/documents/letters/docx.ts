import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import { clean } from '../clean';
import { stamped } from '../stamp';
import { colours } from '../theme';
import { accentOf, footLines } from './mail';
import type { Letter, LetterStyle } from './types';

type Library = typeof Docx;

/** Twentieths of a point; A4 with margins of 25 mm. */
const MARGIN = 1417;
const PAGE = { width: 11906, height: 16838 };
/** The addressee stands in the right half, as in a window envelope. */
const RIGHT_HALF = 4800;
const FONT = 'Georgia';
const BULLETS = 'bullets';
const hex = (colour: string) => colour.slice(1).toUpperCase();

/** A Word file on A4; its dates are the letter's own, so that the same letter gives the same bytes. */
export async function letterDocx(letter: Letter, style: LetterStyle): Promise<Buffer> {
  const docx = await import('docx');
  const accent = hex(accentOf(style));
  const foot = footLines(letter, style);
  const document = new docx.Document({
    creator: 'Vivier',
    title: letter.subject,
    ...(letter.machineLine ? { description: letter.machineLine } : {}),
    styles: {
      default: {
        document: {
          run: {
            font: clean(style.font ?? '').trim() || FONT,
            size: 21,
            color: hex(colours.text),
            language: { value: letter.locale === 'fr' ? 'fr-FR' : 'en-GB' },
          },
          paragraph: { spacing: { line: 276, lineRule: docx.LineRuleType.AUTO, after: 160 } },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: BULLETS,
          levels: [
            {
              ...{ level: 0, format: docx.LevelFormat.BULLET, text: '–' },
              style: { run: { color: accent }, paragraph: { indent: { left: 340, hanging: 240 } } },
            },
          ],
        },
      ],
    },
    sections: [
      {
        properties: {
          page: { size: PAGE, margin: { top: MARGIN, bottom: 1134, left: MARGIN, right: MARGIN, footer: 500 } },
        },
        children: [...head(docx, letter, style, accent), ...body(docx, letter)],
        ...(foot.length > 0 ? { footers: { default: footer(docx, foot) } } : {}),
      },
    ],
  });
  return stamped(await docx.Packer.toBuffer(document), letter.day);
}

function runs(
  docx: Library,
  lines: string[],
  first: Docx.IRunOptions = {},
  all: Docx.IRunOptions = {},
): Docx.TextRun[] {
  return lines.map(
    (text, index) => new docx.TextRun({ ...all, ...(index === 0 ? first : {}), text, break: index === 0 ? 0 : 1 }),
  );
}

function head(docx: Library, letter: Letter, { logo }: LetterStyle, accent: string): Docx.Paragraph[] {
  const { from, to, placeAndDay, subject } = letter;
  const scale = logo ? Math.min(1, 160 / logo.width, 56 / logo.height) : 1;
  return [
    ...(logo
      ? [
          new docx.Paragraph({
            children: [
              new docx.ImageRun({
                ...{ type: logo.type, data: logo.data },
                // A number of its own: docx counts pictures over all documents of a process.
                altText: { id: '1', name: 'Logo', description: from.at(0) ?? 'Logo' },
                transformation: { width: Math.round(logo.width * scale), height: Math.round(logo.height * scale) },
              }),
            ],
          }),
        ]
      : []),
    ...(from.length > 0
      ? [new docx.Paragraph({ children: runs(docx, from, { bold: true, color: accent, size: 24 }) })]
      : []),
    ...(to.length > 0
      ? [
          new docx.Paragraph({
            indent: { left: RIGHT_HALF },
            spacing: { before: 320, after: 320 },
            children: runs(docx, to),
          }),
        ]
      : []),
    new docx.Paragraph({
      ...(to.length > 0 ? { indent: { left: RIGHT_HALF } } : {}),
      spacing: { after: 320 },
      children: runs(docx, [placeAndDay]),
    }),
    new docx.Paragraph({ spacing: { after: 280 }, keepNext: true, children: runs(docx, [subject], { bold: true }) }),
  ];
}

function body(docx: Library, { blocks, signature }: Letter): Docx.Paragraph[] {
  const paragraphs = blocks.flatMap((block) =>
    block.kind === 'text'
      ? [new docx.Paragraph({ children: runs(docx, block.text.split('\n')) })]
      : block.items.map(
          (text) =>
            new docx.Paragraph({
              numbering: { reference: BULLETS, level: 0 },
              spacing: { after: 60 },
              children: runs(docx, text.split('\n')),
            }),
        ),
  );
  return signature.length > 0
    ? [
        ...paragraphs,
        new docx.Paragraph({ spacing: { before: 400 }, keepLines: true, children: runs(docx, signature) }),
      ]
    : paragraphs;
}

function footer(docx: Library, lines: string[]): Docx.Footer {
  return new docx.Footer({
    children: [new docx.Paragraph({ children: runs(docx, lines, {}, { size: 16, color: hex(colours.muted) }) })],
  });
}
