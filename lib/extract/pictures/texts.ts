import { inflateSync } from 'node:zlib';
import type { BesideText } from '../suspicion';
import { textsInTags } from './exif';

/** Pieces of one file, and bytes that a packed text may have. */
const MOST_PIECES = 2000;
const LONGEST = 256 * 1024;

const XMP = 'http://ns.adobe.com/xap/1.0/\0';
const EXIF = 'Exif\0\0';

/** What an XMP packet says: its texts and its attributes, without its markup. */
const packetTexts = (packet: string): string[] => [
  ...packet
    .slice(0, LONGEST)
    .split(/<[^>]*>/)
    .map((text) => text.replace(/&(?:amp|lt|gt|quot|apos|#\d+);/g, ' ')),
  ...[...packet.slice(0, LONGEST).matchAll(/\s(?!xmlns)[\w:]+="([^"<]*)"/g)].map(([, value]) => value),
];

function unpacked(bytes: Buffer): string {
  try {
    return inflateSync(bytes, { maxOutputLength: LONGEST }).toString('utf8');
  } catch {
    return '';
  }
}

/** PNG (third edition), 11.3.3: a keyword, and a text that may be packed. */
function pngTexts(type: string, bytes: Buffer): string[] {
  if (type === 'eXIf') return textsInTags(bytes);
  const keyword = bytes.indexOf(0);
  if (keyword < 0) return [];
  const rest = bytes.subarray(keyword + 1);
  if (type === 'tEXt') return [rest.toString('latin1')];
  if (type === 'zTXt') return [unpacked(rest.subarray(1))];
  const language = rest.indexOf(0, 2);
  const translated = rest.indexOf(0, language + 1);
  if (language < 0 || translated < 0) return [];
  const text = rest.subarray(translated + 1);
  const plain = rest[0] === 1 ? unpacked(text) : text.subarray(0, LONGEST).toString('utf8');
  return bytes.toString('latin1', 0, keyword) === 'XML:com.adobe.xmp' ? packetTexts(plain) : [plain];
}

function inPng(data: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 8, n = 0; at + 12 <= data.length && n < MOST_PIECES; n++) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    if (/^(?:tEXt|zTXt|iTXt|eXIf)$/.test(type)) texts.push(...pngTexts(type, data.subarray(at + 8, at + 8 + length)));
    at += 12 + length;
  }
  return texts;
}

/** Datasets of IPTC's application record (IIM 4.2, 1.5): caption, keywords, instructions… */
function iptcTexts(block: Buffer): string[] {
  const texts: string[] = [];
  for (let at = block.indexOf('\x1c\x02', 0, 'latin1'); at >= 0 && at + 5 <= block.length;) {
    const length = block.readUInt16BE(at + 3);
    texts.push(block.toString('utf8', at + 5, at + 5 + length));
    at = block.indexOf('\x1c\x02', at + 5 + length, 'latin1');
    if (texts.length >= MOST_PIECES) break;
  }
  return texts;
}

/** The segments before a JPEG's picture: Exif, XMP, IPTC and comments. */
function inJpeg(data: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 2; at + 4 <= data.length && data[at] === 0xff;) {
    const [marker, length] = [data[at + 1], data.readUInt16BE(at + 2)];
    if (marker === 0xda || length < 2) break;
    const bytes = data.subarray(at + 4, at + 2 + length);
    const name = bytes.toString('latin1', 0, XMP.length);
    if (marker === 0xe1 && name.startsWith(EXIF)) texts.push(...textsInTags(bytes.subarray(EXIF.length)));
    else if (marker === 0xe1 && name === XMP) texts.push(...packetTexts(bytes.toString('utf8', XMP.length)));
    else if (marker === 0xed) texts.push(...iptcTexts(bytes));
    else if (marker === 0xfe) texts.push(bytes.toString('utf8'));
    at += 2 + length;
  }
  return texts;
}

/** The chunks of a RIFF file. */
function inWebp(data: Buffer): string[] {
  const texts: string[] = [];
  for (let at = 12, n = 0; at + 8 <= data.length && n < MOST_PIECES; n++) {
    const length = data.readUInt32LE(at + 4);
    const type = data.toString('latin1', at, at + 4);
    const bytes = data.subarray(at + 8, at + 8 + length);
    if (type === 'EXIF')
      texts.push(...textsInTags(bytes.toString('latin1', 0, 6) === EXIF ? bytes.subarray(6) : bytes));
    if (type === 'XMP ') texts.push(...packetTexts(bytes.toString('utf8')));
    at += 8 + length + (length & 1);
  }
  return texts;
}

function textsIn(data: Buffer): string[] {
  if (data[0] === 0x89) return inPng(data);
  if (data[0] === 0xff && data[1] === 0xd8) return inJpeg(data);
  if (data.toString('latin1', 0, 4) === 'RIFF') return inWebp(data);
  return textsInTags(data);
}

/** Texts that a picture's file carries beside its pixels: Exif, XMP, IPTC, comments, text chunks. Nobody who looks at the picture sees them. */
export function textsBesidePixels(file: Uint8Array): BesideText[] {
  const data = Buffer.from(file.buffer, file.byteOffset, file.byteLength);
  return textsIn(data)
    .map((text) => text.replaceAll('\0', ' ').trim())
    .filter((text) => text !== '')
    .map((text) => ({ text }));
}
