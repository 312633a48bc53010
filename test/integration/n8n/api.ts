import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkDescribed } from './described';
import { publish } from './mail-server';
import { itemsOf, type N8n, runLine, storeCredential, vivierNode } from './running';

export const readWorkflow = (name: string) =>
  JSON.parse(readFileSync(join(__dirname, `../../../workflows/${name}.json`), 'utf8'));

/** A pool that no other spec uses. @returns what a node says to use it */
export const ownPool = (n8n: N8n, name: string) =>
  storeCredential(n8n, 'vivierTalentPoolApi', {
    ...{ backend: 'embedded', folder: join(n8n.folder, `pool-${name}`), encryptionKey: 'only for these tests' },
  });

export type Role = 'intake' | 'recruiter' | 'auditor' | 'administrator';

/** Makes a key as an administrator does, with the Talent Pool node. */
export async function makeKey(n8n: N8n, pool: object, role: Role): Promise<string> {
  const parameters = { resource: 'apiKey', operation: 'add', name: `test ${role}`, role, by: 'T. Est' };
  const run = await runLine(n8n, [vivierNode('Key', 'talentPool', parameters, { credentials: pool as never })]);
  const [{ json }] = await itemsOf(run, 'Key');
  return json.key as string;
}

/**
 * The ready-made workflows of the HTTP API on a pool of their own. `perMinute`: how many requests a key may send;
 * `slow`: an endpoint with one a second. Every answer is held against docs/openapi.json.
 */
export async function startApi(n8n: N8n, pool: object, perMinute: number, slow = '') {
  const flows: Awaited<ReturnType<typeof publish>>[] = [];
  for (const name of ['api-cvs', 'api-candidates', 'api-documents', 'api-offers', 'api-state']) {
    const change = (nodes: { parameters: Record<string, unknown> }[]) => {
      for (const { parameters } of nodes.filter((node) => 'endpoint' in node.parameters))
        parameters.perMinute = parameters.endpoint === slow ? 60 : perMinute;
    };
    flows.push(await publish(n8n, readWorkflow(name), { credentials: pool as Record<string, object>, change }));
  }
  const base = `http://127.0.0.1:${n8n.port}/webhook`;
  const api = async (key: string | null, path: string, init: RequestInit = {}) => {
    const headers = new Headers(init.headers);
    headers.set('connection', 'close');
    if (key) headers.set('authorization', `Bearer ${key}`);
    const response = await fetch(`${base}${path}`, { ...init, headers });
    const body = Buffer.from(await response.arrayBuffer());
    const type = response.headers.get('content-type') ?? '';
    const answer = { status: response.status, headers: response.headers, type, body, json: asJson(type, body) };
    checkDescribed(init.method ?? 'GET', path, answer);
    return answer;
  };
  return { api, base, stop: async () => void (await Promise.all(flows.map(({ stop }) => stop()))) };
}

const asJson = (type: string, body: Buffer): Record<string, unknown> =>
  type.includes('json') ? (JSON.parse(body.toString()) as Record<string, unknown>) : {};

export const sendJson = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'content-type': 'application/json' },
  body: typeof body === 'string' ? body : JSON.stringify(body),
});

export function sendFile(fileName: string, data: Uint8Array, fields: Record<string, string> = {}): RequestInit {
  const body = new FormData();
  body.append('cv', new Blob([new Uint8Array(data)]), fileName);
  for (const [name, value] of Object.entries(fields)) body.append(name, value);
  return { method: 'POST', body };
}
