import { testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';
import type { SearchFilters, TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  const profile = profileOf({
    name: 'Alpha Quidam',
    headline: 'Infirmière',
    skills: ['Soins palliatifs'],
    languages: [['en', 'anglais']],
    months: 90,
    job: { title: 'Infirmière' },
  });
  profile.languages[0].level = 'C2';
  profile.contact.city = 'Lyon';
  profile.experiences[0].evidence = {
    title: { page: 1, lines: [4, 4], quote: 'Infirmière, Clinique Exemple', source: 'rules' },
  };
  await pool.candidates.upsert({ profile, document: fileOf('Infirmière à la clinique, anglais bilingue') });
  await pool.candidates.upsert({ profile: profileOf({ name: 'Beta Quidam', headline: 'Infirmier', months: 12 }) });
}, 240_000);
afterAll(() => database.close());

it.each<[string, string, SearchFilters]>([
  [
    'infirmière bilingue avec 5 ans d’expérience à Lyon',
    'infirmiere',
    { minYears: 5, languages: [{ language: 'en', level: 'C2' }], city: 'Lyon' },
  ],
  ['comptable anglais B2 avec un master', 'comptable', { minDegree: 7, languages: [{ language: 'en', level: 'B2' }] }],
  ['un développeur Java avec moins de 3 ans', 'developpeur java', { maxYears: 3 }],
  ['nurse with at least 4 years of experience in Bristol', 'nurse', { minYears: 4, city: 'Bristol' }],
  ['Je cherche un soudeur dans le département 44', 'soudeur', { department: '44' }],
  ['allemand courant', '', { languages: [{ language: 'de', level: 'C1' }] }],
  ['cuisinier à Saint-Étienne', 'cuisinier', { city: 'Saint-Étienne' }],
])('%s becomes a filter', async (question, query, filters) => {
  expect(await pool.candidates.understand(question)).toMatchObject({ query, filters, by: 'rules' });
});

it('answers with who matches and where the CV says so', async () => {
  const answer = await pool.candidates.ask('infirmière bilingue avec 5 ans d’expérience à Lyon');
  expect(answer.result.candidates.map((one) => one.profile.identity.fullName)).toEqual(['Alpha Quidam']);
  expect(answer.evidence[0].proofs[0]).toEqual({
    filter: 'query',
    quote: 'Infirmière, Clinique Exemple',
    page: 1,
    lines: [4, 4],
  });
  expect(answer.summary).toMatch(/^1 candidat pour : mots : infirmiere ; /);
});

it('searches with the filter that a person changed', async () => {
  const asked = await pool.candidates.understand('infirmière avec 5 ans d’expérience');
  const answer = await pool.candidates.ask('', { asked: { ...asked, filters: {} } });
  expect(answer.result.total).toBe(2);
});

describe('with a model', () => {
  /** A fake: answers at once what it is told to. */
  const answering = (value: unknown) => ({ chatJson: () => Promise.resolve({ value } as never) });
  const question = 'quelqu’un qui connaît les soins palliatifs, 5 ans';

  it('takes what the question says', async () => {
    const model = answering({ words: '', skills: ['soins palliatifs'], minYears: 5, languages: [], city: '' });
    const asked = await pool.candidates.understand(question, { model });
    expect(asked).toMatchObject({ by: 'model', filters: { skills: ['soins palliatifs'], minYears: 5 } });
  });

  it('takes nothing that the question does not say', async () => {
    const invented = {
      words: 'x',
      skills: ['chirurgie'],
      minYears: 9,
      languages: [{ language: 'de', level: 'C1' }],
      city: 'Paris',
    };
    const asked = await pool.candidates.understand(question, { model: answering(invented) });
    expect(asked.filters).toEqual({ minYears: 5 });
  });

  it.each([null, 'text', {}, { skills: 'x' }])('falls back on the rules when it answers %j', async (answer) => {
    expect(await pool.candidates.understand(question, { model: answering(answer) })).toMatchObject({ by: 'rules' });
  });

  it('falls back on the rules when it fails', async () => {
    const model = { chatJson: () => Promise.reject(new Error('down')) };
    expect(await pool.candidates.understand(question, { model })).toMatchObject({ by: 'rules' });
  });
});
