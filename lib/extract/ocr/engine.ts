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

/**
 * How ink is told from paper: by one brightness for the whole page (Otsu), or by its own surroundings (Sauvola, Pietikäinen: Adaptive document image
 * binarization, 2000). With the first, a dark column beside the text makes pale grey lines vanish; on an even page, the second reads thin accents worse.
 */
export type InkSearch = 'page' | 'surroundings';

/** What Tesseract calls them: `thresholding_method`. */
export const THRESHOLDING: Record<InkSearch, string> = { page: '0', surroundings: '2' };

/** One of the two ways to run Tesseract. */
export interface OcrEngine {
  recognise(picture: Grey, ink: InkSearch): Promise<RawLine[]>;
}
