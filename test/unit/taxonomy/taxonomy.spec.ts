import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { emptyProfile, profileSchema, type Profile } from '../../../lib/profile';
import { loadTaxonomy, withCodes, type Taxonomy } from '../../../lib/taxonomy';
import { FRENCH_OCCUPATIONS } from '../../../lib/taxonomy/french-occupations';
import { FRENCH_SKILLS } from '../../../lib/taxonomy/french-skills';
import { termKey } from '../../../lib/taxonomy/words';

const folder = join(resolve(__dirname, '../../..'), 'lib/taxonomy');
const packed = readFileSync(join(folder, 'esco.txt.gz'));
const lines = gunzipSync(packed).toString('utf8').trimEnd().split('\n');

let taxonomy: Taxonomy;
beforeAll(async () => {
  taxonomy = await loadTaxonomy();
});

const label = (kind: 'skill' | 'occupation', wording: string) => taxonomy.find(kind, wording)?.label ?? null;

describe('the terms that are shipped', () => {
  it('are small, name their source, and hold a code, a label and keys a line', () => {
    expect(packed.length).toBeLessThan(1_500_000);
    expect(lines[0]).toContain('European Union');
    expect(readFileSync(join(folder, 'ATTRIBUTION.md'), 'utf8')).toContain('2011/833/EU');
    expect(lines.slice(1).filter((line) => !/^[SO]\t[\da-f-]{36}\t[^\t]+\t[^\t]+$/.test(line))).toEqual([]);
    expect(lines.length).toBeGreaterThan(16_000);
  });

  it('have the keys that wordings are given today', () => {
    const own = lines.slice(1).map((line) => line.split('\t'));
    expect(own.filter(([, , name, keys]) => termKey(name) !== keys.split('|')[0]).map(([, , name]) => name)).toEqual(
      [],
    );
  });

  it.each([
    ['skill', FRENCH_SKILLS],
    ['occupation', FRENCH_OCCUPATIONS],
  ] as const)('translate only labels of ESCO (%s), each French wording to one of them', (kind, text) => {
    const pairs = text.split('\n').filter((line) => line.includes(' : '));
    expect(pairs.length).toBeGreaterThan(100);
    const wrong = pairs.filter((line) => {
      const [english, french] = line.split(' : ');
      const term = taxonomy.find(kind, english);
      return term === null || french.split('|').some((wording) => taxonomy.find(kind, wording)?.code !== term.code);
    });
    expect(wrong).toEqual([]);
  });
});

describe('a wording', () => {
  it.each([
    ['skill', 'Python', 'Python (computer programming)'],
    ['skill', 'JAVASCRIPT', 'JavaScript'],
    ['skill', 'C++', 'C++'],
    ['skill', 'C#', 'C#'],
    ['skill', 'Comptabilité', 'accounting'],
    ['skill', 'gestion de projets', 'project management'],
    ['skill', 'Management de projet (PMP)', 'project management'],
    ['skill', 'financial statement', 'financial statements'],
    ['occupation', 'Assistante de direction', 'management assistant'],
    ['occupation', 'Infirmières', 'nurse responsible for general care'],
    ['occupation', 'assistant(e) comptable', 'accounting assistant'],
    ['occupation', 'Web Developer', 'web developer'],
    ['occupation', 'waitress', 'waiter/waitress'],
  ] as const)('%s « %s » is %s', (kind, wording, expected) => expect(label(kind, wording)).toBe(expected));

  it.each([
    ['skill', 'R&D'],
    ['skill', 'Excel avancé et Python'],
    ['skill', 'Spark'],
    ['skill', 'IFRS'],
    ['skill', 'reporting'],
    ['skill', ''],
    ['skill', '()'],
    ['skill', '¤ § 字'],
    ['skill', `${'a'.repeat(5000)}`],
    ['occupation', 'Chef'.repeat(40)],
    ['occupation', 'Responsable'],
    ['occupation', 'comptabilité'],
    ['skill', 'constructor'],
  ] as const)('%s « %s » has no certain meaning, so no code', (kind, wording) =>
    expect(label(kind, wording)).toBeNull(),
  );
});

describe('a profile', () => {
  const plain = (): Profile => {
    const empty = emptyProfile('2026-01-15');
    const job = { employer: null, start: null, end: null, current: false, place: null, description: null, kind: null };
    return {
      ...empty,
      headline: 'Comptable',
      experiences: [
        { ...job, title: 'Comptable', evidence: {} },
        { ...job, title: 'Magicien du tableur', evidence: {} },
      ],
      skills: [
        { name: 'SQL', group: null, code: null, evidence: {} },
        { name: 'Bonne humeur', group: null, code: null, evidence: {} },
        { name: 'PHP', group: null, code: 'own:1', evidence: {} },
      ],
    };
  };

  it('gets codes where they are certain, and keeps its words and the codes it had', async () => {
    const coded = await withCodes(plain());
    const accountant = taxonomy.find('occupation', 'accountant')?.code;
    expect(accountant).toMatch(/^esco:[\da-f-]{36}$/);
    expect(coded.occupation).toBe(accountant);
    expect(coded.experiences.map((one) => one.occupation)).toEqual([accountant, undefined]);
    expect(coded.skills.map((one) => one.code)).toEqual([expect.stringMatching(/^esco:/), null, 'own:1']);
    expect(coded.skills.map((one) => one.name)).toEqual(plain().skills.map((one) => one.name));
    expect(profileSchema.parse(coded)).toEqual(coded);
  });

  it('is not changed in place', async () => {
    const profile = plain();
    await withCodes(profile);
    expect(profile).toEqual(plain());
  });
});
