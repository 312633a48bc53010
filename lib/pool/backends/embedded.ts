import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Kysely, sql } from 'kysely';
import { VivierError } from '../../errors';
import { errorCode } from '../codes';
import type { RoleName } from '../roles';
import type { Database } from '../tables';
import { lockFolder } from './lock';
import { pgliteDialect } from './pglite-dialect';

export const IN_MEMORY = 'memory://';

/**
 * On a folder, PGlite starts PostgreSQL with `-F` (no fsync), and its file layer ignores fsync anyway. It does pass O_SYNC on, so the
 * log opened that way (PostgreSQL manual, wal_sync_method) makes a commit survive a power cut at the cost of about 2 ms.
 */
const DURABLE_LOG = ['-c', 'wal_sync_method=open_datasync'];

/** Old log files are deleted rather than kept for reuse with what they hold: erased people stand in them. */
const SHORT_LOG = ['-c', 'wal_recycle=off', '-c', 'min_wal_size=32MB'];

const PERSONAL_TABLES = sql<{ name: string }>`
  select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname = 'vivier_personal'`;

export interface Backend {
  db: Kysely<Database>;
  /** The same database with no other rights than a role's; absent where one process has the database for itself. */
  as?(role: RoleName): Kysely<Database>;
  /**
   * Removes from the files what deleted rows leave behind in them.
   * @returns false where that is the server's own business (PostgreSQL: autovacuum, recycling of the log).
   */
  scrub(): Promise<boolean>;
  close(): Promise<void>;
}

/**
 * Opens the database in a folder of this machine, making it at first use. In the folder: `db` (the database's files) and `vivier.lock`.
 * @throws VivierError `pool-locked`, or `pool-unreachable` when the folder can't be written or read.
 */
export async function openEmbedded(folder: string): Promise<Backend> {
  if (folder.startsWith(IN_MEMORY)) return start(IN_MEMORY, () => undefined);
  const root = resolve(folder);
  try {
    await mkdir(root, { recursive: true, mode: 0o700 });
  } catch (error) {
    throw new VivierError(
      'pool-unreachable',
      { reason: `${root}: ${errorCode(error) ?? 'unknown'}` },
      { cause: error },
    );
  }
  const lock = await lockFolder(join(root, 'vivier.lock'), root);
  try {
    return await start(join(root, 'db'), () => lock.release());
  } catch (error) {
    lock.release();
    throw new VivierError(
      'pool-unreachable',
      { reason: `${root}: ${errorCode(error) ?? 'unknown'}` },
      { cause: error },
    );
  }
}

async function start(dataDir: string, afterClose: () => void): Promise<Backend> {
  const [{ PGlite }, { vector }, { pg_trgm }] = await Promise.all([
    import('@electric-sql/pglite'),
    import('@electric-sql/pglite-pgvector'),
    import('@electric-sql/pglite/contrib/pg_trgm'),
  ]);
  const startParams =
    dataDir === IN_MEMORY
      ? PGlite.defaultStartParams
      : [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), ...DURABLE_LOG, ...SHORT_LOG];
  const client = await PGlite.create({ dataDir, extensions: { vector, pg_trgm }, startParams });
  const db = new Kysely<Database>({ dialect: pgliteDialect(client) });
  return {
    db,
    scrub: () => scrub(db),
    close: async () => {
      await db.destroy();
      afterClose();
    },
  };
}

/** Rewrites the tables without their dead rows, then ends the log file that holds the old ones. Takes as long as copying the pool. */
async function scrub(db: Kysely<Database>): Promise<boolean> {
  const { rows } = await PERSONAL_TABLES.execute(db);
  for (const { name } of rows) await sql`vacuum full ${sql.raw(name)}`.execute(db);
  await sql`select pg_switch_wal()`.execute(db);
  await sql`checkpoint`.execute(db);
  return true;
}
