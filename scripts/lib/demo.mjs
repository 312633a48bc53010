// What `npm start` and the tests put into a fresh n8n: the ready-made workflows and the two credentials they use.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const OLLAMA_CREDENTIAL = 'vivierOllama0001';
export const POOL_CREDENTIAL = 'vivierPool000001';

/** The ready-made workflows, as parsed JSON with their fixed ids. */
export function readWorkflows() {
  const folder = join(root, 'workflows');
  return readdirSync(folder)
    .filter((name) => name.endsWith('.json'))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(folder, name), 'utf8')));
}

/** n8n's import format for credentials; `data` is plain here and encrypted by n8n on import. */
export function makeCredentials({ ollamaHost, model, poolFolder, encryptionKey }) {
  return [
    {
      id: OLLAMA_CREDENTIAL,
      name: 'Vivier Ollama',
      type: 'vivierOllamaApi',
      data: { hosts: ollamaHost, model, apiKey: '' },
    },
    {
      id: POOL_CREDENTIAL,
      name: 'Vivier Talent Pool',
      type: 'vivierTalentPoolApi',
      data: { backend: 'embedded', folder: poolFolder, encryptionKey },
    },
    // n8n's own kind, for its AI Agent: one machine only.
    {
      id: 'vivierOllamaChat',
      name: 'Vivier Ollama Chat',
      type: 'ollamaApi',
      data: { baseUrl: ollamaHost.split(/[\s,]+/)[0], apiKey: '' },
    },
  ];
}

/** Ollama's address in the form that OLLAMA_HOST may have: with or without scheme and port. */
export function ollamaAddress(value = process.env.OLLAMA_HOST) {
  const wanted = value?.trim() || '127.0.0.1:11434';
  const url = new URL(/^https?:\/\//.test(wanted) ? wanted : `http://${wanted}`);
  if (!url.port && url.protocol === 'http:') url.port = '11434';
  if (url.hostname === '0.0.0.0') url.hostname = '127.0.0.1';
  return url.origin;
}

/** Whether Ollama answers there, and with which models. */
export async function lookForOllama(host) {
  try {
    const response = await fetch(`${host}/api/tags`, { signal: AbortSignal.timeout(2000) });
    if (!response.ok) return { found: false, models: [] };
    const { models = [] } = await response.json();
    return { found: true, models: models.map((model) => model.name) };
  } catch {
    return { found: false, models: [] };
  }
}
