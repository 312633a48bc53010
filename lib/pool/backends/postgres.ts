import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from '../tables';
import type { PostgresConfig } from '../types';
import type { Backend } from './embedded';

const CONNECT_TIMEOUT_MS = 10_000;

/** A small pool of connections: several nodes of one flow write at once, and n8n's workers each bring their own. */
export async function openPostgres(config: PostgresConfig): Promise<Backend> {
  const { Pool } = await import('pg');
  const connections = new Pool({
    host: config.host,
    port: config.port,
    database: config.database,
    user: config.user,
    password: config.password,
    ssl: config.ssl ?? false,
    max: 5,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    application_name: 'vivier',
    allowExitOnIdle: true,
  });
  // A connection that breaks while idle is replaced at the next query, which reports the trouble if it lasts.
  connections.on('error', () => undefined);
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool: connections }) });
  return { db, close: () => db.destroy() };
}
