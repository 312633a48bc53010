// A model for the flows that ask one: a process that speaks Ollama's protocol and adds nothing to what the rules read.
import { join } from 'node:path';
import { freePort } from '../../../scripts/lib/n8n.mjs';
import { root } from '../../../scripts/lib/paths.mjs';
import { answers, Supervised } from './supervised.mjs';

/** @param {string} address where it listens @returns it, running, and what a credential says of it */
export async function standInForOllama(address) {
  const port = await freePort();
  const hosts = `http://${address}:${port}`;
  const args = [join(root, 'test', 'reliability', 'stand-in-for-ollama.mjs'), String(port), address];
  const part = new Supervised('Ollama', { file: process.execPath, args }, () => answers(`${hosts}/api/version`));
  part.begin();
  await part.ready();
  return { part, credential: { hosts, model: 'mistral:7b-instruct', apiKey: '' } };
}
