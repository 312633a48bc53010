// n8n's queue mode for the specs: two workers and a webhook processor, the ready-made workflows, pools on PostgreSQL.
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeCredentials, readWorkflows } from '../../scripts/lib/demo.mjs';
import { Topology } from './lib/topology.mjs';

const NO_OLLAMA = 'http://127.0.0.1:9';

export default async function setup() {
  const env = { EXECUTIONS_DATA_PRUNE_HARD_DELETE_INTERVAL: '0.05' };
  const topology = new Topology({ workers: 2, env, pools: ['pool', 'other'] });
  globalThis.vivierQueue = topology;
  cpSync(new URL('../../samples/cvs', import.meta.url), join(topology.folder, 'main', 'cvs'), { recursive: true });
  try {
    await topology.start();
    await importAll(topology);
  } catch (error) {
    await topology.stop();
    throw error;
  }
  process.env.VIVIER_TEST_FOLDER = topology.n8n.folder;
  process.env.VIVIER_TEST_PORT = String(topology.n8n.port);
  process.env.VIVIER_TEST_COOKIE = topology.n8n.cookie;
  // For the specs that kill them; each comes back by itself.
  process.env.VIVIER_TEST_VICTIMS = [topology.workers[0], topology.redis].map(({ process: { pid } }) => pid).join();
  process.env.VIVIER_TEST_WEBHOOK_PORT = String(topology.webhookPort);
}

/** In queue mode n8n takes workflows and publishes them while it runs. */
async function importAll(topology) {
  const [ollama, pool] = makeCredentials({ ollamaHost: NO_OLLAMA, model: 'mistral:7b-instruct' });
  const credentials = [
    ollama,
    { ...pool, data: topology.pool() },
    { ...pool, id: 'vivierPoolOther1', name: 'Another pool', data: topology.pool('other') },
  ];
  const folder = mkdtempSync(join(tmpdir(), 'vivier-import-'));
  const file = (name, content) => {
    const path = join(folder, name);
    writeFileSync(path, JSON.stringify(content), { mode: 0o600 });
    return `--input=${path}`;
  };
  try {
    await topology.n8n.command(['import:credentials', file('credentials.json', credentials)]);
    await topology.n8n.command(['import:workflow', file('workflows.json', readWorkflows()), '--activeState=fromJson']);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
