import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FilledForm } from './forms';
import { type N8n, runningN8n } from './running';

jest.setTimeout(120_000);

const SAMPLES = join(__dirname, '../../../samples/cvs');
const CONSENT =
  'J’accepte que mon CV soit conservé 2 ans pour des recrutements. · I agree that my CV is kept for 2 years for recruitment.';

const submit = (n8n: N8n, fileName: string, data: Buffer) =>
  new FilledForm(n8n, 'cv').send([{ fileName, data }, JSON.stringify([CONSENT])]);

describe('“Submit a CV by web form”', () => {
  let n8n: N8n;
  beforeAll(async () => {
    n8n = await runningN8n();
  });

  it('asks for the file and the consent, in French and English', async () => {
    const page = await new FilledForm(n8n, 'cv').open();
    expect(page).toContain('Déposer votre CV');
    expect(page).toContain('Submit your CV');
    expect(page).toContain('type="file"');
    expect(page).toContain('I agree that my CV is kept');
  });

  it('answers with the profile that was read', async () => {
    const page = await submit(n8n, 'cv-camille-fontanel.pdf', readFileSync(join(SAMPLES, 'cv-camille-fontanel.pdf')));
    expect(page).toContain('Camille');
    expect(page).toContain('Fontanel');
  });

  it('tells the person what to do when the file can’t be read', async () => {
    const page = await submit(n8n, 'cv.pdf', Buffer.from('%PDF-1.7 broken'));
    expect(page).toContain('Votre CV n’a pas pu être lu');
    expect(page).toContain('cv.pdf');
    expect(page).toMatch(/Send|send|Ask/);
  });
});
