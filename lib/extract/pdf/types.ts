import type { Rgb } from '../colour';
import type { Edges, Matrix } from './matrix';

/** One painted character; places in points on the page as seen (origin top left, y downwards). */
export interface Glyph {
  text: string;
  /** Start and end of its advance on the baseline. */
  x: number;
  y: number;
  endX: number;
  endY: number;
  isSpace: boolean;
}

/** The characters of one text-showing operator, with everything that decides whether a reader sees them. */
export interface GlyphRun {
  /** Position in the page's painting order. */
  order: number;
  glyphs: Glyph[];
  /** Height of the font on the page, in points. */
  size: number;
  bold: boolean;
  font: string;
  /** Null when painted with a pattern or gradient. */
  colour: Rgb | null;
  alpha: number;
  /** PDF text rendering mode 0 to 7. */
  mode: number;
  clip: Edges;
  /** False inside an optional content group that is switched off. */
  layerVisible: boolean;
}

/** Something painted over a surface: a filled path, a gradient or a picture. */
export interface PaintedArea {
  order: number;
  box: Edges;
  /** Null when not one colour. */
  colour: Rgb | null;
  alpha: number;
  isImage: boolean;
  /** False for blend modes that let what lies beneath shine through. */
  opaqueBlend: boolean;
  covers(x: number, y: number): boolean;
  /** The picture's own colour and alpha at a point, when its pixels are at hand. */
  sample?(x: number, y: number): { colour: Rgb; alpha: number } | null;
}

export interface PageContent {
  width: number;
  height: number;
  runs: GlyphRun[];
  areas: PaintedArea[];
  /** Boxes of long rules, and of filled or framed boxes: what parts the page. */
  frames: Edges[];
  /** How many paths were filled, small ones included. */
  shapes: number;
}

/** A font as pdf.js holds it. */
export interface FontInfo {
  name?: string;
  fontMatrix?: Matrix;
  bold?: boolean;
  black?: boolean;
  vertical?: boolean;
}

/** A character as pdf.js hands it to its canvas. */
export interface PdfGlyph {
  unicode: string;
  width: number;
  isSpace: boolean;
}
