import { fold, stem } from '../../../match';
import { HARMLESS_EN } from './harmless-en';
import { HARMLESS_FR } from './harmless-fr';

export interface Word {
  raw: string;
  stem: string;
  start: number;
  end: number;
}

const WORD = /[\p{L}\p{N}\p{M}]+(?:\+\+|#)?/gu;

export function wordsOf(text: string): Word[] {
  return [...text.matchAll(WORD)].map((match) => ({
    raw: match[0],
    stem: stem(fold(match[0])),
    start: match.index,
    end: match.index + match[0].length,
  }));
}

const listed = `${HARMLESS_FR} ${HARMLESS_EN}`.split(/\s+/).filter(Boolean).map(fold);
const whole = new Set(listed.filter((word) => !word.endsWith('*')));
const beginnings = listed.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
/** A capital alone is a letter of the alphabet in a name (« langage C », « R »), but for the pronoun and the article. */
const LONE_CAPITAL = /^[B-HJ-Z]$/;

/** True for words that state nothing: see the two lists. */
export function isHarmless(raw: string): boolean {
  if (LONE_CAPITAL.test(raw)) return false;
  const folded = fold(raw);
  return whole.has(folded) || beginnings.some((beginning) => folded.startsWith(beginning));
}
