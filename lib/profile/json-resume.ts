import { VivierError } from '../errors';
import { derive } from './derive';
import { emptyProfile } from './empty';
import { cefr, experienceKind, type Cefr, type Experience, type Link, type Profile } from './schema';

/** JSON Resume (https://jsonresume.org/schema). Fields that it does not know (`cefr`, `kind`, `current`…) ride along: the schema allows more. */
export interface JsonResume {
  basics: {
    name?: string;
    label?: string;
    email?: string;
    phone?: string;
    url?: string;
    summary?: string;
    location?: { address?: string; postalCode?: string; city?: string; countryCode?: string };
    profiles: { network?: string; url: string }[];
    birthDate?: string;
    nationality?: string;
    drivingLicences?: string[];
    otherEmails?: string[];
    otherPhones?: string[];
  };
  work: {
    name?: string;
    position?: string;
    location?: string;
    startDate?: string;
    endDate?: string;
    current?: boolean;
    kind?: string;
    highlights: string[];
  }[];
  education: {
    institution?: string;
    studyType?: string;
    area?: string;
    startDate?: string;
    endDate?: string;
    location?: string;
    level?: number;
  }[];
  skills: { name: string; keywords: string[] }[];
  languages: { language: string; fluency?: string; code?: string; cefr?: string }[];
  certificates: { name: string; issuer?: string; date?: string }[];
  projects: { name: string; description?: string; url?: string }[];
  interests: { name: string }[];
  meta: {
    status: string;
    code?: string;
    ms: number;
    version: string;
    canonical: string;
    /** When the person can begin, as the CV says: the format has no place of its own for it. */
    availability?: { immediate: boolean; from?: string; notice?: string };
  };
}

const some = <T>(value: T | null): T | undefined => value ?? undefined;

function skillGroups(skills: Profile['skills']): JsonResume['skills'] {
  const out: JsonResume['skills'] = [];
  for (const skill of skills) {
    const group =
      skill.group === null ? undefined : out.find((one) => one.name === skill.group && one.keywords.length > 0);
    if (group) group.keywords.push(skill.name);
    else
      out.push(
        skill.group === null ? { name: skill.name, keywords: [] } : { name: skill.group, keywords: [skill.name] },
      );
  }
  return out;
}

/** A profile as JSON Resume. Evidence stays behind; `fromJsonResume` gives the same values back. */
export function toJsonResume(profile: Profile): JsonResume {
  const { identity, contact } = profile;
  const site = contact.links.find((link) => link.network === null);
  const hasPlace = contact.address ?? contact.postalCode ?? contact.city ?? contact.countryCode;
  return {
    basics: {
      name: some(identity.fullName),
      label: some(profile.headline),
      email: some(contact.email),
      phone: some(contact.phone),
      url: site?.url,
      summary: some(profile.summary),
      location: hasPlace
        ? {
            address: some(contact.address),
            postalCode: some(contact.postalCode),
            city: some(contact.city),
            countryCode: some(contact.countryCode),
          }
        : undefined,
      profiles: contact.links
        .filter((link) => link !== site)
        .map((link) => ({ network: some(link.network), url: link.url })),
      birthDate: some(identity.birthDate),
      nationality: some(identity.nationality),
      drivingLicences: profile.drivingLicences.map((licence) => licence.category),
      otherEmails: contact.otherEmails,
      otherPhones: contact.otherPhones,
    },
    work: profile.experiences.map((one) => ({
      name: some(one.employer),
      position: some(one.title),
      location: some(one.place),
      startDate: some(one.start),
      endDate: some(one.end),
      current: one.current,
      kind: some(one.kind),
      highlights: one.description?.split('\n') ?? [],
    })),
    education: profile.education.map((one) => ({
      institution: some(one.institution),
      studyType: some(one.degree),
      area: some(one.field),
      startDate: some(one.start),
      endDate: some(one.end),
      location: some(one.place),
      level: some(one.level),
    })),
    skills: skillGroups(profile.skills),
    languages: profile.languages.map((one) => ({
      language: one.name,
      fluency: some(one.levelText ?? one.level),
      code: some(one.code),
      cefr: some(one.level),
    })),
    certificates: profile.certifications.map((one) => ({
      name: one.name,
      issuer: some(one.issuer),
      date: some(one.date),
    })),
    projects: profile.projects.map((one) => ({
      name: one.name,
      description: some(one.description),
      url: some(one.url),
    })),
    interests: profile.interests.map((one) => ({ name: one.name })),
    meta: {
      status: profile.meta.status,
      ms: profile.meta.ms,
      version: 'v1.0.0',
      canonical: 'https://jsonresume.org/schema',
      availability: profile.availability
        ? {
            immediate: profile.availability.immediate,
            from: some(profile.availability.from),
            notice: some(profile.availability.notice),
          }
        : undefined,
    },
  };
}

type Dict = Record<string, unknown>;

const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value);
const dicts = (value: unknown): Dict[] => (Array.isArray(value) ? value.filter(isDict) : []);
const text = (value: unknown): string | null =>
  typeof value === 'string' && value.trim() !== '' ? value.trim() : null;
const texts = (value: unknown): string[] => (Array.isArray(value) ? value.flatMap((one) => text(one) ?? []) : []);

/** ISO dates cut to the month; anything else is no date. */
function date(value: unknown): string | null {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-\d{2})?/.exec(text(value) ?? '');
  if (!match) return null;
  return match[2] ? `${match[1]}-${match[2]}` : match[1];
}

/** The European institutions' own codes, which Europass uses too, as ISO 3166-1. */
const ISO_COUNTRIES: Record<string, string> = { UK: 'GB', EL: 'GR' };

function countryCode(value: unknown): string | null {
  const code = text(value)?.toUpperCase() ?? null;
  return code && (ISO_COUNTRIES[code] ?? code);
}

function networkOf(url: string): string | null {
  return (
    /\b(linkedin|github|gitlab|xing|behance|twitter|stackoverflow|dribbble)\./i.exec(url)?.[1].toLowerCase() ?? null
  );
}

function linksOf(basics: Dict): Link[] {
  const url = text(basics.url) ?? text(basics.website);
  const site: Link[] = url ? [{ url, network: networkOf(url), evidence: {} }] : [];
  const profiles = dicts(basics.profiles).flatMap((one): Link[] => {
    const address = text(one.url);
    return address
      ? [{ url: address, network: text(one.network)?.toLowerCase() ?? networkOf(address), evidence: {} }]
      : [];
  });
  return [...site, ...profiles];
}

function experienceFrom(one: Dict): Experience {
  const end = date(one.endDate);
  const start = date(one.startDate);
  const lines = [text(one.summary), ...texts(one.highlights)].filter((line): line is string => line !== null);
  return {
    employer: text(one.name) ?? text(one.company),
    title: text(one.position),
    start,
    end,
    // By the standard's convention a job without an end is the current one.
    current: typeof one.current === 'boolean' ? one.current : start !== null && end === null,
    place: text(one.location),
    description: lines.join('\n') || null,
    kind: experienceKind.safeParse(one.kind).data ?? null,
    evidence: {},
  };
}

function cefrOf(one: Dict): Cefr | null {
  const written = /\b([ABC][12])\b/.exec(text(one.fluency) ?? '')?.[1];
  return cefr.safeParse(one.cefr).data ?? cefr.safeParse(written).data ?? null;
}

function nameParts(basics: Dict): Pick<Profile['identity'], 'fullName' | 'firstName' | 'lastName'> {
  const firstName = text(basics.firstName);
  const lastName = text(basics.lastName);
  const fullName = text(basics.name) ?? ([firstName, lastName].filter(Boolean).join(' ') || null);
  return { fullName, firstName, lastName };
}

/**
 * A profile from JSON Resume data, as lenient as the files are: wrong types count as absent.
 * @throws VivierError `invalid-input` when it is no object, or holds none of the standard's sections.
 */
export function fromJsonResume(json: unknown, referenceDate: string): Profile {
  if (!isDict(json) || !['basics', 'work', 'education', 'skills'].some((section) => section in json))
    throw new VivierError('invalid-input', { what: 'JSON Resume' });
  const basics = isDict(json.basics) ? json.basics : {};
  const location = isDict(basics.location) ? basics.location : {};
  const empty = emptyProfile(referenceDate);
  const profile: Profile = {
    ...empty,
    identity: {
      ...nameParts(basics),
      birthDate: text(basics.birthDate),
      nationality: text(basics.nationality),
      evidence: {},
    },
    contact: {
      email: text(basics.email)?.toLowerCase() ?? null,
      otherEmails: texts(basics.otherEmails),
      phone: text(basics.phone),
      otherPhones: texts(basics.otherPhones),
      address: text(location.address),
      postalCode: text(location.postalCode),
      city: text(location.city),
      countryCode: countryCode(location.countryCode),
      links: linksOf(basics),
      evidence: {},
    },
    headline: text(basics.label),
    summary: text(basics.summary),
    experiences: dicts(json.work).map(experienceFrom),
    education: dicts(json.education).map((one) => ({
      institution: text(one.institution),
      degree: text(one.studyType),
      field: text(one.area),
      level:
        typeof one.level === 'number' && Number.isInteger(one.level) && one.level >= 1 && one.level <= 8
          ? one.level
          : null,
      start: date(one.startDate),
      end: date(one.endDate),
      place: text(one.location),
      evidence: {},
    })),
    skills: skillsFrom(json.skills),
    languages: dicts(json.languages).flatMap((one) => {
      const name = text(one.language);
      return name
        ? [{ code: text(one.code), name, level: cefrOf(one), levelText: text(one.fluency), evidence: {} }]
        : [];
    }),
    certifications: named(json.certificates, (name, one) => ({
      name,
      issuer: text(one.issuer),
      date: date(one.date),
      evidence: {},
    })),
    projects: named(json.projects, (name, one) => ({
      name,
      description: text(one.description),
      url: text(one.url),
      evidence: {},
    })),
    // Our own files keep them under `basics`; the Europass readers beside it.
    drivingLicences: [...texts(basics.drivingLicences), ...texts(json.drivingLicences)].map((category) => ({
      category,
      evidence: {},
    })),
    interests: named(json.interests, (name) => ({ name, evidence: {} })),
  };
  const availability = availabilityFrom(json.meta);
  return { ...profile, ...(availability && { availability }), derived: derive(profile, referenceDate) };
}

/** Our own files' `meta.availability`; of others nothing is known. */
function availabilityFrom(meta: unknown): Profile['availability'] {
  const said = isDict(meta) && isDict(meta.availability) ? meta.availability : null;
  if (!said) return null;
  const notice = text(said.notice);
  const found = {
    immediate: said.immediate === true,
    from: date(said.from),
    notice: notice !== null && /^P\d{1,3}[MWD]$/.test(notice) ? notice : null,
    evidence: {},
  };
  return found.immediate || found.from || found.notice ? found : null;
}

function named<T>(list: unknown, make: (name: string, one: Dict) => T): T[] {
  return dicts(list).flatMap((one) => {
    const name = text(one.name);
    return name ? [make(name, one)] : [];
  });
}

function skillsFrom(list: unknown): Profile['skills'] {
  return dicts(list).flatMap((one) => {
    const name = text(one.name);
    const keywords = texts(one.keywords);
    if (keywords.length > 0)
      return keywords.map((keyword) => ({ name: keyword, group: name, code: null, evidence: {} }));
    return name ? [{ name, group: null, code: null, evidence: {} }] : [];
  });
}
