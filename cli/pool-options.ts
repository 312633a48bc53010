import { Option } from 'commander';
import { VivierError } from '../lib/errors';
import { closeIdlePools, openPool, type PoolConfig, type TalentPool } from '../lib/pool';
import { poolWords as words } from './pool-words';

export const poolOption = () => new Option('--pool <where>', words.where);
export const byOption = () => new Option('--by <name>', words.by).makeOptionMandatory();

/**
 * A folder, or PostgreSQL's address. Keys come from the environment: what stands on a command line is seen by other users of the machine.
 * @throws VivierError `invalid-input`
 */
export function poolConfig(where: string | undefined, env: NodeJS.ProcessEnv): PoolConfig {
  const place = where ?? env.VIVIER_POOL;
  if (!place) throw new VivierError('invalid-input', { what: '--pool', reason: words.noPool });
  const encryptionKey = env.VIVIER_POOL_KEY ?? undefined;
  if (!/^[a-z]+:\/\//i.test(place)) return { backend: 'embedded', folder: place, encryptionKey };
  const url = URL.canParse(place) ? new URL(place) : null;
  if (!url || !/^postgres(ql)?:$/.test(url.protocol) || url.pathname.length < 2) {
    throw new VivierError('invalid-input', { what: '--pool', reason: words.badPool });
  }
  const mode = url.searchParams.get('sslmode');
  return {
    backend: 'postgres',
    host: decodeURIComponent(url.hostname),
    port: Number(url.port || 5432),
    database: decodeURIComponent(url.pathname.slice(1)),
    user: decodeURIComponent(url.username),
    password: decodeURIComponent(url.password) || (env.PGPASSWORD ?? ''),
    ssl: mode === null || mode === 'disable' ? false : { rejectUnauthorized: mode !== 'require' },
    encryptionKey,
  };
}

/** Opens the pool that an option or the environment names, and closes it afterwards. */
export async function withPool(flags: { pool?: string }, work: (pool: TalentPool) => Promise<void>): Promise<void> {
  const pool = await openPool(poolConfig(flags.pool, process.env));
  try {
    await work(pool);
  } finally {
    await pool.close();
    await closeIdlePools();
  }
}
