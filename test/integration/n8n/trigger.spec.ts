import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, type N8n, OTHER_POOL, ownFolder, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(180_000);

const CV = `Soizic Trigger-Essai
soizic.trigger@exemple.test
06 39 98 01 23

Soudeuse

Expériences
2019 - 2023 : Soudeuse, Atelier Exemple, Brest

Compétences
Soudure TIG, lecture de plans
`;

/** Waits for an execution of a workflow that n8n started by itself. */
async function executionOf(n8n: N8n, workflowId: string): Promise<string> {
  const filter = encodeURIComponent(JSON.stringify({ workflowId }));
  for (let wait = 0; wait < 120; wait++) {
    const { results } = (await n8n.rest(`/executions?filter=${filter}&limit=5`)) as {
      results: { status: string; id: string }[];
    };
    const done = results.find(({ status }) => status === 'success');
    if (done) return done.id;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('the trigger started nothing');
}

it('starts an active workflow when a candidate comes in', async () => {
  const n8n = await runningN8n();
  const trigger = vivierNode(
    'Pool Trigger',
    'talentPoolTrigger',
    { events: ['candidate-added'], interval: 1 },
    { credentials: OTHER_POOL, id: 'trigger', position: [0, 0] },
  );
  const workflow = (await n8n.rest('/workflows', {
    method: 'POST',
    body: { name: 'Trigger test', nodes: [trigger], connections: {}, settings: { executionOrder: 'v1' } },
  })) as { id: string; versionId: string };
  await n8n.rest(`/workflows/${workflow.id}/activate`, { method: 'POST', body: { versionId: workflow.versionId } });
  try {
    const { path, selector } = ownFolder(n8n, 'trigger');
    writeFileSync(join(path, 'soizic.txt'), CV);
    const run = await runLine(n8n, [
      readFiles(`${selector}/soizic.txt`),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('Talent Pool', 'talentPool', {}, { credentials: OTHER_POOL }),
    ]);
    expect(run.status).toBe('success');
    const [{ json }] = await itemsOf(run, 'Talent Pool');
    const { candidateId } = json.candidate as { candidateId: string };
    const id = await executionOf(n8n, workflow.id);
    const execution = JSON.stringify(await n8n.rest(`/executions/${id}`));
    expect(execution).toContain(candidateId);
    expect(execution).toMatch(/event-\d+/);
  } finally {
    await n8n.rest(`/workflows/${workflow.id}/deactivate`, { method: 'POST', body: {} });
  }
});
