/**
 * Arabic, Hebrew and their like, from the order in which the letters stand on the page to the order in which they are read: the way back through the Unicode
 * Bidirectional Algorithm (UAX #9), as far as lines of a CV need it. Premise: no embedding controls, at most one change of direction inside another.
 */
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u;
/** Hebrew begins here; asked of every letter of a page. */
const FIRST_RTL = '\u0590';
const RTL_LETTERS = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/gu;
const LETTERS = /\p{L}/gu;

const R = '[\\p{Script=Arabic}\\p{Script=Hebrew}\\p{Script=Syriac}\\p{Script=Thaana}\\p{Script=Nko}]';
const L = `(?:(?!${R})\\p{L})`;
/** From one letter of such a script to the last before any other letter. */
const RTL_RUN = new RegExp(`${R}(?:(?:(?!${L})[^\\n])*(?:${R}|\\p{M}))?`, 'gu');
/** What keeps its own direction inside: other words with what stands between them, and numbers. */
const INSIDE = `(?:(?!${R})[^\\n])*`;
const LTR_RUN = new RegExp(
  `(?:${L}|\\p{N}(?=${INSIDE}${L}))(?:${INSIDE}(?:${L}|\\p{N}))?|\\p{N}(?:[.,:/+]?\\p{N})*`,
  'gu',
);

const MIRRORED = new Map([...'()[]{}<>«»'].map((sign, i, all) => [sign, all[i % 2 === 0 ? i + 1 : i - 1]]));
const graphemes = new Intl.Segmenter('und', { granularity: 'grapheme' });

/** Backwards, accents staying on their letters and brackets keeping what they embrace. */
const backwards = (text: string) =>
  [...graphemes.segment(text)]
    .map(({ segment }) => MIRRORED.get(segment) ?? segment)
    .reverse()
    .join('');

const turned = (run: string) => backwards(run).replace(LTR_RUN, backwards);
const count = (text: string, pattern: RegExp) => (text.match(pattern) ?? []).length;

/** Share of a line's letters. */
const MOSTLY = 0.7;

export const isRightToLeft = (text: string): boolean => RTL.test(text);

/** A line as it stands on the page, from left to right, in the order of reading. Lines without such letters stay as they are. */
export function inReadingDirection(line: string): string {
  if (!isRightToLeft(line)) return line;
  const [rtl, all] = [count(line, RTL_LETTERS), count(line, LETTERS)];
  // Which way the line itself runs can't be seen: one with a few such words among others runs from left to right.
  return rtl > MOSTLY * all ? turned(line) : line.replace(RTL_RUN, turned);
}

/** A piece that is in the order of reading (one glyph that stands for two letters, a recognised word), as it would stand on the page. */
export const asOnPage = (piece: string): string => {
  if (piece.length === 1 && piece < FIRST_RTL) return piece;
  if (!isRightToLeft(piece)) return piece;
  // Fonts name the joined shapes of Arabic letters: the letters themselves are meant.
  const letters = piece.normalize('NFKC');
  return letters.length > 1 ? turned(letters) : letters;
};
