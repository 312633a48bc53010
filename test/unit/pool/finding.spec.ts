import { sql } from 'kysely';
import { dump, tablesHolding, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf, type Person } from './support/people';
import type { SearchFilters, SearchInput, TalentPool } from '../../../lib/pool';
import type { Cefr, Profile } from '../../../lib/profile';

let database: TestDatabase;
let pool: TalentPool;

function person(
  given: Person & { level?: Cefr; degree?: number; city?: string; postalCode?: string; address?: string },
): Profile {
  const profile = profileOf(given);
  for (const language of profile.languages) language.level = given.level ?? null;
  profile.contact.city = given.city ?? null;
  profile.contact.postalCode = given.postalCode ?? null;
  if (given.degree) profile.derived.highestDegree = { degree: null, level: given.degree, year: null };
  return profile;
}

const anna = person({
  name: 'Anna-Lise Korrigan',
  email: 'anna@exemple.test',
  headline: 'Infirmière',
  skills: ['Soins palliatifs', 'Prise de sang'],
  languages: [['en', 'anglais']],
  level: 'C1',
  months: 84,
  degree: 6,
  city: 'Saint-Étienne',
  postalCode: '42000',
  job: { title: 'Infirmière coordinatrice', employer: 'Clinique Korrigan', description: 'Plannings de nuit' },
});
const bruno = person({
  name: 'Bruno Ménestrel',
  headline: 'Développeur JavaScript',
  skills: ['JavaScript', 'Gestion de projet agile'],
  languages: [['en', 'anglais']],
  level: 'A2',
  months: 30,
  degree: 5,
  city: 'Lyon',
  postalCode: '69003',
});
const boulanger = person({ name: 'Marc Boulanger', headline: 'Boulanger', months: 300 });

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool('une clé de chiffrement');
  const texts = [
    'ANNA-LISE KORRIGAN\nInfirmière de nuit <b>urgences</b> à l’hôpital',
    'BRUNO MENESTREL développeur',
    'pain',
  ];
  for (const [index, profile] of [anna, bruno, boulanger].entries()) {
    await pool.candidates.upsert({ profile, document: fileOf(texts[index]), source: index === 0 ? 'e-mail' : 'site' });
  }
}, 240_000);
afterAll(() => database.close());

async function found(query: string, filters?: SearchFilters, more?: SearchInput) {
  const { candidates, mode } = await pool.candidates.search({ query, filters, ...more });
  return [mode, ...candidates.map((one) => one.profile.identity.fullName)];
}

describe('the index holds no identity', () => {
  it('is looked through in such a way that plain words would be found, in bytes as in texts', () => {
    const bytes = Buffer.from('{"city":"Saint-Étienne"}').toString('hex');
    const contents = {
      bytes: JSON.stringify([{ text: `(1,"\\\\x${bytes}")` }]),
      text: '(1,"Saint-Étienne")',
      other: '(1)',
    };
    expect(tablesHolding('étienne', contents)).toEqual(['bytes', 'text']);
  });

  it('neither names, addresses nor places of anybody, in any table', async () => {
    const contents = await dump(database.db);
    for (const word of ['korrigan', 'menestrel', 'ménestrel', 'anna', 'étienne', 'etienne', '42000', 'lyon']) {
      expect([word, ...tablesHolding(word, contents)]).toEqual([word]);
    }
  });

  it.each([
    ['korrigan', 'Anna-Lise Korrigan'],
    ['ANNA lise', 'Anna-Lise Korrigan'],
    ['anna-lise', 'Anna-Lise Korrigan'],
    ['menestrel', 'Bruno Ménestrel'],
    ['Ménestrel développeur', 'Bruno Ménestrel'],
    ['"Bruno Ménestrel"', 'Bruno Ménestrel'],
  ])('and still finds %s', async (query, name) => {
    expect(await found(query)).toEqual(['words', name]);
  });

  it('keeps a name that is also the person’s trade', async () => {
    expect(await found('boulangers')).toEqual(['words', 'Marc Boulanger']);
  });

  it('also after the encryption key changed', async () => {
    const again = await database.pool('une clé de chiffrement');
    expect((await again.candidates.search({ query: 'korrigan' })).total).toBe(1);
  });
});

describe('words', () => {
  it.each([
    ['infirm*', 'words'],
    ['infirmie*', 'words'],
    ['infirmieres', 'words'],
    ['infir', 'prefix'],
    ['nuit infir', 'prefix'],
    ['infrimière', 'similar'],
    ['kubernetes or infirmière', 'words'],
    ['infirmière de nuit', 'words'],
    ['l’infirmière -javascript', 'words'],
  ])('%s finds the nurse by %s', async (query, mode) => {
    expect(await found(query)).toEqual([mode, 'Anna-Lise Korrigan']);
  });

  it.each(['', '   ', '-', '"', '""', '*', 'or', 'or or', '-"', '«', 'le', '((', "'", '\\', ':*', '!', '&|'])(
    'odd input %j is no error',
    async (query) => {
      expect(await pool.candidates.search({ query })).toMatchObject({ candidates: expect.any(Array) });
    },
  );
});

describe('filters', () => {
  it.each<[string, SearchFilters, string[]]>([
    ['a language with its least level', { language: 'anglais', languageLevel: 'B2' }, ['Anna-Lise Korrigan']],
    ['a language at a level below', { language: 'en', languageLevel: 'A2' }, ['Bruno Ménestrel', 'Anna-Lise Korrigan']],
    ['several languages', { languages: [{ language: 'en', level: 'C2' }] }, []],
    ['at most so many years', { maxYears: 10, minYears: 4 }, ['Anna-Lise Korrigan']],
    ['years between two keys', { minYears: 7.5 }, ['Marc Boulanger']],
    ['a degree', { minDegree: 6 }, ['Anna-Lise Korrigan']],
    ['a degree and below', { minDegree: 5 }, ['Bruno Ménestrel', 'Anna-Lise Korrigan']],
    ['a city, however written', { city: 'ST ETIENNE cedex 2' }, ['Anna-Lise Korrigan']],
    ['a department by number', { department: '69' }, ['Bruno Ménestrel']],
    ['a department by postal code', { department: '42100' }, ['Anna-Lise Korrigan']],
    ['a part of a skill', { skills: ['projet agile'] }, ['Bruno Ménestrel']],
    ['a source', { source: 'e-mail' }, ['Anna-Lise Korrigan']],
    [
      'a day of receipt',
      { receivedFrom: '2026-01-15', receivedTo: '2026-01-15' },
      ['Marc Boulanger', 'Bruno Ménestrel', 'Anna-Lise Korrigan'],
    ],
    ['another day', { updatedFrom: '2026-01-16' }, []],
  ])('%s', async (_what, filters, names) => {
    expect(await found('', filters)).toEqual(['all', ...names]);
  });

  it.each<[string, unknown]>([
    ['minDegree', { minDegree: 9 }],
    ['languageLevel', { language: 'en', languageLevel: 'Z' }],
    ['maxYears', { maxYears: '1' }],
    ['receivedFrom', { receivedFrom: 'hier' }],
    ['languages', { languages: 'en' }],
    ['after', null],
  ])('say what is wrong: %s', async (what, filters) => {
    const input = filters ? { filters: filters as SearchFilters } : { after: 'eyJyYW5rIjoxfQ' };
    await expect(pool.candidates.search(input)).rejects.toMatchObject({ code: 'invalid-input', details: { what } });
  });
});

describe('highlights', () => {
  it('are plain text with the places of the words, accents or not', async () => {
    const { candidates } = await pool.candidates.search({ query: 'infirmiere hopital', highlights: true });
    const [passage] = candidates[0].highlights ?? [];
    expect(passage.marks.map(([from, to]) => passage.text.slice(from, to))).toEqual(['Infirmière', 'hôpital']);
    expect(passage.text).toContain('<b>urgences</b>');
  });

  it('are left out unless asked for', async () => {
    const { candidates } = await pool.candidates.search({ query: 'infirmiere' });
    expect(candidates[0].highlights).toBeUndefined();
  });
});

it('counts how those who match are spread', async () => {
  const { facets } = await pool.candidates.search({ facets: true });
  expect(facets).toMatchObject({ counted: 3, complete: true });
  expect(facets?.languages).toEqual([{ value: 'en', count: 2 }]);
  expect(facets?.degrees).toEqual([
    { value: '5', count: 1 },
    { value: '6', count: 1 },
  ]);
  expect(facets?.years.map(({ value }) => value).sort()).toEqual(['2-4', '20+', '5-9']);
  expect(facets?.sources).toEqual([
    { value: 'site', count: 2 },
    { value: 'e-mail', count: 1 },
  ]);
});

it('turns pages without showing anybody twice, though people come meanwhile', async () => {
  const seen: string[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < 5; turn++) {
    const page = await pool.candidates.search({ limit: 1, after });
    seen.push(...page.candidates.map((one) => one.profile.identity.fullName ?? ''));
    if (!page.next) break;
    after = page.next;
    if (turn === 0) await pool.candidates.upsert({ profile: profileOf({ name: 'Nouvelle Venue' }) });
  }
  expect(seen).toEqual(['Marc Boulanger', 'Bruno Ménestrel', 'Anna-Lise Korrigan']);
});

it('makes the index again for rows that an earlier version indexed', async () => {
  await sql`update vivier_personal.candidates set search_vector = '', filter_keys = '{}', index_version = 0`.execute(
    database.db,
  );
  expect(await found('korrigan')).toEqual(['words']);
  const reopened = await database.pool('une clé de chiffrement');
  expect((await reopened.candidates.search({ query: 'korrigan' })).total).toBe(1);
});
