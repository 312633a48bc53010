import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import { decodeApart } from './decode-apart';
import { greyFromRgba, rotate, type Grey } from './picture';

const isTiff = (d: Uint8Array) => (d[0] === 0x49 && d[1] === 0x49) || (d[0] === 0x4d && d[1] === 0x4d);

/** The pictures of an image file: one, or each page of a TIFF. Throws `image` when the file can't be decoded, `too-large` above the limit of pixels. */
export async function decodeImage(file: SourceFile, context: ReadContext): Promise<Grey[]> {
  try {
    return isTiff(file.data) ? await decodeTiff(file, context) : [await decodePhoto(file, context)];
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

async function decodePhoto(file: SourceFile, context: ReadContext): Promise<Grey> {
  const declared = declaredSize(file.data);
  if (declared) checkPixels(declared.width, declared.height, file, context);
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
const TIFF_TURNS: Record<number, number> = { 3: 2, 6: 1, 8: 3 };

async function decodeTiff(file: SourceFile, context: ReadContext): Promise<Grey[]> {
  const { default: utif } = await import('utif2');
  // A Buffer is often a view into a larger one, and its slice() does not copy.
  const bytes = new Uint8Array(file.data).buffer;
  const pages = utif.decode(bytes).slice(0, context.limits.pages);
  const pictures: Grey[] = [];
  for (const page of pages) {
    context.check();
    const tag = (name: string) => Number((page[name] as number[] | undefined)?.[0] ?? 0);
    checkPixels(tag('t256'), tag('t257'), file, context);
    utif.decodeImage(bytes, page);
    if (!(page.width > 0 && page.height > 0)) continue;
    const grey = greyFromRgba(utif.toRGBA8(page), page.width, page.height);
    pictures.push(rotate(squarePixels(grey, tag('t282'), tag('t283')), TIFF_TURNS[tag('t274')] ?? 0));
  }
  if (pictures.length === 0) throw new Error('no pages');
  return pictures;
}

/** Fax pages have half as many rows as columns an inch: rows are repeated until pixels are square. */
function squarePixels(grey: Grey, xResolution: number, yResolution: number): Grey {
  const ratio = xResolution > 0 && yResolution > 0 ? xResolution / yResolution : 1;
  if (ratio < 1.2) return grey;
  const height = Math.round(grey.height * ratio);
  const data = new Uint8Array(grey.width * height);
  for (let y = 0; y < height; y++) {
    const row = Math.min(grey.height - 1, Math.floor(y / ratio));
    data.set(grey.data.subarray(row * grey.width, (row + 1) * grey.width), y * grey.width);
  }
  return { width: grey.width, height, data };
}
