import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '../../..');
const FILES = ['vm', 'packer', 'package-lock.json', 'runtime/package-lock.json'];
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vivier-pins-'));
  for (const file of FILES) cpSync(join(root, file), join(folder, file), { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const change = (file: string, from: RegExp | string, to: string) => {
  const before = readFileSync(join(folder, file), 'utf8');
  const after = before.replace(from, () => to);
  expect(after).not.toBe(before);
  writeFileSync(join(folder, file), after);
};
const open = async () => (await import('../../../scripts/lib/pins.mjs')).notPinned(folder);

it('every download of the appliance is pinned by version and checksum', async () => {
  expect(await open()).toEqual([]);
});

it.each([
  ['an empty checksum', 'vm/pins.env', /OLLAMA_SHA256=.*/, 'OLLAMA_SHA256=', 'OLLAMA_SHA256 is empty'],
  ['half a checksum', 'vm/pins.env', /MODEL_DIGEST=.*/, 'MODEL_DIGEST=6577803aa9a0', 'MODEL_DIGEST is malformed'],
  ['a range of versions', 'vm/pins.env', /NPM_VERSION=.*/, 'NPM_VERSION=^11', 'NPM_VERSION is malformed'],
  ['a pin that nobody knows', 'vm/pins.env', /$/, 'NEW_VERSION=1.2.3\n', 'NEW_VERSION'],
  ['a plugin’s open version', 'packer/plugins.pkr.hcl', '"= 1.1.2"', '"~> 1.1"', 'leaves the version open'],
  ['another disc for Packer', 'packer/pins.auto.pkrvars.hcl', '13.1.0', '13.2.0', 'does not say the same'],
  ['a package without a checksum', 'runtime/package-lock.json', /\n\s+"integrity": "[^"]+",/, '', 'has no checksum'],
  ['a download by hand', 'vm/provision/60-ollama.sh', /$/, 'curl -O https://ollama.com/install.sh\n', 'use fetch'],
  ['an installation by name', 'vm/provision/30-node.sh', /$/, 'npm install -g pnpm\n', 'use fetch'],
])('%s is said', async (_, file, from, to, said) => {
  change(file, from, to);
  expect(await open()).toEqual([expect.stringContaining(said)]);
});
