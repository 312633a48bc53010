import { openPool, type PoolConfig, type TalentPool } from '../../lib/pool';

/** Opening the embedded database takes a second or two: too long for every click, and other programs want it too when nobody clicks. */
const KEPT_MS = 60_000;

interface Kept {
  pool: Promise<TalentPool>;
  timer?: NodeJS.Timeout;
}

const kept = new Map<string, Kept>();

/** A pool that stays open for a minute after it was last asked for. */
export async function keptPool(config: PoolConfig): Promise<TalentPool> {
  const key = JSON.stringify(config);
  const one = kept.get(key) ?? open(key, config);
  clearTimeout(one.timer);
  one.timer = setTimeout(() => void close(key, one), KEPT_MS);
  one.timer.unref();
  return await one.pool;
}

function open(key: string, config: PoolConfig): Kept {
  const one: Kept = { pool: openPool(config) };
  kept.set(key, one);
  one.pool.catch(() => close(key, one));
  return one;
}

async function close(key: string, one: Kept): Promise<void> {
  if (kept.get(key) === one) kept.delete(key);
  clearTimeout(one.timer);
  await one.pool.then((pool) => pool.close()).catch(() => undefined);
}

/** The pages were switched off: other programs may have the pool. */
export async function closeKeptPools(): Promise<void> {
  await Promise.all([...kept].map(([key, one]) => close(key, one)));
}
