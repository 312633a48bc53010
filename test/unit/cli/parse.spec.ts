import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { profileSchema, type Profile } from '../../../lib/profile';
import { readJson, sample, tempFolder, vivier, type Finished } from './run';

describe('vivier parse', () => {
  const work = tempFolder();
  const out = join(work, 'out');
  const resumes = join(work, 'resumes');
  let native: Finished;
  let asResume: Finished;

  beforeAll(async () => {
    writeFileSync(join(work, 'empty.docx'), '');
    writeFileSync(join(work, 'damaged.pdf'), readFileSync(sample('cv-camille-fontanel.pdf')).subarray(0, 900));
    const inputs = [
      join(work, 'empty.docx'),
      sample('cv-camille-fontanel.pdf'),
      join(work, 'damaged.pdf'),
      sample('cv-imogen-harrowby.pdf'),
    ];
    const options = ['--engine', 'rules', '--reference-date', '2026-10-01'];
    native = await vivier(['parse', ...inputs, ...options, '--out', out]);
    asResume = await vivier(['parse', ...inputs, ...options, '--format', 'json-resume', '--out', resumes]);
  }, 60_000);

  it('writes one result for every document, also for those refused', () => {
    const expected = ['cv-camille-fontanel.pdf', 'cv-imogen-harrowby.pdf', 'damaged.pdf', 'empty.docx'];
    expect(readdirSync(out).sort()).toEqual(expected.map((name) => `${name}.json`));
    expect(readdirSync(resumes).sort()).toEqual(expected.map((name) => `${name}.json`));
  });

  it('gives native profiles that fit the schema', () => {
    const profile: Profile = profileSchema.parse(readJson(out, 'cv-camille-fontanel.pdf.json'));
    expect(profile.contact).toMatchObject({ email: 'camille.fontanel@example.com', phone: '+33199002147' });
    expect(profile.meta).toMatchObject({ engine: 'rules', referenceDate: '2026-10-01' });
  });

  it('gives JSON Resume with our meta', () => {
    const resume = readJson(resumes, 'cv-imogen-harrowby.pdf.json');
    expect(resume).toMatchObject({
      basics: { email: 'imogen.harrowby@example.com' },
      meta: { status: expect.stringMatching(/^(ok|partial)$/) as string, engine: 'rules' },
    });
    expect((resume.meta as { ms: number }).ms).toBeGreaterThan(0);
  });

  it.each([
    ['empty.docx.json', 'empty'],
    ['damaged.pdf.json', 'truncated|corrupt'],
  ])('says in %s why there is no profile, and invents none', (name, codes) => {
    for (const folder of [out, resumes]) {
      const result = readJson(folder, name);
      const meta = result.meta as { status: string; code: string; hint: string };
      expect(Object.keys(result)).toEqual(['meta']);
      expect(meta.status).toBe('error');
      expect(meta.code).toMatch(new RegExp(`^(${codes})$`));
      expect(meta.hint).not.toBe('');
    }
  });

  it('ends with exit code 1 and no personal data on the terminal', () => {
    for (const { code, stdout, stderr } of [native, asResume]) {
      expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
      expect(stderr).toContain('2 read, 2 refused.');
      expect(stderr).not.toMatch(/Fontanel |Harrowby |Brivaud|@example/);
    }
  });

  it('falls back to the rules, openly, when no Ollama answers', async () => {
    const auto = join(work, 'auto');
    const { code } = await vivier(['parse', sample('cv-lea-quintavalle.txt'), '--out', auto]);
    const { meta } = profileSchema.parse(readJson(auto, 'cv-lea-quintavalle.txt.json'));
    expect(code).toBe(0);
    expect(meta.engine).toBe('rules');
    expect(meta.warnings).not.toEqual([]);
  }, 60_000);

  it('writes one table for all documents, also for those refused', async () => {
    const tables = join(work, 'tables');
    const inputs = [sample('cv-lea-quintavalle.txt'), join(work, 'empty.docx')];
    const options = ['--engine', 'rules', '--format', 'csv', '--locale', 'fr', '--out', tables];
    const { stderr } = await vivier(['parse', ...inputs, ...options]);
    expect(readdirSync(tables).sort()).toEqual(['candidates.csv', 'empty.docx.json']);
    const [head, lea, empty] = readFileSync(join(tables, 'candidates.csv'), 'utf8').trimEnd().split('\r\n');
    expect(head.startsWith('\uFEFF"fichier";"statut"')).toBe(true);
    expect(lea).toContain('"Léa Quintavalle"');
    expect(empty).toMatch(/^"empty\.docx";"refused: /);
    expect(stderr).not.toContain('Quintavalle ');
  }, 60_000);

  it.each([
    ['europass-xml', 'cv-lea-quintavalle.txt.xml', '<Surname>Quintavalle</Surname>'],
    ['markdown', 'cv-lea-quintavalle.txt.md', '# Léa Quintavalle'],
    ['flat-fr', 'cv-lea-quintavalle.txt.json', '"nom_complet": "Léa Quintavalle"'],
  ])(
    'writes %s',
    async (format, name, holds) => {
      const folder = join(work, format);
      const options = ['--engine', 'rules', '--format', format, '--out', folder];
      const { code } = await vivier(['parse', sample('cv-lea-quintavalle.txt'), ...options]);
      expect(code).toBe(0);
      expect(readFileSync(join(folder, name), 'utf8')).toContain(holds);
    },
    60_000,
  );

  it('tells on demand how fields were found, and keeps quiet about it otherwise', async () => {
    const folder = join(work, 'explained');
    const options = ['--engine', 'rules', '--explain', '--out', folder];
    const { code, stdout, stderr } = await vivier(['parse', sample('cv-lea-quintavalle.txt'), ...options]);
    expect(code).toBe(0);
    expect(stdout).toMatch(/^Name: “Léa Quintavalle” \(best score\)$/m);
    expect(stdout).toMatch(/\+2\.5 first row/);
    expect(stderr).not.toContain('Quintavalle ');
    const { fields } = readJson(folder, 'cv-lea-quintavalle.txt.explain.json') as { fields: { field: string }[] };
    expect(fields.map(({ field }) => field)).toEqual(expect.arrayContaining(['identity.fullName', 'education.degree']));
    expect(native.stdout).toBe('');
    expect(readdirSync(out).filter((name) => name.includes('explain'))).toEqual([]);
  }, 60_000);
});
