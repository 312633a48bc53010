import { resolve } from 'node:path';
import { hash, poolOn, prepare, type Instance } from './assemble';
import { IN_MEMORY, openEmbedded, type Backend } from './backends/embedded';
import { openPostgres } from './backends/postgres';
import { toPoolError } from './errors';
import { applyRoles, rolesSql } from './roles';
import { SharedInstances } from './shared';
import type { PoolConfig, TalentPool } from './types';
import { checkedConfig } from './validate';

/** Long enough for the next node of a flow to find the database still open. */
const IDLE_MS = 5_000;

const instances = new SharedInstances<Instance>(IDLE_MS);

export interface OpenOptions {
  now?: () => Date;
}

/**
 * Opens the talent pool, making or updating its tables when needed. Give it back with `close()`.
 * @throws VivierError `pool-unreachable`, `pool-locked` (embedded, open in another process), `pool-newer`, `pool-key`, `invalid-input`.
 */
export async function openPool(config: PoolConfig, options: OpenOptions = {}): Promise<TalentPool> {
  const checked = checkedConfig(config);
  const now = options.now ?? (() => new Date());
  try {
    const { value: instance, release } = await instances.acquire(keyOf(checked), () => start(checked));
    try {
      return await poolOn(instance, checked, now, release);
    } catch (error) {
      release();
      throw error;
    }
  } catch (error) {
    throw toPoolError(error);
  }
}

/** Closes at once the databases that nobody in this process uses any more: before a program ends or a folder is copied. */
export function closeIdlePools(): Promise<void> {
  return instances.closeUnused();
}

/** For what works on the whole database: the instance that other users in this process share. */
export async function withInstance<T>(config: PoolConfig, work: (instance: Instance) => Promise<T>): Promise<T> {
  const checked = checkedConfig(config);
  try {
    const { value, release } = await instances.acquire(keyOf(checked), () => start(checked));
    try {
      return await work(value);
    } finally {
      release();
    }
  } catch (error) {
    throw toPoolError(error);
  }
}

/** A database as it is, whatever is in it: nobody else in this process may have it open. */
export async function withDatabase<T>(config: PoolConfig, work: (backend: Backend) => Promise<T>): Promise<T> {
  const checked = checkedConfig(config);
  await closeIdlePools();
  const backend = await connect(checked);
  try {
    return await work(backend);
  } finally {
    await backend.close();
  }
}

function keyOf(config: PoolConfig): string {
  if (config.backend === 'embedded')
    return config.folder.startsWith(IN_MEMORY) ? config.folder : resolve(config.folder);
  const { host, port, database, user, password, ssl } = config;
  return hash(JSON.stringify([host, port, database, user, password, ssl]));
}

async function start(config: PoolConfig): Promise<Instance> {
  return prepare(await connect(config));
}

const connect = (config: PoolConfig): Promise<Backend> =>
  config.backend === 'embedded' ? openEmbedded(config.folder) : openPostgres(config);

/** The statements that make the roles recruiter, auditor and administrator on PostgreSQL; with `apply` they are run. */
export function poolRoles(config: PoolConfig, apply: boolean): Promise<string[]> {
  return withInstance(config, async ({ db }) => {
    const statements = await rolesSql(db);
    if (apply) await applyRoles(db);
    return statements;
  });
}
