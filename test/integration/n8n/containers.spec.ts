import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { letter, makeMail } from '../../unit/extract/support/mail';
import { itemsOf, type Item, type N8n, ownFolder, readFiles, runLine, runningN8n, vivierNode } from './running';

jest.setTimeout(120_000);

const SAMPLES = join(__dirname, '../../../samples/cvs');
const cv = readFileSync(join(SAMPLES, 'cv-camille-fontanel.pdf'));
const text = readFileSync(join(SAMPLES, 'cv-lea-quintavalle.txt'));

interface Cv {
  fileName: string;
  text: string;
  origin: { container: string; path: string; role: string; mail?: { date: string } };
  duplicateOf?: object;
}
const cvOf = (item: Item) => item.json.cv as Cv;

describe('CV Extract with files that hold several documents', () => {
  let n8n: N8n;

  beforeAll(async () => {
    n8n = await runningN8n();
    const { path: folder } = ownFolder(n8n, 'containers');
    writeFileSync(
      join(folder, 'candidatures.zip'),
      zipSync({ 'a/camille.pdf': cv, 'lea.txt': text, 'son.mp3': strToU8('ID3\u0004'), 'copie.pdf': cv }),
    );
    const pdf = { type: 'application/pdf', name: 'CV Camille.pdf', data: cv };
    writeFileSync(join(folder, 'candidature.eml'), makeMail([letter('Madame, Monsieur, voici mon CV.'), pdf]));
  });

  it('gives an item for each file of an archive, with that file in it, and marks the copy', async () => {
    const onError = { onError: 'continueErrorOutput' } as const;
    const run = await runLine(n8n, [
      readFiles('cvs/containers/candidatures.zip'),
      vivierNode('CV Extract', 'cvExtract', {}, onError),
    ]);
    expect(run.status).toBe('success');
    const items = await itemsOf(run, 'CV Extract');
    expect(
      items.map((item) => [cvOf(item).origin.path, item.binary?.data.fileName, item.binary?.data.mimeType]),
    ).toEqual([
      ['a/camille.pdf', 'camille.pdf', 'application/pdf'],
      ['lea.txt', 'lea.txt', 'text/plain'],
      ['copie.pdf', 'copie.pdf', 'application/pdf'],
    ]);
    expect(items.map((item) => cvOf(item).duplicateOf)).toEqual([
      undefined,
      undefined,
      { fileName: 'camille.pdf', by: 'file' },
    ]);
    const [failed] = await itemsOf(run, 'CV Extract', 1);
    expect(failed.json.error).toMatchObject({ code: 'unknown-type', fileName: 'son.mp3' });
  });

  it('leaves duplicates out when it is asked to', async () => {
    const parameters = { options: { duplicates: 'leaveOut' } };
    const onError = { onError: 'continueRegularOutput' } as const;
    const run = await runLine(n8n, [
      readFiles('cvs/containers/candidatures.zip'),
      vivierNode('CV Extract', 'cvExtract', parameters, onError),
    ]);
    const items = await itemsOf(run, 'CV Extract');
    expect(items.map((item) => cvOf(item)?.fileName ?? (item.json.error as { code: string }).code)).toEqual([
      'camille.pdf',
      'lea.txt',
      'unknown-type',
    ]);
  });

  it('gives a mail’s letter and its attachment, which the next nodes take as they take a file', async () => {
    const run = await runLine(n8n, [
      readFiles('cvs/containers/candidature.eml'),
      vivierNode('CV Extract', 'cvExtract', {}),
      vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    ]);
    expect(run.status).toBe('success');
    const items = await itemsOf(run, 'CV Analyze');
    expect(items.map((item) => cvOf(item).origin.role)).toEqual(['body', 'attachment']);
    expect(items[1].binary?.data.fileName).toBe('CV Camille.pdf');
    expect(cvOf(items[1]).origin.mail?.date).toBe('2026-03-03T08:15:00.000Z');
    expect((items[1].json.profile as { identity: { lastName: string } }).identity.lastName).toMatch(/Fontanel/i);
    expect(items[0].json).not.toHaveProperty('profile');
    expect(items[0].json).toMatchObject({
      letter: { subject: 'Candidature au poste de comptable', text: expect.stringContaining('voici mon CV') as string },
      review: { needed: false },
    });
    expect(items[1].json.coverLetter).toContain('voici mon CV');
    expect((items[1].json.profile as { meta: { referenceDate: string } }).meta.referenceDate).toBe('2026-03-03');
  });

  it('gives only the attachments when the letter is not wanted', async () => {
    const parameters = { options: { mailText: 'alone' } };
    const run = await runLine(n8n, [
      readFiles('cvs/containers/candidature.eml'),
      vivierNode('CV Extract', 'cvExtract', parameters),
    ]);
    expect((await itemsOf(run, 'CV Extract')).map((item) => cvOf(item).fileName)).toEqual(['CV Camille.pdf']);
  });
});
