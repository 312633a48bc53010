import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { itemsOf, ownPerson, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(180_000);

it('what looks like an expression in a CV stays text, also where an expression hands it on', async () => {
  const n8n = await runningN8n();
  const cv = ownPerson(n8n, 'expressions', { name: 'Quentin Accolade', phone: '06 39 98 71 48' });
  const file = join(n8n.folder, cv);
  const hostile = '{{ 7 * 191 }} ={{ $env.PATH }} {{ $execution.id }}';
  writeFileSync(file, `${readFileSync(file, 'utf8')}\nObjectif : ${hostile}\n`);
  const jsonOutput = '={{ JSON.stringify({ text: $json.cv.text }) }}';
  const run = await runLine(n8n, [
    readFiles(cv),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    { name: 'Set', type: 'n8n-nodes-base.set', typeVersion: 3.4, parameters: { mode: 'raw', jsonOutput, options: {} } },
  ]);
  const [{ json }] = await itemsOf(run, 'Set');
  expect(json.text).toContain(`Objectif : ${hostile}`);
});
