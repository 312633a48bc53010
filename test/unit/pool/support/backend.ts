import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql, type Kysely } from 'kysely';
import { Client } from 'pg';
import type { PoolConfig, PostgresConfig, TalentPool } from '../../../../lib/pool';
import { poolOn, prepare, type Instance } from '../../../../lib/pool/assemble';
import { openEmbedded, type Backend } from '../../../../lib/pool/backends/embedded';
import { openPostgres } from '../../../../lib/pool/backends/postgres';
import type { Database } from '../../../../lib/pool/tables';

// Several specs open databases at once on small machines; none of them measures time.
jest.setTimeout(240_000);

/** Set by the jest project: the same specs run on the embedded database and on a PostgreSQL server. */
declare const poolBackend: 'postgres' | undefined;

export const onPostgres = typeof poolBackend !== 'undefined' && poolBackend === 'postgres';

export interface TestDatabase {
  db: Kysely<Database>;
  config: PoolConfig;
  /** Another pool on the same database; its clock moves on by one second at each look, unless the test has one of its own. */
  pool(encryptionKey?: string, clock?: () => Date): Promise<TalentPool>;
  /** As if the process had just started: the next pool has to prove its key. */
  forgetKeys(): Promise<void>;
  /** Back to the state right after the migrations. */
  clean(): Promise<void>;
  close(): Promise<void>;
}

/** An empty database, with nothing of ours in it yet. */
export async function emptyBackend(): Promise<{ backend: Backend; config: PoolConfig; drop(): Promise<void> }> {
  if (!onPostgres) {
    const config: PoolConfig = { backend: 'embedded', folder: 'memory://' };
    const backend = await openEmbedded(config.folder);
    return { backend, config, drop: () => Promise.resolve() };
  }
  const server = serverConfig();
  const database = `vivier_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${database}`);
  const config = { ...server, database };
  return { backend: await openPostgres(config), config, drop: () => onServer(server, `drop database ${database}`) };
}

/** A place for a pool of its own that outlives closing: a folder, or a database on the server. */
export async function emptyPlace(kind: 'embedded' | 'postgres' = onPostgres ? 'postgres' : 'embedded'): Promise<{
  config: PoolConfig;
  destroy(): Promise<void>;
}> {
  if (kind === 'embedded') {
    const folder = await mkdtemp(join(tmpdir(), 'vivier-place-'));
    const config: PoolConfig = { backend: 'embedded', folder: join(folder, 'pool') };
    return { config, destroy: () => rm(folder, { recursive: true, force: true }) };
  }
  const server = serverConfig();
  const database = `vivier_test_${randomUUID().replaceAll('-', '')}`;
  await onServer(server, `create database ${database}`);
  return {
    config: { ...server, database },
    destroy: () => onServer(server, `drop database if exists ${database} with (force)`),
  };
}

export async function testDatabase(): Promise<TestDatabase> {
  const { backend, config, drop } = await emptyBackend();
  let instance: Instance = await prepare(backend);
  const forgetKeys = () => {
    instance = { ...instance, secrets: new Map() };
    return Promise.resolve();
  };
  let seconds = 0;
  const now = () => new Date(Date.UTC(2026, 0, 15) + ++seconds * 1000);
  return {
    db: backend.db,
    config,
    pool: (encryptionKey, clock = now) => poolOn(instance, { ...config, encryptionKey }, clock, () => undefined),
    clean: async () => {
      for (const statement of CLEAN) await sql.raw(statement).execute(backend.db);
      await forgetKeys();
    },
    forgetKeys,
    close: async () => {
      await backend.close();
      await drop();
    },
  };
}

const CLEAN = [
  'alter table vivier.audit_events disable trigger audit_events_append_only',
  `truncate vivier.audit_events, vivier.audit_head, vivier.erasures, vivier.job_offers, vivier.lists, vivier.pool_keys, vivier.staff,
    vivier_personal.candidates restart identity cascade`,
  `insert into vivier.audit_head (seq, hash) values (0, '\\x')`,
  'alter table vivier.audit_events enable trigger audit_events_append_only',
];

/** Every stored value of every table of ours as text, to look for what must not be there; bytes as hex. */
export async function dump(db: Kysely<Database>): Promise<Record<string, string>> {
  const { rows: tables } = await sql<{ name: string }>`
    select format('%I.%I', table_schema, table_name) as name from information_schema.tables
    where table_schema in ('vivier', 'vivier_personal') order by 1`.execute(db);
  const contents: Record<string, string> = {};
  for (const { name } of tables) {
    const { rows } = await sql<{ text: string }>`select t::text from ${sql.raw(name)} t order by 1`.execute(db);
    contents[name] = JSON.stringify(rows);
  }
  return contents;
}

/**
 * The tables of a {@link dump} in which a word can be read, as a word of its own. Bytes are looked into for runs of text,
 * as `strings` does: in their hexadecimal form no word would be found, and any number would be some day.
 */
export function tablesHolding(word: string, contents: Record<string, string>): string[] {
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${word}(?![\\p{L}\\p{N}])`, 'iu');
  return Object.keys(contents).filter((table) => pattern.test(readable(contents[table])));
}

function readable(rows: string): string {
  return rows.replace(/\\+x((?:[0-9a-f]{2})+)/g, (_, hex: string) => {
    const text = Buffer.from(hex, 'hex').toString('utf8').replaceAll('\uFFFD', '\n');
    return (text.match(/[\p{L}\p{N}\p{P}\p{S}\p{Zs}]{8,}/gu) ?? []).join('\n');
  });
}

export function serverConfig(): PostgresConfig {
  const address = process.env.VIVIER_TEST_POSTGRES_URL;
  if (!address) throw new Error('VIVIER_TEST_POSTGRES_URL is not set; see scripts/with-postgres.mjs');
  return postgresConfig(address);
}

export function postgresConfig(address: string): PostgresConfig {
  const url = new URL(address);
  return {
    backend: 'postgres',
    host: url.hostname,
    port: Number(url.port || 5432),
    database: url.pathname.slice(1) || 'postgres',
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password),
  };
}

export async function onServer(config: PostgresConfig, statement: string): Promise<void> {
  const { host, port, database, user, password } = config;
  const client = new Client({ host, port, database, user, password });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
