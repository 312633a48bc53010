import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { strToU8, zipSync } from 'fflate';
import { makeMail } from '../extract/support/mail';
import { readJson, sample, tempFolder, vivier, type Finished } from './run';

const cv = readFileSync(sample('cv-lea-quintavalle.txt'));

describe('vivier with files that hold several documents', () => {
  const work = tempFolder();
  const out = join(work, 'text');
  let run: Finished;

  beforeAll(async () => {
    const archive = zipSync({
      'a/cv.txt': cv,
      'b/cv.txt': strToU8('Camille Rousseau'),
      'son.mp3': strToU8('ID3\u0004'),
    });
    const mail = makeMail([{ type: 'text/plain', name: 'cv.txt', data: cv }]);
    writeFileSync(join(work, 'dossier.zip'), archive);
    writeFileSync(join(work, 'candidature.eml'), mail);
    writeFileSync(join(work, 'liste.csv'), 'Nom;Prénom;E-mail;Poste\nNoël;Élodie;e@example.com;Soudeuse\n');
    const files = ['dossier.zip', 'candidature.eml', 'liste.csv'].map((name) => join(work, name));
    run = await vivier(['text', ...files, '--out', out]);
  }, 60_000);

  it('writes one result for each document, under clear names', () => {
    expect(readdirSync(out).sort()).toEqual([
      'candidature.eml-cv.txt.json',
      'dossier.zip-a-cv.txt.json',
      'dossier.zip-b-cv.txt.json',
      'dossier.zip-son.mp3.json',
      'liste.csv-2.json',
    ]);
    expect(readJson(out, 'candidature.eml-cv.txt.json')).toMatchObject({
      meta: { status: 'ok' },
      origin: { container: 'candidature.eml', role: 'attachment' },
    });
  });

  it('goes on after one that is refused, and counts documents', () => {
    expect(readJson(out, 'dossier.zip-son.mp3.json')).toMatchObject({
      meta: { status: 'error', code: 'unknown-type' },
    });
    expect(run.code).toBe(1);
    expect(run.stderr).toContain('4 read, 1 refused.');
  });

  it('takes the mail’s date for what “present” means', async () => {
    const profiles = join(work, 'profiles');
    await vivier(['parse', join(work, 'candidature.eml'), '--engine', 'rules', '--out', profiles]);
    expect(readJson(profiles, 'candidature.eml-cv.txt.json')).toMatchObject({ meta: { referenceDate: '2026-03-03' } });
  }, 60_000);
});
