import { sql } from 'kysely';
import { VivierError } from '../errors';
import { appendAudit } from './audit';
import { rekeyCandidate } from './candidates/keys';
import { transact, type PoolContext } from './context';
import { beginRotation, retireKeysBefore } from './keyring';
import { withInstance } from './open';
import { outdated, resealValue } from './reseal';
import { refreshIndex } from './search';
import { SEALED_COLUMNS } from './sealed';
import type { PoolConfig } from './types';
import { requiredText } from './validate';

export interface RotateOptions {
  /** What the credential is to hold from now on; the same as before is allowed. At least 12 characters. */
  newEncryptionKey: string;
  by: string;
  now?: () => Date;
  /** After each value or person: how many are done. */
  onProgress?: (done: number) => void;
}

export interface Rotated {
  /** Values sealed anew in this run. */
  values: number;
  /** People whose fingerprints were made anew. */
  candidates: number;
  keyId: number;
}

const MIN_KEY = 12;
const BATCH = 500;

/**
 * Gives an encrypted pool a new key: the credential's key changes at once, then every value is sealed anew, each in a transaction of its own. Until the
 * end both keys open what they sealed, so it may be interrupted at any moment and started again with the same new key. Other
 * processes must not have the pool open meanwhile: they would go on writing with the old key.
 * @throws VivierError `pool-key` when the key in `config` is not the pool's, or the pool is in the clear.
 */
export async function rotateKey(config: PoolConfig, options: RotateOptions): Promise<Rotated> {
  const by = requiredText(options.by, 'by', 200);
  const newKey = options.newEncryptionKey;
  if (typeof newKey !== 'string' || newKey.length < MIN_KEY) {
    throw new VivierError('invalid-input', { what: 'newEncryptionKey', reason: `≥ ${MIN_KEY}` });
  }
  if (!config.encryptionKey) throw new VivierError('pool-key', { what: 'missing' });
  const oldKey = config.encryptionKey;
  return withInstance(config, async ({ db, scrub }) => {
    const secrets = await beginRotation(db, oldKey, newKey);
    const now = options.now ?? (() => new Date());
    const context = { db, secrets, now, scrub } as PoolContext;
    const rotated = { values: 0, candidates: 0, keyId: secrets.currentKeyId };
    const tick = () => options.onProgress?.(rotated.values + rotated.candidates);
    for (const column of SEALED_COLUMNS) {
      for await (const key of outdated(db, secrets, column)) {
        if (await transact(context, (trx) => resealValue(trx, secrets, column, key))) rotated.values++;
        tick();
      }
    }
    for await (const id of candidatesToRekey(context)) {
      await transact(context, (trx) => rekeyCandidate(trx, secrets, id));
      rotated.candidates++;
      tick();
    }
    await remakeIndex(context);
    await finish(context, by, rotated);
    await scrub();
    return rotated;
  });
}

async function* candidatesToRekey({ db, secrets }: PoolContext): AsyncGenerator<string> {
  const key = secrets.currentKeyId;
  const older = sql<boolean>`(
    exists (select 1 from vivier_personal.identity_keys known where known.candidate_id = candidate.id and known.key_id <> ${key})
    or exists (select 1 from vivier_personal.name_keys known where known.candidate_id = candidate.id and known.key_id <> ${key}))`;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await db
      .selectFrom('vivier_personal.candidates as candidate')
      .select('candidate.id')
      .where('candidate.id', '>', last)
      .where(older)
      .orderBy('candidate.id')
      .limit(BATCH)
      .execute();
    for (const { id } of rows) yield (last = id);
    if (rows.length < BATCH) return;
  }
}

/** Names and places stand in the index as fingerprints too. Searches look for both keys' until it is done. */
async function remakeIndex(context: PoolContext): Promise<void> {
  await context.db.updateTable('vivier_personal.candidates').set({ index_version: 0 }).execute();
  await refreshIndex(context);
}

/** Cached answers are found by fingerprints of the old key: they are made again. */
async function finish(context: PoolContext, by: string, { values, candidates, keyId }: Rotated): Promise<void> {
  await transact(context, async (trx) => {
    await trx.deleteFrom('vivier_personal.analysis_cache').execute();
    await retireKeysBefore(trx, keyId);
    await appendAudit(context, trx, {
      actor: by,
      action: 'pool.key-rotated',
      subjectKind: 'pool',
      subjectId: null,
      details: { keyId, values, candidates },
    });
  });
}
