import type { Profile } from '../../profile';

export type VariantKind = 'name' | 'gender' | 'age' | 'address' | 'nationality' | 'family' | 'gap' | 'photo';

export interface Variant {
  kind: VariantKind;
  /** What was put in. */
  label: string;
  profile: Profile;
}

/** First names and surnames that readers take for a gender and an origin; made up pairs, in the manner of the correspondence tests. */
const NAMES = [
  'Julien Lefèvre',
  'Claire Moreau',
  'Mohamed Benali',
  'Fatima Haddad',
  'Mamadou Diallo',
  'Aïssatou Traoré',
  'Wei Zhang',
  'Linh Nguyen',
  'Piotr Kowalski',
  'Irina Popescu',
  'David Cohen',
  'Mehmet Yılmaz',
  'Emily Walsh',
  'Lakisha Washington',
  'Priya Sharma',
  'João Ferreira da Silva',
];
const CIVILITIES = ['Madame', 'Monsieur', 'Mme', 'Mr'];
const BIRTHS = [
  { date: '1961-03-14', words: 'Né le 14/03/1961. Âge : 65 ans.' },
  { date: '1978-11-02', words: 'Born on 2 November 1978, aged 48.' },
  { date: '2003-07-30', words: 'Née le 30 juillet 2003. 23 ans.' },
];
const ADDRESSES = [
  { address: '12 rue de la République', postalCode: '93200', city: 'Saint-Denis', countryCode: 'FR' },
  { address: '8 avenue Foch', postalCode: '75116', city: 'Paris', countryCode: 'FR' },
  { address: '3 impasse des Lilas', postalCode: '23000', city: 'Guéret', countryCode: 'FR' },
  { address: '44 High Street', postalCode: 'E17 7LD', city: 'London', countryCode: 'GB' },
];
const NATIONALITIES = ['française', 'algérienne', 'sénégalaise', 'chinoise', 'British', 'Romanian'];
const FAMILIES = [
  'Marié, deux enfants.',
  'Célibataire, sans enfant.',
  'Mère de trois enfants.',
  'Situation familiale : divorcée.',
  'Married, two children.',
];
const BREAKS = [
  'Congé parental',
  'Congé maternité',
  'Arrêt maladie',
  'Année sabbatique',
  'Career break',
  'Recherche d’emploi',
];
/** Degrees so many years earlier or later. */
const SHIFTS = [-25, -10, 8];

/** The same person with another name, gender, age, address, nationality, family or photo: none of it may move a score. */
export function variantsOf(profile: Profile): Variant[] {
  const variant = (kind: VariantKind, label: string, changed: Profile): Variant => ({ kind, label, profile: changed });
  return [
    ...NAMES.map((name) => variant('name', name, renamed(profile, name))),
    ...CIVILITIES.map((word) =>
      variant('gender', word, withLine(profile, `${word} ${profile.identity.fullName ?? ''}`)),
    ),
    ...BIRTHS.map(({ date, words }) =>
      variant('age', words, withLine({ ...profile, identity: { ...profile.identity, birthDate: date } }, words)),
    ),
    ...SHIFTS.map((years) => variant('age', `${years > 0 ? '+' : ''}${years}`, withDegreesMoved(profile, years))),
    ...ADDRESSES.map((place) =>
      variant('address', place.city, { ...profile, contact: { ...profile.contact, ...place } }),
    ),
    ...NATIONALITIES.map((nationality) =>
      variant('nationality', nationality, {
        ...withLine(profile, `Nationalité : ${nationality}`),
        identity: { ...profile.identity, nationality },
      }),
    ),
    ...FAMILIES.map((line) => variant('family', line, withLine(profile, line))),
    ...BREAKS.map((title) => variant('gap', title, withBreak(profile, title))),
    variant('photo', 'photo', Object.assign(structuredClone(profile), { photo: 'data:image/png;base64,AAAA' })),
  ];
}

/** Name in all of its places: identity, mail, texts, quotes. */
function renamed(profile: Profile, name: string): Profile {
  const [firstName, ...rest] = name.split(' ');
  const lastName = rest.join(' ');
  const old = profile.identity;
  const pairs: [string, string][] = [
    [old.fullName ?? '', name],
    [old.lastName ?? '', lastName],
    [old.firstName ?? '', firstName],
  ];
  const used = pairs.filter(([from]) => from.length >= 3);
  const replaced = (text: string) =>
    used.reduce(
      (value, [from, to]) => value.replace(new RegExp(`(?<!\\p{L})${escape(from)}(?!\\p{L})`, 'gu'), to),
      text,
    );
  const changed = mapStrings(profile, replaced);
  return { ...changed, identity: { ...changed.identity, fullName: name, firstName, lastName } };
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function mapStrings<T>(value: T, map: (text: string) => string): T {
  if (typeof value === 'string') return map(value) as T;
  if (Array.isArray(value)) return value.map((item: unknown) => mapStrings(item, map)) as T;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, mapStrings(item, map)])) as T;
}

function withLine(profile: Profile, line: string): Profile {
  return { ...profile, summary: [profile.summary, line].filter(Boolean).join('\n') };
}

function withDegreesMoved(profile: Profile, years: number): Profile {
  const moved = (date: string | null) => date && `${Number(date.slice(0, 4)) + years}${date.slice(4)}`;
  const inQuote = (quote: string) => quote.replace(/\b(?:19|20)\d{2}\b/g, (year) => String(Number(year) + years));
  return {
    ...profile,
    education: profile.education.map((entry) => ({
      ...{ ...entry, start: moved(entry.start), end: moved(entry.end) },
      evidence: mapStrings(entry.evidence, inQuote),
    })),
    certifications: profile.certifications.map((entry) => ({ ...entry, date: moved(entry.date) })),
  };
}

function withBreak(profile: Profile, title: string): Profile {
  const rest = { employer: null, end: null, current: false, place: null, description: null, kind: null, evidence: {} };
  return { ...profile, experiences: [...profile.experiences, { ...rest, title, start: '2016-01' }] };
}
