import type { RawLine, Rectangle } from './engine';
import type { Grey } from './picture';

/** A letter differs from its paper by at least this much of 255. */
const LEAST_CONTRAST = 50;

/** The ink within a word's box, whichever of ink and paper is the darker; pixels. */
interface Ink {
  box: Rectangle;
  /** Share of the tight box that is ink. */
  fill: number;
  /** Its pieces from left to right, with columns of paper between them. */
  pieces: { x0: number; x1: number }[];
}

function within(picture: Grey, { x0, y0, x1, y1 }: Rectangle, margin: number): Rectangle {
  return {
    x0: Math.max(0, Math.floor(x0) - margin),
    y0: Math.max(0, Math.floor(y0) - margin),
    x1: Math.min(picture.width, Math.ceil(x1) + margin),
    y1: Math.min(picture.height, Math.ceil(y1) + margin),
  };
}

/** Median brightness on the frame of a box, which is paper but for what a neighbour puts there. */
function paperAround({ width, data }: Grey, { x0, y0, x1, y1 }: Rectangle): number {
  const frame: number[] = [];
  for (let x = x0; x < x1; x++) frame.push(data[y0 * width + x], data[(y1 - 1) * width + x]);
  for (let y = y0; y < y1; y++) frame.push(data[y * width + x0], data[y * width + x1 - 1]);
  frame.sort((a, b) => a - b);
  return frame[frame.length >> 1] ?? 255;
}

function piecesOf(columns: Uint32Array, from: number): Ink['pieces'] {
  const pieces: Ink['pieces'] = [];
  let start = -1;
  for (let x = 0; x <= columns.length; x++) {
    const isInk = x < columns.length && columns[x] > 0;
    if (isInk && start < 0) start = x;
    if (isInk || start < 0) continue;
    pieces.push({ x0: from + start, x1: from + x });
    start = -1;
  }
  return pieces;
}

function inkIn(picture: Grey, word: Rectangle): Ink | null {
  const { width, data } = picture;
  const { x0, y0, x1, y1 } = within(picture, word, 0);
  if (x1 <= x0 || y1 <= y0) return null;
  const paper = paperAround(picture, within(picture, word, 2));
  let most = 0;
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) most = Math.max(most, Math.abs(data[y * width + x] - paper));
  }
  if (most < LEAST_CONTRAST) return null;
  const columns = new Uint32Array(x1 - x0);
  let [count, top, bottom] = [0, y1, y0];
  for (let y = y0; y < y1; y++) {
    for (let x = x0; x < x1; x++) {
      if (Math.abs(data[y * width + x] - paper) < most / 2) continue;
      columns[x - x0]++;
      count++;
      top = Math.min(top, y);
      bottom = y + 1;
    }
  }
  const pieces = piecesOf(columns, x0);
  const box = { x0: pieces[0].x0, x1: pieces[pieces.length - 1].x1, y0: top, y1: bottom };
  return { box, fill: count / ((box.x1 - box.x0) * (box.y1 - box.y0)), pieces };
}

/** The page's y of a line's baseline at a place across it. */
function baselineAt({ baseline: b }: RawLine, x: number): number {
  return b.x1 > b.x0 ? b.y0 + ((x - b.x0) / (b.x1 - b.x0)) * (b.y1 - b.y0) : b.y0;
}

/** A disc fills 0.79 of its box and a square all of it; letters and signs of that size fill 0.3 to 0.6. */
const FULL = 0.66;

/** A bullet or a middle dot: full, about as high as wide, smaller than a letter and above the baseline (where a full stop stands). `height`: of the row. */
function isDot({ box, fill }: Ink, baseline: number, height: number): boolean {
  const [wide, high] = [box.x1 - box.x0, box.y1 - box.y0];
  return (
    fill > FULL &&
    Math.max(wide, high) <= 0.5 * height &&
    Math.min(wide, high) >= 3 &&
    wide < 1.4 * high &&
    high < 1.4 * wide &&
    baseline - box.y1 > 0.05 * height &&
    baseline - box.y0 < 0.75 * height
  );
}

/** In heights of the row: ink of two digits with a blank between them lies this far apart, and their middles this much farther than those of others. */
const BLANK = 0.2;
const FARTHER = 1.25;

/** « 0639984984 » as it stands on the page, in groups: Tesseract drops narrow blanks between digits. As given when its ink doesn't fall into as many pieces. */
function inGroups(digits: string, { pieces }: Ink, height: number): string {
  if (pieces.length !== digits.length) return digits;
  const steps = pieces.slice(1).map((piece, i) => (piece.x0 + piece.x1 - pieces[i].x0 - pieces[i].x1) / 2);
  // Digits are equally wide, but for a 1 in some fonts.
  const usual = [...steps].sort((a, b) => a - b)[(steps.length - 1) >> 1];
  const ends = steps.map((step, i) => step > FARTHER * usual && pieces[i + 1].x0 - pieces[i].x1 > BLANK * height);
  return [...digits].map((digit, i) => (ends[i] ? `${digit} ` : digit)).join('');
}

/**
 * A word as its ink shows it: dots that Tesseract takes for a letter, a quotation mark or a plus, and blanks between groups of digits. The letters themselves
 * are never changed.
 */
export function asInked(text: string, word: Rectangle, line: RawLine, picture: Grey): string {
  const single = [...text].length === 1 && !/\p{N}/u.test(text);
  if (!single && !/^\+?\d{4,15}$/.test(text)) return text;
  const ink = inkIn(picture, word);
  if (!ink) return text;
  const height = line.height > 0 ? line.height : line.bbox.y1 - line.bbox.y0;
  if (!single) return inGroups(text, ink, height);
  return isDot(ink, baselineAt(line, (word.x0 + word.x1) / 2), height) ? '•' : text;
}
