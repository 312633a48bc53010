import { sql, type Kysely, type Transaction } from 'kysely';
import { VivierError } from '../errors';
import { latestVersion, migrations as released, type Migration } from './migrations';
import { makeRoles, usesRoles } from './roles';
import type { Database } from './tables';

/** Any constant does, as long as no other program on the same database uses it: "vivier" in ASCII. */
const MIGRATION_LOCK = '130294885901682';

/**
 * Brings the database to the schema of this code, in one transaction that only one process at a time can be in.
 * @returns the schema's version, counted from 1.
 * @throws VivierError `pool-newer` when a later Vivier made the schema; nothing is changed then.
 */
export async function migrate(db: Kysely<Database>, migrations = released): Promise<number> {
  return db.transaction().execute((trx) => migrateIn(trx, migrations));
}

/** The same inside a transaction of the caller's. */
export async function migrateIn(trx: Transaction<Database>, migrations = released): Promise<number> {
  const latest = latestVersion(migrations);
  await sql`select pg_advisory_xact_lock(${MIGRATION_LOCK}::bigint)`.execute(trx);
  const applied = await appliedVersions(trx);
  const current = Math.max(0, ...applied);
  if (current > latest) throw new VivierError('pool-newer', { actual: current, limit: latest });
  const wanted = migrations.filter((migration) => !applied.has(migration.version));
  for (const migration of wanted) await apply(trx, migration);
  // New tables come with the roles' rights to them.
  if (wanted.length > 0 && applied.size > 0 && (await usesRoles(trx))) await makeRoles(trx);
  return latest;
}

async function appliedVersions(trx: Transaction<Database>): Promise<Set<number>> {
  const { rows } = await sql<{ known: boolean }>`
    select to_regclass('vivier.schema_versions') is not null as known`.execute(trx);
  if (!rows[0]?.known) {
    await sql`create schema if not exists vivier`.execute(trx);
    await sql`create table vivier.schema_versions (
      version integer primary key, name text not null, applied_at timestamptz not null default now())`.execute(trx);
    return new Set();
  }
  const versions = await trx.selectFrom('vivier.schema_versions').select('version').execute();
  return new Set(versions.map((row) => row.version));
}

async function apply(trx: Transaction<Database>, migration: Migration): Promise<void> {
  for (const statement of migration.statements) await sql.raw(statement).execute(trx);
  await trx.insertInto('vivier.schema_versions').values({ version: migration.version, name: migration.name }).execute();
}

/** The schema's version that this code makes. */
export const latestPoolVersion = (): number => latestVersion(released);
