import { key, words } from '../text';
import { countryOf, townCountry } from './place';
import { DEGREES, INSTITUTION_WORDS } from './vocabulary/degrees';
import { EMPLOYER_WORDS, LEGAL_FORMS, TITLE_ENDING, TITLE_HINTS, TITLE_STEMS } from './vocabulary/jobs';

/** One reason for or against an answer. A list of them is a score that explains itself. */
export type Feature<T> = readonly [name: string, test: (item: T) => boolean, points: number];

export function scoreOf<T>(features: readonly Feature<T>[], item: T): number {
  return features.reduce((sum, [, test, points]) => (test(item) ? sum + points : sum), 0);
}

/** The same reasons for something that has a text. */
export const byText = <T extends { text: string }>(features: readonly Feature<string>[]): Feature<T>[] =>
  features.map(([name, test, points]) => [name, (item) => test(item.text), points]);

const EXACT_TITLES = new Set<string>();
const STEMS: string[] = [];
for (const stem of TITLE_STEMS) {
  if (stem.length >= 7 || stem.endsWith('eu') || (/(?:ad|iv|er|ist|ic|an|nd)$/.test(stem) && stem.length >= 6))
    STEMS.push(stem);
  EXACT_TITLES.add(stem);
}
const NOT_TITLES = new Set([
  'secondaire',
  'secondary',
  'commerciaux',
  'chargement',
  'managed',
  'directe',
  'leading',
  'expertise',
  'associes',
  'associates',
  'partners',
  'assistance',
  'industriel',
]);
const PLURAL = /(?:s|es|e|en|in|innen|\(e\)|n)$/;
const EMPLOYERS = new Set(EMPLOYER_WORDS);
const LEGAL = new Set(LEGAL_FORMS.filter((form) => !form.includes(' ')));
const INSTITUTIONS = new Set(INSTITUTION_WORDS);
const HINTS = new Set(TITLE_HINTS);

/** What was done, not what one was: "Designed a service", "Led a team". */
const DEED =
  /^(?:\p{L}{3,}ed|built|led|ran|made|wrote|won|set|kept|cut|grew|took|drove|held|taught|oversaw|brought|gave|sold)\s\p{Ll}/u;
export const isDeed = (text: string) => DEED.test(text.charAt(0).toLowerCase() + text.slice(1));
/** « 3 sites, 450 personnes, budget 70 M€ », « TRS de 61 à 78 % »: results and sizes, no name of anybody. */
const FIGURES = /^\d[\d\s]*\s\p{Ll}{3,}|\d\s?(?:%|[kKM]?[€$£])/u;
export const isFigures = (text: string) => FIGURES.test(text);
/** "College Station, TX": a town and its state, whatever the town is called. */
const isTownAndState = (text: string) => /^[\p{Lu}][\p{L} .'’-]+,\s[A-Z]{2}$/u.test(text);

export function isTitleWord(word: string): boolean {
  if (NOT_TITLES.has(word) || /^[a-z]{4,}(?:[^e]ed)$/.test(word)) return false;
  if (EXACT_TITLES.has(word) || EXACT_TITLES.has(word.replace(PLURAL, ''))) return true;
  // German and Dutch write compounds: Bauleiter, Lagermitarbeiterin, verkoopmedewerker.
  return STEMS.some(
    (stem) =>
      word.startsWith(stem) ||
      (stem.length >= 6 && word.length > stem.length + 2 && (word.endsWith(stem) || word.endsWith(`${stem}in`))),
  );
}

/** "Software Engineer", "Restaurant Manager": English and German titles end in the post, whatever trade stands before it. */
function endsAsTitle(text: string): boolean {
  const list = words(text);
  const isName = list.some((word) => /^(?:le|la|les|l|du|de|des|d|of|the|chez|und|et|and)$/.test(word));
  return list.length >= 2 && list.length <= 5 && !isName && isTitleWord(list[list.length - 1]) && !hasLegalForm(text);
}

const firstWord = (text: string) => words(text)[0] ?? '';

/** « Chargé de recrutement » is a sentence in lower case; « Groupe Immobilier Valmer » is a name. */
function lowerShare(text: string): number {
  const list = text.split(/[\s’']+/).filter((word) => word.replace(/[^\p{L}]/gu, '').length > 3);
  return list.length < 2 ? 0.5 : list.slice(1).filter((word) => /^\p{Ll}/u.test(word)).length / (list.length - 1);
}

export const TITLE_FEATURES: readonly Feature<string>[] = [
  ['begins with a title word', (text) => isTitleWord(firstWord(text)), 3],
  ['holds a title word', (text) => words(text).slice(1).some(isTitleWord), 1.5],
  ['ends like a trade', (text) => TITLE_ENDING.test(firstWord(text)) && firstWord(text).length > 5, 0.7],
  ['holds a word of titles', (text) => words(text).some((word) => HINTS.has(word)), 0.7],
  ['goes on in lower case', (text) => lowerShare(text) >= 0.6, 0.6],
  ['begins with an employer word', (text) => EMPLOYERS.has(firstWord(text)) && !endsAsTitle(text), -1.5],
  ['ends in a title word', endsAsTitle, 0.7],
  ['has a legal form', (text) => hasLegalForm(text), -2.5],
  ['is a known place', (text) => townCountry(text) !== null || countryOf(text) !== null || isTownAndState(text), -3],
  ['is a sentence', (text) => text.length > 90 || (/[.;]$/.test(text) && !hasLegalForm(text)), -1.5],
  ['is long', (text) => text.length > 70, -0.8],
  ['tells a deed', isDeed, -2.5],
];

export const EMPLOYER_FEATURES: readonly Feature<string>[] = [
  ['has a legal form', (text) => hasLegalForm(text), 3],
  ['begins with an employer word', (text) => EMPLOYERS.has(firstWord(text)) && !endsAsTitle(text), 2],
  ['ends in a title word', endsAsTitle, -1],
  [
    'holds an employer word',
    (text) =>
      !endsAsTitle(text) &&
      words(text)
        .slice(1)
        .some((word) => EMPLOYERS.has(word)),
    1.2,
  ],
  ['is written as a name', (text) => lowerShare(text) < 0.34 && /^[\p{Lu}\d]/u.test(text), 0.6],
  ['is an acronym', (text) => /^[\p{Lu}\d&.-]{2,8}$/u.test(text), 0.5],
  ['has an ampersand', (text) => /\s&\s|\s\+\s/.test(text), 0.7],
  ['begins with a title word', (text) => isTitleWord(firstWord(text)) && !EMPLOYERS.has(firstWord(text)), -2.5],
  ['begins in lower case', (text) => /^\p{Ll}/u.test(text), -1],
  ['is a town and state', isTownAndState, -3],
  ['tells a deed', isDeed, -2],
  ['tells figures', isFigures, -4],
  ['is a known place', (text) => townCountry(text) !== null || countryOf(text) !== null, -3],
  ['is a sentence', (text) => text.length > 90 || (/[.;]$/.test(text) && !hasLegalForm(text)), -2],
];

function hasLegalForm(text: string): boolean {
  const list = words(text);
  return list.some(
    (word, i) =>
      LEGAL.has(word) &&
      (i > 0 || list.length > 1) &&
      new RegExp(`(?:^|[^\\p{L}])(?:${word})(?:$|[^\\p{L}])`, 'iu').test(text) &&
      (word.length > 2 ||
        new RegExp(`(?:^|\\s)(?:${word.toUpperCase()}|${word[0].toUpperCase()}${word.slice(1)})(?:$|[\\s.,)])`).test(
          text,
        )),
  );
}

/** The degree that a text begins with or holds: where it stands in the folded text, and its EQF level. */
export function degreeIn(text: string): { index: number; length: number; level: number | null } | null {
  const folded = key(text);
  let best: { index: number; length: number; level: number | null } | null = null;
  for (const [pattern, level] of DEGREES) {
    const match = pattern.exec(folded);
    if (!match) continue;
    const found = { index: match.index, length: match[0].length, level: level ?? titleLevel(match[1]) };
    if (!best || found.index < best.index || (found.index === best.index && found.length > best.length)) best = found;
  }
  return best;
}

/** « titre RNCP niveau 6 » says its level; before 2019 France counted from V (CAP) to I (master and above). */
function titleLevel(digits: string | undefined): number | null {
  if (!digits) return null;
  const old: Record<string, number> = { v: 3, iv: 4, iii: 5, ii: 6, i: 7 };
  return old[digits] ?? Number(digits);
}

export const DEGREE_FEATURES: readonly Feature<string>[] = [
  [
    'says that there is none',
    (text) => /^(?:sans diplome|non (?:obtenu|valide)|no degree|ohne abschluss)/.test(key(text)),
    -5,
  ],
  ['begins with a degree', (text) => degreeIn(text)?.index === 0, 3],
  ['holds a degree', (text) => (degreeIn(text)?.index ?? 0) > 0, 1.5],
  ['begins with an institution', (text) => INSTITUTIONS.has(firstWord(text)), -2],
  ['is a known place', (text) => townCountry(text) !== null || countryOf(text) !== null, -3],
  ['is a sentence', (text) => text.length > 110 || /[.;]$/.test(text), -1],
];

export const INSTITUTION_FEATURES: readonly Feature<string>[] = [
  ['begins with an institution', (text) => INSTITUTIONS.has(firstWord(text)), 2.5],
  [
    'holds an institution',
    (text) =>
      words(text)
        .slice(1)
        .some((word) => INSTITUTIONS.has(word)),
    1.8,
  ],
  [
    'holds a compound institution',
    (text) => /(?:hochschule|universitat|schule|gymnasium|kolleg|hogeschool|universiteit)(?:$|\s)/.test(key(text)),
    1.5,
  ],
  ['is written as a name', (text) => lowerShare(text) < 0.4, 0.4],
  ['is an acronym', (text) => /^[\p{Lu}\d&.-]{2,8}$/u.test(text), 0.5],
  ['begins with a degree', (text) => degreeIn(text)?.index === 0, -2],
  ['begins in lower case', (text) => /^\p{Ll}/u.test(text), -1],
  ['is a town and state', isTownAndState, -3],
  ['tells a deed', isDeed, -2],
  ['is a known place', (text) => townCountry(text) !== null || countryOf(text) !== null, -3],
  ['is a sentence', (text) => text.length > 90 || /[.;]$/.test(text), -2],
];

/** A heading such as "Ville de Lyon" is long; folded equality is what counts. */
export function sameText(a: string, b: string): boolean {
  return key(a) === key(b);
}
