import { openPostgresListener } from '../backends/listener';
import type { PoolConfig } from '../types';
import { checkedConfig } from '../validate';

export interface PoolListener {
  close(): Promise<void>;
}

/**
 * Calls back whenever something happened in the pool: a hint to read `events.list`, which alone tells what. On PostgreSQL the server says so
 * (LISTEN/NOTIFY), and a lost connection is made again; the embedded database lives in one process and is polled by who asks.
 * @returns null for the embedded database.
 */
export async function listenToPool(config: PoolConfig, onEvent: () => void): Promise<PoolListener | null> {
  const checked = checkedConfig(config);
  return checked.backend === 'postgres' ? openPostgresListener(checked, 'vivier_events', onEvent) : null;
}
