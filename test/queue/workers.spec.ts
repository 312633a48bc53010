import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilledForm } from '../integration/n8n/forms';
import {
  type N8n,
  POOL,
  readFiles,
  runLine,
  runningN8n,
  storeCredential,
  vivierNode,
} from '../integration/n8n/running';
import { openLine, webhookOf } from './line';

const SAMPLES = join(__dirname, '../../samples/cvs');
const CV = readFileSync(join(SAMPLES, 'cv-lea-quintavalle.txt'), 'utf8')
  .replaceAll('Léa Quintavalle', 'Ronan Ensemble')
  .replaceAll('lea.quintavalle', 'ronan.ensemble')
  .replaceAll('06 39 98 77 30', '06 39 98 40 44');

let n8n: N8n;
let webhook: N8n;
beforeAll(async () => {
  n8n = await runningN8n();
  webhook = webhookOf(n8n);
});

it('the same CV in several runs at once, over the webhook processor, is one candidate', async () => {
  const line = await openLine(n8n, webhook.port, POOL);
  const answers = await Promise.all(Array.from({ length: 8 }, () => line.send(CV)));
  await line.stop();
  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 200));
  expect(new Set(answers.map(({ candidate }) => candidate?.candidateId)).size).toBe(1);
  expect(answers.filter(({ candidate }) => candidate?.created)).toHaveLength(1);
});

it('a form that the webhook processor serves is handled by a worker', async () => {
  const consent =
    'J’accepte que mon CV soit conservé 2 ans pour des recrutements. · I agree that my CV is kept for 2 years for recruitment.';
  const data = readFileSync(join(SAMPLES, 'cv-camille-fontanel.pdf'));
  const page = await new FilledForm(webhook, 'cv').send([{ fileName: 'cv.pdf', data }, JSON.stringify([consent])]);
  expect(page).toContain('Camille');
});

it('a form for recruiters shows nothing without an n8n account, also on the webhook processor', async () => {
  const url = `http://127.0.0.1:${webhook.port}/form/ask`;
  expect((await fetch(url, { redirect: 'manual', headers: { connection: 'close' } })).status).toBe(302);
});

it('a worker refuses a pool in a folder before it is opened', async () => {
  const folder = join(n8n.folder, 'pool-refused');
  const embedded = await storeCredential(n8n, 'vivierTalentPoolApi', { backend: 'embedded', folder });
  const run = await runLine(n8n, [
    readFiles('cvs/cv-lea-quintavalle.txt'),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', {}, { credentials: embedded as never }),
  ]);
  expect(run.status).toBe('error');
  expect(run.error?.message).toContain('queue mode');
});
