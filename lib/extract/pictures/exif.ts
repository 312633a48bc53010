/** Texts among the tags of an Exif block or a TIFF file (TIFF 6.0, section 2; Exif 2.32, section 4.6). */

const ASCII = 2;
/** Bytes of one value of each type. */
const SIZES: Record<number, number> = { 1: 1, 2: 1, 3: 2, 4: 4, 7: 1, 13: 4 };
const EXIF_FOLDER = 0x8769;
const USER_COMMENT = 0x9286;
/** Title, comment, author, keywords and subject as Windows writes them: UTF-16. */
const isWindowsText = (tag: number) => tag >= 0x9c9b && tag <= 0x9c9f;
const isPacket = (tag: number) => tag === 0x02bc;

const MOST_FOLDERS = 16;
const MOST_TAGS = 500;
/** Bytes of one text. */
const LONGEST = 64 * 1024;

/** « ASCII\0\0\0 » or « UNICODE\0 » and the text. */
function comment(bytes: Buffer, isLittle: boolean): string {
  const [code, text] = [bytes.toString('latin1', 0, 8), bytes.subarray(8)];
  if (!code.startsWith('UNICODE')) return text.toString('utf8');
  const even = Buffer.from(text.subarray(0, text.length & ~1));
  return (isLittle ? even : even.swap16()).toString('utf16le');
}

function textOf(tag: number, type: number, bytes: Buffer, isLittle: boolean): string | null {
  if (tag === USER_COMMENT) return comment(bytes, isLittle);
  if (isWindowsText(tag)) return bytes.toString('utf16le');
  return type === ASCII || isPacket(tag) ? bytes.toString('utf8') : null;
}

/** `block` begins with the byte order (`II` or `MM`). Damaged tags are passed over. */
export function textsInTags(block: Buffer): string[] {
  const order = block.toString('latin1', 0, 2);
  if (block.length < 8 || (order !== 'II' && order !== 'MM')) return [];
  const isLittle = order === 'II';
  const short = (at: number) => (isLittle ? block.readUInt16LE(at) : block.readUInt16BE(at));
  const long = (at: number) => (isLittle ? block.readUInt32LE(at) : block.readUInt32BE(at));
  const texts: string[] = [];
  const folders = [long(4)];
  const seen = new Set<number>();
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    if (folder === 0 || folder + 2 > block.length || seen.has(folder) || seen.size >= MOST_FOLDERS) continue;
    seen.add(folder);
    const tags = Math.min(short(folder), MOST_TAGS);
    for (let i = 0; i < tags; i++) {
      const at = folder + 2 + 12 * i;
      if (at + 12 > block.length) break;
      const [tag, type] = [short(at), short(at + 2)];
      const bytes = (SIZES[type] ?? 0) * long(at + 4);
      if (tag === EXIF_FOLDER) folders.push(long(at + 8));
      const from = bytes <= 4 ? at + 8 : long(at + 8);
      const text = textOf(tag, type, block.subarray(from, from + Math.min(bytes, LONGEST)), isLittle);
      if (text) texts.push(text);
    }
    const next = folder + 2 + 12 * short(folder);
    if (next + 4 <= block.length) folders.push(long(next));
  }
  return texts;
}
