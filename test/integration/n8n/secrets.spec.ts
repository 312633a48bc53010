import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { startFaultServer, status, type FaultServer } from '../../unit/ollama/fault-server';
import { type N8n, ownFolder, ownPerson, readFiles, runLine, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(180_000);

const SECRETS = { ollama: 'sECRET-of-the-model-4711', pool: 'sECRET-of-the-pool-4712' };
const PERSON = { name: 'Zoltane Verrecchia', phone: '06 39 98 71 47' };

let n8n: N8n;
let model: FaultServer;

beforeAll(async () => {
  n8n = await runningN8n();
  // A server that quotes what it was sent, as some proxies do.
  model = await startFaultServer(status(500, `refused: Bearer ${SECRETS.ollama}, ${PERSON.name}`));
});

afterAll(() => model.close());

/** n8n and other specs take files away meanwhile. */
function unlessGone<T>(read: () => T, gone: T): T {
  try {
    return read();
  } catch {
    return gone;
  }
}

/** Links are not followed: one of them leads to this repository. */
function filesOf(folder: string): string[] {
  const entries = unlessGone(() => readdirSync(folder, { withFileTypes: true }), []);
  return entries.flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return filesOf(path);
    return entry.isFile() ? [path] : [];
  });
}

/** Of everything that lies in n8n's folder, its database and its logs among it: the files that hold one of the texts. */
function filesWith(texts: string[]): string[] {
  return filesOf(n8n.folder).filter((file) => {
    const data = unlessGone(() => readFileSync(file), Buffer.alloc(0));
    return texts.some((text) => data.includes(text));
  });
}

it('what a run leaves behind holds no secret, and n8n’s logs hold nothing of the CV', async () => {
  const { path } = ownFolder(n8n, 'secrets');
  const folder = join(path, 'pool');
  const store = (type: string, data: object) => storeCredential(n8n, type, data, `Secrets: ${type}`);
  const ollama = await store('vivierOllamaApi', { hosts: model.url, model: 'm', apiKey: SECRETS.ollama });
  const pool = await store('vivierTalentPoolApi', { backend: 'embedded', folder, encryptionKey: SECRETS.pool });
  const read = [readFiles(ownPerson(n8n, 'secrets', PERSON)), vivierNode('CV Extract', 'cvExtract', {})];
  const analyze = (engine: string) => vivierNode('CV Analyze', 'cvAnalyze', { engine }, { credentials: ollama });
  const save = vivierNode('Save', 'talentPool', {}, { credentials: pool });

  const failed = await runLine(n8n, [...read, analyze('model')]);
  expect(failed.status).toBe('error');
  expect(JSON.stringify(failed.error)).not.toContain(PERSON.name);
  const saved = await runLine(n8n, [...read, analyze('auto'), save]);
  expect(saved.status).toBe('success');

  expect(model.headers[0]?.authorization).toBe(`Bearer ${SECRETS.ollama}`);
  const said = JSON.stringify([failed, saved]);
  for (const secret of Object.values(SECRETS)) expect(said).not.toContain(secret);
  expect(filesWith(Object.values(SECRETS))).toEqual([]);
  // The same look finds the person in n8n's database, where the run is kept.
  const ofPerson = filesWith(['Verrecchia']);
  expect(ofPerson.some((file) => /database\.sqlite/.test(file))).toBe(true);
  expect(ofPerson.filter((file) => file.endsWith('.log'))).toEqual([]);
});
