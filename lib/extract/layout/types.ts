/** A word where it stands. x grows to the right, y downwards; `y` is the baseline. Points. */
export interface Word {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  /** Right edge with the blank that follows, where a blank was painted. */
  reach?: number;
  /** No space before the next word to the right: pieces of one word in two styles. */
  glued?: boolean;
  /** 0 to 1, OCR only. */
  confidence?: number;
}

/** A character that is still to be put into a word; places as in Word. */
export interface Letter {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  isSpace: boolean;
  /** Width of the blank painted after it. */
  blank?: number;
  /** Numbers the text-showing operator that painted it. */
  run?: number;
}

/** A horizontal line on the page: a rule, or the upper or lower edge of a box. Places as in Word. */
export interface Rule {
  x0: number;
  x1: number;
  y: number;
}

/** A line in reading order. `block` numbers the page's regions from 0. */
export interface LayoutLine {
  text: string;
  x0: number;
  x1: number;
  y: number;
  size: number;
  bold: boolean;
  block: number;
  confidence?: number;
}

/** The middle value; 0 for an empty list. */
export function median(values: number[]): number {
  if (values.length === 0) return 0;
  // Letters of one word mostly share their size and baseline.
  if (values.every((value) => value === values[0])) return values[0];
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1];
}
