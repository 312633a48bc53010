import { VivierError } from '../errors';
import type { Logo } from './types';

/** Pixels on a side, and bytes: more is no logo. */
const MOST_PIXELS = 8000;
const MOST_BYTES = 5 * 1024 * 1024;
/** A logo is shown at most so many points wide; three pixels for each are sharp in print. */
const WIDEST = 480;

/**
 * A company's logo, drawn anew: what comes out is a PNG of known size and without what else the file may hold. Throws `image` for what is no picture.
 */
export async function loadPicture(data: Uint8Array): Promise<Logo> {
  if (data.length === 0 || data.length > MOST_BYTES)
    throw new VivierError('invalid-input', { what: 'logo', reason: 'PNG, JPEG, < 5 MB' });
  const { createCanvas, loadImage } = await import('@napi-rs/canvas');
  const isPicture = (data[0] === 0x89 && data[1] === 0x50) || (data[0] === 0xff && data[1] === 0xd8);
  const image = isPicture ? await loadImage(Buffer.from(data)).catch(() => null) : null;
  const fits = image && image.width > 0 && image.width <= MOST_PIXELS && image.height <= MOST_PIXELS;
  if (!image || !fits) throw new VivierError('invalid-input', { what: 'logo', reason: 'PNG, JPEG' });
  const scale = Math.min(1, WIDEST / image.width);
  const [width, height] = [Math.max(1, Math.round(image.width * scale)), Math.max(1, Math.round(image.height * scale))];
  const canvas = createCanvas(width, height);
  canvas.getContext('2d').drawImage(image, 0, 0, width, height);
  return { data: canvas.toBuffer('image/png'), type: 'png', width, height };
}
