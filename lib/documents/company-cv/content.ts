import type { Locale } from '../../errors';
import { anonymize } from '../../match';
import type { Language, Profile } from '../../profile';
import { clean, initials } from '../clean';
import { periodInWords } from '../dates';
import { words } from '../words';

/** One line of a section: what stands in the narrow left column, and what stands right of it. */
export interface Entry {
  aside: string;
  title: string;
  subtitle: string;
  lines: string[];
}

/** What a company CV says, in order, ready to be laid out. All text is clean. */
export interface CvContent {
  name: string;
  headline: string;
  contact: string[];
  summary: string;
  skills: { group: string; names: string[] }[];
  experiences: Entry[];
  education: Entry[];
  languages: { name: string; level: string }[];
  certifications: Entry[];
  projects: Entry[];
  licences: string[];
}

/** The content of a company CV. `anonymous` leaves initials, and takes out contact, birth, place, the years of degrees and what gives a person away in texts. */
export function cvContent(profile: Profile, locale: Locale, anonymous: boolean): CvContent {
  const texts = anonymous ? withoutPerson(profile) : profile;
  return {
    name: anonymous ? initials(profile.identity.fullName) : clean(profile.identity.fullName ?? words[locale].unnamed),
    headline: clean(texts.headline ?? ''),
    contact: anonymous ? [] : contactLines(profile),
    summary: clean(texts.summary ?? ''),
    skills: skillGroups(texts.skills, locale),
    experiences: texts.experiences.map((job) => ({
      aside: periodInWords(job, locale),
      title: clean(job.title ?? ''),
      subtitle: joined([job.employer, job.place, words[locale].kind[job.kind ?? '']]),
      lines: linesOf(job.description),
    })),
    education: texts.education.map((entry) => ({
      aside: periodInWords(entry, locale),
      title: joined([entry.degree, entry.field], ' – '),
      subtitle: joined([entry.institution, entry.place]),
      lines: [],
    })),
    languages: texts.languages.map((language) => ({
      name: capitalised(clean(language.name)),
      level: levelOf(language, locale),
    })),
    certifications: texts.certifications.map((entry) => ({
      aside: '',
      title: clean(entry.name),
      subtitle: joined([entry.issuer]),
      lines: [],
    })),
    projects: texts.projects.map((entry) => ({
      aside: '',
      title: clean(entry.name),
      subtitle: '',
      lines: linesOf(entry.description),
    })),
    licences: texts.drivingLicences.map(({ category }) => words[locale].licence(clean(category))),
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
  };
}

function contactLines({ contact }: Profile): string[] {
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ');
  return [
    contact.email,
    contact.phone,
    joined([contact.address, town]),
    ...contact.links.map(({ url }) => url.replace(/^https?:\/\/(?:www\.)?/, '')),
  ]
    .filter((line): line is string => line !== null && line !== '')
    .map(clean);
}

function skillGroups(skills: Profile['skills'], locale: Locale): CvContent['skills'] {
  const groups = new Map<string, string[]>();
  for (const { name, group } of skills) {
    const key = clean(group ?? '');
    groups.set(key, [...(groups.get(key) ?? []), clean(name)]);
  }
  const only = groups.size === 1;
  return [...groups].map(([group, names]) => ({ group: only ? '' : group || words[locale].otherSkills, names }));
}

function levelOf(language: Language, locale: Locale): string {
  return language.level ? words[locale].cefr[language.level] : clean(language.levelText ?? '');
}

function linesOf(text: string | null): string[] {
  return (text ?? '')
    .split('\n')
    .map((line) => clean(line).trim())
    .filter((line) => line !== '');
}

function joined(parts: (string | null | undefined)[], by = ', '): string {
  return clean(parts.filter(Boolean).join(by));
}

const capitalised = (text: string) => text.charAt(0).toLocaleUpperCase() + text.slice(1);
