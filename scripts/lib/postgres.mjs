// A PostgreSQL of one's own in a temporary folder, listening on this machine alone.
// Needs PostgreSQL's programs (Debian: `apt-get install postgresql`). As root, they run as the user `postgres`, since they refuse root.
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chownSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { debian13 } from './debian13.mjs';
import { say, SetupError } from './words.mjs';

const DEBIAN = '/usr/lib/postgresql';
/** After its postmaster was killed, the last of a server's processes may need a moment to go. */
const START_TRIES = 20;

/**
 * @param {{debian13?: boolean, fsync?: boolean, listen?: string[]}} options `debian13`: PostgreSQL 17 with pgvector, in a Debian 13 of its own (needs root and
 *   mmdebstrap). `fsync`: for tests that kill it; without, it is faster. `listen`: other addresses of this machine as well.
 * @returns {Promise<{url: string, start(): Promise<void>, kill(): void, stop(): void, remove(): void}>} started. `kill` ends the postmaster
 *   as `kill -9` does, `stop` is PostgreSQL's immediate stop; after both `start` recovers. `remove` stops it for good.
 */
export async function throwAwayPostgres(options = {}) {
  const machine = options.debian13 ? guest() : host();
  const folder = mkdtempSync(join(machine.root, tmpdir(), 'vivier-postgres-'));
  /** The folder as PostgreSQL itself sees it. */
  const inside = folder.slice(machine.root.length);
  const data = join(inside, 'data');
  const port = await freePort();
  const password = randomBytes(12).toString('hex');
  const listen = options.listen ?? ['127.0.0.1'];
  const run = (program, args, stdio = ['ignore', 'ignore', 'inherit']) => {
    const { file, before, options: how } = machine.call(program, folder);
    execFileSync(file, [...before, ...args], { ...how, stdio, env: { ...process.env, LC_ALL: 'C' } });
  };
  const stop = () => run('pg_ctl', ['stop', '-D', data, '-m', 'immediate'], 'ignore');
  const server = {
    url: `postgres://vivier:${password}@127.0.0.1:${port}/postgres`,
    async start() {
      const settings = [
        `-p ${port} -c listen_addresses=${listen.join(',')} -c unix_socket_directories=${inside}`,
        `-c fsync=${options.fsync ? 'on' : 'off'}`,
      ].join(' ');
      for (let left = START_TRIES; ; left--) {
        try {
          run('pg_ctl', ['start', '-D', data, '-w', '-l', join(inside, 'log'), '-o', settings], 'ignore');
          return;
        } catch (error) {
          if (left === 1) throw error;
          await new Promise((resolve) => setTimeout(resolve, 250));
        }
      }
    },
    kill() {
      const [pid] = readFileSync(join(folder, 'data', 'postmaster.pid'), 'utf8').split('\n');
      process.kill(Number(pid), 'SIGKILL');
    },
    stop,
    remove() {
      try {
        stop();
      } catch {
        // It is stopped already.
      }
      rmSync(folder, { recursive: true, force: true });
    },
  };
  try {
    initialise(folder, password, machine, run, inside);
    // Whoever comes from another machine needs the password too.
    appendFileSync(join(folder, 'data', 'pg_hba.conf'), 'host all all all scram-sha-256\n');
    await server.start();
  } catch (error) {
    server.remove();
    throw error;
  }
  return server;
}

function initialise(folder, password, { owner }, run, inside) {
  const passwordFile = join(folder, 'password');
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) if (owner) chownSync(path, owner.uid, owner.gid);
  const access = ['-U', 'vivier', '-A', 'scram-sha-256', `--pwfile=${join(inside, 'password')}`];
  run('initdb', ['-D', join(inside, 'data'), ...access, '-E', 'UTF8', '--locale=C', '-N']);
}

/** This machine's own PostgreSQL. */
function host() {
  const programs = findPrograms();
  if (!programs)
    throw new SetupError(
      say('PostgreSQL’s programs were not found.', 'Les programmes de PostgreSQL sont introuvables.'),
      say('On Debian: apt-get install postgresql', 'Sur Debian : apt-get install postgresql'),
    );
  const owner = process.getuid?.() === 0 ? ids() : undefined;
  const call = (program, cwd) => ({ file: join(programs, program), before: [], options: { ...owner, cwd } });
  return { root: '', owner, call };
}

/** PostgreSQL 17 in its own Debian, which has users of its own. */
function guest() {
  const { folder: root, programs } = debian13();
  const enter = ['--userspec=postgres', root];
  const call = (program) => ({ file: 'chroot', before: [...enter, join(programs, program)], options: { cwd: '/' } });
  return { root, owner: ids('chroot', root), call };
}

/** The newest of Debian's side-by-side versions, else whatever is in the path. */
function findPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const path = (process.env.PATH ?? '').split(delimiter);
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...path];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl')));
}

/** Of the user that PostgreSQL runs as. */
function ids(...before) {
  const [program, ...rest] = [...before, 'id'];
  const id = (option) => Number(execFileSync(program, [...rest, option, 'postgres'], { encoding: 'utf8' }));
  return { uid: id('-u'), gid: id('-g') };
}

function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
