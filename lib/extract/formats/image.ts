import { VivierError } from '../../errors';
import { decodeImage } from '../ocr/decode';
import { recognisedLines } from '../ocr/lines';
import { recognisePage } from '../ocr/recognise';
import { textsBesidePixels } from '../pictures/texts';
import type { DraftLine, FormatReader, ReaderResult } from '../reader';
import type { PageInfo } from '../types';

/** A picture of a CV is taken for a page as high (or wide) as A4. */
const A4_LONG_SIDE = 842;

/** A JPEG without its end marker, or a PNG without its last chunk: decoders show what is there and leave the rest grey. */
function endsEarly(data: Uint8Array): boolean {
  const tail = Buffer.from(data.subarray(Math.max(0, data.length - 4096)));
  if (data[0] === 0xff && data[1] === 0xd8) return !tail.includes(Buffer.from([0xff, 0xd9]));
  return data[0] === 0x89 && data[1] === 0x50 && !tail.includes('IEND');
}

/** JPEG, PNG, WebP and TIFF: each picture is recognised as a page. */
export const imageReader: FormatReader = {
  format: 'image',
  async read(file, context): Promise<ReaderResult> {
    if (context.ocr === 'never') throw new VivierError('no-text', { fileName: file.fileName });
    const pictures = await decodeImage(file, context);
    const lines: DraftLine[] = [];
    const pages: PageInfo[] = [];
    for (const [i, picture] of pictures.entries()) {
      context.check();
      const unit = A4_LONG_SIDE / Math.max(picture.width, picture.height);
      const page = recognisedLines(await recognisePage(picture, unit, context), i + 1);
      lines.push(...page.lines);
      pages.push(page.info);
    }
    const isCut = endsEarly(file.data);
    if (isCut && !lines.some((line) => /\p{L}{2}/u.test(line.text))) {
      throw new VivierError('image', { fileName: file.fileName });
    }
    const { fileTypeFromBuffer } = await import('file-type');
    const mimeType = (await fileTypeFromBuffer(file.data))?.mime ?? 'image/*';
    const beside = textsBesidePixels(file.data);
    return { format: 'image', mimeType, lines, pages, beside, ...(isCut && { partial: 'truncated' }) };
  },
};
