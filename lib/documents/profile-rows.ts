import type { Locale } from '../errors';
import { availabilityText, type Evidence, type Profile } from '../profile';
import { dateInWords, periodInWords } from './dates';
import { words } from './words';

type Evidences = Record<string, Evidence>;

export interface ProfileRow {
  label: string;
  value: string;
  detail?: string;
  lines?: string[];
  /** Into the profile: `experiences.0`, `contact.email`. */
  path: string;
  /** Where the row stands in the CV, the place of its main value first; empty when nobody can say. */
  evidence: Evidence[];
}

export interface ProfileSection {
  title: string;
  rows: ProfileRow[];
}

/** What is in a profile, section by section, as a person reads it; empty sections are left out. */
export function profileSections(profile: Profile, locale: Locale): ProfileSection[] {
  const w = words[locale];
  const sections = [
    { title: w.contact, rows: contactRows(profile, locale) },
    {
      title: w.experiences,
      rows: profile.experiences.map((job, index) => ({
        path: `experiences.${index}`,
        label: periodInWords(job, locale),
        value: job.title ?? job.employer ?? w.notStated,
        detail: [job.title && job.employer, job.place].filter(Boolean).join(', '),
        lines: job.description?.split('\n'),
        evidence: places(job.evidence, 'title', 'employer', 'start'),
      })),
    },
    {
      title: w.education,
      rows: profile.education.map((entry, index) => ({
        path: `education.${index}`,
        label: periodInWords(entry, locale),
        value: [entry.degree, entry.field].filter(Boolean).join(' – ') || (entry.institution ?? w.notStated),
        detail: [entry.institution, entry.place].filter(Boolean).join(', '),
        evidence: places(entry.evidence, 'degree', 'institution', 'field'),
      })),
    },
    {
      title: w.skills,
      rows: profile.skills.map((skill, index) => ({
        path: `skills.${index}`,
        label: skill.group ?? '',
        value: skill.name,
        evidence: places(skill.evidence, 'name'),
      })),
    },
    {
      title: w.languages,
      rows: profile.languages.map((entry, index) => ({
        path: `languages.${index}`,
        label: '',
        value: entry.name,
        detail: entry.level ? w.cefr[entry.level] : (entry.levelText ?? ''),
        evidence: places(entry.evidence, 'name', 'level'),
      })),
    },
    {
      title: w.certifications,
      rows: profile.certifications.map((entry, index) => ({
        path: `certifications.${index}`,
        label: dateInWords(entry.date, locale),
        value: entry.name,
        detail: entry.issuer ?? '',
        evidence: places(entry.evidence, 'name'),
      })),
    },
    {
      title: w.projects,
      rows: profile.projects.map((entry, index) => ({
        path: `projects.${index}`,
        label: '',
        value: entry.name,
        lines: entry.description?.split('\n'),
        evidence: places(entry.evidence, 'name', 'description'),
      })),
    },
    {
      title: w.licences,
      rows: profile.drivingLicences.map((entry, index) => ({
        path: `drivingLicences.${index}`,
        label: '',
        value: w.licence(entry.category),
        evidence: places(entry.evidence, 'category'),
      })),
    },
    {
      title: w.interests,
      rows: profile.interests.map((entry, index) => ({
        path: `interests.${index}`,
        label: '',
        value: entry.name,
        evidence: places(entry.evidence, 'name'),
      })),
    },
  ];
  return sections.filter(({ rows }) => rows.length > 0);
}

function contactRows(profile: Profile, locale: Locale): ProfileRow[] {
  const { identity, contact, headline, summary, availability, evidence } = profile;
  const w = words[locale];
  const free = availabilityText(availability, locale, (date) => dateInWords(date, locale));
  const town = [contact.postalCode, contact.city].filter(Boolean).join(' ');
  const rows: (ProfileRow | null)[] = [
    row('identity.fullName', w.name, identity.fullName, named(identity.evidence, 'fullName', 'lastName')),
    row('headline', w.headline, headline, only(evidence.headline)),
    row('contact.email', w.email, contact.email, only(contact.evidence.email)),
    row('contact.phone', w.phone, contact.phone, only(contact.evidence.phone)),
    row(
      'contact.address',
      w.address,
      [contact.address, town].filter(Boolean).join(', ') || null,
      named(contact.evidence, 'address', 'city', 'postalCode'),
    ),
    ...contact.links.map((link, index) =>
      row(`contact.links.${index}`, w.links, link.url, places(link.evidence, 'url')),
    ),
    row('availability', w.availability, free, named(availability?.evidence ?? {}, 'from', 'immediate', 'notice')),
    row('summary', w.summary, summary, only(evidence.summary)),
  ];
  return rows.filter((one): one is ProfileRow => one !== null);
}

function row(path: string, label: string, value: string | null, evidence: Evidence[]): ProfileRow | null {
  return value === null ? null : { path, label, value, evidence };
}

const only = (evidence: Evidence | undefined): Evidence[] => (evidence ? [evidence] : []);

const named = (evidences: Evidences, ...fields: string[]): Evidence[] =>
  fields.flatMap((field) => only(evidences[field]));

/** Every place that backs an entry, those of the fields named first. */
const places = (evidences: Evidences, ...fields: string[]): Evidence[] => [
  ...new Set([...named(evidences, ...fields), ...Object.values(evidences)]),
];
