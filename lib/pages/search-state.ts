import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';
import type { Cefr } from '../profile';
import type { AskedFilter, SearchFilters } from '../pool';

/** What the search's form holds. */
export const SEARCH_FIELDS = [
  ...(['query', 'skills', 'minYears', 'maxYears', 'minDegree', 'languages', 'city', 'radiusKm', 'department'] as const),
  ...(['availableBy', 'stage', 'source'] as const),
] as const;
export type SearchField = (typeof SEARCH_FIELDS)[number];
export type Fields = Partial<Record<SearchField, string>>;

export interface SearchState {
  fields: Fields;
  /** The question that was asked in plain words, and what was understood. */
  question?: string;
  understood?: string[];
}

const CIPHER = 'aes-256-gcm';
const NONCE = 12;
const TAG = 16;
const MOST = 6_000;

const keyOf = (token: string) => Buffer.from(hkdfSync('sha256', token, '', 'vivier pages search', 32));

/**
 * A search as a part of an address: names and towns that were looked for stand in no log and no browser history. Only the session that made it can read it, so
 * that it means nothing to anybody afterwards.
 */
export function sealSearch(token: string, state: SearchState): string {
  const nonce = randomBytes(NONCE);
  const cipher = createCipheriv(CIPHER, keyOf(token), nonce, { authTagLength: TAG });
  const sealed = Buffer.concat([cipher.update(JSON.stringify(state), 'utf8'), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url');
}

/** An empty search when the text is of another session, or was changed. */
export function openSearch(token: string, text: string | undefined): SearchState {
  const bytes = Buffer.from((text ?? '').slice(0, MOST), 'base64url');
  if (bytes.length <= NONCE + TAG) return { fields: {} };
  try {
    const decipher = createDecipheriv(CIPHER, keyOf(token), bytes.subarray(0, NONCE), { authTagLength: TAG });
    decipher.setAuthTag(bytes.subarray(NONCE, NONCE + TAG));
    const text = Buffer.concat([decipher.update(bytes.subarray(NONCE + TAG)), decipher.final()]).toString('utf8');
    return JSON.parse(text) as SearchState;
  } catch {
    return { fields: {} };
  }
}

const LONGEST: Fields = { query: '500' };

/** The fields that are filled in, cut to what the pool takes. */
export function readFields(form: Record<string, string>): Fields {
  const filled = SEARCH_FIELDS.flatMap((name) => {
    const value = (form[name] ?? '').trim().slice(0, Number(LONGEST[name] ?? 300));
    return value ? [[name, value] as const] : [];
  });
  return Object.fromEntries(filled);
}

const listOf = (text: string | undefined) =>
  (text ?? '')
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
    .slice(0, 30);

const numberOf = (text: string | undefined) => (text ? Number(text.replace(',', '.')) : undefined);

const LEVEL = /\s+(A1|A2|B1|B2|C1|C2|native)$/i;

/** « anglais B2 »: a language and its least level. */
function languageOf(text: string): { language: string; level?: Cefr } {
  const [, level] = LEVEL.exec(text) ?? [];
  if (!level) return { language: text };
  const least = level.toLowerCase() === 'native' ? 'native' : (level.toUpperCase() as Cefr);
  return { language: text.replace(LEVEL, ''), level: least };
}

/** Without what is not filled in; the pool checks the rest. */
export function filtersOf(fields: Fields): SearchFilters {
  const { city, department, availableBy, stage, source } = fields;
  const filters: SearchFilters = {
    ...{ skills: listOf(fields.skills), languages: listOf(fields.languages).map(languageOf) },
    ...{ minYears: numberOf(fields.minYears), maxYears: numberOf(fields.maxYears) },
    ...{ minDegree: numberOf(fields.minDegree), radiusKm: numberOf(fields.radiusKm) },
    ...{ city, department, availableBy, stage, source },
  };
  return Object.fromEntries(Object.entries(filters).filter(([, value]) => value !== undefined));
}

/** What a question was understood as, in the form's fields, to be changed there. */
export function fieldsOf({ query, filters }: AskedFilter): Fields {
  const { language, languageLevel, languages = [], skills = [] } = filters;
  const all = [...(language ? [{ language, level: languageLevel }] : []), ...languages];
  const texts: Record<string, string | number | undefined> = {
    ...filters,
    query,
    skills: skills.join(', '),
    languages: all.map((one) => [one.language, one.level].filter(Boolean).join(' ')).join(', '),
  };
  return readFields(Object.fromEntries(Object.entries(texts).map(([name, value]) => [name, String(value ?? '')])));
}

/** A value of a facet, taken into the fields. */
export function addFacet(fields: Fields, choice: string): Fields {
  const [kind, ...rest] = choice.split(':');
  const value = rest.join(':');
  const appended = (name: SearchField) => [...new Set([...listOf(fields[name]), value])].join(', ');
  switch (kind) {
    case 'skills':
    case 'languages':
      return { ...fields, [kind]: appended(kind) };
    case 'degrees':
      return { ...fields, minDegree: value };
    case 'years': {
      const [from, to] = value.replace('+', '').split('-');
      return { ...fields, minYears: from, maxYears: to ? String(Number(to) + 1) : undefined };
    }
    case 'stages':
      return { ...fields, stage: value };
    case 'sources':
      return { ...fields, source: value };
    default:
      return fields;
  }
}
