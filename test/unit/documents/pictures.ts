import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { renderPages } from '../../../lib/extract';

/** Written anew with VIVIER_RENEW_PICTURES=1; look at them before they are committed. */
const FOLDER = join('test', 'fixtures', 'documents');
const RENEW = process.env.VIVIER_RENEW_PICTURES === '1';

/** Pixels across: a block that moves is seen, the smoothing of a letter hardly. */
const WIDTH = 300;
/**
 * Of 255, over all pixels and channels. Fonts and drawing libraries are the package's own and draw the same pixels again (0); the rest is for another processor's rounding. Another accent
 * colour in the style with the least colour makes 0.65.
 */
const MOST_DIFFERENCE = 0.4;
/** A pixel has changed when a channel differs by more than this, of 255. */
const SMOOTHING = 40;
const MOST_CHANGED = 0.004;

/** A page of a PDF as a small picture. */
export async function drawnPage(data: Uint8Array, page = 1): Promise<Buffer> {
  const [{ png }] = await renderPages({ data, fileName: 'drawn.pdf' }, { pages: [page], width: WIDTH });
  return png;
}

async function pixelsOf(png: Buffer): Promise<{ size: string; data: Uint8ClampedArray }> {
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const image = await loadImage(png);
  const { width, height } = image;
  const context = createCanvas(width, height).getContext('2d');
  context.drawImage(image, 0, 0);
  return { size: `${width} × ${height}`, data: context.getImageData(0, 0, width, height).data };
}

/** Mean absolute difference of the channels, and the share of pixels that have changed. Pictures of two sizes have nothing in common. */
export async function compared(one: Buffer, other: Buffer): Promise<{ difference: number; changed: number }> {
  const [before, after] = [await pixelsOf(one), await pixelsOf(other)];
  if (before.size !== after.size) return { difference: 255, changed: 1 };
  let sum = 0;
  let changed = 0;
  for (let at = 0; at < before.data.length; at += 4) {
    const distances = [0, 1, 2].map((channel) => Math.abs(before.data[at + channel] - after.data[at + channel]));
    sum += distances[0] + distances[1] + distances[2];
    if (Math.max(...distances) > SMOOTHING) changed += 1;
  }
  const pixels = before.data.length / 4;
  return { difference: sum / (pixels * 3), changed: changed / pixels };
}

export interface Tolerance {
  difference: number;
  changed: number;
}
const SAME_FONTS: Tolerance = { difference: MOST_DIFFERENCE, changed: MOST_CHANGED };

export const isSame = ({ difference, changed }: Tolerance, most = SAME_FONTS): boolean =>
  difference <= most.difference && changed <= most.changed;

/** What the agreed picture of that name differs by from the one of now. */
export async function differenceFrom(name: string, now: Buffer): Promise<Tolerance> {
  const file = join(FOLDER, `${name}.png`);
  if (RENEW) {
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, now);
  }
  return existsSync(file) ? await compared(readFileSync(file), now) : { difference: 255, changed: 1 };
}
