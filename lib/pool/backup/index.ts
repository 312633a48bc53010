import { randomUUID } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { access, open, rename, rm, stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createGzip } from 'node:zlib';
import type { Kysely } from 'kysely';
import { VivierError } from '../../errors';
import { errorCode } from '../codes';
import { enableExtensions, enableFeatures } from '../features';
import { loadSecrets } from '../keyring';
import { toPoolError } from '../errors';
import { withDatabase, withInstance } from '../open';
import type { Database } from '../tables';
import type { PoolConfig, Tombstone } from '../types';
import { invalid, requiredText } from '../validate';
import { decrypt, encrypt, invalidBackup, MIN_PASSPHRASE } from './cipher';
import { fromBytes, readPool, toText, type BackupLine } from './lines';
import { load, type Restored } from './load';

export type { Restored } from './load';

export interface DumpOptions {
  /** Default: the pool's encryption key. At least 12 characters. */
  passphrase?: string;
  now?: () => Date;
}

export interface Dumped {
  file: string;
  bytes: number;
  /** Rows by table. */
  tables: Record<string, number>;
}

export interface RestoreOptions extends DumpOptions {
  /** Erasures since the backup, as `erasures.list` gave them. */
  tombstones?: Tombstone[];
  by: string;
  /** Throws away the pool that is there (its erasures stay known). */
  replace?: boolean;
}

/**
 * Writes the whole pool, files and all, as it is at one moment, into an encrypted file. Work on the pool goes on meanwhile on PostgreSQL, and
 * waits on the embedded database. The file appears under its name only when it is whole.
 * @throws VivierError `invalid-input` when the file is there already or there is no passphrase, `pool-key`, `pool-unreachable`.
 */
export async function dumpPool(config: PoolConfig, file: string, options: DumpOptions = {}): Promise<Dumped> {
  const passphrase = passphraseOf(config, options);
  const now = options.now ?? (() => new Date());
  checkPath(file);
  if (await exists(file)) throw invalid(file, 'it is there already', 'il existe déjà');
  const draft = `${file}.${randomUUID()}.part`;
  const tables: Record<string, number> = {};
  try {
    await withInstance(config, async ({ db }) => {
      await loadSecrets(db, config.encryptionKey || undefined);
      await snapshot(db, async (trx) => {
        const lines = counted(readPool(trx, now()), tables);
        await pipeline(
          Readable.from(texts(lines)),
          createGzip(),
          (chunks: AsyncIterable<Uint8Array>) => encrypt(chunks, passphrase),
          createWriteStream(draft, { mode: 0o600, flags: 'wx' }),
        ).catch((error: unknown) => {
          throw fileError(error, file);
        });
      });
    });
    await flush(draft);
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw fileError(error, file);
  }
  return { file, bytes: (await stat(file)).size, tables };
}

/**
 * Makes the pool as it was when the backup was made, all or nothing, and erases again who was erased since.
 * @throws VivierError `backup-invalid`, `pool-key` (the pool's encryption key at the time of the backup is needed), `pool-newer`, `invalid-input`
 * when there is a pool already and `replace` is not set.
 */
export async function restorePool(config: PoolConfig, file: string, options: RestoreOptions): Promise<Restored> {
  const passphrase = passphraseOf(config, options);
  const by = requiredText(options.by, 'by', 200);
  checkPath(file);
  if (!(await exists(file))) throw new VivierError('not-found', { what: file });
  const bytes = async function* () {
    const unzip = createGunzip();
    // What fails on the way destroys the end that is read, which then throws it.
    void pipeline(
      createReadStream(file),
      (chunks: AsyncIterable<Uint8Array>) => decrypt(chunks, passphrase),
      unzip,
    ).catch(() => undefined);
    for await (const chunk of unzip) yield chunk as Buffer;
  };
  try {
    return await fill(config, fromBytes(bytes()), { ...options, by, action: 'pool.restored' });
  } catch (error) {
    throw errorCode(error)?.startsWith('Z_') ? invalidBackup('damaged', error) : fileError(error, file);
  }
}

/**
 * Copies a pool into another database, for example from the embedded one to PostgreSQL, and compares every table by count and hash. The first
 * one stays as it is. All or nothing: when it was interrupted, start it again.
 */
export async function movePool(
  from: PoolConfig,
  to: PoolConfig,
  options: Omit<RestoreOptions, 'passphrase'>,
): Promise<Restored> {
  const by = requiredText(options.by, 'by', 200);
  const now = options.now ?? (() => new Date());
  const target = { ...to, encryptionKey: from.encryptionKey };
  return withInstance(from, ({ db }) =>
    snapshot(db, (trx) => fill(target, readPool(trx, now()), { ...options, by, action: 'pool.moved' })),
  );
}

async function fill(
  config: PoolConfig,
  lines: AsyncIterable<BackupLine>,
  options: RestoreOptions & { action: 'pool.restored' | 'pool.moved' },
): Promise<Restored> {
  const { tombstones = [], by, action, replace = false, now = () => new Date() } = options;
  const { encryptionKey } = config;
  try {
    return await withDatabase(config, async (backend) => {
      // Outside the transaction: an extension that is refused would end it.
      await enableExtensions(backend.db);
      const restored = await backend.db
        .transaction()
        .execute((trx) => load(trx, lines, { encryptionKey, tombstones, by, action, replace, now }));
      await enableFeatures(backend.db);
      if (restored.erasedAgain > 0 || replace) await backend.scrub();
      return restored;
    });
  } catch (error) {
    throw toPoolError(error);
  }
}

/** One moment of the pool. The embedded database has one connection, so nothing changes meanwhile anyway. */
function snapshot<T>(db: Kysely<Database>, work: (trx: Kysely<Database>) => Promise<T>): Promise<T> {
  return db.transaction().setIsolationLevel('repeatable read').execute(work);
}

async function* counted(lines: AsyncIterable<BackupLine>, tables: Record<string, number>): AsyncGenerator<BackupLine> {
  for await (const line of lines) {
    if (line.kind === 'end') for (const [name, { rows }] of Object.entries(line.tables)) tables[name] = rows;
    yield line;
  }
}

async function* texts(lines: AsyncIterable<BackupLine>): AsyncGenerator<Buffer> {
  for await (const line of lines) yield Buffer.from(toText(line));
}

function passphraseOf(config: PoolConfig, options: DumpOptions): string {
  const passphrase = options.passphrase || config.encryptionKey;
  if (!passphrase || (options.passphrase && passphrase.length < MIN_PASSPHRASE)) {
    throw invalid('passphrase', `at least ${MIN_PASSPHRASE} characters`, `${MIN_PASSPHRASE} caractères au moins`);
  }
  return passphrase;
}

/** On the disk before it gets its name. */
async function flush(path: string): Promise<void> {
  const file = await open(path, 'r');
  try {
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Node refuses a path with a NUL by an error of its own kind. */
function checkPath(path: unknown): void {
  if (typeof path === 'string' && path !== '' && !path.includes('\0')) return;
  throw invalid('file', 'the path of a file is expected', 'le chemin d’un fichier est attendu');
}

const exists = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

/** Of the disk (full, read-only), else as it is. */
function fileError(error: unknown, what: string): unknown {
  const code = errorCode(error);
  if (error instanceof VivierError || !code || !/^E[A-Z]+$/.test(code)) return error;
  return new VivierError('invalid-input', { what, reason: code }, { cause: error });
}
