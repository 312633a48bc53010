import type { Locale } from '../../errors';
import type { Profile } from '../../profile';
import { words } from '../words';
import { sheetWords } from './words';

/** Something of the profile that a person may correct, as it stands: empty when the CV was not found to say it. */
export interface EditField {
  /** As `TalentPool.candidates.rectify` takes it. */
  path: string;
  label: string;
  value: string;
  kind: 'text' | 'lines' | 'date' | 'level' | 'check';
  /** Can't be emptied: the entry would be none. */
  needed?: boolean;
}

type FieldName = keyof ReturnType<typeof sheetWords>['fields'];
type Shape = [name: string, label: FieldName, kind?: EditField['kind'], needed?: boolean][];

/** What an entry of each list has to correct. */
const LISTS = {
  experiences: [
    ['title', 'jobTitle'],
    ['employer', 'employer'],
    ['place', 'place'],
    ['start', 'start', 'date'],
    ['end', 'end', 'date'],
    ['current', 'current', 'check'],
    ['description', 'description', 'lines'],
  ],
  education: [
    ['degree', 'degree'],
    ['field', 'field'],
    ['institution', 'institution'],
    ['place', 'place'],
    ['start', 'start', 'date'],
    ['end', 'end', 'date'],
  ],
  skills: [
    ['name', 'skill', 'text', true],
    ['group', 'group'],
  ],
  languages: [
    ['name', 'language', 'text', true],
    ['level', 'level', 'level'],
  ],
  certifications: [
    ['name', 'name', 'text', true],
    ['issuer', 'issuer'],
    ['date', 'date', 'date'],
  ],
  projects: [
    ['name', 'name', 'text', true],
    ['description', 'description', 'lines'],
  ],
  drivingLicences: [['category', 'category', 'text', true]],
  interests: [['name', 'name', 'text', true]],
} satisfies Record<string, Shape>;

export type ListName = keyof typeof LISTS;
export const listNames = Object.keys(LISTS) as ListName[];
export const isList = (name: string): name is ListName => Object.hasOwn(LISTS, name);

/** The fields behind a row of the profile. */
export function fieldsOf(profile: Profile, path: string, locale: Locale): EditField[] {
  const [first, index] = path.split('.');
  if (isList(first)) {
    const entry = profile[first][Number(index)] as Record<string, unknown>;
    const { fields } = sheetWords(locale);
    return (LISTS[first] as Shape).map(([name, label, kind = 'text', needed = false]) => ({
      ...{ path: `${path}.${name}`, label: fields[label], value: textOf(entry[name]), kind, needed },
    }));
  }
  const single = singleFields(profile, locale);
  if (path.startsWith('contact.links.')) {
    const link = profile.contact.links[Number(path.split('.')[2])];
    return [{ path: `${path}.url`, label: words[locale].links, value: link.url, kind: 'text', needed: true }];
  }
  const group = path === 'contact.address' ? ADDRESS : [path];
  return single.filter((field) => group.includes(field.path));
}

const ADDRESS = ['contact.address', 'contact.postalCode', 'contact.city'];

/** What every CV may say once and this one was not found to. */
export const missingFields = (profile: Profile, locale: Locale): EditField[] => {
  const noAddress = ADDRESS.every((path) =>
    singleFields(profile, locale).some((one) => one.path === path && !one.value),
  );
  return singleFields(profile, locale).filter(
    ({ path, value }) => value === '' && (noAddress || !ADDRESS.includes(path)),
  );
};

function singleFields(profile: Profile, locale: Locale): EditField[] {
  const w = words[locale];
  const { fields } = sheetWords(locale);
  const { identity, contact } = profile;
  const all: [path: string, label: string, value: string | null, kind?: EditField['kind']][] = [
    ['identity.fullName', w.name, identity.fullName],
    ['headline', w.headline, profile.headline],
    ['contact.email', w.email, contact.email],
    ['contact.phone', w.phone, contact.phone],
    ['contact.address', w.address, contact.address],
    ['contact.postalCode', fields.postalCode, contact.postalCode],
    ['contact.city', fields.city, contact.city],
    ['summary', w.summary, profile.summary, 'lines'],
  ];
  return all.map(([path, label, value, kind = 'text']) => ({ path, label, value: value ?? '', kind }));
}

const textOf = (value: unknown): string =>
  typeof value === 'string' ? value : typeof value === 'boolean' ? String(value) : '';
