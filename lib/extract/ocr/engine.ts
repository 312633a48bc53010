import type { Grey } from './picture';

/** Pixels of the picture that was recognised; y downwards. */
export interface Rectangle {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** A line as Tesseract found it. */
export interface RawLine {
  /** `confidence`: 0 to 100. */
  words: { text: string; confidence: number; bbox: Rectangle }[];
  /** From its left end to its right one. */
  baseline: Rectangle;
  bbox: Rectangle;
  /** Height of the row in pixels, from descender to ascender; 0 where it was not measured. */
  height: number;
}

/** One of the two ways to run Tesseract. */
export interface OcrEngine {
  recognise(picture: Grey): Promise<RawLine[]>;
}
