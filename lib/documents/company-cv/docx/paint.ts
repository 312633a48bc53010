import type * as Docx from 'docx' with { 'resolution-mode': 'import' };
import type { Locale } from '../../../errors';
import { clean } from '../../clean';
import type { Item } from '../content';
import { contentWidth, type CvStyle } from '../styles';
import { unbroken } from '../words';

export type Library = typeof Docx;
export type Paragraphs = Docx.Paragraph | Docx.Table;

/** The library, the style, and what turns its points into Word's units. */
export interface Paint {
  docx: Library;
  style: CvStyle;
  locale: Locale;
  font: string;
  /** Drawn language bars, by how many of their six fields are filled. */
  bars: Map<number, { png: Buffer; width: number; height: number }>;
  barAlt: (level: string, filled: number) => string;
  /** Words about a picture, with a number that is the document's own: the library would count over all documents of the process. */
  altText: (description: string) => { id: string; name: string; title: string; description: string };
}

export const BULLETS = 'bullets';

/** Word's units: lengths in twentieths of a point, type in half points, colours without `#`. */
export const twips = (points: number): number => Math.round(points * 20);
export const halves = (points: number): number => Math.round(points * 2);
export const hex = (colour: string): string => colour.slice(1).toUpperCase();
/** Pictures are measured in pixels of 96 to the inch. */
export const pixels = (points: number): number => Math.round((points * 96) / 72);

export const widthIn = (style: CvStyle): number => twips(contentWidth(style));

export interface RunStyle {
  size: number;
  bold?: boolean;
  italics?: boolean;
  /** `#rrggbb`. */
  colour?: string;
  /** Points between letters. */
  tracking?: number;
  /** Tabulators before the text. */
  tabs?: number;
}

export function run(
  { docx }: Paint,
  text: string,
  { size, bold, italics, colour, tracking, tabs = 0 }: RunStyle,
): Docx.TextRun {
  return new docx.TextRun({
    ...{ size: halves(size), bold, italics },
    children: [...Array.from({ length: tabs }, () => new docx.Tab()), clean(text)],
    ...(colour ? { color: hex(colour) } : {}),
    ...(tracking ? { characterSpacing: twips(tracking) } : {}),
  });
}

/** A paragraph of one run, or nothing where there is no text. */
export function line(
  paint: Paint,
  text: string,
  look: RunStyle,
  paragraph: Omit<Docx.IParagraphOptions, 'children'> = {},
): Docx.Paragraph[] {
  if (text === '') return [];
  return [new paint.docx.Paragraph({ ...paragraph, children: [run(paint, text, look)] })];
}

export const runsOf = (paint: Paint, items: Item[], separator = ''): Docx.TextRun[] => {
  const { body } = paint.style.sizes;
  return items.flatMap(({ text, strong }, place) => [
    ...(separator && place > 0 ? [run(paint, separator, { size: body })] : []),
    run(paint, separator ? unbroken(text) : text, { size: body, bold: strong }),
  ]);
};

export function noBorders({ docx }: Paint) {
  const none = { style: docx.BorderStyle.NONE, size: 0, color: 'auto' };
  return { top: none, bottom: none, left: none, right: none, insideHorizontal: none, insideVertical: none };
}

/** A line under a paragraph. */
export const underline = ({ docx, style }: Paint, space = 2) => ({
  bottom: { style: docx.BorderStyle.SINGLE, size: 5, color: hex(style.line), space },
});
