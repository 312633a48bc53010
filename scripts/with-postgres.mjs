// Runs a command with a throw-away PostgreSQL beside it: `node scripts/with-postgres.mjs [--debian-13] -- COMMAND…`
// VIVIER_TEST_POSTGRES_URL says where it is, VIVIER_TEST_POSTGRES_DEBIAN_13 whether it is PostgreSQL 17 with pgvector, in a Debian 13 of its
// own. See scripts/lib/postgres.mjs for what it needs.
import { spawn } from 'node:child_process';
import { throwAwayPostgres } from './lib/postgres.mjs';
import { fail } from './lib/words.mjs';

const given = process.argv.slice(2);
const border = given.indexOf('--');
const command = given.slice(border + 1);
if (border < 0 || command.length === 0) {
  console.error('Usage: node scripts/with-postgres.mjs [--debian-13] -- COMMAND…');
  process.exit(2);
}

try {
  const debian13 = given.slice(0, border).includes('--debian-13');
  const server = await throwAwayPostgres({ debian13 });
  try {
    process.exitCode = await child({
      VIVIER_TEST_POSTGRES_URL: server.url,
      VIVIER_TEST_POSTGRES_DEBIAN_13: debian13 ? 'yes' : '',
    });
  } finally {
    server.remove();
  }
} catch (error) {
  fail(error);
}

function child(env) {
  const [program, ...args] = command;
  const running = spawn(program, args, { stdio: 'inherit', env: { ...process.env, ...env } });
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => running.kill(signal));
  return new Promise((resolve) => {
    running.on('error', (error) => {
      console.error(error.message);
      resolve(127);
    });
    running.on('exit', (exitCode) => resolve(exitCode ?? 1));
  });
}
