import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { sample, tempFolder, vivier } from './run';

describe('the vivier command', () => {
  it.each([
    ['an unknown command', ['transform']],
    ['no folder for the results', ['text', 'cv.pdf']],
    ['an unknown engine', ['parse', 'cv.pdf', '--out', 'x', '--engine', 'magic']],
    ['a day that does not exist', ['parse', 'cv.pdf', '--out', 'x', '--reference-date', '2026-02-30']],
    ['no documents at the same time', ['text', 'cv.pdf', '--out', 'x', '--concurrency', '0']],
  ])('refuses %s with exit code 2 and a word on what is wrong', async (_name, args) => {
    const { code, stderr, stdout } = await vivier(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(/^Error: /);
    expect(stderr).toContain('vivier --help');
  });

  it('explains itself in French and English', async () => {
    const [french, english] = await Promise.all([
      vivier(['--help'], { VIVIER_LANGUAGE: 'fr' }),
      vivier(['parse', '--help'], { VIVIER_LANGUAGE: 'en' }),
    ]);
    expect(french).toMatchObject({ code: 0, stderr: '' });
    expect(french.stdout).toMatch(/Utilisation : vivier[^]*parse[^]*transforme des CV/);
    expect(english.stdout).toMatch(/Usage: vivier parse[^]*--reference-date/);
  });

  it('says so when a folder has no file to read', async () => {
    const work = tempFolder();
    mkdirSync(join(work, 'in'));
    const { code, stderr } = await vivier(['text', join(work, 'in'), '--out', join(work, 'out')]);
    expect(code).toBe(1);
    expect(stderr).toContain('There is no file to read.');
  });

  it('says so when the folder for the results can’t be made', async () => {
    const { code, stderr } = await vivier([
      'text',
      sample('cv-lea-quintavalle.txt'),
      '--out',
      sample('cv-lea-quintavalle.txt'),
    ]);
    expect(code).toBe(1);
    expect(stderr).toContain('EEXIST');
  });
});
