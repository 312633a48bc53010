import { scrubberOf } from '../match';
import type { Profile } from '../profile';

/** Letters that Unicode decomposition leaves as they are. */
const LIGATURES: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ı: 'i' };

/** Names of technologies that the word parser of PostgreSQL would cut down to a letter. */
const SYMBOLIC: [RegExp, string][] = [
  [/(?<![\p{L}\p{N}])([cf])#(?![\p{L}\p{N}])/gu, '$1sharp'],
  [/(?<![\p{L}\p{N}])c\+\+/gu, 'cplusplus'],
  [/(?<![\p{L}\p{N}.])\.net(?![\p{L}\p{N}])/gu, 'dotnet'],
  [/(?<=\p{L})\.js(?![\p{L}\p{N}])/gu, 'js'],
];

/** PostgreSQL's limit for one search vector is 1 MB; a CV has a few thousand characters. */
const MAX_SEARCH_CHARACTERS = 100_000;
const MAX_WORDS_CHARACTERS = 8_000;

const EMAIL = /[^\s@<>()]+@[^\s@<>()]+\.[^\s@<>()]+/gu;
const URL = /\b(?:https?:\/\/|www\.)\S+/giu;
/** Eight digits or more with the usual separators: a phone number, and no year range. */
const PHONE = /\+?\d(?:[\s.()/-]{0,2}\d){7,}/gu;

/** Lower case, no accents, one space: the form in which texts are indexed and asked for. */
export function normalise(text: string): string {
  let result = text
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[œæßøłđı]/gu, (letter) => LIGATURES[letter] ?? letter);
  for (const [pattern, name] of SYMBOLIC) result = result.replace(pattern, name);
  // eslint-disable-next-line no-control-regex -- PostgreSQL takes no NUL in a text, and the others are no words
  return result.replace(/[\u0000-\u001f\s]+/gu, ' ').trim();
}

/** PostgreSQL's parser takes « ’ » for a letter where the database's locale is C. */
// eslint-disable-next-line no-control-regex -- all of ASCII is left to the parser, but for the apostrophe
const OTHER_SIGNS = /(?:[^\p{L}\p{N}\u0000-\u007f]|')+/gu;

/** What stands before an ending is looked at behind it: before, the program would look there at every letter of a CV. */
const GENDERS: [RegExp, string][] = [
  [/eres?(?!\p{L})(?<=\p{L}{2}ieres?)/gu, 'er'],
  [/trices?(?!\p{L})(?<=\p{L}{3}trices?)/gu, 'teur'],
  [/euses?(?!\p{L})(?<=\p{L}{3}euses?)/gu, 'eur'],
  [/ennes?(?!\p{L})(?<=\p{L}{3}iennes?)/gu, 'en'],
];

/**
 * « infirmière » and « infirmier » as one word: the French stemmer joins them by the accent, which CVs in capitals and people in a hurry leave
 * out. For a normalised text.
 */
export function withoutGender(text: string): string {
  return GENDERS.reduce((result, [ending, by]) => result.replace(ending, by), text.replace(OTHER_SIGNS, ' '));
}

/** What the index holds of a candidate, from the most telling texts (A) to the whole CV (D). Normalised, without who they are. */
export interface SearchTexts {
  weighted: Record<'A' | 'B' | 'C' | 'D', string>;
  /** The words worth a guess when one is misspelt. */
  words: string;
  skills: string[];
  languages: string[];
}

/**
 * Neither the name nor contact details are among the texts. A name's word that is also a trade's (Boulanger) stays where the profile itself
 * uses it for the work.
 * @param cvText the document's own text, null when only the profile is known.
 */
export function searchTexts(profile: Profile, cvText: string | null): SearchTexts {
  const { experiences, education, languages } = profile;
  const scrub = scrubberOf(profile);
  const skills = present(profile.skills.map((skill) => scrub(skill.name)));
  const work = present([profile.headline, ...experiences.map((job) => job.title)]).map(scrub);
  const nameless = withoutWords(
    nameWords(profile),
    new Set(normalise([...skills, ...work].join(' ')).split(WORD_BORDER)),
  );
  const clean = (...texts: (string | null)[]) =>
    nameless(normalise(withoutContact(scrub(present(texts).join(' · ')), profile))).slice(0, MAX_SEARCH_CHARACTERS);
  const a = clean(...work, ...skills, ...profile.certifications.map((certification) => certification.name));
  const b = clean(
    ...experiences.map((job) => job.employer),
    ...education.flatMap((entry) => [entry.degree, entry.field, entry.institution]),
    ...languages.map((language) => language.name),
    ...profile.projects.map((project) => project.name),
    profile.derived.mainDomain,
  );
  const c = clean(
    profile.summary,
    ...experiences.map((job) => job.description),
    ...profile.projects.map((project) => project.description),
  );
  return {
    weighted: { A: a, B: b, C: c, D: clean(cvText) },
    words: distinctWords(`${a} ${b}`).slice(0, MAX_WORDS_CHARACTERS),
    skills: [...new Set(skills.map(normalise))],
    languages: [...new Set(languages.flatMap((language) => present([language.code, language.name]).map(normalise)))],
  };
}

const WORD_BORDER = /[^\p{L}\p{N}]+/u;

/** The words of a person's name, normalised: for blinded keys, and to be taken out of texts. */
export function nameWords({ identity }: Pick<Profile, 'identity'>): string[] {
  const names = present([identity.fullName, identity.firstName, identity.lastName]);
  return [...new Set(names.flatMap((name) => normalise(name).split(WORD_BORDER)))].filter((word) => word.length > 1);
}

/**
 * Takes whole words out of a normalised text, also where the CV writes them without accents. By looking, not by a pattern of the person's own: such a
 * pattern is compiled for each CV, and took a third of the time of an import.
 */
function withoutWords(words: string[], kept: Set<string>): (text: string) => string {
  const gone = words.filter((word) => word.length > 2 && !kept.has(word) && /^\p{L}+$/u.test(word));
  return (text) => gone.reduce(withoutWord, text);
}

const IN_WORD = /[\p{L}\p{N}]/u;

function withoutWord(text: string, word: string): string {
  const parts: string[] = [];
  let kept = 0;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) {
    const end = at + word.length;
    if (IN_WORD.test(text.charAt(at - 1)) || IN_WORD.test(text.charAt(end))) continue;
    parts.push(text.slice(kept, at));
    kept = end;
  }
  return parts.length === 0 ? text : [...parts, text.slice(kept)].join(' ');
}

function withoutContact(text: string, profile: Profile): string {
  const { email, phone, otherEmails, otherPhones, address, postalCode, city } = profile.contact;
  let result = text;
  for (const value of present([email, phone, address, ...otherEmails, ...otherPhones])) {
    if (value.trim().length > 3) result = result.replaceAll(value, ' ');
  }
  if (postalCode && city) result = result.replaceAll(`${postalCode} ${city}`, ' ');
  return result.replace(EMAIL, ' ').replace(URL, ' ').replace(PHONE, ' ');
}

function distinctWords(text: string): string {
  return [...new Set(text.match(/[\p{L}\p{N}]+/gu) ?? [])].filter((word) => word.length > 2).join(' ');
}

function present(values: (string | null | undefined)[]): string[] {
  return values.filter((value): value is string => Boolean(value?.trim()));
}
