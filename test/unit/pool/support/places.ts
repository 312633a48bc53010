import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { closeIdlePools, type PoolConfig } from '../../../../lib/pool';
import { emptyPlace } from './backend';

export interface Places {
  /** A file of this spec's own. */
  file(name: string): string;
  /** Somewhere for a pool that outlives closing. */
  place(): Promise<PoolConfig>;
}

/** Places for pools and files that are gone after the spec's last test. */
export function usePlaces(): Places {
  const ends: (() => Promise<void>)[] = [];
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'vivier-places-'));
  });
  afterAll(async () => {
    await closeIdlePools();
    for (const end of ends) await end();
    await rm(folder, { recursive: true, force: true });
  });
  const place = async () => {
    const { config, destroy } = await emptyPlace();
    ends.push(destroy);
    return config;
  };
  return { file: (name) => join(folder, name), place };
}
