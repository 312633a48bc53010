// The flows that the tests of queue mode run: ready-made ones as a person publishes them, and a plain one that answers when the CV is in the pool.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../../scripts/lib/paths.mjs';
import { wait } from './supervised.mjs';

const HOOK = 'cv-in';
/** Nothing listens there: the rules read the CVs. */
const NO_MODEL = { hosts: 'http://127.0.0.1:9', model: 'none', apiKey: '' };

/** Stores what a flow needs to reach the pool and, if any, the mail server. @returns what nodes carry, by type */
export async function storeCredentials(topology, { smtpPort } = {}) {
  const store = async (type, name, data) => {
    const { id } = await topology.n8n.rest('/credentials', { method: 'POST', body: { name, type, data } });
    return { [type]: { id, name } };
  };
  const mail = { host: '127.0.0.1', port: smtpPort, secure: false, disableStartTls: true, user: '', password: '' };
  return {
    ...(await store('vivierTalentPoolApi', 'Vivier Talent Pool', topology.pool())),
    ...(await store('vivierOllamaApi', 'Vivier Ollama', topology.model?.credential ?? NO_MODEL)),
    ...(smtpPort ? await store('smtp', 'Vivier Mail', mail) : {}),
  };
}

const ready = (name) => JSON.parse(readFileSync(join(root, 'workflows', `${name}.json`), 'utf8'));

/** Publishes a ready-made workflow with these credentials. @param {(nodes: any[]) => void} change what a person would choose in it */
export async function publishReady({ n8n }, name, credentials, change = () => {}) {
  const { connections, nodes, settings } = ready(name);
  for (const node of nodes) {
    const [kind] = Object.keys(node.credentials ?? {});
    if (kind && credentials[kind]) node.credentials = { [kind]: credentials[kind] };
  }
  change(nodes);
  return await publish(n8n, { name, nodes, connections, settings });
}

/** @param {any[]} nodes */
export const nodeNamed = (nodes, name) => nodes.find((node) => node.name === name);

/** Writes values into the node “Settings”. */
export function fillIn(nodes, values) {
  for (const one of nodeNamed(nodes, 'Settings').parameters.assignments.assignments)
    one.value = values[one.name.replace('settings.', '')] ?? one.value;
}

async function publish(n8n, workflow) {
  const made = await n8n.rest('/workflows', { method: 'POST', body: workflow });
  await n8n.publish({ id: made.id, versionId: made.versionId });
  return made.id;
}

const LINE = (credentials) => [
  {
    name: 'Webhook',
    type: 'n8n-nodes-base.webhook',
    typeVersion: 2.1,
    webhookId: 'f5d5d3f2-0000-4000-8000-76697669e701',
    parameters: { httpMethod: 'POST', path: HOOK, responseMode: 'lastNode', options: { binaryPropertyName: 'data' } },
  },
  { name: 'CV Extract', type: 'n8n-nodes-vivier.cvExtract', typeVersion: 1, parameters: {} },
  { name: 'CV Analyze', type: 'n8n-nodes-vivier.cvAnalyze', typeVersion: 1, parameters: { engine: 'rules' } },
  {
    name: 'Save',
    type: 'n8n-nodes-vivier.talentPool',
    typeVersion: 1,
    parameters: { source: 'web' },
    credentials: { vivierTalentPoolApi: credentials.vivierTalentPoolApi },
  },
  {
    name: 'Answer',
    type: 'n8n-nodes-base.set',
    typeVersion: 3.4,
    parameters: {
      mode: 'raw',
      jsonOutput:
        '={{ JSON.stringify({ candidateId: $json.candidate.candidateId, created: $json.candidate.created }) }}',
      options: { stripBinary: true },
    },
  },
];

/** Webhook → CV Extract → CV Analyze (rules) → Talent Pool; the answer comes when the CV is stored. */
export async function publishLine({ n8n }, credentials, settings = {}) {
  const nodes = LINE(credentials).map((node, index) => ({ id: `n${index}`, position: [index * 200, 0], ...node }));
  const connections = {};
  nodes.slice(1).forEach(({ name }, index) => {
    connections[nodes[index].name] = { main: [[{ node: name, type: 'main', index: 0 }]] };
  });
  return await publish(n8n, { name: 'CV in', nodes, connections, settings: { executionOrder: 'v1', ...settings } });
}

/** Sends one CV as a web site would. @returns the answer; throws when there is none within the time, or a refusal */
export async function sendCv(topology, { fileName, data }, timeoutMs = 60_000) {
  const body = new FormData();
  body.append('data', new Blob([data], { type: 'text/plain' }), fileName);
  const answer = await fetch(`${topology.webhookUrl}/webhook/${HOOK}`, {
    method: 'POST',
    body,
    headers: { connection: 'close' },
    signal: AbortSignal.timeout(timeoutMs),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`HTTP ${answer.status}: ${text.slice(0, 300)}`);
  const said = JSON.parse(text);
  if (!said.candidateId) throw new Error(`no candidate in the answer: ${text.slice(0, 300)}`);
  return said;
}

/** Until the webhook is known to its processor. */
export async function hookIsThere(topology) {
  for (let tries = 0; tries < 100; tries++) {
    const said = await fetch(`${topology.webhookUrl}/webhook/${HOOK}`, { headers: { connection: 'close' } });
    // A GET to a known path is told that POST is meant.
    if (/POST/.test(await said.text())) return;
    await wait(200);
  }
  throw new Error('the webhook did not appear');
}
