/*
`node test/package/index.mjs`: the package as users get it. Its tarball is installed into a fresh n8n, a ready-made workflow runs with it; then a newer
version is installed over it, and the same workflow still runs, on the talent pool that the first one made.
*/
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCredentials, readWorkflows } from '../../scripts/lib/demo.mjs';
import { freePort, itemsOf, N8n } from '../../scripts/lib/n8n.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { setUp, step } from '../../scripts/lib/setup.mjs';

const FLOW = 'vivierScreenBatch';
const CV = 'cv-lea-quintavalle.txt';
const NEWER = '99.0.0';

const npm = (args, cwd) => execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] });

/** @returns the tarball's path */
function pack(from, folder) {
  const [{ filename }] = JSON.parse(npm(['pack', '--json', '--ignore-scripts', '--pack-destination', folder], from));
  return join(folder, filename);
}

/** The same package under a newer version. */
function packNewer(tarball, folder) {
  const unpacked = join(folder, 'newer');
  mkdirSync(unpacked);
  execFileSync('tar', ['-xzf', tarball, '-C', unpacked, '--strip-components=1']);
  const path = join(unpacked, 'package.json');
  writeFileSync(path, JSON.stringify({ ...JSON.parse(readFileSync(path, 'utf8')), version: NEWER }));
  return pack(unpacked, folder);
}

function install(n8n, tarball) {
  mkdirSync(n8n.packages, { recursive: true });
  npm(
    ['install', '--ignore-scripts', '--omit=dev', '--no-audit', '--no-fund', '--loglevel=error', tarball],
    n8n.packages,
  );
  const { version } = JSON.parse(
    readFileSync(join(n8n.packages, 'node_modules', 'n8n-nodes-vivier', 'package.json'), 'utf8'),
  );
  step(`installed from its tarball: ${version}`);
  return version;
}

/** @returns what the workflow did with the one CV: created the candidate, or updated it. */
async function screen(n8n) {
  await n8n.start();
  try {
    const run = await n8n.run(FLOW, 'Start');
    assert.equal(run.status, 'success', run.error?.message);
    const [{ json }] = itemsOf(run, 'Shortlist as PDF');
    assert.deepEqual(
      json.ranking.map(({ fileName }) => fileName),
      [CV],
    );
    const [saved] = itemsOf(run, 'Save to the talent pool');
    return saved.json.candidate;
  } finally {
    await n8n.stop();
  }
}

await setUp();
const folder = mkdtempSync(join(tmpdir(), 'vivier-package-'));
try {
  const tarball = pack(root, folder);
  const n8n = new N8n({ folder: join(folder, 'user'), port: await freePort(), link: false });
  copyFileSync(join(root, 'samples', 'cvs', CV), join(n8n.folder, 'cvs', CV));
  const first = install(n8n, tarball);
  const workflows = readWorkflows().filter(({ id }) => id === FLOW);
  const credentials = makeCredentials({
    ...{ ollamaHost: 'http://127.0.0.1:9', model: 'mistral:7b-instruct' },
    ...{ poolFolder: join(n8n.folder, 'pool'), encryptionKey: 'only for this test' },
  });
  await n8n.import({ workflows, credentials });
  const created = await screen(n8n);
  step(`screened with ${first}`);

  assert.equal(install(n8n, packNewer(tarball, folder)), NEWER);
  const updated = await screen(n8n);
  assert.equal(updated.candidateId, created.candidateId, 'the newer version found the candidate of the older one');
  step(`screened with ${NEWER}, same candidate`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
