import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync, chmodSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { spawnSync } from 'node:child_process';
import { root } from './paths.mjs';
import { SetupError, say } from './words.mjs';

const SOURCES = ['credentials', 'nodes', 'lib', 'cli'];
/** What is shipped beside the code: icons, the files that describe each node to n8n’s search, the taxonomy and whose it is. */
const ASSETS = /\.(svg|png|node\.json|txt\.gz)$|ATTRIBUTION\.md$/;

/** Compiles to dist/ and copies the assets, unless nothing changed since the last build. */
export async function build({ force = false, onStart = () => {} } = {}) {
  const stamp = join(root, 'dist', '.built');
  const inputs = [...SOURCES, 'package.json', 'tsconfig.json'].map((name) => join(root, name));
  if (!force && existsSync(stamp) && newest(inputs) <= statSync(stamp).mtimeMs) return;
  onStart();
  if (force) rmSync(join(root, 'dist'), { recursive: true, force: true });
  compile();
  removeOrphans();
  const assets = files(root, SOURCES).filter((path) => ASSETS.test(path));
  for (const path of assets) {
    const target = join(root, 'dist', relative(root, path));
    mkdirSync(dirname(target), { recursive: true });
    cpSync(path, target);
  }
  const cli = join(root, 'dist', 'cli', 'index.js');
  if (existsSync(cli)) chmodSync(cli, 0o755);
  writeFileSync(stamp, '');
}

function compile() {
  rmSync(join(root, 'dist', '.built'), { force: true });
  const tsc = createRequire(join(root, 'package.json')).resolve('typescript/bin/tsc');
  const { status, stdout, stderr } = spawnSync(process.execPath, [tsc, '-p', join(root, 'tsconfig.json')], {
    encoding: 'utf8',
  });
  if (status === 0) return;
  throw new SetupError(`${say('The code does not compile:', 'Le code ne compile pas :')}\n${stdout}${stderr}`, '');
}

/** What an earlier build made of sources that are gone: Node would go on loading `types.js` where there is a folder `types` now. */
function removeOrphans() {
  const dist = join(root, 'dist');
  for (const path of files(dist, SOURCES)) {
    const source = join(root, relative(dist, path)).replace(/\.d\.ts$|\.js$/, '.ts');
    if (!existsSync(source)) rmSync(path);
  }
}

const files = (base, names) =>
  names.flatMap((name) => {
    const path = join(base, name);
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? files(path, readdirSync(path)) : [path];
  });

const newest = (paths) => Math.max(0, ...files('', paths).map((path) => statSync(path).mtimeMs));
