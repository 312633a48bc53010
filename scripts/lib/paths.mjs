import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');
export const runtime = join(root, 'runtime');
export const packageName = 'n8n-nodes-vivier';

/** n8n 2.40 needs Node 24; npm's platform packages bring one where the machine's own is older. */
export const NODE_FOR_N8N = 24;

/** The Node that runs n8n: this one when it is new enough, else the one that runtime/ brought. */
export function nodeForN8n() {
  if (Number(process.versions.node.split('.')[0]) >= NODE_FOR_N8N) return process.execPath;
  for (const name of ['node', 'node.exe']) {
    const path = join(runtime, 'node_modules', '.bin', name);
    if (existsSync(path)) return path;
  }
  return null;
}

export const n8nCommand = join(runtime, 'node_modules', 'n8n', 'bin', 'n8n');
