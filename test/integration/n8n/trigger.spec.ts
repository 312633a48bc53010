import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, OTHER_POOL, ownFolder, readFiles, runLine, runningN8n, vivierNode } from './running';
import { watchWith } from './watching';

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

it('starts an active workflow when a candidate comes in', async () => {
  const n8n = await runningN8n();
  const watching = await watchWith(n8n, { events: ['candidate-added'], interval: 1 }, OTHER_POOL);
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
    const execution = await watching.execution();
    expect(execution).toContain(candidateId);
    expect(execution).toMatch(/event-\d+/);
  } finally {
    await watching.stop();
  }
});
