import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import { VivierError } from '../errors';
import { listApplications, moveStage, upsertApplication } from './applications';
import { listAudit, verifyAudit } from './audit';
import type { Backend } from './backends/embedded';
import {
  applyTombstones,
  eraseCandidate,
  getCandidate,
  listCandidates,
  listTombstones,
  listVersions,
  readDocument,
  searchCandidates,
  upsertCandidate,
} from './candidates';
import type { Features, PoolContext } from './context';
import { toPoolError } from './errors';
import { enableFeatures } from './features';
import { loadSecrets } from './keyring';
import { migrate } from './migrate';
import { closeOffer, getOffer, listOffers, upsertOffer } from './offers';
import type { Secrets } from './secrets';
import { statistics } from './statistics';
import type { Database } from './tables';
import type { PoolConfig, PoolHealth, TalentPool } from './types';

/** A database brought to this code's schema; several pools may stand on it, each with its own encryption key or none. */
export interface Instance extends Backend {
  schemaVersion: number;
  features: Features;
  /** By a hash of the encryption key: its derivation is slow on purpose. */
  secrets: Map<string, Promise<Secrets>>;
}

export async function prepare(backend: Backend): Promise<Instance> {
  try {
    const schemaVersion = await migrate(backend.db);
    const features = await enableFeatures(backend.db);
    return { ...backend, schemaVersion, features, secrets: new Map() };
  } catch (error) {
    await backend.close();
    throw error;
  }
}

/** @param release called once, when the pool is closed. */
export async function poolOn(
  instance: Instance,
  config: PoolConfig,
  now: () => Date,
  release: () => void,
): Promise<TalentPool> {
  const secrets = await secretsOf(instance, config.encryptionKey);
  return assemble({ ...instance, secrets, now }, instance, config, release);
}

function secretsOf(instance: Instance, encryptionKey: string | undefined): Promise<Secrets> {
  const key = hash(encryptionKey ?? '');
  const known = instance.secrets.get(key);
  if (known) return known;
  const loading = loadSecrets(instance.db, encryptionKey);
  instance.secrets.set(key, loading);
  loading.then(
    // The pool may just have been encrypted: what was loaded without a key no longer holds.
    (secrets) => secrets.encrypted && instance.secrets.delete(hash('')),
    () => instance.secrets.delete(key),
  );
  return loading;
}

function assemble(context: PoolContext, instance: Instance, config: PoolConfig, release: () => void): TalentPool {
  let open = true;
  /** Binds an operation to this pool, and lets nothing but VivierErrors out of it. */
  const bind =
    <A extends unknown[], R>(operation: (context: PoolContext, ...args: A) => Promise<R>) =>
    async (...args: A): Promise<R> => {
      if (!open) throw new VivierError('internal', { reason: 'the pool was closed' });
      try {
        return await operation(context, ...args);
      } catch (error) {
        throw toPoolError(error);
      }
    };
  return {
    candidates: {
      upsert: bind(upsertCandidate),
      get: bind(getCandidate),
      list: bind(listCandidates),
      search: bind(searchCandidates),
      versions: bind(listVersions),
      document: bind(readDocument),
      erase: bind(eraseCandidate),
    },
    erasures: { list: bind(listTombstones), apply: bind(applyTombstones) },
    offers: { upsert: bind(upsertOffer), get: bind(getOffer), list: bind(listOffers), close: bind(closeOffer) },
    applications: {
      upsert: bind(upsertApplication),
      list: bind(listApplications),
      moveStage: bind(moveStage),
    },
    audit: { list: bind(listAudit), verify: bind(verifyAudit) },
    statistics: bind(statistics),
    health: bind(() => health(context, instance, config)),
    close: () => {
      open = false;
      release();
      return Promise.resolve();
    },
  };
}

async function health(context: PoolContext, instance: Instance, config: PoolConfig): Promise<PoolHealth> {
  return {
    backend: config.backend,
    version: await serverVersion(context.db),
    schemaVersion: instance.schemaVersion,
    ...context.features,
    encrypted: context.secrets.encrypted,
    candidates: (await statistics(context)).candidates,
    ...(config.backend === 'embedded' ? { folder: config.folder } : {}),
  };
}

async function serverVersion(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ server_version: string }>`show server_version`.execute(db);
  return rows[0]?.server_version ?? 'unknown';
}

export function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
