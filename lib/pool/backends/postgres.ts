import type { ClientConfig, Pool as ConnectionPool } from 'pg';
import { Kysely, PostgresDialect, type PostgresPool } from 'kysely';
import type { RoleName } from '../roles';
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
  const roles = new Map<RoleName, Kysely<Database>>();
  const as = (role: RoleName) => {
    const known =
      roles.get(role) ?? new Kysely<Database>({ dialect: new PostgresDialect({ pool: lentAs(connections, role) }) });
    roles.set(role, known);
    return known;
  };
  return { db, as, scrub: () => Promise.resolve(false), close: () => db.destroy() };
}

/**
 * The same connections, each lent out as a role (PostgreSQL manual, SET ROLE): the row policies bind whatever is sent meanwhile. Nobody gets it again before its own
 * rights are back; where that fails, it is closed.
 */
function lentAs(connections: ConnectionPool, role: RoleName): PostgresPool {
  return {
    connect: async () => {
      const client = await connections.connect();
      try {
        await client.query(`set role ${role}`);
      } catch (error) {
        client.release(true);
        throw error;
      }
      const release = () =>
        void client.query('reset role').then(
          () => client.release(),
          () => client.release(true),
        );
      return { query: client.query.bind(client), release };
    },
    end: () => Promise.resolve(),
  };
}
