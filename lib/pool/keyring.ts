import { createCipheriv, createDecipheriv, randomBytes, scrypt, type ScryptOptions } from 'node:crypto';
import { promisify } from 'node:util';
import { sql, type Kysely, type Transaction } from 'kysely';
import { VivierError } from '../errors';
import { resealAll } from './reseal';
import { Secrets, type PoolKey } from './secrets';
import type { Database } from './tables';

const derive = promisify<string, Buffer, number, ScryptOptions, Buffer>(scrypt);

/** OWASP Password Storage Cheat Sheet: N=2^15, r=8, p=3 or stronger; about 0.2 s and 32 MB, once an opening. */
const SCRYPT = { N: 2 ** 15, r: 8, p: 3, maxmem: 64 * 1024 * 1024 };
const SALT_BYTES = 16;
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** "vivier" and a k for key; see migrate.ts. */
const KEYRING_LOCK = '33355490789038187';

/**
 * The pool's keys, made at first use. The credential's encryption key never encrypts data itself: it wraps a random key that stands
 * in the database, so that it can be checked at opening. A pool that was in the clear and is now opened with a key is
 * encrypted then and there, in one transaction.
 * @throws VivierError `pool-key` when the encryption key is missing or not the pool's.
 */
export async function loadSecrets(db: Kysely<Database>, encryptionKey: string | undefined): Promise<Secrets> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${KEYRING_LOCK}::bigint)`.execute(trx);
    const keys = await readKeys(trx, encryptionKey);
    const newest = keys.at(-1);
    if (newest && newest.wrapped === Boolean(encryptionKey)) return new Secrets(keys);
    if (newest?.wrapped) throw new VivierError('pool-key', { what: 'missing' });
    const added = await addKey(trx, encryptionKey);
    if (newest) await resealAll(trx, new Secrets([...keys, added]));
    await retireKeysBefore(trx, added.id);
    return new Secrets([...keys.map((key) => ({ ...key, retired: true })), added]);
  });
}

/**
 * The pool's keys as they are, without making or changing any.
 * @throws VivierError `pool-key` when the encryption key is missing or not the pool's.
 */
export async function openKeyring(trx: Transaction<Database>, encryptionKey: string | undefined): Promise<Secrets> {
  return new Secrets(await readKeys(trx, encryptionKey));
}

/** Changes whenever a key was added, wrapped anew or retired: what was loaded before then no longer holds. */
export async function keyringState(db: Kysely<Database>): Promise<string> {
  const rows = await db.selectFrom('vivier.pool_keys').select(['id', 'salt', 'retired_at']).orderBy('id').execute();
  return rows
    .map(({ id, salt, retired_at }) => `${id}:${Buffer.from(salt).toString('hex')}:${retired_at ? 1 : 0}`)
    .join(',');
}

/**
 * The first step of a rotation, in one transaction: every key is wrapped with `newEncryptionKey`, and a new one is added that is used from now
 * on. When an earlier rotation has not come to its end, no key is added: that one goes on.
 * @throws VivierError `pool-key` when `encryptionKey` is not the pool's (nor, after an interruption, the new one).
 */
export async function beginRotation(
  db: Kysely<Database>,
  encryptionKey: string,
  newEncryptionKey: string,
): Promise<Secrets> {
  return db.transaction().execute(async (trx) => {
    await sql`select pg_advisory_xact_lock(${KEYRING_LOCK}::bigint)`.execute(trx);
    const interrupted = await readKeys(trx, newEncryptionKey).catch(() => null);
    if (interrupted && newEncryptionKey !== encryptionKey) return allInUse(interrupted);
    const keys = interrupted ?? (await readKeys(trx, encryptionKey));
    if (!keys.at(-1)?.wrapped) throw new VivierError('pool-key', { what: 'missing' });
    for (const key of keys) if (key.wrapped) await rewrap(trx, key, newEncryptionKey);
    const unfinished = keys.filter((key) => !key.retired).length > 1;
    const added = unfinished ? [] : [await addKey(trx, newEncryptionKey)];
    return allInUse([...keys, ...added]);
  });
}

/** A rotation looks for what any earlier key left, also by a process that had the pool open during the one before. */
const allInUse = (keys: PoolKey[]) => new Secrets(keys.map((key) => ({ ...key, retired: false })));

export async function retireKeysBefore(trx: Kysely<Database>, id: number): Promise<void> {
  await trx
    .updateTable('vivier.pool_keys')
    .set({ retired_at: sql<Date>`now()` })
    .where('id', '<', id)
    .where('retired_at', 'is', null)
    .execute();
}

async function rewrap(trx: Transaction<Database>, key: PoolKey, encryptionKey: string): Promise<void> {
  const salt = randomBytes(SALT_BYTES);
  const material = await wrap(key.material, salt, encryptionKey);
  await trx.updateTable('vivier.pool_keys').set({ salt, material }).where('id', '=', key.id).execute();
}

async function readKeys(trx: Transaction<Database>, encryptionKey: string | undefined): Promise<PoolKey[]> {
  const rows = await trx.selectFrom('vivier.pool_keys').selectAll().orderBy('id').execute();
  const keys: PoolKey[] = [];
  for (const row of rows) {
    const known = { id: row.id, retired: row.retired_at !== null };
    if (!row.wrapped) keys.push({ ...known, wrapped: false, material: Buffer.from(row.material) });
    else if (encryptionKey) keys.push({ ...known, wrapped: true, material: await unwrap(row, encryptionKey) });
    else throw new VivierError('pool-key', { what: 'missing' });
  }
  return keys;
}

async function addKey(trx: Transaction<Database>, encryptionKey: string | undefined): Promise<PoolKey> {
  const material = randomBytes(KEY_BYTES);
  const salt = randomBytes(SALT_BYTES);
  const wrapped = Boolean(encryptionKey);
  const { id } = await trx
    .insertInto('vivier.pool_keys')
    .values({ wrapped, salt, material: encryptionKey ? await wrap(material, salt, encryptionKey) : material })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, wrapped, material };
}

async function wrap(material: Buffer, salt: Buffer, encryptionKey: string): Promise<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const key = await derive(encryptionKey, salt, KEY_BYTES, SCRYPT);
  const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: TAG_BYTES });
  const sealed = Buffer.concat([cipher.update(material), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]);
}

async function unwrap(row: { salt: Buffer; material: Buffer }, encryptionKey: string): Promise<Buffer> {
  const bytes = Buffer.from(row.material);
  const key = await derive(encryptionKey, Buffer.from(row.salt), KEY_BYTES, SCRYPT);
  const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, NONCE_BYTES), { authTagLength: TAG_BYTES });
  decipher.setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
  } catch (error) {
    throw new VivierError('pool-key', { what: 'wrong' }, { cause: error });
  }
}
