import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import { decodeApart } from './decode-apart';
import { greyFromRgba, rotate, type Grey } from './picture';

const isTiff = (d: Uint8Array) => (d[0] === 0x49 && d[1] === 0x49) || (d[0] === 0x4d && d[1] === 0x4d);

/** The pictures of an image file: one, or each page of a TIFF. Throws `image` when the file can't be decoded, `too-large` above the limit of pixels. */
export async function decodeImage(file: SourceFile, context: ReadContext): Promise<Grey[]> {
  try {
    return (await tiffPages(file, context))?.map(greyOf) ?? [await decodePhoto(file, context)];
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('image', { fileName: file.fileName }, { cause: error });
  }
}

function checkPixels(width: number, height: number, file: SourceFile, context: ReadContext): void {
  if (width * height <= context.limits.pixels) return;
  const millions = (n: number) => `${Math.round(n / 1e6)} MP`;
  const details = { fileName: file.fileName, actual: millions(width * height), limit: millions(context.limits.pixels) };
  throw new VivierError('too-large', details);
}

/** Throws `too-large` for a PNG or JPEG that declares more pixels than the limit. */
export function refuseEnormous(file: SourceFile, context: ReadContext): void {
  const declared = declaredSize(file.data);
  if (declared) checkPixels(declared.width, declared.height, file, context);
}

async function decodePhoto(file: SourceFile, context: ReadContext): Promise<Grey> {
  refuseEnormous(file, context);
  // The decoder turns a photo as its camera says (EXIF).
  return decodeApart(file.data, context.limits.pixels, context.signal);
}

/** Width and height as a PNG or JPEG declares them, so that an enormous one is refused before it is decoded. */
function declaredSize(data: Uint8Array): { width: number; height: number } | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  if (data[0] === 0x89 && data[1] === 0x50 && data.length > 24)
    return { width: view.getUint32(16), height: view.getUint32(20) };
  if (data[0] !== 0xff || data[1] !== 0xd8) return null;
  for (let at = 2; at + 9 < data.length && data[at] === 0xff;) {
    const marker = data[at + 1];
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker);
    if (isFrame) return { width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}

/** TIFF's orientation tag: quarter turns clockwise that make the picture upright. */
export const TIFF_TURNS: Record<number, number> = { 3: 2, 6: 1, 8: 3 };

export interface TiffPage {
  width: number;
  height: number;
  rgba: Uint8Array;
  /** Value of one of its tags, 0 where it is absent. */
  tag(name: string): number;
}

/** The pages of a TIFF in colour; null for any other file. */
export async function tiffPages(file: SourceFile, context: ReadContext): Promise<TiffPage[] | null> {
  if (!isTiff(file.data)) return null;
  const { default: utif } = await import('utif2');
  // A Buffer is often a view into a larger one, and its slice() does not copy.
  const bytes = new Uint8Array(file.data).buffer;
  const pages = utif.decode(bytes).slice(0, context.limits.pages);
  const pictures: TiffPage[] = [];
  for (const page of pages) {
    context.check();
    const tag = (name: string) => Number((page[name] as number[] | undefined)?.[0] ?? 0);
    checkPixels(tag('t256'), tag('t257'), file, context);
    utif.decodeImage(bytes, page);
    if (!(page.width > 0 && page.height > 0)) continue;
    pictures.push({ width: page.width, height: page.height, rgba: utif.toRGBA8(page), tag });
  }
  if (pictures.length === 0) throw new Error('no pages');
  return pictures;
}

function greyOf(page: TiffPage): Grey {
  const grey = greyFromRgba(page.rgba, page.width, page.height);
  return rotate(squarePixels(grey, pixelHeight(page)), TIFF_TURNS[page.tag('t274')] ?? 0);
}

/** How much higher than wide a page's pixels are: fax pages have half as many rows as columns an inch. */
export function pixelHeight(page: Pick<TiffPage, 'tag'>): number {
  const [x, y] = [page.tag('t282'), page.tag('t283')];
  const ratio = x > 0 && y > 0 ? x / y : 1;
  return ratio < 1.2 ? 1 : ratio;
}

/** Rows are repeated until pixels are square. */
function squarePixels(grey: Grey, ratio: number): Grey {
  if (ratio === 1) return grey;
  const height = Math.round(grey.height * ratio);
  const data = new Uint8Array(grey.width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(grey.height - 1, Math.floor(y / ratio));
    data.set(grey.data.subarray(row * grey.width, (row + 1) * grey.width), y * grey.width);
  }
  return { width: grey.width, height, data };
}
