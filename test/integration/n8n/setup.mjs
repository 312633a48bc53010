// Starts one real n8n for all tests of this project: Vivier's nodes, credentials and ready-made workflows in it, everything in a temporary folder.
import { cpSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCredentials, readWorkflows } from '../../../scripts/lib/demo.mjs';
import { freePort, N8n } from '../../../scripts/lib/n8n.mjs';

/** Nothing listens here: how flows behave without Ollama must not depend on the machine that runs the tests. */
const NO_OLLAMA = 'http://127.0.0.1:9';

export default async function setup() {
  const folder = mkdtempSync(join(tmpdir(), 'vivier-n8n-'));
  cpSync(new URL('../../../samples/cvs', import.meta.url), join(folder, 'cvs'), { recursive: true });
  const port = await freePort();
  // What n8n does not keep, it only marks as deleted; it goes at the next clearing, every 15 minutes if nobody says otherwise. Here: every 3 seconds.
  const env = { VIVIER_LANGUAGE: 'en', EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05' };
  const n8n = new N8n({ folder, port, env });
  const credentials = makeCredentials({
    ollamaHost: NO_OLLAMA,
    model: 'mistral:7b-instruct',
    poolFolder: join(folder, 'pool'),
    encryptionKey: 'only for these tests',
  });
  // A pool of its own for flows that the ready-made workflows know nothing of: specs run side by side.
  const [, pool] = credentials;
  credentials.push({
    ...pool,
    id: 'vivierPoolOther1',
    name: 'Another pool',
    data: { ...pool.data, folder: join(folder, 'pool-other') },
  });
  await n8n.import({ workflows: readWorkflows(), credentials });
  await n8n.start();
  await n8n.logIn();
  process.env.VIVIER_TEST_FOLDER = folder;
  process.env.VIVIER_TEST_PORT = String(port);
  process.env.VIVIER_TEST_COOKIE = n8n.cookie;
  globalThis.vivierTestN8n = n8n;
}
