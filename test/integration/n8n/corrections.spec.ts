import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, type N8n, OTHER_POOL, ownFolder, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(180_000);

const CV = `Maëlle Relecture-Essai
maelle.relecture@exemple.test
06 39 98 04 56

Soudeuse

Expériences
2019 - 2023 : Soudeuse, Atelier Exempel, Brest

Compétences
Soudure TIG, lecture de plans
`;

/** The workflow that the guide describes: what a review sheet sends goes into the pool, and the person who sent it reads what became of it. */
async function correctionsWorkflow(n8n: N8n, path: string): Promise<string> {
  const webhook = {
    ...{ id: 'hook', name: 'Webhook', type: 'n8n-nodes-base.webhook', typeVersion: 2, position: [0, 0] },
    webhookId: randomUUID(),
    parameters: { httpMethod: 'POST', path, responseMode: 'lastNode', options: {} },
  };
  const rectify = vivierNode(
    'Talent Pool',
    'talentPool',
    {
      ...{ resource: 'candidate', operation: 'rectify' },
      candidateId: { __rl: true, mode: 'id', value: '={{ $json.body.candidateId }}' },
      changes: '={{ $json.body.changes }}',
      by: '={{ $json.body.by }}',
      reason: '={{ $json.body.reason }}',
    },
    { credentials: OTHER_POOL, id: 'pool', position: [200, 0] },
  );
  const { id, versionId } = (await n8n.rest('/workflows', {
    method: 'POST',
    body: {
      name: 'Corrections test',
      nodes: [webhook, rectify],
      connections: { Webhook: { main: [[{ node: 'Talent Pool', type: 'main', index: 0 }]] } },
      settings: { executionOrder: 'v1' },
    },
  })) as { id: string; versionId: string };
  await n8n.publish({ id, versionId });
  return id;
}

it('applies what a review sheet sends to the profile in the pool', async () => {
  const n8n = await runningN8n();
  const hook = `corrections-${randomUUID()}`;
  const address = `http://127.0.0.1:${n8n.port}/webhook/${hook}`;
  const workflow = await correctionsWorkflow(n8n, hook);
  try {
    const { path, selector } = ownFolder(n8n, 'corrections');
    writeFileSync(join(path, 'maelle.txt'), CV);
    const run = await runLine(n8n, [
      readFiles(`${selector}/maelle.txt`),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
      vivierNode('Talent Pool', 'talentPool', {}, { credentials: OTHER_POOL }),
      vivierNode('CV Document', 'cvDocument', { operation: 'reviewSheet', correctionsUrl: address }),
    ]);
    expect(run.status).toBe('success');
    const [{ json, binary }] = await itemsOf(run, 'CV Document');
    expect(binary?.document.mimeType).toBe('text/html');
    const { candidateId } = json.candidate as { candidateId: string };
    // As the browser sends the sheet's form: test/unit/documents/review-sheet.browser.spec.ts.
    const changes = JSON.stringify([{ path: 'experiences.0.employer', value: 'Atelier Exemple' }]);
    const form = { candidateId, fileName: 'maelle.txt', sha256: '', changes, by: 'A. Martin, RH', reason: 'relu' };
    const answer = await fetch(address, {
      ...{ method: 'POST', body: new URLSearchParams(form), headers: { connection: 'close' } },
    });
    expect(answer.status).toBe(200);
    const { rectified } = (await answer.json()) as {
      rectified: { changed: boolean; profile: { experiences: { employer: string }[] } };
    };
    expect(rectified).toMatchObject({ changed: true, profile: { experiences: [{ employer: 'Atelier Exemple' }] } });
    const read = vivierNode(
      'Talent Pool',
      'talentPool',
      { resource: 'candidate', operation: 'get', candidateId: { __rl: true, mode: 'id', value: candidateId } },
      { credentials: OTHER_POOL },
    );
    const [stored] = await itemsOf(await runLine(n8n, [read]), 'Talent Pool');
    expect(JSON.stringify(stored.json)).toContain('Atelier Exemple');
  } finally {
    await n8n.unpublish(workflow);
  }
});
