import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { INode } from 'n8n-workflow';
import { answer, type Fault, startFaultServer, status, type FaultServer } from '../../unit/ollama/fault-server';
import {
  itemsOf,
  type N8n,
  ownFolder,
  ownPerson,
  readFiles,
  runLine,
  runningN8n,
  storeCredential,
  vivierNode,
} from './running';

jest.setTimeout(180_000);

const READ = { name: 'Ysoline Marguerin', phone: '06 39 98 71 51' };
const UNREADABLE = { name: 'Barnabé Ouragane', phone: '06 39 98 71 52' };
/** Refused for one CV, an answer that adds nothing for all others. */
const ADDS_NOTHING = answer(
  JSON.stringify({
    ...{ experiences: [], education: [], languages: [], certifications: [], projects: [], interests: [], skills: [] },
    ...{ nameLine: 1, firstName: '', lastName: '', headlineLine: 0, headline: '', cityLine: 0, city: '' },
    ...{ summaryFrom: 0, summaryTo: 0 },
  }),
);
const fault: Fault = (request, response, count) => {
  const asked = JSON.stringify(model.received[count - 1]);
  return (asked.includes('Ouragane') ? status(400) : ADDS_NOTHING)(request, response, count);
};

type Credential = Awaited<ReturnType<typeof storeCredential>>;
let n8n: N8n;
let model: FaultServer;
let pool: Credential;
let ollama: Credential;

beforeAll(async () => {
  n8n = await runningN8n();
  model = await startFaultServer(fault);
  const { path } = ownFolder(n8n, 'waiting');
  const folder = join(path, 'pool');
  pool = await storeCredential(n8n, 'vivierTalentPoolApi', { backend: 'embedded', folder, encryptionKey: 'of a test' });
  ollama = await storeCredential(n8n, 'vivierOllamaApi', { hosts: model.url, model: 'mistral:7b-instruct' });
});

afterAll(() => model.close());

interface Waiting {
  count: number;
  people: number;
  underWay: number;
}

/** Metrics as a flow has them, and as Prometheus reads them. */
async function waiting() {
  const parameters = { resource: 'pool', operation: 'metrics' };
  const run = await runLine(n8n, [vivierNode('Metrics', 'talentPool', parameters, { credentials: pool })]);
  const [{ json }] = await itemsOf(run, 'Metrics');
  return { ...(json.metrics as { waiting: Waiting }).waiting, text: String(json.text) };
}

/** The ready-made workflow with one change: one CV at once, so that a second one needs a second round. @returns its number in n8n */
async function shippedFlow(): Promise<string> {
  const file = join(__dirname, '../../../workflows/let-the-model-read-what-waits.json');
  const { connections, nodes, settings } = JSON.parse(readFileSync(file, 'utf8')) as {
    nodes: INode[];
    connections: object;
    settings: object;
  };
  for (const node of nodes) {
    if (node.credentials) node.credentials = 'vivierOllamaApi' in node.credentials ? ollama : pool;
    if (node.name === 'Take who waits') node.parameters.atOnce = 1;
  }
  const body = { name: 'Waiting, one at once', nodes, connections, settings };
  const { id } = (await n8n.rest('/workflows', { method: 'POST', body })) as { id: string };
  return id;
}

it('the rules answer at once; the model reads later, round after round, and a CV that it refuses holds up no other', async () => {
  const coming = (urgent: boolean, person: typeof READ) =>
    runLine(n8n, [
      readFiles(ownPerson(n8n, 'waiting', person)),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'later', options: { urgent } }),
      vivierNode('Save', 'talentPool', {}, { credentials: pool }),
    ]);
  await coming(true, UNREADABLE);
  const [saved] = await itemsOf(await coming(false, READ), 'Save');
  expect(saved?.json.profile).toMatchObject({ meta: { engine: 'rules', model: null } });
  expect(model.received).toHaveLength(0);
  const before = await waiting();
  expect(before).toMatchObject({ count: 2, people: 1, underWay: 0 });
  expect(before.text).toContain('vivier_waiting_for_model{who="person"} 1');

  const run = await n8n.run(await shippedFlow(), 'Every 5 minutes');
  expect(run.error?.message).toBeUndefined();
  const [read] = await itemsOf(run, 'Save to the talent pool');
  const { candidateId } = saved?.json.candidate as { candidateId: string };
  expect(read?.json.candidate).toMatchObject({ candidateId, created: false });
  expect(read?.json.profile).toMatchObject({ meta: { model: { name: 'mistral:7b-instruct' } } });
  // Refused, given back, and resting.
  expect((await itemsOf(run, 'Give back'))[0]?.json).toMatchObject({ waits: true });
  expect(await waiting()).toMatchObject({ count: 1, people: 1, underWay: 0 });
});
