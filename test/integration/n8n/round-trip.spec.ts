import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, type N8n, ownFolder, runningN8n } from './running';

jest.setTimeout(240_000);

interface Workflow {
  id: string;
  name: string;
  nodes: object[];
  connections: object;
  settings: object;
}

const load = () => import('../../../scripts/lib/demo.mjs');

/** What makes a workflow what it is. */
const essence = ({ name, nodes, connections, settings }: Workflow) => ({ name, nodes, connections, settings });
const againOf = (id: string) => `again${id}`.slice(0, 20);

let n8n: N8n;
let shipped: Workflow[];
beforeAll(async () => {
  n8n = await runningN8n();
  shipped = (await load()).readWorkflows() as Workflow[];
});

it('every workflow comes through `n8n export:workflow` and `n8n import:workflow` unchanged, and one of them is run', async () => {
  const { path } = ownFolder(n8n, 'round-trip');
  const file = join(path, 'all.json');
  await n8n.command(['export:workflow', '--all', `--output=${file}`]);
  const exported = new Map((JSON.parse(readFileSync(file, 'utf8')) as Workflow[]).map((one) => [one.id, one]));
  for (const one of shipped) expect(essence(exported.get(one.id) as Workflow)).toEqual(essence(one));

  // Beside the first, under ids of their own: other specs use those.
  const copies = shipped.map(({ id }) => ({ ...exported.get(id), id: againOf(id), active: false }));
  writeFileSync(file, JSON.stringify(copies));
  await n8n.command(['import:workflow', `--input=${file}`]);
  for (const one of shipped) {
    const again = (await n8n.rest(`/workflows/${againOf(one.id)}`)) as Workflow;
    expect(essence(again)).toEqual(essence(one));
  }
  const run = await n8n.run(againOf('vivierAskPool'), 'Question in the chat', {
    data: { chatInput: 'soudeur à Brest' },
  });
  expect(run.error?.message).toBeUndefined();
  const [{ json }] = await itemsOf(run, 'Answer in the chat');
  expect(json.text).toMatch(/Brest/);
});
