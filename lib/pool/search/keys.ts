import { cefrIn, cefrRank, languageCode } from '../../match';
import { cefr, type Profile } from '../../profile';
import type { Secrets } from '../secrets';
import { normalise } from '../words';

const LEVELS = cefr.options;
/** Full years at which a key is set; in between the months decide. */
const YEARS = [1, 2, 3, 5, 8, 10, 15, 20, 30];
/** Longer parts of a skill's name are found by their first words, and checked. */
const MOST_SKILL_WORDS = 4;
const MOST_SKILLS = 300;

/**
 * What filters look for, as texts in one index: "at least" filters are one key too (`degree:5` stands at everybody with 5 or more), so that
 * all filters together are one lookup. Places are blinded: they are contact details.
 */
export function filterKeys(secrets: Secrets, profile: Profile, skills: string[]): string[] {
  const degree = degreeOf(profile) ?? 0;
  const years = (profile.derived.experienceMonths ?? 0) / 12;
  const place = placeOf(profile);
  const keys = [
    ...skills.slice(0, MOST_SKILLS).flatMap(partsOf).map(skillKey),
    ...profile.languages.flatMap((language) => {
      const level = language.level ?? (language.levelText ? cefrIn(language.levelText) : null);
      const names = [language.code ?? languageCode(language.name), language.name].filter((name) => name !== null);
      const reached = level ? LEVELS.slice(0, cefrRank(level) + 1) : [];
      return names.flatMap((name) => [languageKey(name), ...reached.map((one) => languageKey(name, one))]);
    }),
    ...Array.from({ length: degree }, (_, index) => degreeKey(index + 1)),
    ...YEARS.filter((least) => years >= least).map((least) => `years:${least}`),
    ...(place.city ? [placeKey(secrets, 'city', place.city)] : []),
    ...(place.department ? [placeKey(secrets, 'department', place.department)] : []),
  ];
  return [...new Set(keys)];
}

export const skillKey = (part: string) => `skill:${part.split(' ').slice(0, MOST_SKILL_WORDS).join(' ')}`;

export const languageKey = (name: string, level?: string) => `language:${normalise(name)}${level ? `:${level}` : ''}`;

export const degreeKey = (level: number) => `degree:${level}`;

/** The highest key that everybody with so many years has; null below the first. */
export function yearsKey(least: number): string | null {
  const key = YEARS.filter((years) => years <= least).at(-1);
  return key === undefined ? null : `years:${key}`;
}

/** `town` tells places of one name apart. */
export type PlaceKind = 'city' | 'department' | 'town';

/** Blinded as the others are; null where the CV names no town. */
export function townKeyOf(secrets: Secrets, profile: Profile): string | null {
  const { city, area } = placeOf(profile);
  return city ? placeKey(secrets, 'town', townOf(city, area)) : null;
}

export const townOf = (city: string, area: string | null) => `${city}|${area ?? '?'}`;

export function placeKey(secrets: Secrets, kind: PlaceKind, value: string): string {
  return `${kind}:${secrets.fingerprint(`place-${kind}`, value).toString('hex').slice(0, 16)}`;
}

export function olderPlaceKeys(secrets: Secrets, kind: PlaceKind, value: string): string[] {
  return secrets
    .olderFingerprints(`place-${kind}`, value)
    .map((hash) => `${kind}:${hash.toString('hex').slice(0, 16)}`);
}

/** « Saint-Étienne cedex 2 » and "st etienne" are one; « Paris 15e » is Paris. */
export function cityName(text: string): string {
  return normalise(text)
    .replace(/\bcedex\b.*$|\b\d+\s*(?:er|e|eme)?\b.*$/gu, ' ')
    .replace(/[^\p{L}]+/gu, ' ')
    .replace(/\bste\b/gu, 'sainte')
    .replace(/\bst\b/gu, 'saint')
    .trim();
}

/** The French département of a postal code: two digits, three overseas; Corsica is 20. Null for other countries' codes. */
export function departmentOf(postalCode: string): string | null {
  const digits = /^\s*(\d{5})\s*$/.exec(postalCode)?.[1];
  if (!digits) return null;
  return digits.startsWith('97') || digits.startsWith('98') ? digits.slice(0, 3) : digits.slice(0, 2);
}

/** `area`: the département, or a country other than France; null where the CV says neither. */
function placeOf({ contact }: Profile): { city: string | null; department: string | null; area: string | null } {
  const french = contact.countryCode === null || contact.countryCode === 'FR';
  const department = contact.postalCode && french ? departmentOf(contact.postalCode) : null;
  return {
    city: contact.city ? cityName(contact.city) || null : null,
    department,
    area: department ?? (french ? null : contact.countryCode),
  };
}

export function degreeOf(profile: Profile): number | null {
  const levels = [profile.derived.highestDegree?.level, ...profile.education.map((entry) => entry.level)];
  const known = levels.filter((level): level is number => typeof level === 'number');
  return known.length > 0 ? Math.max(...known) : null;
}

/** ISO 639-1 where known, else the language's name as the CV has it. */
export function spokenBy(profile: Profile): string[] {
  return [...new Set(profile.languages.map(({ code, name }) => normalise(code ?? languageCode(name) ?? name)))];
}

/** Every run of whole words of a skill's name, up to the longest that has a key of its own. */
function partsOf(skill: string): string[] {
  const words = skill.split(' ').slice(0, 12);
  return words.flatMap((_, start) =>
    Array.from({ length: Math.min(MOST_SKILL_WORDS, words.length - start) }, (_length, more) =>
      words.slice(start, start + more + 1).join(' '),
    ),
  );
}
