import type { DraftLine, DraftLink } from '../reader';
import type { Resume, ResumeWork } from './resume';

const HEADINGS = {
  en: {
    work: 'Experience',
    volunteer: 'Volunteering',
    education: 'Education',
    skills: 'Skills',
    languages: 'Languages',
    certificates: 'Certifications',
    awards: 'Awards',
    publications: 'Publications',
    projects: 'Projects',
    interests: 'Interests',
    references: 'References',
    drivingLicences: 'Driving licence',
    summary: 'Summary',
    now: 'Present',
  },
  fr: {
    work: 'Expérience professionnelle',
    volunteer: 'Bénévolat',
    education: 'Formation',
    skills: 'Compétences',
    languages: 'Langues',
    certificates: 'Certifications',
    awards: 'Distinctions',
    publications: 'Publications',
    projects: 'Projets',
    interests: 'Centres d’intérêt',
    references: 'Références',
    drivingLicences: 'Permis de conduire',
    summary: 'Profil',
    now: 'à ce jour',
  },
} as const;

type Value = string | number | null | undefined;

const str = (value: unknown): string =>
  typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
const list = <T>(value: T[] | undefined): T[] =>
  Array.isArray(value) ? value.filter((v) => v !== null && v !== undefined) : [];
const join = (values: Value[], separator: string) => values.map(str).filter(Boolean).join(separator);

/** A readable text of a structured CV, section by section, with its links. Fields of an unexpected type are passed over. */
export function resumeLines(resume: Resume, locale: 'fr' | 'en'): { lines: DraftLine[]; links: DraftLink[] } {
  const words = HEADINGS[locale];
  const lines: DraftLine[] = [];
  const links: DraftLink[] = [];
  const add = (text: string, heading = false) => {
    for (const part of text.split(/\r?\n/)) {
      if (part.trim()) lines.push({ text: part.trim(), page: 1, ...(heading && { heading: true }) });
    }
  };
  const link = (url: Value) => {
    if (!str(url)) return;
    add(str(url));
    links.push({ url: str(url), page: 1, draft: lines.length - 1 });
  };
  const section = <T>(items: T[] | undefined, title: string, write: (item: T) => void) => {
    if (list(items).length === 0) return;
    add(title, true);
    list(items).forEach(write);
  };
  const dates = (item: { startDate?: string; endDate?: string; current?: boolean }) =>
    join([item.startDate, item.endDate || (item.startDate && item.current !== false ? words.now : '')], ' – ');
  const job = (item: ResumeWork) => {
    add(join([item.position], ''));
    add(join([item.name ?? item.organization, item.location], ', '));
    add(dates(item));
    add(str(item.summary));
    list(item.highlights).forEach((text) => add(`• ${str(text)}`));
    link(item.url);
  };

  const basics = resume.basics ?? {};
  add(str(basics.name), true);
  add(str(basics.label));
  const place = basics.location ?? {};
  add(join([place.address, join([place.postalCode, place.city], ' '), place.region, place.countryCode], ', '));
  for (const value of [basics.phone, basics.email, basics.birthDate, basics.nationality]) add(str(value));
  link(basics.url);
  list(basics.profiles).forEach((p) => (str(p.url) ? link(p.url) : add(join([p.network, p.username], ': '))));
  if (str(basics.summary)) {
    add(words.summary, true);
    add(str(basics.summary));
  }
  section(resume.work, words.work, job);
  section(resume.volunteer, words.volunteer, job);
  section(resume.education, words.education, (item) => {
    add(join([item.studyType, item.area], ' '));
    add(join([item.institution, item.location], ', '));
    add(dates(item));
    add(str(item.summary));
    list(item.courses).forEach((text) => add(`• ${str(text)}`));
  });
  section(resume.skills, words.skills, (item) => {
    const keywords = list(item.keywords).map(str).join(', ');
    add(join([join([item.name, item.level && `(${str(item.level)})`], ' '), keywords], ': '));
  });
  section(resume.languages, words.languages, (item) => add(join([item.language, item.fluency], ': ')));
  section(resume.certificates, words.certificates, (item) => add(join([item.name, item.issuer, item.date], ', ')));
  section(resume.awards, words.awards, (item) => add(join([item.title, item.awarder, item.date, item.summary], ', ')));
  section(resume.publications, words.publications, (item) => {
    add(join([item.name, item.publisher, item.releaseDate], ', '));
    add(str(item.summary));
  });
  section(resume.projects, words.projects, (item) => {
    add(join([item.name, join([item.startDate, item.endDate], ' – ')], ', '));
    add(str(item.description));
    list(item.highlights).forEach((text) => add(`• ${str(text)}`));
    link(item.url);
  });
  section(basics.drivingLicences, words.drivingLicences, (item) => add(str(item)));
  section(resume.interests, words.interests, (item) =>
    add(join([item.name, list(item.keywords).map(str).join(', ')], ': ')),
  );
  section(resume.references, words.references, (item) => add(join([item.name, item.reference], ': ')));
  return { lines, links };
}

/** French headings for a French CV: decided by its own words. */
export function localeOf(text: string): 'fr' | 'en' {
  const french = (text.match(/\b(?:de|des|du|et|la|le|les|en|pour|une|au|aux|sur|dans)\b/gi) ?? []).length;
  const english = (text.match(/\b(?:of|the|and|for|with|to|in|a|on|by|from)\b/gi) ?? []).length;
  return french > english ? 'fr' : 'en';
}
