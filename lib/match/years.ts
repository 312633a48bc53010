import { foldKeepingLength } from './text';

const NUMBERS: Record<string, number> = {
  ...numbered('un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze'),
  ...numbered('one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen'),
  une: 1,
  vingt: 20,
  twenty: 20,
};

function numbered(words: string): Record<string, number> {
  return Object.fromEntries(words.split(' ').map((word, index) => [word, index + 1]));
}

const NUMBER = `\\d{1,2}|${Object.keys(NUMBERS).join('|')}`;
const UNIT = `ans|annees?|years?|yrs?|mois|months?`;
/** A number, maybe a range or « au moins », then years; a gap of two words covers « dix bonnes années » and "ten or more years". */
const DURATION = new RegExp(
  `(?<![\\p{L}\\d])(${NUMBER})(?:\\s*(?:a|-|to|–|/)\\s*(?:${NUMBER}))?\\s*\\+?\\s+(?:\\p{L}+\\s+){0,2}?(${UNIT})(?!\\p{L})|(?<![\\p{L}\\d])(\\d{1,2})\\+?\\s*(ans|years?|yrs?)(?!\\p{L})`,
  'giu',
);

export interface Duration {
  years: number;
  start: number;
  end: number;
}

/** Durations named in a text, in years; « 6 mois » is 0.5. Ages and the company's own past are the caller's to exclude. */
export function durationsIn(text: string): Duration[] {
  const folded = foldKeepingLength(text);
  return [...folded.matchAll(DURATION)].flatMap((match) => {
    const written = match[1] ?? match[3];
    const unit = match[2] ?? match[4];
    const count = NUMBERS[written] ?? Number(written);
    if (!Number.isFinite(count) || count === 0) return [];
    const years = /^mo/.test(unit) ? count / 12 : count;
    return [{ years, start: match.index, end: match.index + match[0].length }];
  });
}
