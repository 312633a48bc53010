import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { CV_STYLES, type CvStyleName, renderCompanyCv } from '../../../lib/documents';
import { renderPages } from '../../../lib/extract';
import { nadia } from './letters/people';

/** Written anew with VIVIER_RENEW_PICTURES=1; look at them before they are committed. */
const FOLDER = join('test', 'fixtures', 'documents', 'company-cv');
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

async function firstPage(style: CvStyleName, profile = nadia(), colour?: string): Promise<Buffer> {
  const { data } = await renderCompanyCv(profile, {
    ...{ locale: 'fr', format: 'pdf', style, companyName: 'Atelier Conseil', colour },
  });
  const [{ png }] = await renderPages({ data, fileName: 'cv.pdf' }, { pages: [1], width: WIDTH });
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
async function compared(one: Buffer, other: Buffer): Promise<{ difference: number; changed: number }> {
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

const isSame = ({ difference, changed }: { difference: number; changed: number }) =>
  difference <= MOST_DIFFERENCE && changed <= MOST_CHANGED;

describe('the look of the company CV', () => {
  it.each(CV_STYLES)('is the one that was agreed on: %s', async (style) => {
    const file = join(FOLDER, `${style}.png`);
    const now = await firstPage(style);
    if (RENEW) {
      mkdirSync(FOLDER, { recursive: true });
      writeFileSync(file, now);
    }
    expect(existsSync(file)).toBe(true);
    const found = await compared(readFileSync(file), now);
    expect({ ...found, isSame: isSame(found) }).toMatchObject({ isSame: true });
  });

  it('would see another colour, another style and a line that moved', async () => {
    const classic = await firstPage('classic');
    const others = [
      await firstPage('classic', nadia(), '#1f6e23'),
      await firstPage('classic', { ...nadia(), headline: null }),
      await firstPage('banner'),
    ];
    const found = await Promise.all(others.map((other) => compared(classic, other)));
    expect(found.filter(isSame)).toEqual([]);
  });
});
