import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { submitCv } from './forms';
import { runningN8n } from './running';

jest.setTimeout(120_000);

const MARKUP = '<img src=x onerror=alert(4711)>';

it('the form’s answer shows markup out of a CV as text: nothing of it becomes part of the page', async () => {
  const sample = readFileSync(join(__dirname, '../../../samples/cvs/cv-lea-quintavalle.txt'), 'utf8');
  const cv = sample
    .replaceAll('Léa Quintavalle', 'Honorine Escarpelle')
    .replaceAll('lea.quintavalle', 'honorine')
    .replaceAll('06 39 98 77 30', '06 39 98 41 53')
    .replace('Conseil aux clients', `Conseil aux clients ${MARKUP}`);
  const page = await submitCv(await runningN8n(), 'cv.txt', Buffer.from(cv));
  expect(page).toContain('Honorine Escarpelle');
  expect(page).toContain('Conseil aux clients &lt;img src=x onerror=alert(4711)&gt;');
  expect(page).not.toContain('<img src=x');
});
