import type { ClientConfig } from 'pg';
import { Kysely, PostgresDialect } from 'kysely';
import type { Database } from '../tables';
import type { PostgresConfig } from '../types';
import type { Backend } from './embedded';

const CONNECT_TIMEOUT_MS = 10_000;

/** A small pool of connections: several nodes of one flow write at once, and n8n's workers each bring their own. */
export async function openPostgres(config: PostgresConfig): Promise<Backend> {
  const { Client, Pool } = await import('pg');
  /** An `error` event that nobody listens to ends the process, and pg-pool listens only while a connection is idle. */
  class SteadyClient extends Client {
    constructor(options?: string | ClientConfig) {
      super(options);
      this.on('error', () => undefined);
    }
  }
  const connections = new Pool({
    Client: SteadyClient,
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
  return { db, scrub: () => Promise.resolve(false), close: () => db.destroy() };
}
