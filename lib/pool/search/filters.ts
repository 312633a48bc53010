import { sql, type RawBuilder } from 'kysely';
import { languageCode } from '../../match';
import { cefr, type Cefr } from '../../profile';
import type { PoolContext } from '../context';
import type { Secrets } from '../secrets';
import { STAGES, type SearchFilters } from '../types';
import { invalid, optionalDate, optionalText, requiredText, wholeNumber } from '../validate';
import { normalise } from '../words';
import { findTown, townsAround } from '../places';
import { readAvailable } from './availability';
import {
  cityName,
  degreeKey,
  departmentOf,
  languageKey,
  olderPlaceKeys,
  placeKey,
  skillKey,
  townOf,
  yearsKey,
  type PlaceKind,
} from './keys';

export type Condition = RawBuilder<boolean>;

const MOST_LISTED = 50;
const DAY_MS = 86_400_000;

/** Conditions on `candidate`. Those that are keys stand in the same index as the words. */
export function readFilters(
  { secrets, now }: Pick<PoolContext, 'secrets' | 'now'>,
  filters: SearchFilters = {},
): Condition[] {
  if (filters === null || typeof filters !== 'object')
    throw invalid('filters', 'an object is expected', 'un objet est attendu');
  const keys: string[] = [];
  const conditions: Condition[] = [];
  readSkills(filters.skills).forEach((skill) => {
    keys.push(skillKey(skill));
    conditions.push(sql<boolean>`exists (select 1 from unnest(candidate.skills) skill
      where position(${` ${skill} `}::text in ' ' || skill || ' ') > 0)`);
  });
  readYears(filters, keys, conditions);
  keys.push(...readLanguages(filters));
  if (filters.minDegree !== undefined) keys.push(degreeKey(wholeNumber(filters.minDegree, 'minDegree', 1, 8)));
  if (keys.length > 0) conditions.unshift(sql<boolean>`candidate.filter_keys @> ${[...new Set(keys)]}::text[]`);
  conditions.push(...readPlaces(secrets, filters), ...readAvailable(filters, now()));
  const source = optionalText(filters.source, 'source', 200);
  if (source) conditions.push(sql<boolean>`candidate.source = ${source}`);
  readDates(filters, conditions);
  readApplication(filters, conditions);
  return conditions;
}

function readSkills(skills: unknown = []): string[] {
  if (!Array.isArray(skills) || skills.length > MOST_LISTED)
    throw invalid('skills', 'a list of texts is expected', 'une liste de textes est attendue');
  return skills.map((skill) => normalise(requiredText(skill, 'skills', 200)));
}

function readYears(filters: SearchFilters, keys: string[], conditions: Condition[]): void {
  const years = (value: unknown, what: string) => {
    if (typeof value === 'number' && value >= 0 && value <= 100) return value;
    throw invalid(what, 'a number of years', 'un nombre d’années est attendu');
  };
  if (filters.minYears !== undefined) {
    const least = years(filters.minYears, 'minYears');
    const key = yearsKey(least);
    if (key) keys.push(key);
    conditions.push(sql<boolean>`candidate.experience_months >= ${least * 12}::numeric`);
  }
  if (filters.maxYears !== undefined)
    conditions.push(sql<boolean>`candidate.experience_months <= ${years(filters.maxYears, 'maxYears') * 12}::numeric`);
}

function readLanguages(filters: SearchFilters): string[] {
  const several: unknown = filters.languages ?? [];
  if (!Array.isArray(several) || several.length > MOST_LISTED)
    throw invalid('languages', 'a list is expected', 'une liste est attendue');
  const asked = [
    { language: filters.language as unknown, level: filters.languageLevel as unknown },
    ...several.map((one: { language?: unknown; level?: unknown } | null) => ({
      language: requiredText(one?.language, 'languages', 100) as unknown,
      level: one?.level,
    })),
  ];
  return asked.flatMap(({ language, level }) => {
    const name = optionalText(language, 'language', 100);
    const least = readLevel(level);
    return name ? [languageKey(languageCode(name) ?? name, least)] : [];
  });
}

function readLevel(level: unknown): Cefr | undefined {
  if (level === undefined || level === null || level === '') return undefined;
  const known = cefr.options.find((name) => name === level);
  if (known) return known;
  throw invalid('languageLevel', `one of ${cefr.options.join(', ')}`, `l’un de ${cefr.options.join(', ')}`);
}

export const MOST_KM = 200;

function readPlaces(secrets: Secrets, filters: SearchFilters): Condition[] {
  const city = optionalText(filters.city, 'city', 200);
  const given = optionalText(filters.department, 'department', 20);
  const department = given && (departmentOf(given) ?? given);
  const keys = (kind: PlaceKind, values: string[]) =>
    values.flatMap((value) => [placeKey(secrets, kind, value), ...olderPlaceKeys(secrets, kind, value)]);
  const any = (kind: PlaceKind, value: string) => sql<boolean>`candidate.filter_keys && ${keys(kind, [value])}::text[]`;
  if (filters.radiusKm !== undefined) {
    return [sql<boolean>`candidate.town = any(${keys('town', townsIn(city, department, filters.radiusKm))}::text[])`];
  }
  return [...(city ? [any('city', cityName(city))] : []), ...(department ? [any('department', department)] : [])];
}

/** The towns around one, as candidates' places are kept. The département then only tells towns of one name apart. */
function townsIn(city: string | null, department: string | null, radiusKm: unknown): string[] {
  const km = wholeNumber(radiusKm, 'radiusKm', 1, MOST_KM);
  const centre = findTown(cityName(city ?? ''), department);
  if (!centre) {
    throw invalid(
      'city',
      'a radius needs a town of 500 inhabitants or more in France, Belgium, Switzerland, Luxembourg or Monaco; check the name, or leave the radius out',
      'un rayon demande une commune de 500 habitants ou plus en France, en Belgique, en Suisse, au Luxembourg ou à Monaco ; vérifiez le nom, ou retirez le rayon',
    );
  }
  return townsAround(centre, km).flatMap((town) => [
    townOf(town.name, town.area),
    // A CV that says « Lyon » alone means the large one.
    ...(findTown(town.name, null) === town ? [townOf(town.name, null)] : []),
  ]);
}

function readDates(filters: SearchFilters, conditions: Condition[]): void {
  const columns = { received: sql`candidate.created_at`, updated: sql`candidate.updated_at` };
  for (const [name, column] of Object.entries(columns) as ['received' | 'updated', RawBuilder<unknown>][]) {
    const from = optionalDate(filters[`${name}From`], `${name}From`);
    const to = optionalDate(filters[`${name}To`], `${name}To`);
    if (from) conditions.push(sql<boolean>`${column} >= ${from}`);
    // A day without a time means its end.
    const whole = /^\d{4}-\d{2}-\d{2}$/.test(filters[`${name}To`]?.trim() ?? '');
    if (to) conditions.push(sql<boolean>`${column} < ${new Date(to.getTime() + (whole ? DAY_MS : 1))}`);
  }
}

function readApplication(filters: SearchFilters, conditions: Condition[]): void {
  const offerId = optionalText(filters.offerId, 'offerId', 200);
  const stage = readStage(filters.stage, offerId);
  if (!stage && !offerId) return;
  const of = [
    ...(stage ? [sql`application.stage = ${stage}`] : []),
    ...(offerId ? [sql`application.offer_id = ${offerId}`] : []),
  ];
  conditions.push(sql<boolean>`candidate.id in (select application.candidate_id
    from vivier_personal.applications application where ${sql.join(of, sql` and `)})`);
}

/** An offer may have stages of its own; without one, the usual ones are meant. */
function readStage(stage: unknown, offerId: string | null): string | null {
  if (stage === undefined || stage === null || stage === '') return null;
  if (offerId || STAGES.some((name) => name === stage)) return requiredText(stage, 'stage', 60);
  throw invalid('stage', `one of ${STAGES.join(', ')}`, `l’une de ${STAGES.join(', ')}`);
}
