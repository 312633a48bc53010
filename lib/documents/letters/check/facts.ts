import type { Locale } from '../../../errors';
import { fold, mentions } from '../../../match';
import type { Profile } from '../../../profile';
import { deedOf, segmentsOf, type Segment } from './deeds';
import { isHarmless, wordsOf } from './words';

/** One thing that a profile tells: a job, a degree, or all that belongs to none of those. */
export interface Unit {
  kind: 'job' | 'education' | 'general';
  text: string;
  stems: Set<string>;
  /** Meanings of titles and skills, whatever the language: « comptable » is "accountant". Not of deeds and degrees: who studied accounting is no accountant. */
  senses: Set<string>;
  /** Stems that only the employer's or the school's name has. */
  names: Set<string>;
  /** Stems of the employer, the title and the place: they may stand beside whatever was done there. */
  fixed: Set<string>;
  /** Stems of a job's title alone. */
  title: Set<string>;
  titleDeeds: Set<string>;
  segments: Segment[];
  /** `YYYY` or `YYYY-MM`. */
  start: string | null;
  end: string | null;
  current: boolean;
  /** Of a job, both ends counted; null when a date is missing. */
  months: number | null;
  /** Of a degree, European Qualifications Framework. */
  level: number | null;
}

export interface Facts {
  units: Unit[];
  general: Unit;
  /** Skills, languages, certificates and the summary without headline and town, which are said of one job or of none. */
  skills: Unit;
  locale: Locale;
  /** Today, as the profile was read (`YYYY-MM-DD`). */
  today: string;
  /** ISO 639-1 code to the level (null: not said) and the CV's own words for it. */
  languages: Map<string, { level: string | null; words: string }>;
  experienceMonths: number | null;
  /** Stems of job titles, degrees, skills and certificates: « expert-comptable » is a trade, « expert » in a summary is praise. */
  titles: Set<string>;
  /** The letter is in another language than the profile: a word of the same meaning counts as the word itself. */
  translated: boolean;
}

/** How an entry came about, where the CV tells: what an apprenticeship may be called. */
const KINDS: Partial<Record<NonNullable<Profile['experiences'][number]['kind']>, string>> = {
  internship: 'stage stagiaire internship intern',
  apprenticeship: 'alternance apprentissage apprenti apprentie alternante alternant apprenticeship apprentice',
  volunteer: 'bénévolat bénévole volunteering volunteer',
};

const NO_DATES = { start: null, end: null, current: false, months: null, level: null };

/** What may be said of a person: their profile, cut into what belongs together. */
export function factsOf(profile: Profile, locale: Locale): Facts {
  const { language, referenceDate } = profile.meta;
  const { headline, contact, ...rest } = profile;
  const jobs = profile.experiences.map((job) => ({
    ...unit(
      'job',
      [job.title, job.employer, job.place, job.description, job.kind && KINDS[job.kind]],
      job.employer,
      { ...job, months: monthsBetween(job.start, job.current ? referenceDate : job.end), level: null },
      job.title ?? '',
    ),
    title: new Set(wordsOf(job.title ?? '').map((word) => word.stem)),
    titleDeeds: new Set(wordsOf(job.title ?? '').map(({ raw }) => deedOf(raw))),
    fixed: new Set(
      wordsOf([job.title, job.employer, job.place, job.kind && KINDS[job.kind]].filter(Boolean).join(' ')).map(
        (word) => word.stem,
      ),
    ),
    segments: segmentsOf(job.description ?? ''),
  }));
  const degrees = profile.education.map((entry) =>
    unit('education', [entry.degree, entry.field, entry.institution, entry.place], entry.institution, {
      ...{ start: entry.start, end: entry.end, current: false, months: null, level: entry.level },
    }),
  );
  const named = profile.skills.map(({ name }) => name);
  const skills = unit('general', generalTexts(rest), null, NO_DATES, named.join('\n'));
  const self = unit('general', [headline, contact.city], null, NO_DATES, headline ?? '');
  return {
    units: [...jobs, ...degrees],
    general: joined([skills, self]),
    skills,
    locale,
    today: referenceDate,
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

/** Several as if they were one. */
export function joined(parts: Unit[]): Unit {
  return {
    ...{ ...NO_DATES, kind: 'general', names: new Set(), title: new Set(), titleDeeds: new Set(), fixed: new Set() },
    text: parts.map(({ text }) => text).join('\n'),
    stems: new Set(parts.flatMap(({ stems }) => [...stems])),
    senses: new Set(parts.flatMap(({ senses }) => [...senses])),
    segments: parts.flatMap(({ segments }) => segments),
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

function generalTexts({ identity, summary, ...profile }: Omit<Profile, 'contact' | 'headline'>): (string | null)[] {
  return [
    ...[identity.fullName, identity.firstName, identity.lastName, summary],
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
  texts: (string | null | undefined)[],
  name: string | null,
  dates: Pick<Unit, 'start' | 'end' | 'current' | 'months' | 'level'>,
  named = '',
): Unit {
  const text = texts.filter(Boolean).join('\n');
  const others = new Set(wordsOf(texts.filter((part) => part !== name).join('\n')).map((word) => word.stem));
  const names = wordsOf(name ?? '').filter(({ raw, stem }) => !isHarmless(raw) && !others.has(stem) && raw.length > 2);
  const { start, end, current, months, level } = dates;
  return {
    ...{ kind, text, start, end, current, months, level },
    ...{ segments: [], title: new Set(), titleDeeds: new Set(), fixed: new Set() },
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
