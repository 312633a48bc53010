import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type N8n, runningN8n } from './running';

jest.setTimeout(120_000);

const SAMPLES = join(__dirname, '../../../samples/cvs');
const CONSENT =
  'J’accepte que mon CV soit conservé 2 ans pour des recrutements. · I agree that my CV is kept for 2 years for recruitment.';

/** A page's text; n8n may close an idle connection at the very moment it is used again, so each has its own. */
const read = async (url: URL) => (await fetch(url, { headers: { connection: 'close' } })).text();

/** Sends the form as a browser does and follows it to its answer page. */
async function submit(n8n: N8n, fileName: string, data: Buffer): Promise<string> {
  const url = `http://127.0.0.1:${n8n.port}/form/cv`;
  const body = new FormData();
  body.append('field-0', new Blob([new Uint8Array(data)]), fileName);
  body.append('field-1', JSON.stringify([CONSENT]));
  const { formWaitingUrl } = (await (await fetch(url, { method: 'POST', body })).json()) as { formWaitingUrl: string };
  const waiting = new URL(formWaitingUrl);
  waiting.host = `127.0.0.1:${n8n.port}`;
  const status = new URL(waiting);
  status.pathname += '/n8n-execution-status';
  for (let tries = 0; tries < 100; tries++) {
    if ((await read(status)).trim() === 'form-waiting') return await read(waiting);
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new Error('the form gave no answer page');
}

describe('“Submit a CV by web form”', () => {
  let n8n: N8n;
  beforeAll(async () => {
    n8n = await runningN8n();
  });

  it('asks for the file and the consent, in French and English', async () => {
    const page = await (await fetch(`http://127.0.0.1:${n8n.port}/form/cv`)).text();
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
