import type { Locale } from '../../../errors';
import { fold, mentions, stem } from '../../../match';
import type { Profile } from '../../../profile';
import { HARMLESS_EN } from './harmless-en';
import { HARMLESS_FR } from './harmless-fr';

/** One thing that a profile tells: a job, a degree, or all that belongs to none of those. */
export interface Unit {
  kind: 'job' | 'education' | 'general';
  text: string;
  stems: Set<string>;
  /** Meanings of titles and skills, whatever the language: « comptable » is "accountant". Not of deeds and degrees: who studied accounting is no accountant. */
  senses: Set<string>;
  /** Stems that only the employer's or the school's name has. */
  names: Set<string>;
  /** `YYYY` or `YYYY-MM`. */
  start: string | null;
  end: string | null;
  current: boolean;
  /** Of a job, both ends counted; null when a date is missing. */
  months: number | null;
}

export interface Facts {
  units: Unit[];
  general: Unit;
  /** ISO 639-1 code to the level (null: not said) and the CV's own words for it. */
  languages: Map<string, { level: string | null; words: string }>;
  experienceMonths: number | null;
  /** Stems of job titles, degrees, skills and certificates: « expert-comptable » is a trade, « expert » in a summary is praise. */
  titles: Set<string>;
  /** The letter is in another language than the profile: a word of the same meaning counts as the word itself. */
  translated: boolean;
}

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

/** What may be said of a person: their profile, cut into what belongs together. */
export function factsOf(profile: Profile, locale: Locale): Facts {
  const { language } = profile.meta;
  const jobs = profile.experiences.map((job) =>
    unit(
      'job',
      [job.title, job.employer, job.place, job.description],
      job.employer,
      { ...job, months: monthsBetween(job.start, job.current ? profile.meta.referenceDate : job.end) },
      job.title ?? '',
    ),
  );
  const degrees = profile.education.map((entry) =>
    unit('education', [entry.degree, entry.field, entry.institution, entry.place], entry.institution, {
      ...{ start: entry.start, end: entry.end, current: false, months: null },
    }),
  );
  const general = unit(
    'general',
    generalTexts(profile),
    null,
    { start: null, end: null, current: false, months: null },
    [profile.headline ?? '', ...profile.skills.map(({ name }) => name)].join('\n'),
  );
  return {
    units: [...jobs, ...degrees],
    general,
    languages: new Map(
      profile.languages.flatMap(({ code, level, levelText, name }) =>
        code ? [[code, { level, words: fold(`${name} ${levelText ?? ''}`) }] as const] : [],
      ),
    ),
    experienceMonths: profile.derived.experienceMonths,
    titles: new Set(wordsOf(titlesOf(profile)).map((word) => word.stem)),
    translated: language !== null && language !== locale,
  };
}

function titlesOf({ headline, experiences, education, skills, certifications }: Profile): string {
  return [
    headline,
    ...experiences.flatMap(({ title, employer }) => [title, employer]),
    ...education.flatMap(({ degree, field, institution }) => [degree, field, institution]),
    ...[...skills, ...certifications].map(({ name }) => name),
  ].join('\n');
}

function generalTexts({ identity, contact, headline, summary, ...profile }: Profile): (string | null)[] {
  return [
    ...[identity.fullName, identity.firstName, identity.lastName, contact.city, headline, summary],
    ...profile.skills.flatMap(({ name, group }) => [name, group]),
    ...profile.languages.flatMap(({ name, levelText }) => [name, levelText]),
    ...profile.certifications.flatMap(({ name, issuer, date }) => [name, issuer, date]),
    ...profile.projects.flatMap(({ name, description }) => [name, description]),
    ...profile.drivingLicences.map(({ category }) => category),
    ...profile.interests.map(({ name }) => name),
  ];
}

function unit(
  kind: Unit['kind'],
  texts: (string | null)[],
  name: string | null,
  dates: Pick<Unit, 'start' | 'end' | 'current' | 'months'>,
  named = '',
): Unit {
  const text = texts.filter(Boolean).join('\n');
  const others = new Set(wordsOf(texts.filter((part) => part !== name).join('\n')).map((word) => word.stem));
  const names = wordsOf(name ?? '').filter(({ raw, stem }) => !isHarmless(raw) && !others.has(stem) && raw.length > 2);
  const { start, end, current, months } = dates;
  return {
    ...{ kind, text, start, end, current, months },
    stems: new Set(wordsOf(text).map((word) => word.stem)),
    senses: new Set(mentions(named).map(({ sense }) => sense)),
    names: new Set(names.map((word) => word.stem)),
  };
}

/** Whole months from one partial date to another, the last one counted; null when an end is not known to the month. */
function monthsBetween(start: string | null, end: string | null): number | null {
  const [from, to] = [start, end].map((date) => /^(\d{4})-(\d{2})/.exec(date ?? ''));
  if (!from || !to) return null;
  return (Number(to[1]) - Number(from[1])) * 12 + Number(to[2]) - Number(from[2]) + 1;
}
