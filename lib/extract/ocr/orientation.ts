import { scale, type Grey } from './picture';

/** Longer side of the copy that is looked at: a letter is then some eight pixels high. */
const SIDE = 1400;
/** The page is looked at in so many slabs across, so that a slant of a degree or two doesn't blur the lines. */
const SLABS = 10;
const INK = 128;
/** Stretches of lines that must be seen, and share of them that must stand on their feet, to call a page upright. */
const LINES = 12;
const CLEARLY = 0.6;

/** Ink of each row within each slab of columns. */
function inkOfRows({ width, height, data }: Grey): Uint32Array[] {
  const slab = Math.ceil(width / SLABS);
  const found = Array.from({ length: SLABS }, () => new Uint32Array(height));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) if (data[y * width + x] < INK) found[Math.floor(x / slab)][y]++;
  }
  return found;
}

/**
 * Whether lines of Latin letters stand on their feet: most letters end on the baseline (a, e, n, also b, d, l), few hang below it, and only some reach the top, so
 * that a short stretch of a line has more ink at its foot. Share of stretches that do; null where there are too few of them.
 */
function onFeet(found: Uint32Array[]): number | null {
  let [up, down] = [0, 0];
  for (const profile of found) {
    let start = -1;
    for (let y = 0; y <= profile.length; y++) {
      const isInk = y < profile.length && profile[y] > 0;
      if (isInk && start < 0) start = y;
      if (isInk || start < 0) continue;
      const height = y - start;
      if (height >= 8 && height <= 40) {
        const edge = Math.round(height * 0.28);
        let [top, bottom] = [0, 0];
        for (let i = 0; i < edge; i++) {
          top += profile[start + i];
          bottom += profile[y - 1 - i];
        }
        if (bottom > 1.15 * top) up++;
        else if (top > 1.15 * bottom) down++;
      }
      start = -1;
    }
  }
  return up + down < LINES ? null : up / (up + down);
}

/** Whether the ink alone shows, without a letter being read, that the page's lines stand on their feet. False where it can't be told. */
export function standsUpright(picture: Grey): boolean {
  const share = onFeet(inkOfRows(scale(picture, Math.min(1, SIDE / Math.max(picture.width, picture.height)))));
  return share !== null && share > CLEARLY;
}

/** Share of the page's height that a strip has. */
const STRIP = 0.12;

/** The strip across the page that alternates most between ink and paper, sides included: a few lines, enough to tell which way up they are. */
export function densestStrip(picture: Grey): Grey {
  const { width, height, data } = picture;
  const tall = Math.max(1, Math.round(height * STRIP));
  const turns = new Uint32Array(height);
  for (let y = 0; y < height; y++) {
    for (let x = 4; x < width; x += 4) {
      const at = y * width + x;
      if (data[at] >= INK !== data[at - 4] >= INK) turns[y]++;
    }
  }
  let sum = 0;
  let [best, from] = [-1, 0];
  for (let y = 0; y < height; y++) {
    sum += turns[y] - (y >= tall ? turns[y - tall] : 0);
    if (sum > best && y >= tall - 1) [best, from] = [sum, y - tall + 1];
  }
  return { width, height: tall, data: data.subarray(from * width, (from + tall) * width) };
}
