import { mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { Kysely } from 'kysely';
import { VivierError } from '../../errors';
import { errorCode } from '../codes';
import type { Database } from '../tables';
import { lockFolder } from './lock';
import { pgliteDialect } from './pglite-dialect';

export const IN_MEMORY = 'memory://';

/**
 * On a folder, PGlite starts PostgreSQL with `-F` (no fsync), and its file layer ignores fsync anyway. It does pass O_SYNC on, so the
 * log opened that way (PostgreSQL manual, wal_sync_method) makes a commit survive a power cut at the cost of about 2 ms.
 */
const DURABLE_LOG = ['-c', 'wal_sync_method=open_datasync'];

export interface Backend {
  db: Kysely<Database>;
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
      : [...PGlite.defaultStartParams.filter((parameter) => parameter !== '-F'), ...DURABLE_LOG];
  const client = await PGlite.create({ dataDir, extensions: { vector, pg_trgm }, startParams });
  const db = new Kysely<Database>({ dialect: pgliteDialect(client) });
  return {
    db,
    close: async () => {
      await db.destroy();
      afterClose();
    },
  };
}
