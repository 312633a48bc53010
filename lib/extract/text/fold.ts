import { remember } from './remember';

/** Folding for comparison, never for output. */

const MARKS = /[\u0300-\u036f]/g;

const PLAIN = /^[ -~\t]*$/;

const folded = new Map<string, string>();

function foldChar(char: string): string {
  const known = folded.get(char);
  if (known !== undefined) return known;
  const plain = char.normalize('NFD').replace(MARKS, '').toLowerCase();
  const short = char.length === 1 ? (plain[0] ?? char) : char.toLowerCase();
  const result = plain.length === char.length ? plain : short;
  folded.set(char, result);
  return result;
}

/** Lower case without diacritics, apostrophes straightened; as many UTF-16 units as the input, so that indexes stay valid. */
export function fold(text: string): string {
  const plain = PLAIN.test(text) ? text.toLowerCase() : text.replace(/[^ -~\t]|[A-Z]/gu, foldChar);
  return plain.replace(/[’‘ʼ´`]/g, "'").replace(/[\u00a0\u202f\u2009]/g, ' ');
}

/** Rows of a document or two, and the longest of them that is kept, in characters. */
const MOST_KEYS = 500;
const LONGEST_KEPT = 200;

/** Folded words only: what headings, vocabulary and names are compared by. */
export function key(text: string): string {
  return text.length > LONGEST_KEPT ? foldedWords(text) : keptKey(text);
}

/** The same row is asked about again and again. */
const keptKey = remember(foldedWords, MOST_KEYS);

function foldedWords(text: string): string {
  // The same by far fewer steps, for most of what is asked.
  if (PLAIN.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9+#]+/g, ' ')
      .trim();
  }
  return fold(text.normalize('NFKC'))
    .replace(/œ/g, 'oe')
    .replace(/æ/g, 'ae')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
}

export function words(text: string): string[] {
  const folded = key(text);
  return folded ? folded.split(' ') : [];
}

export function isUpperCase(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}
