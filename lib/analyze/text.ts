/** Text helpers shared by the rules: folding for comparison, never for output. */

const MARKS = /[\u0300-\u036f]/g;

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
  const plain = /^[ -~\t]*$/.test(text) ? text.toLowerCase() : text.replace(/[^ -~\t]|[A-Z]/gu, foldChar);
  return plain.replace(/[’‘ʼ´`]/g, "'").replace(/[\u00a0\u202f\u2009]/g, ' ');
}

/** Folded words only: what headings, vocabulary and names are compared by. */
export function key(text: string): string {
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

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
}

/** An alternation of words, longest first so that the longest wins. */
export function alternation(list: readonly string[]): string {
  return [...list]
    .sort((a, b) => b.length - a.length)
    .map(escapeRegExp)
    .join('|');
}

/** Punctuation and separators that are left over at the ends once a part was cut out. */
export function trimEnds(text: string): string {
  let out = text.replace(/\s+/g, ' ').trim();
  let before: string;
  do {
    before = out;
    out = out
      .replace(/\(\s*[,;:–—-]?\s*\)|\[\s*\]/g, ' ')
      .replace(/^[\s,;:|/•·–—\-−>→*_]+/u, '')
      .replace(/[\s,;:|/•·–—\-−>→*_]+$/u, '')
      .trim();
    if (/^\([^()]*\)$/.test(out)) out = out.slice(1, -1);
    out = out.replace(/\s*[([]$/, '').replace(/^[)\]]\s*/, '');
    if (/^[^(]*\)$/.test(out)) out = out.slice(0, -1);
    if (/^\([^)]*$/.test(out)) out = out.slice(1);
  } while (out !== before);
  return out.replace(/\s{2,}/g, ' ');
}

export function isUpperCase(text: string): boolean {
  const letters = text.replace(/[^\p{L}]/gu, '');
  return letters.length > 1 && letters === letters.toUpperCase() && letters !== letters.toLowerCase();
}

export function startsLower(text: string): boolean {
  const first = text.trim()[0] ?? '';
  return first !== first.toUpperCase() && first === first.toLowerCase();
}
