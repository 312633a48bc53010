import type { Buffer as NodeBuffer } from 'node:buffer';
import { currentLocale } from '../../errors';
import type { Warning } from '../../profile';
import { readLegacy } from './legacy';

/** UTF-16 without a byte order mark: every other byte of Western text is 0. */
export function utf16WithoutMark(data: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const sample = data.subarray(0, 4096);
  let [even, odd] = [0, 0];
  sample.forEach((byte, i) => {
    if (byte !== 0) return;
    if (i % 2 === 0) even++;
    else odd++;
  });
  const half = sample.length / 2;
  if (odd > 0.4 * half && even < 0.05 * half) return 'utf-16le';
  if (even > 0.4 * half && odd < 0.05 * half) return 'utf-16be';
  return null;
}

function isUtf8(data: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(data);
    return true;
  } catch {
    return false;
  }
}

export interface DecodedText {
  text: string;
  /** Says so when the encoding could not be told for certain. */
  warnings: Warning[];
}

const sure = (text: string): DecodedText => ({ text, warnings: [] });

/**
 * Text of unknown encoding: byte order mark, UTF-16, UTF-8, else the one that the document names for itself, else the encoding from before Unicode that makes the
 * likeliest text.
 */
export async function decodeText(data: Uint8Array, declared?: string): Promise<DecodedText> {
  const { default: iconv } = await import('iconv-lite');
  const bytes: NodeBuffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const marks: [number[], string][] = [
    [[0xef, 0xbb, 0xbf], 'utf-8'],
    [[0xff, 0xfe, 0, 0], 'utf-32le'],
    [[0xff, 0xfe], 'utf-16le'],
    [[0xfe, 0xff], 'utf-16be'],
  ];
  const marked = marks.find(([mark]) => mark.every((byte, i) => data[i] === byte));
  if (marked) return sure(iconv.decode(bytes, marked[1]));
  const wide = utf16WithoutMark(data);
  if (wide) return sure(iconv.decode(bytes, wide));
  if (isUtf8(data)) return sure(bytes.toString('utf8'));
  if (declared && iconv.encodingExists(declared) && !/^utf/i.test(declared)) return sure(iconv.decode(bytes, declared));
  const { text, encoding, isSure } = await readLegacy(data);
  return { text, warnings: isSure ? [] : [uncertain(encoding)] };
}

const uncertain = (encoding: string): Warning => ({
  code: 'encoding-uncertain',
  message:
    currentLocale() === 'fr'
      ? `Le fichier ne dit pas dans quel encodage il est écrit ; il est lu comme ${encoding}. Vérifiez les lettres accentuées des noms.`
      : `The file does not say which character encoding it is in; it is read as ${encoding}. Check the accented letters of names.`,
});
