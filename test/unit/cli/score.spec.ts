import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { offer, root, tempFolder, vivier } from './run';

interface Person {
  file: string;
  basics: { name: string; label: string };
}

describe('vivier score', () => {
  const work = tempFolder();
  // The sources of the sample CVs are JSON Resume.
  const people = JSON.parse(readFileSync(join(root, 'samples', 'people.json'), 'utf8')) as Person[];
  const profiles = people.map((person) => join(work, `${person.file}.json`));
  const fileOf = (name: string) => join(work, `cv-${name}.json`);
  const day = ['--reference-date', '2026-10-01'];

  beforeAll(() => {
    people.forEach((person, index) => {
      writeFileSync(profiles[index], JSON.stringify(person));
    });
  });

  async function ranking(offerFile: string): Promise<{ file: string; score: number; band: string }[]> {
    const { code, stdout } = await vivier(['score', '--offer', offer(offerFile), ...profiles, ...day, '--json']);
    expect(code).toBe(0);
    return JSON.parse(stdout) as { file: string; score: number; band: string }[];
  }

  it('puts the two accountants with experience first, and nobody of another trade before an accountant', async () => {
    const ranked = await ranking('comptable-general.json');
    const files = ranked.map(({ file }) => file);
    expect([...files].sort()).toEqual([...profiles].sort());
    expect(files.slice(0, 2).sort()).toEqual([fileOf('camille-fontanel.pdf'), fileOf('nadir-belhacem.pdf')]);
    const accountants = profiles.filter((_, index) => /comptab/i.test(people[index].basics.label));
    expect(accountants).toHaveLength(6);
    expect(files.slice(0, 6).sort()).toEqual([...accountants].sort());
    expect(ranked.map(({ score }) => score)).toEqual([...ranked.map(({ score }) => score)].sort((a, b) => b - a));
  });

  it('reads an offer in plain text', async () => {
    expect((await ranking('customer-support-advisor.txt'))[0].file).toBe(fileOf('imogen-harrowby.pdf'));
  });

  it('shows names only to those who ask', async () => {
    const args = ['score', '--offer', offer('comptable-general.json'), ...profiles, ...day];
    const [plain, named] = await Promise.all([vivier(args), vivier([...args, '--names'])]);
    expect(plain.stdout).toContain('rank');
    expect(plain.stdout).not.toContain('Camille Fontanel');
    expect(named.stdout).toContain('Camille Fontanel');
  });

  it('names a file that is no profile, ranks the others and ends with exit code 1', async () => {
    const broken = join(work, 'broken.json');
    const refused = join(work, 'refused.json');
    writeFileSync(broken, '{"basics": {');
    writeFileSync(refused, JSON.stringify({ meta: { status: 'error', code: 'empty' } }));
    const { code, stdout, stderr } = await vivier([
      'score',
      '--offer',
      offer('comptable-general.json'),
      broken,
      refused,
      profiles[0],
      ...day,
      '--json',
    ]);
    expect(code).toBe(1);
    expect((JSON.parse(stdout) as { file: string }[]).map(({ file }) => file)).toEqual([profiles[0]]);
    expect(stderr).toContain('broken.json');
    expect(stderr).toContain('refused.json');
  });
});
