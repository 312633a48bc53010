import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Profile } from '../../../lib/profile';
import { CONSENT, FilledForm, submitCv } from './forms';
import { itemsOf, type N8n, POOL, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(120_000);

const SAMPLES = join(__dirname, '../../../samples/cvs');
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
    expect(page).toContain('I agree that my CV and the documents with it are kept');
  });

  it('answers with the profile that was read', async () => {
    const page = await submitCv(n8n, 'cv-camille-fontanel.pdf', readFileSync(join(SAMPLES, 'cv-camille-fontanel.pdf')));
    expect(page).toContain('Camille');
    expect(page).toContain('Fontanel');
  });

  it('keeps the letter and every diploma with the person, and notes to which day they agreed', async () => {
    const own = readFileSync(join(SAMPLES, 'cv-lea-quintavalle.txt'), 'utf8');
    const text = own.replaceAll('Léa Quintavalle', 'Garance Trémolet').replaceAll('lea.quintavalle', 'garance');
    const cv = { fileName: 'cv.txt', data: Buffer.from(text.replaceAll('06 39 98 77 30', '06 39 98 41 52')) };
    const letter = { fileName: 'lettre.txt', data: Buffer.from('Madame, Monsieur, votre annonce…') };
    const diplomas = ['bts.pdf', 'caces.pdf'].map((fileName) => ({ fileName, data: Buffer.from('%PDF-1.4 scan') }));
    const page = await new FilledForm(n8n, 'cv').send([cv, letter, diplomas, JSON.stringify([CONSENT])]);
    expect(page).toContain('Trémolet');
    const asked = (more: object) => vivierNode('Pool', 'talentPool', more as never, { credentials: POOL });
    const agreed = {
      field: 'consentUntil',
      comparison: 'greaterOrEqual',
      value: `${new Date().getFullYear() + 2}-01-01`,
    };
    const found = await runLine(n8n, [asked({ operation: 'getAll', where: { values: [agreed] } })]);
    const people = (await itemsOf(found, 'Pool')).map(({ json }) => json as { candidateId: string; profile: Profile });
    const candidateId = people.find(({ profile }) => profile.identity.lastName === 'Trémolet')?.candidateId;
    expect(candidateId).toBeDefined();
    const kept = await runLine(n8n, [asked({ resource: 'document', operation: 'getAll', candidateId })]);
    const records = (await itemsOf(kept, 'Pool')).map(({ json: { kind, name } }) => ({ kind, name }));
    const kind = 'submitted-document';
    expect(records.sort((a, b) => String(a.name).localeCompare(String(b.name)))).toEqual(
      ['bts.pdf', 'caces.pdf', 'lettre.txt'].map((name) => ({ kind, name })),
    );
  });

  it('tells the person what to do when the file can’t be read', async () => {
    const page = await submitCv(n8n, 'cv.pdf', Buffer.from('%PDF-1.7 broken'));
    expect(page).toContain('Votre CV n’a pas pu être lu');
    expect(page).toContain('cv.pdf');
    expect(page).toMatch(/Send|send|Ask/);
  });
});
