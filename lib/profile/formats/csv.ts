import type { Locale } from '../../errors';
import type { Education, Experience, Profile } from '../schema';
import { availabilityText } from './availability';
import { degreesOf, toFlatFrench, yearsOf } from './flat-french';

/** A row of the table: a profile, or a document that could not be read and what became of it. */
export type CsvRow = { profile: Profile } | { fileName: string; status: string };

/** So that Excel takes the file for UTF-8. */
const BOM = '\uFEFF';
const NEWLINE = '\r\n';

/** French Excel expects semicolons and decimal commas; others commas and points. */
const LAYOUT: Record<Locale, { separator: string; decimal: string }> = {
  fr: { separator: ';', decimal: ',' },
  en: { separator: ',', decimal: '.' },
};

const COLUMNS: Record<Locale, readonly string[]> = {
  fr: [
    ...[
      'fichier',
      'statut',
      'nom_complet',
      'prenom',
      'nom',
      'courriel',
      'telephone',
      'adresse',
      'code_postal',
      'ville',
    ],
    ...['pays', 'titre', 'domaine_expertise', 'annees_experience', 'poste_actuel', 'employeur_actuel', 'diplomes'],
    ...['date_diplome_principal', 'niveau_diplome', 'competences', 'langues', 'certifications', 'permis'],
    ...['nationalite', 'date_naissance', 'liens', 'experiences', 'formations', 'disponibilite'],
  ],
  en: [
    ...['file', 'status', 'full_name', 'first_name', 'last_name', 'email', 'phone', 'address', 'postal_code', 'city'],
    ...['country', 'headline', 'main_domain', 'years_of_experience', 'current_title', 'current_employer', 'degrees'],
    ...['highest_degree_year', 'highest_degree_level', 'skills', 'languages', 'certifications', 'driving_licences'],
    ...['nationality', 'birth_date', 'links', 'experience', 'education', 'availability'],
  ],
};

/**
 * What a spreadsheet would run as a formula: `=`, `+`, `-`, `@` (their full-width forms too) at the start, whatever blanks stand before.
 * An apostrophe before it makes it text (OWASP, "CSV Injection").
 */
export const neutral = (text: string) => (/^\s*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text);

/** Every cell in quotes: an address with a comma stays one cell, whichever separator the reader's spreadsheet takes for its own. */
const cell = (text: string) => `"${neutral(text.replace(/[\r\n\t]+/g, ' ')).replace(/"/g, '""')}"`;

/** A number as people dial it: a plus sign would be read as a formula, digits alone as a figure. */
export function dialled(phone: string): string {
  const french = /^\+33(\d)(\d\d)(\d\d)(\d\d)(\d\d)$/.exec(phone);
  if (french) return `0${french.slice(1).join(' ')}`;
  return phone.replace(/^\+\s*/, '00 ');
}

const list = (values: readonly (string | null)[], by = ' | ') => values.filter(Boolean).join(by);
const span = (start: string | null, end: string | null) => [start, end].filter(Boolean).join(' – ');
const text = (value: string | number | null) => (value === null ? '' : String(value));

const job = (one: Experience) => list([span(one.start, one.current ? '…' : one.end), one.title, one.employer], ', ');
const course = (one: Education) =>
  list([span(one.start, one.end), list([one.degree, one.field], ' '), one.institution], ', ');

function cellsOf(profile: Profile, locale: Locale): string[] {
  const { identity, contact, derived, meta } = profile;
  const current = profile.experiences.find((one) => one.current) ?? null;
  const domain = locale === 'fr' ? toFlatFrench(profile).domaine_expertise : derived.mainDomain;
  const years = text(yearsOf(derived.experienceMonths)).replace('.', LAYOUT[locale].decimal);
  return [
    ...[text(meta.fileName), meta.status, text(identity.fullName), text(identity.firstName), text(identity.lastName)],
    ...[text(contact.email), dialled(text(contact.phone)), text(contact.address), text(contact.postalCode)],
    ...[text(contact.city), text(contact.countryCode), text(profile.headline), text(domain), years],
    ...[text(current?.title ?? null), text(current?.employer ?? null), list(degreesOf(profile))],
    ...[text(derived.highestDegree?.year ?? null), text(derived.highestDegree?.level ?? null)],
    list(profile.skills.map((one) => one.name)),
    list(profile.languages.map((one) => list([one.name, one.levelText ?? one.level], ' '))),
    list(profile.certifications.map((one) => list([one.name, one.issuer, one.date], ', '))),
    list(profile.drivingLicences.map((one) => one.category)),
    ...[text(identity.nationality), text(identity.birthDate)],
    list(contact.links.map((one) => one.url)),
    list(profile.experiences.map(job)),
    list(profile.education.map(course)),
    text(availabilityText(profile.availability, locale)),
  ];
}

/**
 * One table for many CVs, a row each, that opens in Excel by a double click: UTF-8 with a mark, French (`;`) or English (`,`) separators.
 * Column names keep their order and spelling from version to version; new ones come last.
 */
export function toCsv(rows: readonly CsvRow[], locale: Locale): string {
  const { separator } = LAYOUT[locale];
  const width = COLUMNS[locale].length;
  const cells = rows.map((row) =>
    'profile' in row ? cellsOf(row.profile, locale) : [row.fileName, row.status, ...Array<string>(width - 2).fill('')],
  );
  const lines = [COLUMNS[locale], ...cells].map((line) => line.map(cell).join(separator));
  return `${BOM}${lines.join(NEWLINE)}${NEWLINE}`;
}
