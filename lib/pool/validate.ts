import { currentLocale, invalid, VivierError } from '../errors';
import type { PoolConfig } from './types';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;
const MAX_PAGE = 1_000;

export { invalid };

export function notFound(
  what: 'candidate' | 'offer' | 'application' | 'document' | 'hold' | 'test' | 'key' | 'staff',
): VivierError {
  const names = {
    candidate: ['The candidate', 'Le candidat'],
    offer: ['The job offer', 'L’offre'],
    application: ['The application', 'La candidature'],
    document: ['The document', 'Le document'],
    hold: ['A hold', 'Une conservation'],
    test: ['The test', 'Le test'],
    key: ['The key', 'La clé'],
    staff: ['The user', 'L’utilisateur'],
  } as const;
  return new VivierError('not-found', { what: names[what][currentLocale() === 'fr' ? 1 : 0] });
}

/** A text with something in it, cleaned of what PostgreSQL refuses (NUL, halves of surrogate pairs). */
export function requiredText(value: unknown, what: string, maxLength: number): string {
  const text = optionalText(value, what, maxLength);
  if (text === null) throw invalid(what, 'it is empty', 'la valeur est vide');
  return text;
}

export function optionalText(value: unknown, what: string, maxLength: number): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value !== 'string') throw invalid(what, 'it must be a text', 'un texte est attendu');
  const text = storable(value).trim();
  if (text.length > maxLength) {
    throw invalid(what, `at most ${maxLength} characters`, `${maxLength} caractères au plus`);
  }
  return text === '' ? null : text;
}

export function uuid(value: unknown, what: string): string {
  if (typeof value === 'string' && UUID.test(value.trim())) return value.trim().toLowerCase();
  throw invalid(what, 'it is not an identifier of the pool', 'ce n’est pas un identifiant du vivier');
}

/** An ISO 8601 date or moment. */
export function optionalDate(value: unknown, what: string): Date | null {
  if (value === undefined || value === null || value === '') return null;
  const date = typeof value === 'string' && /^\d{4}-\d{2}-\d{2}/.test(value) ? new Date(value) : null;
  if (date && !Number.isNaN(date.getTime())) return date;
  throw invalid(what, 'a date such as 2026-01-31 is expected', 'une date comme 2026-01-31 est attendue');
}

/** SHA-256 in lower-case hex. */
export function sha256Of(value: unknown, what: string): string {
  if (typeof value === 'string' && /^[0-9a-f]{64}$/i.test(value.trim())) return value.trim().toLowerCase();
  throw invalid(what, 'a SHA-256 in hexadecimal is expected', 'une empreinte SHA-256 en hexadécimal est attendue');
}

export interface Page {
  limit: number;
  offset: number;
}

export function page(input: { limit?: number; offset?: number } = {}): Page {
  return {
    limit: wholeNumber(input.limit ?? 50, 'limit', 1, MAX_PAGE),
    offset: wholeNumber(input.offset ?? 0, 'offset', 0, Number.MAX_SAFE_INTEGER),
  };
}

export function wholeNumber(value: unknown, what: string, min: number, max: number): number {
  if (typeof value === 'number' && Number.isInteger(value) && value >= min && value <= max) return value;
  throw invalid(what, `a whole number from ${min} to ${max}`, `un nombre entier de ${min} à ${max}`);
}

/** Plain data that jsonb takes: every text in it storable. */
export function storableJson(value: unknown): unknown {
  if (typeof value === 'string') return storable(value);
  if (Array.isArray(value)) return value.map(storableJson);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [storable(key), storableJson(item)]));
}

function storable(text: string): string {
  // eslint-disable-next-line no-control-regex -- NUL is the one character PostgreSQL can't store
  return text.replace(/\u0000/g, '').replace(/\p{Surrogate}/gu, '\uFFFD');
}

/** The same text for the same data, whatever the order of its keys: to compare, and to sign. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    item !== null && typeof item === 'object' && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  );
}

/** Where a pool is, with its texts cleaned: NUL in a database's name would break the protocol. */
export function checkedConfig(config: PoolConfig): PoolConfig {
  const encryptionKey = config.encryptionKey || undefined;
  if (config.backend === 'embedded') {
    return { backend: 'embedded', folder: requiredText(config.folder, 'folder', 4_096), encryptionKey };
  }
  return {
    ...config,
    host: requiredText(config.host, 'host', 300),
    database: requiredText(config.database, 'database', 100),
    user: requiredText(config.user, 'user', 100),
    encryptionKey,
  };
}
