import { testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf, scoreOf, type Person } from './support/people';
import type { SearchFilters, TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;
const ids: Record<string, string> = {};

const people: Person[] = [
  {
    name: 'Hélène Dûpré',
    email: 'helene@exemple.test',
    phone: '+33611223344',
    headline: 'Développeuse back-end',
    skills: ['Kubernetes', 'C#', 'Gestion de projet'],
    languages: [['en', 'anglais']],
    months: 96,
    job: { title: 'Ingénieure logiciel', employer: 'Atelier Exemple', description: 'Supervision des déploiements' },
  },
  {
    name: 'Tom Sample',
    headline: 'Accountant',
    skills: ['Microsoft Excel', 'C++'],
    languages: [['de', 'German']],
    months: 24,
    job: { title: 'Accountant', employer: 'Sample Ltd', description: 'Managed the yearly audits' },
  },
  { name: 'Zoé Essai', headline: 'Infirmière', skills: ['Soins'], job: { title: 'Infirmière diplômée' } },
];

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  for (const person of people) {
    const document = fileOf(
      `${person.name}: Nantes, soudure TIG occasionnelle ${person.name === 'Tom Sample' ? 'welding' : ''}`,
    );
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf(person), document });
    ids[person.name ?? ''] = candidateId;
  }
  await pool.offers.upsert({ id: 'o1', title: 'Dev', text: 'Dev' });
  await pool.applications.upsert({ candidateId: ids['Hélène Dûpré'] ?? '', offerId: 'o1', score: scoreOf(70) });
}, 240_000);
afterAll(() => database.close());

async function found(query: string, filters?: SearchFilters) {
  const { candidates, mode } = await pool.candidates.search({ query, filters });
  return [mode, ...candidates.map((one) => one.profile.identity.fullName)];
}

describe('words', () => {
  it.each([
    ['without the accents of the CV', 'developpeuse', 'Hélène Dûpré'],
    ['with accents that the CV lacks', 'Accoûntant', 'Tom Sample'],
    ['in the plural, French', 'ingénieures logiciels', 'Hélène Dûpré'],
    ['in another form, English', 'managing audit', 'Tom Sample'],
    ['by name', 'dupre', 'Hélène Dûpré'],
    ['by employer', 'atelier exemple', 'Hélène Dûpré'],
    ['as a phrase', '"gestion de projet"', 'Hélène Dûpré'],
    ['with a sign in it', 'C#', 'Hélène Dûpré'],
    ['with another sign in it', 'c++', 'Tom Sample'],
    ['that only the file holds', 'welding', 'Tom Sample'],
  ])('finds them %s', async (_how, query, name) => {
    expect(await found(query)).toEqual(['words', name]);
  });

  it('wants all of them', async () => {
    expect(await found('infirmière kubernetes')).toEqual(['words']);
  });

  it('leaves out what is marked with a minus', async () => {
    expect(await found('soudure -welding -kubernetes')).toEqual(['words', 'Zoé Essai']);
  });

  it('puts the person whose trade it is before the one whose file mentions it', async () => {
    await pool.candidates.upsert({ profile: profileOf({ name: 'Soudeur Un', headline: 'Soudure' }) });
    expect((await found('soudure'))[1]).toBe('Soudeur Un');
    expect(await found('soudure')).toHaveLength(5);
  });
});

describe('misspelt words', () => {
  it.each([
    ['kubrenetes', 'Hélène Dûpré'],
    ['Acountant', 'Tom Sample'],
    ['infimière diplomé', 'Zoé Essai'],
  ])('%s', async (query, name) => {
    expect(await found(query)).toEqual(['similar', name]);
  });

  it('are not guessed at when a word is excluded', async () => {
    expect(await found('kubrenetes -excel')).toEqual(['words']);
  });

  it('find nobody when nothing looks alike', async () => {
    expect(await found('xylophoniste')).toEqual(['words']);
  });
});

describe('contact details', () => {
  it.each(['HELENE@exemple.test', '06 11 22 33 44', '+33 6 11 22 33 44'])('%s finds its owner', async (query) => {
    expect(await found(query)).toEqual(['contact', 'Hélène Dûpré']);
  });
});

describe('filters', () => {
  it.each<[string, SearchFilters, string[]]>([
    ['skills, whole words of their names', { skills: ['excel'] }, ['Tom Sample']],
    ['not parts of words', { skills: ['exc'] }, []],
    ['all skills asked for', { skills: ['kubernetes', 'c#'] }, ['Hélène Dûpré']],
    ['years', { minYears: 3.5 }, ['Hélène Dûpré']],
    ['a language by its code', { language: 'de' }, ['Tom Sample']],
    ['a language by its name', { language: 'Anglais' }, ['Hélène Dûpré']],
    ['an offer', { offerId: 'o1' }, ['Hélène Dûpré']],
    ['a stage', { stage: 'screening' }, ['Hélène Dûpré']],
    ['a stage nobody is in', { stage: 'hired', offerId: 'o1' }, []],
  ])('%s', async (_what, filters, names) => {
    const { candidates, total } = await pool.candidates.search({ filters });
    expect([candidates.map((one) => one.profile.identity.fullName), total]).toEqual([names, names.length]);
  });

  it('narrow a search by words', async () => {
    expect(await found('soudure', { minYears: 5 })).toEqual(['words', 'Hélène Dûpré']);
  });

  it('say what is wrong with them', async () => {
    await expect(pool.candidates.search({ filters: { stage: 'fired' as never } })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { what: 'stage' },
    });
    await expect(pool.candidates.search({ filters: { minYears: '5; drop' as never } })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(pool.candidates.search({ limit: 0 })).rejects.toMatchObject({ details: { what: 'limit' } });
  });
});

it('counts all that match, whatever the page', async () => {
  const page = await pool.candidates.search({ limit: 1, offset: 1 });
  expect([page.candidates.length, page.total, page.mode]).toEqual([1, 4, 'all']);
});

it('finds a candidate by what the newest profile says, not the one before', async () => {
  const tom = people[1];
  await pool.candidates.upsert({
    profile: profileOf({ ...tom, headline: 'Contrôleur de gestion' }),
    candidateId: ids['Tom Sample'],
  });
  expect(await found('contrôleur')).toEqual(['words', 'Tom Sample']);
  expect(await found('welding')).toEqual(['words', 'Tom Sample']);
});
