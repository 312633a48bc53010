import { toPoolError } from '../errors';
import type { PostgresConfig } from '../types';

const RETRY_MS = 5_000;

/** A connection of its own that waits for notifications on a channel, and is made again when it breaks. */
export async function openPostgresListener(
  config: PostgresConfig,
  channel: 'vivier_events',
  onNotice: () => void,
): Promise<{ close(): Promise<void> }> {
  const { Client } = await import('pg');
  let closed = false;
  let client: InstanceType<typeof Client> | null = null;
  let timer: NodeJS.Timeout | null = null;

  const again = () => {
    client = null;
    if (closed || timer) return;
    timer = setTimeout(() => {
      timer = null;
      void connect().catch(again);
    }, RETRY_MS);
    timer.unref();
  };
  const connect = async () => {
    const { host, port, database, user, password, ssl } = config;
    const fresh = new Client({ host, port, database, user, password, ssl: ssl ?? false, application_name: 'vivier' });
    fresh.on('error', () => undefined);
    fresh.on('end', again);
    fresh.on('notification', onNotice);
    await fresh.connect();
    if (closed) return void (await fresh.end());
    client = fresh;
    await fresh.query(`listen ${channel}`);
    // What happened while nobody listened.
    onNotice();
  };

  try {
    await connect();
  } catch (error) {
    // Who gets an error has nothing to close: no further try in the background.
    closed = true;
    if (timer) clearTimeout(timer);
    await (client as InstanceType<typeof Client> | null)?.end().catch(() => undefined);
    throw toPoolError(error);
  }
  return {
    close: async () => {
      closed = true;
      if (timer) clearTimeout(timer);
      await client?.end().catch(() => undefined);
    },
  };
}
