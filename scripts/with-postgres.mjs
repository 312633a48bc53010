// Runs a command with a throw-away PostgreSQL beside it: `node scripts/with-postgres.mjs -- COMMAND…`
// The server keeps its files in a temporary folder and listens on this machine alone; VIVIER_TEST_POSTGRES_URL says where.
// Needs PostgreSQL's programs (Debian: `apt-get install postgresql`). As root, they run as the user `postgres`, since they refuse root.
import { execFileSync, spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const DEBIAN = '/usr/lib/postgresql';

const command = process.argv.slice(process.argv[2] === '--' ? 3 : 2);
if (command.length === 0) fail('Usage: node scripts/with-postgres.mjs -- COMMAND…');

const programs = findPrograms() ?? fail('PostgreSQL’s programs were not found. On Debian: apt-get install postgresql');
const owner = process.getuid?.() === 0 ? userIds('postgres') : {};
const folder = mkdtempSync(join(tmpdir(), 'vivier-postgres-'));
const stop = () => {
  run('pg_ctl', ['stop', '-D', join(folder, 'data'), '-m', 'immediate'], 'ignore');
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
  const data = join(folder, 'data');
  const port = await freePort();
  writeFileSync(passwordFile, password, { mode: 0o600 });
  for (const path of [folder, passwordFile]) if ('uid' in owner) chownSync(path, owner.uid, owner.gid);
  run('initdb', [
    '-D',
    data,
    '-U',
    'vivier',
    '-A',
    'scram-sha-256',
    '-E',
    'UTF8',
    '--locale=C',
    `--pwfile=${passwordFile}`,
    '-N',
  ]);
  const options = `-p ${port} -c listen_addresses=127.0.0.1 -c unix_socket_directories=${folder} -c fsync=off`;
  run('pg_ctl', ['start', '-D', data, '-w', '-l', join(folder, 'log'), '-o', options]);
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
  try {
    execFileSync(join(programs, program), args, { ...owner, cwd: folder, stdio, env: { ...process.env, LC_ALL: 'C' } });
  } catch (error) {
    if (stdio !== 'ignore') throw error;
  }
}

/** The newest of Debian's side-by-side versions, else whatever is in the path. */
function findPrograms() {
  const versions = existsSync(DEBIAN) ? readdirSync(DEBIAN).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...versions.map((version) => join(DEBIAN, version, 'bin')), ...(process.env.PATH ?? '').split(':')];
  return folders.find((path) => existsSync(join(path, 'initdb')) && existsSync(join(path, 'pg_ctl')));
}

function userIds(name) {
  const id = (option) => Number(execFileSync('id', [option, name], { encoding: 'utf8' }));
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
