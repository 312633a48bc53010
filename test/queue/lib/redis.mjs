// A Redis (or Valkey) of one's own in a temporary folder. It writes what it holds to its file every second, as docs/deploy does.
import { chmodSync, existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { freePort } from '../../../scripts/lib/n8n.mjs';
import { say, SetupError } from '../../../scripts/lib/words.mjs';
import { Supervised } from './supervised.mjs';

const NAMES = ['valkey-server', 'redis-server'];

function program() {
  const folders = (process.env.PATH ?? '').split(delimiter);
  for (const name of NAMES) for (const folder of folders) if (existsSync(join(folder, name))) return join(folder, name);
  throw new SetupError(
    say('Neither Valkey nor Redis was found.', 'Ni Valkey ni Redis n’a été trouvé.'),
    say('On Debian: apt-get install redis-server', 'Sur Debian : apt-get install redis-server'),
  );
}

/** @param {string[]} addresses where it listens */
export async function throwAwayRedis(addresses) {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), 'vivier-redis-'));
  chmodSync(folder, 0o700);
  mkdirSync(join(folder, 'appendonlydir'));
  const settings = ['--port', String(port), '--bind', ...addresses, '--dir', folder, '--save', ''];
  const lasting = ['--appendonly', 'yes', '--appendfsync', 'everysec', '--protected-mode', 'no'];
  const command = { file: program(), args: [...settings, ...lasting] };
  return { port, folder, part: new Supervised('Redis', command, () => pong(port)) };
}

/** Whether it answers and has read its file. */
const pong = (port) =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write('PING\r\n'));
    const settle = (good) => {
      socket.destroy();
      resolve(good);
    };
    socket.setTimeout(1000, () => settle(false));
    socket.on('error', () => settle(false));
    socket.on('data', (data) => settle(data.toString().startsWith('+PONG')));
  });
