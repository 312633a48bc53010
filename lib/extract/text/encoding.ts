import type { Buffer as NodeBuffer } from 'node:buffer';

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

/** Text of unknown encoding: byte order mark, UTF-16, UTF-8, else what chardet takes it for (Windows-1252 when it can't tell). */
export async function decodeText(data: Uint8Array): Promise<string> {
  const { default: iconv } = await import('iconv-lite');
  const bytes: NodeBuffer = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  const marks: [number[], string][] = [
    [[0xef, 0xbb, 0xbf], 'utf-8'],
    [[0xff, 0xfe, 0, 0], 'utf-32le'],
    [[0xff, 0xfe], 'utf-16le'],
    [[0xfe, 0xff], 'utf-16be'],
  ];
  const marked = marks.find(([mark]) => mark.every((byte, i) => data[i] === byte));
  if (marked) return iconv.decode(bytes, marked[1]);
  const wide = utf16WithoutMark(data);
  if (wide) return iconv.decode(bytes, wide);
  if (isUtf8(data)) return bytes.toString('utf8');
  return iconv.decode(bytes, await legacyEncoding(data));
}

async function legacyEncoding(data: Uint8Array): Promise<string> {
  const { default: chardet } = await import('chardet');
  const { default: iconv } = await import('iconv-lite');
  const [best] = chardet.analyse(data);
  // ISO-8859-1 in the wild is Windows-1252 (WHATWG Encoding), and chardet's guesses at other alphabets need to be firm.
  if (!best || best.confidence < 50 || best.name === 'ISO-8859-1' || !iconv.encodingExists(best.name))
    return 'windows-1252';
  return best.name;
}
