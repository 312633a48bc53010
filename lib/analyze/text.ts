/** Text helpers shared by the rules: folding for comparison, never for output. */

export { fold, isUpperCase, key, words } from '../extract';

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

export function startsLower(text: string): boolean {
  const first = text.trim()[0] ?? '';
  return first !== first.toUpperCase() && first === first.toLowerCase();
}
