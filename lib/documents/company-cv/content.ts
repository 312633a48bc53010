import { createHash } from 'node:crypto';
import type { Locale } from '../../errors';
import { anonymize } from '../../match';
import type { Cefr, Language, Profile } from '../../profile';
import { clean, initials } from '../clean';
import { dateInWords, periodInWords } from '../dates';
import { typographic } from '../typography';
import { words } from '../words';
import { type Emphasis, none } from './emphasis';
import type { CompanyCvOptions } from './types';
import { cvWords } from './words';

/** A piece of text; `strong` when the offer asks for it. */
export interface Item {
  text: string;
  strong: boolean;
}

/** One line of a section: dates, what was done, and where. */
export interface Entry {
  aside: string;
  title: string;
  subtitle: string;
  lines: Item[];
}

/** A job on the time axis: years with fractions, `2019.25` is the beginning of April 2019. */
export interface Span {
  label: string;
  from: number;
  to: number;
  /** What the description says, folded, to look for skills in. */
  said: string;
}

/** What a company CV says, in order, ready to be laid out. All text is clean. */
export interface CvContent {
  name: string;
  headline: string;
  contact: string[];
  summary: string;
  skills: { group: string; names: Item[] }[];
  experiences: Entry[];
  /** Jobs that have a start, latest first. */
  timeline: Span[];
  education: Entry[];
  languages: { name: string; level: string; filled: number | null }[];
  certifications: Entry[];
  projects: Entry[];
  licences: string[];
  interests: string[];
}

/**
 * The content of a company CV. Without a name, initials or a code stand for it, and contact, birth, place, the years of degrees and what gives a person away
 * in texts are taken out. `emphasis` puts first and marks what an offer asks for.
 */
export function cvContent(profile: Profile, options: CompanyCvOptions, emphasis: Emphasis = none): CvContent {
  const { locale } = options;
  const hidden = (options.identity ?? 'name') !== 'name';
  const texts = hidden ? withoutPerson(profile) : profile;
  const set = (text: string | null | undefined) => typographic(trimmed(text), locale);
  const items = (description: string | null) =>
    emphasis.order(linesOf(description).map((line) => ({ text: set(line), strong: emphasis.isWanted(line) })));
  const joined = (parts: (string | null | undefined)[], by = ', ') => set(parts.map(trimmed).filter(Boolean).join(by));
  const plainEntry = { aside: '', subtitle: '', lines: [] };
  return {
    name: nameOf(profile, options),
    headline: set(texts.headline),
    contact: hidden ? [] : contactLines(profile),
    summary: set(texts.summary).replace(/\s*\n\s*/g, ' '),
    skills: skillGroups(texts.skills, locale, emphasis),
    experiences: texts.experiences
      .map((job) => ({
        aside: periodInWords(job, locale),
        title: set(job.title),
        subtitle: joined([job.employer, job.place, words[locale].kind[job.kind ?? '']]),
        lines: items(job.description),
      }))
      .filter(hasText),
    timeline: texts.experiences.flatMap((job) => spanOf(job, profile.meta.referenceDate, locale)),
    education: texts.education
      .map((entry) => ({
        ...plainEntry,
        aside: periodInWords(entry, locale),
        title: joined([entry.degree, entry.field], ' – '),
        subtitle: joined([entry.institution, entry.place]),
      }))
      .filter(hasText),
    languages: texts.languages.map((language) => languageOf(language, locale)).filter(({ name }) => name !== ''),
    certifications: texts.certifications
      .map((entry) => ({
        ...plainEntry,
        aside: dateInWords(entry.date, locale),
        title: set(entry.name),
        subtitle: joined([entry.issuer]),
      }))
      .filter(hasText),
    projects: texts.projects
      .map((entry) => ({
        ...plainEntry,
        title: set(entry.name),
        subtitle: joined([entry.url]),
        lines: items(entry.description),
      }))
      .filter(hasText),
    licences: texts.drivingLicences
      .map(({ category }) => trimmed(category))
      .filter(Boolean)
      .map(words[locale].licence),
    interests: texts.interests.map(({ name }) => set(name)).filter(Boolean),
  };
}

type Shown = Pick<
  Profile,
  | 'headline'
  | 'summary'
  | 'experiences'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certifications'
  | 'projects'
  | 'drivingLicences'
  | 'interests'
>;

/** What the scorer sees, in the profile's own shape: nothing that tells who or where the person is, or how old. */
function withoutPerson(profile: Profile): Shown {
  const seen = anonymize(profile);
  return {
    ...seen,
    experiences: seen.experiences.map((job) => ({ ...job, place: null })),
    education: seen.education.map((entry) => ({ ...entry, start: null, end: null, place: null })),
    certifications: seen.certifications.map((entry) => ({ ...entry, date: null })),
    projects: seen.projects.map((entry) => ({ ...entry, url: null })),
    interests: [],
  };
}

/** The name, or what stands for it; the code is the beginning of the CV's hash, so that the same CV has the same code. */
function nameOf({ identity, meta }: Profile, { identity: shown = 'name', code, locale }: CompanyCvOptions): string {
  if (shown === 'initials') return initials(identity.fullName);
  if (shown === 'name') return trimmed(identity.fullName) || words[locale].unnamed;
  const hash = meta.sha256 ?? createHash('sha256').update(JSON.stringify(identity)).digest('hex');
  return cvWords[locale].codeName(trimmed(code) || hash.slice(0, 6).toUpperCase());
}

function contactLines({ contact }: Profile): string[] {
  const town = [contact.postalCode, contact.city].map(trimmed).filter(Boolean).join(' ');
  return [
    contact.email,
    contact.phone,
    [trimmed(contact.address), town].filter(Boolean).join(', '),
    ...contact.links.map(({ url }) => url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')),
  ]
    .map(trimmed)
    .filter(Boolean);
}

function skillGroups(skills: Profile['skills'], locale: Locale, emphasis: Emphasis): CvContent['skills'] {
  const groups = new Map<string, Item[]>();
  for (const { name, group } of skills) {
    const item = { text: typographic(trimmed(name), locale), strong: emphasis.isWanted(name) };
    const key = trimmed(group);
    if (item.text) groups.set(key, [...(groups.get(key) ?? []), item]);
  }
  const only = groups.size === 1;
  const named = [...groups].map(([group, names]) => ({
    group: only ? '' : group || words[locale].otherSkills,
    names: emphasis.order(names),
  }));
  return emphasis.orderGroups(named);
}

const BARS: Record<Cefr, number> = { A1: 1, A2: 2, B1: 3, B2: 4, C1: 5, C2: 6, native: 6 };

function languageOf(language: Language, locale: Locale): CvContent['languages'][number] {
  const name = trimmed(language.name);
  return {
    name: name.charAt(0).toLocaleUpperCase() + name.slice(1),
    level: language.level ? words[locale].cefr[language.level] : typographic(trimmed(language.levelText), locale),
    filled: language.level ? BARS[language.level] : null,
  };
}

function spanOf(job: Shown['experiences'][number], referenceDate: string, locale: Locale): Span[] {
  const from = yearOf(job.start, 0);
  const to = job.current ? yearOf(referenceDate.slice(0, 7), 1) : yearOf(job.end, 1);
  const label = typographic(trimmed(job.title) || trimmed(job.employer), locale);
  if (from === null || label === '') return [];
  return [
    { label, from, to: Math.max(to ?? from + 1, from + 1 / 12), said: `${job.title ?? ''}\n${job.description ?? ''}` },
  ];
}

/** The beginning of a date, or its end when `months` is 1. A year alone ends with the year. */
function yearOf(date: string | null, months: 0 | 1): number | null {
  const parts = /^(\d{4})(?:-(\d{2}))?/.exec(date ?? '');
  if (!parts) return null;
  return Number(parts[1]) + (parts[2] ? (Number(parts[2]) - 1 + months) / 12 : months);
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => clean(line).trim())
    .filter((line) => line !== '');
}

/** Clean, and empty when it was nothing but spaces and what is taken out. */
const trimmed = (text: string | null | undefined) => clean(text ?? '').trim();

const hasText = ({ title, subtitle, lines }: Entry) => title !== '' || subtitle !== '' || lines.length > 0;
