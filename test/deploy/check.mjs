// Whether the files in docs/deploy hold: node test/deploy/check.mjs
//   - every setting that n8n's processes are given is one that the pinned n8n reads;
//   - what the three variants say alike is alike;
//   - compose.yaml under the specification's own loader (compose-go, where Go is), the manifests under Kubernetes' own schemas (kubernetes-validate, from PyPI),
//     the unit under systemd-analyze, start.sh under shellcheck.
// What is not on this machine is named, not passed over in silence.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root, runtime } from '../../scripts/lib/paths.mjs';

const DEPLOY = join(root, 'docs', 'deploy');
const COMPOSE_GO = 'github.com/compose-spec/compose-go/v2/cmd@v2.16.2';
const KUBERNETES_VALIDATE = 'kubernetes-validate==1.37.0';
/** Settings that are not n8n's. */
const OTHERS = /^(TZ|VIVIER_\w+|POSTGRES_\w+|PG\w+|REDISCLI_AUTH|OLLAMA_\w+|HOME|NODE_ENV|REDIS_PASSWORD|TIMEZONE)$/;
/** What must be the same wherever workers run. */
const ALIKE = [
  'EXECUTIONS_MODE',
  'N8N_DEFAULT_BINARY_DATA_MODE',
  'QUEUE_WORKER_LOCK_DURATION',
  'QUEUE_WORKER_LOCK_RENEW_TIME',
  'QUEUE_WORKER_STALLED_INTERVAL',
  'N8N_DISABLED_MODULES',
];

const read = (name) => readFileSync(join(DEPLOY, name), 'utf8');
const manifests = readdirSync(join(DEPLOY, 'kubernetes')).filter((name) => name.endsWith('.yaml'));
const SETTINGS = ['compose.yaml', 'kubernetes/settings.yaml', 'systemd/worker.env.example'];

/** @returns {Map<string, string>} settings by name, from YAML (`NAME: value`) or from a file of them (`NAME=value`) */
const settingsOf = (name) =>
  new Map(
    [...read(name).matchAll(/^\s*([A-Z][A-Z0-9_]{2,})(?::\s|=)(.*)$/gm)].map(([, key, value]) => [
      key,
      value.trim().replace(/^(['"])(.*)\1$/, '$2'),
    ]),
  );

const checks = {
  'every setting is one of n8n’s': () => {
    const known = knownToN8n();
    const unknown = SETTINGS.flatMap((file) =>
      [...settingsOf(file).keys()]
        .filter((key) => !OTHERS.test(key) && !known.has(key))
        .map((key) => `${file}: ${key} is not read by n8n`),
    );
    refuse(unknown);
  },
  'the variants say the same': () => {
    const all = SETTINGS.map((file) => [file, settingsOf(file)]);
    refuse(
      ALIKE.filter((key) => new Set(all.map(([, settings]) => settings.get(key))).size > 1).map(
        (key) => `${key} differs`,
      ),
    );
  },
  'every service that others wait for is there': () => {
    const text = read('compose.yaml');
    for (const name of ['main', 'worker', 'webhook', 'postgres', 'redis', 'ollama', 'caddy'])
      if (!new RegExp(`^ {2}${name}:$`, 'm').test(text)) throw new Error(`no service ${name}`);
  },
  'compose.yaml (compose-go)': () =>
    // Its own command reads no variables: what must be filled in is looked at below.
    withTool('go', () => run('go', ['run', COMPOSE_GO, '-no-interpolation', join(DEPLOY, 'compose.yaml')])),
  'what must be filled in stands in env.example': () => {
    const given = settingsOf('env.example');
    const asked = [...read('compose.yaml').matchAll(/\$\{([A-Z0-9_]+)/g)].map(([, name]) => name);
    refuse([...new Set(asked)].filter((name) => !given.has(name)).map((name) => `env.example lacks ${name}`));
  },
  'Kubernetes’ manifests (kubernetes-validate)': () =>
    withTool('python3', () => {
      const folder = mkdtempSync(join(tmpdir(), 'vivier-deploy-'));
      try {
        run('python3', [
          '-m',
          'pip',
          'install',
          '--quiet',
          '--disable-pip-version-check',
          '--target',
          folder,
          KUBERNETES_VALIDATE,
        ]);
        const files = manifests
          .filter((name) => name !== 'kustomization.yaml')
          .map((name) => join(DEPLOY, 'kubernetes', name));
        for (const file of files)
          run('python3', ['-m', 'kubernetes_validate', '--strict', file], { PYTHONPATH: folder });
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }),
  'kustomization.yaml (kubectl)': () =>
    withTool('kubectl', () => run('kubectl', ['kustomize', join(DEPLOY, 'kubernetes')])),
  'start.sh (shellcheck)': () => withTool('shellcheck', () => run('shellcheck', [join(DEPLOY, 'start.sh')])),
  'vivier-worker.service (systemd-analyze)': () =>
    withTool('systemd-analyze', () => {
      const said = run(
        'systemd-analyze',
        ['verify', '--man=no', join(DEPLOY, 'systemd', 'vivier-worker.service')],
        {},
        true,
      );
      // The user and the folders are those of the other machine.
      refuse(said.split('\n').filter((line) => /Unknown|Failed to parse|Invalid/i.test(line)));
    }),
};

let failures = 0;
for (const [name, check] of Object.entries(checks)) {
  try {
    console.log(`${check() ?? 'ok'}: ${name}`);
  } catch (error) {
    failures += 1;
    console.log(`FAILED: ${name}\n${error.message}`);
  }
}
process.exitCode = failures ? 1 : 0;

function refuse(lines) {
  if (lines.length) throw new Error(lines.join('\n'));
}

function withTool(tool, work) {
  const folders = (process.env.PATH ?? '').split(':');
  if (!folders.some((folder) => existsSync(join(folder, tool)))) return `not checked (${tool} is not here)`;
  work();
  return undefined;
}

function run(file, args, env = {}, lenient = false) {
  try {
    return execFileSync(file, args, {
      encoding: 'utf8',
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  } catch (error) {
    const said = `${error.stdout ?? ''}${error.stderr ?? error.message}`;
    if (lenient) return said;
    throw new Error(said.trim().split('\n').slice(-12).join('\n'));
  }
}

/** Every name in capitals that n8n's own programs have as a text of its own. */
function knownToN8n() {
  const packages = ['n8n/dist', 'n8n-core/dist', '@n8n/config/dist', '@n8n/backend-common/dist', '@n8n/db/dist'];
  const found = execFileSync(
    'grep',
    [
      '-rhoE',
      '--include=*.js',
      `['".][A-Z][A-Z0-9]+(_[A-Z0-9]+)+\\b`,
      ...packages.map((name) => join(runtime, 'node_modules', name)),
    ],
    { encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 },
  );
  return new Set(found.split('\n').map((line) => line.slice(1)));
}
