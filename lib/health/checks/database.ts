import type { ClientConfig } from 'pg';
import { latestPoolVersion } from '../../pool';
import { said } from '../said';
import type { Check, Said } from '../types';

const CONNECT_MS = 5000;
const EXTENSIONS = ['vector', 'pg_trgm'];

interface Seen {
  server: string;
  extensions: string[];
  /** Null: no pool has been made there yet. */
  schema: number | null;
}

/** Looks only: nothing is made or brought up to date, and no table with people is read. */
export async function databaseCheck(address: string): Promise<Check<Said>> {
  const check = { id: 'database', needed: true };
  try {
    return { ...check, ...judge(await look(address)) };
  } catch (error) {
    const advice = said.databaseAdvice(reasonOf(error));
    return { ...check, state: 'problem', what: said.database('', null), advice };
  }
}

function judge({ server, schema, extensions }: Seen): Pick<Check<Said>, 'state' | 'what' | 'advice'> {
  const what = said.database(server, schema);
  const missing = EXTENSIONS.filter((name) => !extensions.includes(name));
  const latest = latestPoolVersion();
  if (schema !== null && schema > latest) {
    return { state: 'problem', what, advice: said.databaseNewer(schema, latest) };
  }
  if (missing.length > 0) return { state: 'warning', what, advice: said.extensions(missing.join(', ')) };
  if (schema === null || schema < latest) return { state: 'warning', what, advice: said.databaseOlder };
  return { state: 'ok', what, advice: null };
}

async function look(address: string): Promise<Seen> {
  return withClient(address, async (query) => {
    const [{ server }] = await query("select current_setting('server_version') as server");
    const extensions = await query('select extname as name from pg_extension');
    const [{ known }] = await query("select to_regclass('vivier.schema_versions') is not null as known");
    const [latest] = known ? await query('select max(version) as schema from vivier.schema_versions') : [];
    return {
      server: String(server).split(' ')[0] ?? '',
      extensions: extensions.map(({ name }) => String(name)),
      schema: latest ? Number(latest.schema) : null,
    };
  });
}

const LATE_HOURS = 24;

/** How many CVs wait for the model, and how long the oldest has; nothing about whose they are. Null where none ever could. */
export async function waitingCheck(address: string): Promise<Check<Said> | null> {
  try {
    const [row] = await withClient(address, async (query) => {
      const [{ known }] = await query("select to_regclass('vivier_personal.waiting_for_model') is not null as known");
      if (!known) return [];
      return await query(`select count(*)::integer as count,
        coalesce(extract(epoch from now() - min(since)) / 3600, 0)::float8 as hours from vivier_personal.waiting_for_model`);
    });
    if (!row) return null;
    const [count, hours] = [Number(row.count), Number(row.hours)];
    const late = hours >= LATE_HOURS;
    const what = said.waiting(count, Math.floor(hours));
    return {
      id: 'waiting',
      needed: false,
      state: late ? 'warning' : 'ok',
      what,
      advice: late ? said.waitingAdvice : null,
    };
  } catch {
    // What is wrong with the database is told by its own check.
    return null;
  }
}

type Query = (text: string) => Promise<Record<string, unknown>[]>;

/** One connection for one look. */
export async function withClient<T>(address: string, work: (query: Query) => Promise<T>): Promise<T> {
  const { Client } = await import('pg');
  const client = new Client({
    ...clientConfig(address),
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: CONNECT_MS,
  });
  client.on('error', () => undefined);
  await client.connect();
  try {
    return await work(async (text) => (await client.query<Record<string, unknown>>(text)).rows);
  } finally {
    await client.end();
  }
}

/** The host may be the folder of a socket, written `%2Frun%2Fpostgresql`. */
function clientConfig(address: string): ClientConfig {
  const url = new URL(address);
  return {
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password) || undefined,
  };
}

/** PostgreSQL's or the system's code: its sentences may name people's databases and addresses. */
const reasonOf = (error: unknown): string => {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' ? code : error instanceof Error ? error.name : 'error';
};
