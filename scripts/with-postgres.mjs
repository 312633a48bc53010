// Runs a command with a throw-away PostgreSQL beside it: `node scripts/with-postgres.mjs [--debian-13] -- COMMAND…`
// The server keeps its files in a temporary folder and listens on this machine alone; VIVIER_TEST_POSTGRES_URL says where.
// Needs PostgreSQL's programs (Debian: `apt-get install postgresql`). As root, they run as the user `postgres`, since they refuse root.
// With `--debian-13` it is PostgreSQL 17 with pgvector, in a Debian 13 of its own (needs root and mmdebstrap).
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { debian13 } from './lib/debian13.mjs';

const DEBIAN = '/usr/lib/postgresql';

const given = process.argv.slice(2);
const border = given.indexOf('--');
const command = given.slice(border + 1);
if (border < 0 || command.length === 0) fail('Usage: node scripts/with-postgres.mjs [--debian-13] -- COMMAND…');

const machine = given.slice(0, border).includes('--debian-13') ? guest() : host();
const folder = mkdtempSync(join(machine.root, tmpdir(), 'vivier-postgres-'));
/** The folder as PostgreSQL itself sees it. */
const inside = folder.slice(machine.root.length);
const stop = () => {
  run('pg_ctl', ['stop', '-D', join(inside, 'data'), '-m', 'immediate'], 'ignore');
  rmSync(folder, { recursive: true, force: true });
};

let code = 1;
try {
  const url = await start();
  code = await child(url);
} finally {
  stop();
}
process.exit(code);

async function start() {
  const password = randomBytes(12).toString('hex');
  const passwordFile = join(folder, 'password');
  const data = join(inside, 'data');
  const port = await freePort();
  writeFileSync(passwordFile, password, { mode: 0o600 });
  const { owner } = machine;
  for (const path of [folder, passwordFile]) if (owner) chownSync(path, owner.uid, owner.gid);
  const access = ['-U', 'vivier', '-A', 'scram-sha-256', `--pwfile=${join(inside, 'password')}`];
  run('initdb', ['-D', data, ...access, '-E', 'UTF8', '--locale=C', '-N']);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${inside} -c fsync=off`;
  run('pg_ctl', ['start', '-D', data, '-w', '-l', join(inside, 'log'), '-o', options]);
  return `postgres://vivier:${password}@127.0.0.1:${port}/postgres`;
}

function child(url) {
  const [program, ...args] = command;
  const running = spawn(program, args, { stdio: 'inherit', env: { ...process.env, VIVIER_TEST_POSTGRES_URL: url } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal));
  return new Promise((resolve) => {
    running.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    running.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}

function run(program, args, stdio = ['ignore', 'ignore', 'inherit']) {
  const { file, before, options } = machine.call(program);
  try {
    execFileSync(file, [...before, ...args], { ...options, stdio, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    if (stdio !== 'ignore') throw error;
  }
}

/** This machine's own PostgreSQL. */
function host() {
  const programs =
    findPrograms() ?? fail('PostgreSQL’s programs were not found. On Debian: apt-get install postgresql');
  const owner = process.getuid?.() === 0 ? ids() : undefined;
  const call = (program) => ({ file: join(programs, program), before: [], options: { ...owner, cwd: folder } });
  return { root: '', owner, call };
}

/** PostgreSQL 17 in its own Debian, which has users of its own. */
function guest() {
  const { folder: guestRoot, programs } = debian13();
  const enter = ['--userspec=postgres', guestRoot];
  const call = (program) => ({ file: 'chroot', before: [...enter, join(programs, program)], options: { cwd: '/' } });
  return { root: guestRoot, owner: ids('chroot', guestRoot), call };
}

/** The newest of Debian's side-by-side versions, else whatever is in the path. */
function findPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'pg_ctl')));
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

function fail(message) {
  console.error(message);
  process.exit(2);
}
