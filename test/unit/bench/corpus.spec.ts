import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const load = () => import('../../bench/corpus.mjs');
const options = () => import('../../bench/options.mjs');

describe('the corpus', () => {
  let folder: string;
  const manifest = [
    { id: 'a', file: 'files/a.pdf', truth: 'truth/a.json', kind: 'pdf-1col' },
    { id: 'b', file: 'files/b.docx', kind: 'docx' },
  ];

  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'vivier-bench-'));
    mkdirSync(join(folder, 'dev', 'truth'), { recursive: true });
    writeFileSync(join(folder, 'dev', 'manifest.json'), JSON.stringify(manifest));
    writeFileSync(join(folder, 'dev', 'truth', 'a.json'), '{}');
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('a manifest of a few documents still leads to their truths', async () => {
    const { writeManifest } = await load();
    const path = writeManifest({ bench: folder, split: 'dev' }, manifest, join(folder, 'out', 'deep', 'part.json'));
    const [first, second] = JSON.parse(readFileSync(path, 'utf8'));
    expect(existsSync(join(dirname(path), first.truth))).toBe(true);
    expect(second).toEqual(manifest[1]);
  });

  it('only documents of the kinds asked for; an unknown kind names the known ones', async () => {
    const { readCorpus } = await load();
    const { readOptions } = await options();
    const of = (kinds: string) => readCorpus(readOptions(['extract', '--bench', folder, '--kinds', kinds]));
    expect(of('docx').map(({ id }) => id)).toEqual(['b']);
    expect(() => of('xlsx')).toThrow(expect.objectContaining({ hint: 'pdf-1col, docx' }));
  });

  it('says which file is missing where there is no corpus, and how to name another folder', async () => {
    const { readOptions } = await options();
    const read = () => readOptions(['extract', '--bench', join(folder, 'nowhere')]);
    expect(read).toThrow(/manifest\.json/);
    expect(read).toThrow(expect.objectContaining({ hint: expect.stringContaining('--bench') }));
  });

  it.each([[[]], [['translate']], [['extract', 'score']], [['extract', '--fast']], [['score', '--kinds', 'docx']]])(
    'wrong use %j: shows how it is used',
    async (args) => {
      const { readOptions } = await options();
      expect(() => readOptions(args)).toThrow(expect.objectContaining({ hint: expect.stringContaining('--peers') }));
    },
  );
});
