import type { Grey } from './picture';

/** What is darker than this share of white isn't paper. */
const NOT_PAPER = 0.8;
/** A box holds at least a line of small print; one that is taller than wide is a column if it isn't as narrow as a letter. */
const LEAST_HEIGHT = 12;
const LEAST_WIDTH = 20;
const COLUMN_WIDTH = 60;
/** Share of a box, letters in it included, that is its ground; of its edges that run without a step. */
const GROUND = 0.5;
const STRAIGHT = 0.9;
/** The edge of a box is a solid strip of at least this thickness over the greater part of its length. */
const STRIP = 2;
/** Holes higher than this are no letters but pictures, or cards with text of their own. */
const LETTER = 60;

/** Pixels that hang together. */
interface Patch {
  pixels: number[];
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** All patches of pixels for which `inside` holds (four neighbours), marked in `label` by their number. */
function patches(inside: Uint8Array, width: number, label: Int32Array, first: number): Patch[] {
  const found: Patch[] = [];
  for (let start = 0; start < inside.length; start++) {
    if (!inside[start] || label[start] !== 0) continue;
    const number = first + found.length;
    const pixels = [start];
    label[start] = number;
    const patch: Patch = { pixels, x0: width, y0: Infinity, x1: 0, y1: 0 };
    for (let next = 0; next < pixels.length; next++) {
      const at = pixels[next];
      const [x, y] = [at % width, Math.floor(at / width)];
      patch.x0 = Math.min(patch.x0, x);
      patch.x1 = Math.max(patch.x1, x + 1);
      patch.y0 = Math.min(patch.y0, y);
      patch.y1 = Math.max(patch.y1, y + 1);
      const step = (to: number) => {
        if (to < 0 || to >= inside.length || !inside[to] || label[to] !== 0) return;
        label[to] = number;
        pixels.push(to);
      };
      if (x > 0) step(at - 1);
      if (x < width - 1) step(at + 1);
      step(at - width);
      step(at + width);
    }
    found.push(patch);
  }
  return found;
}

/** Whether an edge, given as the y of each column, runs straight: letters that touch each other step up and down at every one. */
function isStraight(edge: number[], solid: boolean[], corner: number): boolean {
  let [even, all] = [0, 0];
  for (let i = corner + 1; i < edge.length - corner; i++) {
    all++;
    if (solid[i] && Math.abs(edge[i] - edge[i - 1]) <= 1) even++;
  }
  return all > 0 && even >= STRAIGHT * all;
}

/** Whether a dark patch is a box behind words (a chip, a band, a column) rather than letters, a line, a frame or a picture. */
function isBox(patch: Patch, number: number, label: Int32Array, width: number): boolean {
  const { x0, y0, x1, y1, pixels } = patch;
  const [wide, high] = [x1 - x0, y1 - y0];
  if (high < LEAST_HEIGHT || wide < LEAST_WIDTH || (wide < 1.2 * high && wide < COLUMN_WIDTH)) return false;
  const [top, bottom]: number[][] = [[], []];
  const [solidTop, solidBottom]: boolean[][] = [[], []];
  for (let x = x0; x < x1; x++) {
    let [first, last] = [-1, -1];
    for (let y = y0; y < y1; y++) {
      if (label[y * width + x] !== number) continue;
      if (first < 0) first = y;
      last = y;
    }
    top.push(first);
    bottom.push(last);
    solidTop.push(label[(first + STRIP - 1) * width + x] === number);
    solidBottom.push(label[(last - STRIP + 1) * width + x] === number);
  }
  const filled = top.reduce((sum, y, i) => sum + bottom[i] - y + 1, 0);
  const corner = Math.min(Math.round(high / 2), Math.floor(wide / 4));
  return (
    pixels.length > GROUND * filled && isStraight(top, solidTop, corner) && isStraight(bottom, solidBottom, corner)
  );
}

/** A box behind words; pixels of the copy on which it was found. */
export interface Box {
  /** With the letters in it. */
  pixels: number[];
  /** Without them. */
  ground: number[];
}

/** What a box encloses and is no higher than a letter: letters, and the ground within an O. */
function enclosed({ x0, y0, x1, y1 }: Patch, number: number, label: Int32Array, width: number): number[] {
  const [wide, high] = [x1 - x0, y1 - y0];
  const other = new Uint8Array(wide * high);
  for (let y = 0; y < high; y++) {
    for (let x = 0; x < wide; x++) other[y * wide + x] = label[(y0 + y) * width + x0 + x] === number ? 0 : 1;
  }
  const pixels: number[] = [];
  for (const hole of patches(other, wide, new Int32Array(other.length), 1)) {
    const isInside = hole.x0 > 0 && hole.y0 > 0 && hole.x1 < wide && hole.y1 < high;
    if (!isInside || hole.y1 - hole.y0 > LETTER) continue;
    for (const at of hole.pixels) pixels.push((y0 + Math.floor(at / wide)) * width + x0 + (at % wide));
  }
  return pixels;
}

/**
 * Dark or coloured boxes behind words on a small copy of a page (longer side about 1100 pixels, so that a line of small print is some ten high): chips, bands,
 * columns. `white` is the paper's brightness.
 */
export function findBoxes(copy: Grey, white: number): Box[] {
  const { width, data } = copy;
  const dark = data.map((v) => (v < NOT_PAPER * white ? 1 : 0));
  const label = new Int32Array(dark.length);
  const boxes: Box[] = [];
  patches(dark, width, label, 1).forEach((patch, i) => {
    if (!isBox(patch, i + 1, label, width)) return;
    boxes.push({ ground: patch.pixels, pixels: patch.pixels.concat(enclosed(patch, i + 1, label, width)) });
  });
  return boxes;
}
