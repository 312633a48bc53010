import { findBoxes, type Box } from './boxes';
import type { Rectangle } from './engine';
import { scale, type Grey } from './picture';

/** Longer side of the copy on which boxes are looked for. */
const SIDE = 1100;
/** Ink differs from the ground of its box by this much of 255, over at least this share of the box. */
const CONTRAST = 45;
const LEAST_INK = 0.0005;
/** Paper's brightness: that of the brightest quarter of the page. */
const PAPER_RANK = 0.75;

type Histogram = Uint32Array;

function rank(histogram: Histogram, share: number): number {
  const all = histogram.reduce((a, b) => a + b, 0);
  let seen = 0;
  for (let value = 0; value < histogram.length; value++) {
    seen += histogram[value];
    if (seen >= all * share && seen > 0) return value;
  }
  return 255;
}

/** The page and its small copy, and which pixels of the one a pixel of the other stands for. */
class Cells {
  constructor(
    readonly picture: Grey,
    readonly copy: Grey,
  ) {}

  /** Sets the brightness of each pixel behind a pixel of the copy to what `levels` has for it. */
  repaint(at: number, levels: Uint8Array): void {
    const { width, data } = this.picture;
    const { x0, y0, x1, y1 } = this.behind(at);
    for (let y = y0; y < y1; y++) for (let i = y * width + x0; i < y * width + x1; i++) data[i] = levels[data[i]];
  }

  histogram(pixels: number[]): Histogram {
    const counts = new Uint32Array(256);
    const { width, data } = this.picture;
    for (const at of pixels) {
      const { x0, y0, x1, y1 } = this.behind(at);
      for (let y = y0; y < y1; y++) for (let i = y * width + x0; i < y * width + x1; i++) counts[data[i]]++;
    }
    return counts;
  }

  private behind(at: number): Rectangle {
    const { picture, copy } = this;
    const [x, y] = [at % copy.width, Math.floor(at / copy.width)];
    const [fx, fy] = [picture.width / copy.width, picture.height / copy.height];
    const [x0, y0] = [Math.floor(x * fx), Math.floor(y * fy)];
    return { x0, y0, x1: Math.floor((x + 1) * fx), y1: Math.floor((y + 1) * fy) };
  }
}

/** Brightness of the ink in a box, darker or brighter than its ground; null where there is none. */
function inkOf(histogram: Histogram, ground: number): number | null {
  const brighter = histogram.map((n, value) => (value > ground + CONTRAST ? n : 0));
  const darker = histogram.map((n, value) => (value < ground - CONTRAST ? n : 0));
  const [all, bright, dark] = [histogram, brighter, darker].map((counts) => counts.reduce((a, b) => a + b, 0));
  if (Math.max(bright, dark) < LEAST_INK * all) return null;
  return bright > dark ? rank(brighter, 0.75) : rank(darker, 0.25);
}

/** The pixels of the copy that lie on a box's rim, inside and outside: where its shade runs into the paper's. */
function rimOf({ pixels }: Box, { width, data }: Grey): number[] {
  const inside = new Uint8Array(data.length);
  for (const at of pixels) inside[at] = 1;
  const rim = new Set<number>();
  for (const at of pixels) {
    const x = at % width;
    for (const dy of [-width, 0, width]) {
      for (let to = at + dy - (x > 0 ? 1 : 0); to <= at + dy + (x < width - 1 ? 1 : 0); to++) {
        if (inside[to] === 0) rim.add(to).add(at);
      }
    }
  }
  return [...rim];
}

const WHITE = new Uint8Array(256).fill(255);

/**
 * A copy of the page on which words in dark or coloured boxes stand as dark ink on white paper, like all others: Tesseract chooses one threshold for the
 * page, and reads white on dark words only where its layout analysis took the box for a line. The page itself where there is no such box.
 */
export function evenGrounds(page: Grey): Grey {
  const copy = scale(page, Math.min(1, SIDE / Math.max(page.width, page.height)));
  const all = new Uint32Array(256);
  for (const value of copy.data) all[value]++;
  const boxes = findBoxes(copy, rank(all, PAPER_RANK));
  if (boxes.length === 0) return page;
  const cells = new Cells({ ...page, data: page.data.slice() }, copy);
  for (const box of boxes) {
    const ground = rank(cells.histogram(box.ground), 0.5);
    const ink = inkOf(cells.histogram(box.pixels), ground);
    // Ground to white, ink to black, a steep slope between. A box that holds nothing is paper: the light on the page is then told from paper alone.
    const levels = Uint8Array.from({ length: 256 }, (_, v) => {
      const share = ink === null ? 0 : (v - ground) / (ink - ground);
      return 255 - Math.max(0, Math.min(255, ((share - 0.15) / 0.7) * 255));
    });
    for (const at of box.pixels) cells.repaint(at, levels);
    for (const at of rimOf(box, copy)) cells.repaint(at, WHITE);
  }
  return cells.picture;
}
