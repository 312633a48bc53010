// Brings a bare machine (Node and npm only) to the point where the tests and n8n can run. Every step is skipped when it was done before,
// so that a second run is fast and needs no network.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { statfs } from 'node:fs/promises';
import { delimiter, dirname, join } from 'node:path';
import { build } from './build.mjs';
import { nodeForN8n, root, runtime } from './paths.mjs';
import { SetupError, say } from './words.mjs';

const GIB = 1024 ** 3;
/** npm retries for minutes before it says that there is no network. */
const SOON = ['--fetch-retry-mintimeout=2000', '--fetch-retry-maxtimeout=8000'];
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** Sets up whatever is missing: dependencies, the build and, unless `n8n` is false, n8n itself. */
export async function setUp({ n8n = true } = {}) {
  checkNode();
  await install(root, { label: say('Vivier’s own parts', 'les composants de Vivier'), seconds: 60, gib: 1 });
  if (n8n) {
    await install(runtime, { label: 'n8n', seconds: 240, gib: 4 });
    await buildSqlite();
    if (!nodeForN8n()) throw noNode24();
  }
  await build({ onStart: () => step(say('Building Vivier (about 15 s)', 'Construction de Vivier (environ 15 s)')) });
}

function checkNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  throw new SetupError(
    say(`Node.js ${process.versions.node} is too old.`, `Node.js ${process.versions.node} est trop ancien.`),
    say(
      'Install Node.js 20.19 or newer (nodejs.org) and start again.',
      'Installez Node.js 20.19 ou plus récent (nodejs.org), puis relancez.',
    ),
  );
}

const noNode24 = () =>
  new SetupError(
    say(
      'n8n needs Node.js 24, and none could be installed for this machine.',
      'n8n a besoin de Node.js 24, introuvable pour cette machine.',
    ),
    say('Install Node.js 24 (nodejs.org) and start again.', 'Installez Node.js 24 (nodejs.org), puis relancez.'),
  );

export const step = (text) => console.log(`• ${text}`);

/** `npm ci` in a folder, unless its lock file has not changed since the last one that ended well. */
async function install(folder, { label, seconds, gib }) {
  const lock = readFileSync(join(folder, 'package-lock.json'));
  const digest = createHash('sha256').update(lock).digest('hex');
  const stamp = join(folder, 'node_modules', '.vivier-installed');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;

  await checkSpace(folder, gib, label);
  const minutes = Math.max(1, Math.round(seconds / 60));
  step(
    say(
      `Installing ${label} (about ${minutes} min, once)`,
      `Installation : ${label} (environ ${minutes} min, une seule fois)`,
    ),
  );
  const progress = showProgress(folder, JSON.parse(lock.toString()));
  try {
    // Scripts of packages are not run: several of them download binaries from places that a company's network closes.
    await run(npm, ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error', ...SOON], { cwd: folder });
  } catch (error) {
    rmSync(stamp, { force: true });
    throw explainNpm(error, label);
  } finally {
    progress.stop();
  }
  writeFileSync(stamp, digest);
}

/** @throws SetupError when the folder's disk has less than `gib` free. */
export async function checkSpace(folder, gib, label) {
  const { bavail, bsize } = await statfs(folder);
  const free = (bavail * bsize) / GIB;
  if (free >= gib) return;
  throw new SetupError(
    say(
      `Not enough disk space for ${label}: ${free.toFixed(1)} GB free, ${gib} GB needed.`,
      `Espace disque insuffisant (${label}) : ${free.toFixed(1)} Go libres, ${gib} Go nécessaires.`,
    ),
    say(
      'Free some space, or put the folder on a larger disk.',
      'Libérez de la place, ou placez le dossier sur un disque plus grand.',
    ),
  );
}

/** npm itself is silent for minutes: count the packages that have arrived against those the lock file names. */
function showProgress(folder, lock) {
  const top = Object.keys(lock.packages).filter((path) => /^node_modules\/(@[^/]+\/)?[^/]+$/.test(path)).length;
  const started = Date.now();
  const tick = () => {
    const share = Math.min(99, Math.floor((100 * countPackages(join(folder, 'node_modules'))) / top));
    const text = `  ${String(share).padStart(2)} %  ${Math.round((Date.now() - started) / 1000)} s`;
    if (process.stdout.isTTY) process.stdout.write(`\r${text}`);
    else console.log(text);
  };
  const timer = setInterval(tick, process.stdout.isTTY ? 1000 : 20_000);
  return {
    stop() {
      clearInterval(timer);
      if (process.stdout.isTTY) process.stdout.write('\r');
    },
  };
}

/** npm makes the folders first and fills them later: one counts once its package.json is there. */
function countPackages(folder) {
  if (!existsSync(folder)) return 0;
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.reduce((count, name) => {
    const path = join(folder, name);
    if (name.startsWith('@')) return count + countPackages(path);
    return count + (existsSync(join(path, 'package.json')) ? 1 : 0);
  }, 0);
}

/** What npm's output means for the person in front of it. */
export function explainNpm(error, label) {
  const output = String(error.output ?? error.message);
  if (/ENOSPC/.test(output)) {
    return new SetupError(
      say(`The disk filled up while installing ${label}.`, `Le disque est plein (installation : ${label}).`),
      say(
        'Free some space (n8n needs about 4 GB) and start again.',
        'Libérez de la place (n8n demande environ 4 Go), puis relancez.',
      ),
    );
  }
  if (/ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ETIMEDOUT|ECONNRESET|ENETUNREACH|EHOSTUNREACH|network/i.test(output)) {
    return new SetupError(
      say(
        `The npm registry can’t be reached, so ${label} can’t be installed.`,
        `Le registre npm est injoignable : impossible d’installer ${label}.`,
      ),
      say(
        'Connect this machine to the internet for the first start (or set npm’s proxy or registry); later starts need no network.',
        'Connectez cette machine à Internet pour le premier démarrage (ou réglez le proxy ou le registre de npm) ; ensuite, le réseau n’est plus nécessaire.',
      ),
    );
  }
  if (/EACCES|EPERM/.test(output)) {
    return new SetupError(
      say(
        `This folder can’t be written to, so ${label} can’t be installed.`,
        `Ce dossier n’est pas modifiable : impossible d’installer ${label}.`,
      ),
      say(
        'Copy Vivier into a folder of your own and start again.',
        'Copiez Vivier dans un dossier qui vous appartient, puis relancez.',
      ),
    );
  }
  const tail = output.trim().split('\n').slice(-12).join('\n    ');
  return new SetupError(
    say(`npm could not install ${label}:\n    ${tail}`, `npm n’a pas pu installer ${label} :\n    ${tail}`),
    say('Start again; if it stays, report these lines.', 'Relancez ; si cela persiste, signalez ces lignes.'),
  );
}

/** n8n keeps its own data in SQLite, the one native part that npm does not ship ready-made: take the ready binary where it can be had, else compile it. */
async function buildSqlite() {
  const folder = join(runtime, 'node_modules', 'sqlite3');
  if (existsSync(join(folder, 'build', 'Release', 'node_sqlite3.node'))) return;
  step(
    say(
      'Preparing n8n’s database (about 1 min, once)',
      'Préparation de la base de n8n (environ 1 min, une seule fois)',
    ),
  );
  const bin = (name) => join(runtime, 'node_modules', name);
  const node = nodeForN8n() ?? process.execPath;
  const env = { ...process.env, PATH: `${dirname(node)}${delimiter}${process.env.PATH}` };
  const options = { cwd: folder, env, timeout: 60_000 };
  try {
    await run(node, [join(bin('prebuild-install'), 'bin.js'), '-r', 'napi'], options);
    if (existsSync(join(folder, 'build', 'Release', 'node_sqlite3.node'))) return;
  } catch {
    // No ready binary from here (closed network, rare machine): compile it below.
  }
  try {
    const args = [join(bin('node-gyp'), 'bin', 'node-gyp.js'), 'rebuild', '--jobs=2', ...headers()];
    await run(node, args, { ...options, timeout: 15 * 60_000 });
  } catch (error) {
    throw explainCompiler(error);
  }
}

/** Node's headers usually lie beside it; SQLite's binding uses Node-API only, so those of any version serve. Otherwise node-gyp downloads them. */
function headers() {
  const prefix = dirname(dirname(process.execPath));
  return existsSync(join(prefix, 'include', 'node', 'node_api.h')) ? [`--nodedir=${prefix}`] : [];
}

/** What node-gyp's output means for the person in front of it. */
export function explainCompiler(error) {
  const output = String(error.output ?? error.message);
  if (/ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED/.test(output)) {
    return new SetupError(
      say(
        'Node’s header files can’t be downloaded, so SQLite can’t be compiled.',
        'Impossible de télécharger les en-têtes de Node, nécessaires pour compiler SQLite.',
      ),
      say(
        'Install them (Debian: apt install libnode-dev) or connect to the internet once.',
        'Installez-les (Debian : apt install libnode-dev) ou connectez-vous une fois à Internet.',
      ),
    );
  }
  return new SetupError(
    say(
      'A compiler is missing (or failed), so n8n’s database can’t be prepared.',
      'Il manque un compilateur (ou il a échoué) : impossible de préparer la base de n8n.',
    ),
    say(
      'Install one and start again. Debian/Ubuntu: sudo apt install build-essential python3. macOS: xcode-select --install. Windows: winget install Microsoft.VisualStudio.2022.BuildTools.',
      'Installez-en un puis relancez. Debian/Ubuntu : sudo apt install build-essential python3. macOS : xcode-select --install. Windows : winget install Microsoft.VisualStudio.2022.BuildTools.',
    ),
  );
}

/** Runs a command quietly; on failure the error carries what it printed. */
export function run(command, args, { cwd = root, env = process.env, timeout, inherit = false } = {}) {
  return new Promise((resolve, reject) => {
    const shell = process.platform === 'win32' && command.endsWith('.cmd');
    const child = spawn(command, args, {
      cwd,
      env,
      shell,
      timeout,
      stdio: inherit ? 'inherit' : ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output = (output + chunk).slice(-20_000));
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    child.on('error', (error) => reject(Object.assign(error, { output })));
    child.on('close', (code) => {
      if (code === 0) resolve(output);
      else reject(Object.assign(new Error(`${command} ${args[0]} ended with ${code}`), { output, code }));
    });
  });
}
