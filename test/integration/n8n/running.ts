import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode, IConnections } from 'n8n-workflow';

/** What the tests need of scripts/lib/n8n.mjs, which is an ES module. */
const load = () => import('../../../scripts/lib/n8n.mjs');
export type N8n = InstanceType<Awaited<ReturnType<typeof load>>['N8n']>;
export type Run = Awaited<ReturnType<N8n['run']>>;

export interface Item {
  json: Record<string, unknown>;
  binary?: Record<string, { fileName?: string; mimeType: string; fileSize?: string; bytes?: number }>;
}

/** The n8n that setup.mjs started. */
export async function runningN8n(): Promise<N8n> {
  const { N8n } = await load();
  const { VIVIER_TEST_FOLDER: folder, VIVIER_TEST_PORT: port } = process.env;
  if (!folder || !port) throw new Error('test/integration/n8n/setup.mjs did not run');
  const n8n = new N8n({ folder, port: Number(port) });
  // n8n limits how often one may log in.
  n8n.cookie = process.env.VIVIER_TEST_COOKIE;
  return n8n;
}

export async function itemsOf(run: Run, node: string, output = 0): Promise<Item[]> {
  const { itemsOf: read } = await load();
  return read(run, node, output) as Item[];
}

/**
 * A part of the folder that n8n may read which no other flow reads: the ready-made workflow takes every file that lies in `cvs` itself for a candidate.
 * @returns where to write, and `name` as the first part of a selector of files
 */
export function ownFolder(n8n: N8n, name: string): { path: string; selector: string } {
  const path = join(n8n.folder, 'cvs', name);
  mkdirSync(path, { recursive: true });
  return { path, selector: `cvs/${name}` };
}

/** A sample CV in the name of somebody whom no other spec knows, so that what others do to its first owner does not matter. @returns what a flow reads it with */
export function ownPerson(n8n: N8n, folder: string, { name, phone }: { name: string; phone: string }): string {
  const sample = readFileSync(join(__dirname, '../../../samples/cvs/cv-lea-quintavalle.txt'), 'utf8');
  const login = name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replace(' ', '.');
  const { path, selector } = ownFolder(n8n, folder);
  const file = `cv-${login.replace('.', '-')}.txt`;
  const own = sample.replaceAll('Léa Quintavalle', name).replaceAll('lea.quintavalle', login);
  writeFileSync(join(path, file), own.replaceAll('06 39 98 77 30', phone));
  return `${selector}/${file}`;
}

/** Stores a credential in n8n. Without a name it is called after what it holds. @returns what a node says to use it */
export async function storeCredential(n8n: N8n, type: string, data: object, name?: string) {
  const body = { name: name ?? `${type} ${JSON.stringify(data)}`.slice(0, 120), type, data };
  const { id } = (await n8n.rest('/credentials', { method: 'POST', body })) as { id: string };
  return { [type]: { id, name: body.name } };
}

/** The credential with which a workflow asks n8n itself, with no more rights than the workflow’s note names. */
export async function n8nApiCredential(n8n: N8n) {
  const scopes = ['execution:list', 'execution:read', 'execution:delete'];
  const body = { label: `test ${Date.now()}`, expiresAt: null, scopes };
  const { rawApiKey } = (await n8n.rest('/api-keys', { method: 'POST', body })) as { rawApiKey: string };
  return await storeCredential(n8n, 'n8nApi', { apiKey: rawApiKey, baseUrl: `http://127.0.0.1:${n8n.port}/api/v1` });
}

type NodeDraft = Pick<INode, 'name' | 'type' | 'typeVersion' | 'parameters'> & Partial<INode>;

/**
 * A straight line of nodes behind a manual trigger, made through n8n's own interface, run once.
 * @param chatModel a chat model's node, connected to the last node of the line.
 */
export async function runLine(n8n: N8n, nodes: NodeDraft[], chatModel?: NodeDraft): Promise<Run> {
  const start: NodeDraft = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} };
  const drafts = [start, ...nodes, ...(chatModel ? [chatModel] : [])];
  const all = drafts.map((node, index) => ({ id: `node-${index}`, position: [index * 200, 0], ...node }));
  const line = chatModel ? all.slice(0, -1) : all;
  const connections: IConnections = {};
  for (let index = 0; index + 1 < line.length; index++) {
    connections[line[index].name] = { main: [[{ node: line[index + 1].name, type: 'main', index: 0 }]] };
  }
  if (chatModel) {
    const to = { node: line[line.length - 1].name, type: 'ai_languageModel' as const, index: 0 };
    connections[chatModel.name] = { ai_languageModel: [[to]] };
  }
  const body = {
    name: `Test ${line.map(({ name }) => name).join(', ')}`,
    nodes: all,
    connections,
    settings: { executionOrder: 'v1' },
  };
  const { id } = await n8n.rest('/workflows', { method: 'POST', body });
  return await n8n.run(id, 'Start');
}

/** Reads files of the folder n8n may read, as the ready-made workflows do. */
export const readFiles = (selector: string): NodeDraft => ({
  name: 'Read',
  type: 'n8n-nodes-base.readWriteFile',
  typeVersion: 1.1,
  parameters: { fileSelector: selector, options: {} },
});

export const vivierNode = (
  name: string,
  type: string,
  parameters: INode['parameters'],
  more: Partial<INode> = {},
): NodeDraft => ({
  name,
  type: `n8n-nodes-vivier.${type}`,
  typeVersion: 1,
  parameters,
  ...more,
});

export const OLLAMA = { vivierOllamaApi: { id: 'vivierOllama0001', name: 'Vivier Ollama' } };
export const OTHER_POOL = { vivierTalentPoolApi: { id: 'vivierPoolOther1', name: 'Another pool' } };
export const POOL = { vivierTalentPoolApi: { id: 'vivierPool000001', name: 'Vivier Talent Pool' } };
