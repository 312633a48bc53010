import { execFileSync } from 'node:child_process';
import { mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readJson, tempFolder, vivier } from './run';

const CV = 'Jo Example\njo@example.com\nSkills: Excel\n';

describe('vivier with hostile or odd file names', () => {
  it('does not pass escape sequences on to the terminal', async () => {
    const work = tempFolder();
    writeFileSync(join(work, 'cv\u001b[2J\u202efdp.txt'), CV);
    const { code, stderr } = await vivier(['text', work, '--out', join(work, 'out')]);
    expect(code).toBe(0);
    expect(stderr).not.toContain('\u001b');
    expect(stderr).not.toContain('\u202e');
  });

  it('gives a result to the longest name and to names that differ in letter case only', async () => {
    const work = tempFolder();
    const paths = [`${'é'.repeat(120)}.txt`, join('one', 'CV.txt'), join('two', 'cv.txt')].map((name) =>
      join(work, name),
    );
    mkdirSync(join(work, 'one'));
    mkdirSync(join(work, 'two'));
    paths.forEach((path) => {
      writeFileSync(path, CV);
    });
    const { code } = await vivier(['text', ...paths, '--out', join(work, 'out')]);
    const results = readdirSync(join(work, 'out'));
    expect(code).toBe(0);
    expect(new Set(results.map((name) => name.toLowerCase())).size).toBe(3);
  });

  it('reports a link to nowhere and still reads the others', async () => {
    const work = tempFolder();
    symlinkSync(join(work, 'gone.pdf'), join(work, 'link.pdf'));
    writeFileSync(join(work, 'cv.txt'), CV);
    mkdirSync(join(work, 'sub'));
    writeFileSync(join(work, 'sub', 'below.txt'), CV);
    const { code } = await vivier(['text', work, '--out', join(work, 'out')]);
    expect(code).toBe(1);
    expect(readdirSync(join(work, 'out')).sort()).toEqual(['cv.txt.json', 'link.pdf.json']);
    expect(readJson(join(work, 'out'), 'link.pdf.json')).toMatchObject({
      meta: { status: 'error', code: 'not-found' },
    });
  });

  it('an import reads a folder that links lead back to once, leaves pipes alone, and reports names without their escape sequences', async () => {
    const work = tempFolder();
    const folder = join(work, 'in');
    mkdirSync(join(folder, 'sub'), { recursive: true });
    writeFileSync(join(folder, 'sub', 'cv\u001b[2J.txt'), CV);
    writeFileSync(join(folder, 'cut\u001b[2J.pdf'), '%PDF-1.7 cut');
    symlinkSync('.', join(folder, 'loop'));
    symlinkSync('..', join(folder, 'sub', 'up'));
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const args = ['import', folder, '--engine', 'rules', '--report', join(work, 'report.json')];
    const { code, stderr } = await vivier(args, { VIVIER_POOL: join(work, 'pool') });
    expect(code).toBe(1);
    expect(stderr).not.toContain('\u001b');
    const outcomes = readJson(work, 'report.json') as unknown as { result: string }[];
    expect(outcomes.map(({ result }) => result).sort()).toEqual(['added', 'failed', 'failed']);
  });
});
