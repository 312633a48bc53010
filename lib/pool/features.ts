import { sql, type Kysely } from 'kysely';
import { errorCode } from './codes';
import type { Features } from './context';
import type { Database } from './tables';

/** The role may not create extensions, or the extension can't be loaded: the pool then does without. */
const REFUSED = ['42501', '0A000', '58P01', '3F000'];

/** Another process made the same thing in the same moment. */
const MADE_MEANWHILE = ['23505', '42P07', '42710'];

/** Switches on the extensions that the server offers and the role may use. */
export async function enableFeatures(db: Kysely<Database>): Promise<Features> {
  const { pgvector, trigrams } = await enableExtensions(db);
  if (trigrams) await ensureTrigramIndex(db);
  return { pgvector, trigrams };
}

/** The extensions alone, before there is a table. */
export async function enableExtensions(db: Kysely<Database>): Promise<Features> {
  return { pgvector: await enable(db, 'vector'), trigrams: await enable(db, 'pg_trgm') };
}

async function ensureTrigramIndex(db: Kysely<Database>): Promise<void> {
  const { rows } = await sql<{ missing: boolean }>`
    select to_regclass('vivier_personal.candidates_words') is null as missing`.execute(db);
  if (!rows[0]?.missing) return;
  try {
    await sql`create index candidates_words on vivier_personal.candidates
      using gin (search_words gin_trgm_ops)`.execute(db);
  } catch (error) {
    if (!MADE_MEANWHILE.includes(errorCode(error) ?? '')) throw error;
  }
}

async function enable(db: Kysely<Database>, extension: 'vector' | 'pg_trgm'): Promise<boolean> {
  const { rows } = await sql<{ installed: boolean }>`
    select installed_version is not null as installed from pg_available_extensions where name = ${extension}`.execute(
    db,
  );
  if (!rows[0]) return false;
  if (rows[0].installed) return true;
  try {
    await sql`create extension if not exists ${sql.id(extension)} with schema public`.execute(db);
    return true;
  } catch (error) {
    if (MADE_MEANWHILE.includes(errorCode(error) ?? '')) return true;
    if (REFUSED.includes(errorCode(error) ?? '')) return false;
    throw error;
  }
}
