import { compact } from './europass-common';
import type { Resume } from './resume';

type Dict = Record<string, unknown>;

const isDict = (value: unknown): value is Dict => typeof value === 'object' && value !== null && !Array.isArray(value);
const at = (value: unknown, ...path: string[]): unknown =>
  path.reduce<unknown>((holder, key) => (isDict(holder) ? holder[key] : undefined), value);
const text = (value: unknown, ...path: string[]): string | undefined => {
  const found = at(value, ...path);
  return typeof found === 'string' && found.trim() !== '' && found !== 'null' ? found.trim() : undefined;
};

/** A list as the standard writes it, as `{item: […]}` (some producers), or a single thing. */
function list(value: unknown, ...path: string[]): unknown[] {
  const found = at(value, ...path);
  const items = isDict(found) && 'item' in found ? found.item : found;
  if (Array.isArray(items)) return items.filter((one) => one !== null && one !== undefined);
  return isDict(items) || typeof items === 'string' ? [items] : [];
}

const texts = (value: unknown, ...path: string[]) =>
  list(value, ...path).flatMap((one) => text({ one }, 'one') ?? text(one, 'value') ?? text(one, 'content') ?? []);

/** Identifiers come as texts or as `{value}`. */
const named = (value: unknown) => text(value, 'name') ?? text(value, 'legalId', 'value') ?? text({ value }, 'value');

const day = (value: string | undefined) => /^\d{4}(?:-\d{2}(?:-\d{2})?)?/.exec(value ?? '')?.[0];

const period = (entry: unknown) => {
  const isCurrent = at(entry, 'current') === true;
  return {
    startDate: day(text(entry, 'start') ?? text(entry, 'startDate')),
    endDate: isCurrent ? undefined : day(text(entry, 'end') ?? text(entry, 'endDate')),
    current: isCurrent || undefined,
  };
};

/** The candidate in HR-Open data (Recruiting 4.x), bare or inside an envelope; null for anything else. */
export function hrOpenCandidate(data: unknown): Dict | null {
  const places = [data, at(data, 'candidate'), at(data, 'data', 'data'), at(data, 'data')];
  return (
    places.find(
      (one): one is Dict => isDict(one) && isDict(one.person) && (isDict(one.person.name) || 'profiles' in one),
    ) ?? null
  );
}

function basics(candidate: Dict): Resume['basics'] {
  const { person } = candidate;
  const communication = at(person, 'communication');
  const name = at(person, 'name');
  const [address] = list(communication, 'address');
  const phones = list(communication, 'phone').flatMap(
    (one) =>
      text(one, 'formattedNumber') ??
      ([text(one, 'countryDialingCode'), text(one, 'areaDialingCode'), text(one, 'dialNumber')]
        .filter(Boolean)
        .join(' ') ||
        []),
  );
  const parts = ['given', 'middle', 'family'].map((key) => text(name, key));
  return {
    name: text(name, 'formattedName') ?? (parts.filter(Boolean).join(' ') || undefined),
    firstName: text(name, 'given'),
    lastName: text(name, 'family'),
    email: list(communication, 'email').flatMap((one) => text(one, 'address') ?? [])[0],
    phone: phones[0],
    birthDate: day(text(person, 'birthDate')),
    nationality: texts(person, 'citizenship')[0],
    location: {
      address: text(address, 'line') ?? text(address, 'formattedAddress'),
      postalCode: text(address, 'postalCode'),
      city: text(address, 'city'),
      countryCode: text(address, 'countryCode'),
    },
    profiles: list(communication, 'web').flatMap((one) => {
      const url = text(one, 'url');
      return url ? [{ url, network: text(one, 'name') }] : [];
    }),
  };
}

/** An employment without positions is one position; its own title and dates then count. */
function work(profile: unknown): NonNullable<Resume['work']> {
  return list(profile, 'employment').flatMap((employment) => {
    const positions = list(employment, 'positionHistories');
    return (positions.length > 0 ? positions : [employment]).map((position) => {
      const own = period(position);
      return {
        name: named(at(employment, 'organization')) ?? named(at(position, 'organization')),
        position: text(position, 'title') ?? texts(position, 'positionTitles')[0],
        location: text(position, 'location', 'city') ?? text(position, 'location', 'name'),
        ...(own.startDate ? own : period(employment)),
        highlights:
          texts(position, 'descriptions').length > 0
            ? texts(position, 'descriptions')
            : texts(employment, 'descriptions'),
      };
    });
  });
}

function education(profile: unknown): NonNullable<Resume['education']> {
  return list(profile, 'education').flatMap((entry) => {
    const degrees = list(entry, 'educationDegrees');
    return (degrees.length > 0 ? degrees : [undefined]).map((degree) => ({
      institution: named(at(entry, 'institution')),
      studyType: text(degree, 'name') ?? texts(degree, 'codes')[0] ?? texts(entry, 'programs')[0],
      area:
        texts(degree, 'specializations')[0] ?? list(degree, 'specializations').flatMap((s) => text(s, 'name') ?? [])[0],
      ...period(entry),
      courses: texts(entry, 'descriptions'),
    }));
  });
}

/** An HR-Open candidate (Recruiting 4.x, JSON) in JSON Resume's shape. Several profiles of one person are joined. */
export function hrOpen(candidate: Dict): Resume {
  const profiles = list(candidate, 'profiles');
  const every = <T>(read: (profile: unknown) => T[]) => profiles.flatMap(read);
  return compact<Resume>({
    basics: {
      ...basics(candidate),
      label: profiles.map((one) => text(one, 'positionTitle')).find(Boolean),
      summary: profiles.map((one) => text(one, 'executiveSummary') ?? text(one, 'objective')).find(Boolean),
    },
    work: every(work),
    education: every(education),
    skills: every((one) => list(one, 'qualifications')).flatMap((one) => {
      const name = text(one, 'competencyName') ?? named(at(one, 'competency')) ?? text(one, 'name');
      return name ? [{ name }] : [];
    }),
    languages: every((one) => list(one, 'languages')).flatMap((one) => {
      const language = text(one, 'name') ?? text(one, 'languageCode') ?? text({ one }, 'one');
      return language ? [{ language, fluency: text(one, 'proficiency') }] : [];
    }),
    certificates: every((one) => list(one, 'certifications')).map((one) => ({
      name: text(one, 'name'),
      issuer: named(at(one, 'issuingAuthority')),
      date: day(text(one, 'firstIssued') ?? text(one, 'issued')),
    })),
  });
}
