// `npm test`: sets up what is missing, then the unit tests and the tests in a real n8n. Slower suites by name:
//   --unit, --n8n        only that one
//   --model              a real model (Ollama at OLLAMA_HOST, else a small one behind Ollama's protocol)
//   --mail               the mailbox's watch against a real mail server (Debian's dovecot-imapd)
//   --postgres           the talent pool and the nodes on a real PostgreSQL (Debian's packages)
//   --queue              n8n's queue mode with workers, PostgreSQL 17 and Redis (Debian's packages; needs root)
//   --postgres17         the talent pool on PostgreSQL 17 with pgvector (a Debian 13 in a folder; needs root)
// Anything else is handed to Jest.
import { existsSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { delimiter, dirname, join } from 'node:path';
import { nodeForN8n, root } from './lib/paths.mjs';
import { run, setUp, step } from './lib/setup.mjs';
import { fail, say, SetupError } from './lib/words.mjs';

/** Each suite's projects in jest.config.mjs. */
const PROJECTS = {
  unit: ['unit'],
  n8n: ['n8n'],
  model: ['model'],
  mail: ['mail'],
  postgres: ['postgres', 'n8n-postgres'],
  postgres17: ['postgres'],
  queue: ['queue'],
};
const SUITES = Object.keys(PROJECTS);
/** Jest leaves one core free, which on two cores means one spec after the other. Each of these may hold a database of its own: not many at once. */
const WORKERS = ['unit', 'postgres', 'postgres17'];
const MOST_WORKERS = 4;
/** Which PostgreSQL a suite has beside it. */
const SERVERS = { postgres: [], postgres17: ['--debian-13'] };

/** The protocol server's own packages and the model's file; neither is needed when OLLAMA_HOST names a real Ollama. */
async function prepareModel() {
  if (process.env.OLLAMA_HOST) return;
  const server = join(root, 'test', 'fixtures', 'ollama-server');
  if (!existsSync(join(server, 'node_modules'))) {
    step(say('Installing the test model’s server', 'Installation du serveur du modèle de test'));
    await run('npm', ['ci', '--ignore-scripts', '--omit=optional', '--no-audit', '--no-fund'], { cwd: server });
  }
  await run(process.execPath, [join(root, 'scripts', 'get-test-model.mjs')], { inherit: true });
}

/** With VIVIER_TEST_REPORTS, each suite leaves its result there as `<suite>.json`, for CI to count. */
function reportTo(suite) {
  const folder = process.env.VIVIER_TEST_REPORTS;
  return folder ? ['--json', `--outputFile=${join(folder, `${suite}.json`)}`] : [];
}

/** @returns whether all its tests passed */
async function runSuite(suite, rest) {
  const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');
  // ES modules such as pdf.js are loaded by import() in the tests too; Jest needs this flag for it.
  const jestArgs = [
    '--experimental-vm-modules',
    '--no-warnings',
    jest,
    ...rest,
    ...reportTo(suite),
    ...(WORKERS.includes(suite) ? [`--maxWorkers=${Math.min(MOST_WORKERS, availableParallelism())}`] : []),
    // Last: Jest takes every word behind it for a project.
    '--selectProjects',
    ...PROJECTS[suite],
  ];
  const server = SERVERS[suite];
  const command = server
    ? [join(root, 'scripts', 'with-postgres.mjs'), ...server, '--', process.execPath, ...jestArgs]
    : jestArgs;
  const node = nodeForN8n() ?? process.execPath;
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  return run(node, command, { env, inherit: true }).then(
    () => true,
    () => false,
  );
}

try {
  const given = process.argv.slice(2);
  const named = SUITES.filter((suite) => given.includes(`--${suite}`));
  const suites = named.length ? named : ['unit', 'n8n'];
  const rest = given.filter((argument) => !SUITES.includes(argument.replace(/^--/, '')));
  await setUp({
    n8n: suites.some((suite) => PROJECTS[suite].some((project) => project.startsWith('n8n') || project === 'queue')),
  });
  if (suites.includes('model')) await prepareModel();
  // A failure in one suite says nothing about the next.
  const failed = [];
  for (const suite of suites) if (!(await runSuite(suite, rest))) failed.push(suite);
  if (failed.length > 0) {
    const names = failed.join(', ');
    throw new SetupError(say(`Tests failed: ${names}`, `Des tests ont échoué : ${names}`), '');
  }
} catch (error) {
  fail(error);
}
