import type { HiddenText } from '../types';

/** Zero-width characters, direction marks and tag characters: they show nothing and can carry a message. */
const UNSEEN = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u{E0000}-\u{E007F}]/gu;
/** Bullets of Symbol and Wingdings as Word and LibreOffice write them, in the private-use area. */
const SYMBOL_BULLETS = /[\uF0B7\uF0A7\uF0A8\uF076\uF0D8\uF0FC\uF02D\uF0A0\uF0AE\uF0B0]/gu;
const PRIVATE_USE = /[\uE000-\uF8FF\u{F0000}-\u{FFFFD}\u{100000}-\u{10FFFD}]/gu;
// eslint-disable-next-line no-control-regex -- control characters are what is removed here
const CONTROL = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u009F\uFFFD\uFFFE\uFFFF]/gu;

export interface Cleaned {
  text: string;
  /** How many unseen characters were taken out. */
  unseen: number;
  /** What tag characters (U+E0020 to U+E007E) spell, when there are any. */
  tagged: string;
}

/** Characters that cleaning leaves as they are: nothing unseen, private or that NFKC would change. Most lines have no others. */
const CLEAN = /^[\t\n -~À-ÿŒœ–—‘’“”•€«»]*$/;

/** Text as a reader sees it: NFKC, without unseen, private-use and control characters; soft hyphens are kept for `joinCutWords`. */
export function cleanText(raw: string): Cleaned {
  if (CLEAN.test(raw)) return { text: raw, unseen: 0, tagged: '' };
  let unseen = 0;
  let tagged = '';
  const text = raw
    .replace(UNSEEN, (character) => {
      unseen++;
      const code = character.codePointAt(0) ?? 0;
      if (code >= 0xe0020 && code <= 0xe007e) tagged += String.fromCodePoint(code - 0xe0000);
      return '';
    })
    .replace(SYMBOL_BULLETS, '•')
    .replace(PRIVATE_USE, '')
    .replace(CONTROL, '')
    .normalize('NFKC');
  return { text, unseen, tagged };
}

/** White space inside a line: one blank, or one tab where there was one; none at the ends. */
export function tidySpaces(text: string): string {
  return text
    .replace(/[^\S\t\n]+/gu, ' ')
    .replace(/ *\t[ \t]*/g, '\t')
    .trim();
}

const ZERO_WIDTH_BITS = /[\u200B-\u200D\u2060\uFEFF]{8,}/gu;

/** Reports unseen characters: what the tags spell, else what the zero-width characters encode as bits, else how many there were. */
export function unseenReport(raw: string, page: number): HiddenText[] {
  const { unseen, tagged } = cleanText(raw);
  if (unseen === 0) return [];
  const runs = raw.match(ZERO_WIDTH_BITS) ?? [];
  const decoded = tagged || runs.map(decodeBits).find((text) => text !== null);
  const count = [...new Set(raw.match(UNSEEN))].map((c) => `U+${c.codePointAt(0)?.toString(16).toUpperCase()}`);
  return [{ text: decoded ?? `${unseen} × ${count.slice(0, 6).join(' ')}`, page, reason: 'zero-width' }];
}

/** Two kinds of zero-width characters as the bits of UTF-8 bytes, in either order. */
function decodeBits(run: string): string | null {
  const kinds: string[] = [...new Set(run)].filter((c) => /[\u200B-\u200D]/.test(c)).slice(0, 2);
  for (const one of [...kinds].sort().reverse()) {
    const bits = [...run].filter((c) => kinds.includes(c)).map((c) => (c === one ? '1' : '0'));
    const bytes = (bits.join('').match(/.{8}/g) ?? []).map((b) => parseInt(b, 2));
    const text = Buffer.from(bytes).toString('utf8');
    if (text.length > 3 && /^[\p{L}\p{N}\p{P}\p{Z}\s]+$/u.test(text)) return text;
  }
  return null;
}
