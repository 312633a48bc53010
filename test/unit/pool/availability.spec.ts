import type { SearchFilters, TalentPool } from '../../../lib/pool';
import type { Availability } from '../../../lib/profile';
import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf } from './support/people';

const DAY_MS = 86_400_000;
let database: TestDatabase;
let pool: TalentPool;
let today: Date;

const inDays = (days: number) => new Date(today.getTime() + days * DAY_MS).toISOString().slice(0, 10);

function person(name: string, availability?: Partial<Availability> & { quote: string }) {
  const profile = profileOf({ name, headline: 'Infirmière' });
  if (!availability) return profile;
  const { quote, ...said } = availability;
  const proof = { page: 1, lines: [3, 3] as [number, number], quote, source: 'rules' as const };
  const evidence = Object.fromEntries(Object.keys(said).map((field) => [field, proof]));
  return { ...profile, availability: { immediate: false, from: null, notice: null, ...said, evidence } };
}

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  // The pool's clock, and what people read on theirs.
  const first = await pool.candidates.upsert({ profile: person('Nora Muette') });
  today = new Date((await pool.candidates.get(first.candidateId)).createdAt);
  const far = `${today.getUTCFullYear() + 1}-09`;
  await pool.candidates.upsert({
    profile: person('Iris Libre', { immediate: true, quote: 'Disponible immédiatement' }),
  });
  const many = [
    person('Paul Préavis', { notice: 'P3M', quote: 'Préavis de 3 mois' }),
    person('Tara Tard', { from: far, quote: `Disponible à partir de septembre ${far.slice(0, 4)}` }),
  ];
  for (const outcome of await pool.candidates.upsertMany(many.map((profile) => ({ profile }))))
    expect(outcome).toHaveProperty('candidate');
}, 240_000);
afterAll(() => database.close());

async function found(filters: SearchFilters) {
  const { candidates } = await pool.candidates.search({ filters });
  return Object.fromEntries(candidates.map((one) => [one.profile.identity.fullName, one.availability]));
}

it('leaves out who says a later day or a longer notice, and tells of whom nothing is known', async () => {
  expect(await found({ availableBy: inDays(0) })).toEqual({ 'Nora Muette': 'not-said', 'Iris Libre': 'in-time' });
  expect(await found({ availableBy: inDays(100) })).toEqual({
    ...{ 'Nora Muette': 'not-said', 'Iris Libre': 'in-time' },
    'Paul Préavis': 'in-time',
  });
  expect(Object.keys(await found({ availableBy: inDays(900) }))).toHaveLength(4);
});

it('says nothing of it when nobody asked', async () => {
  expect(await found({})).toEqual({
    ...{ 'Nora Muette': undefined, 'Iris Libre': undefined },
    ...{ 'Paul Préavis': undefined, 'Tara Tard': undefined },
  });
});

it('refuses what is no day', async () => {
  await expect(found({ availableBy: 'bientôt' })).rejects.toMatchObject({ code: 'invalid-input' });
});

it('answers a question with the line of the CV, and says that silent CVs stay', async () => {
  const answer = await pool.candidates.ask('infirmière disponible immédiatement');
  expect(answer.asked).toMatchObject({ query: 'infirmiere', filters: { availableBy: inDays(0) } });
  expect(answer.summary).toContain('(ou le CV ne le dit pas)');
  const proofs = answer.evidence.flatMap((one) => one.proofs.filter(({ filter }) => filter === 'availableBy'));
  expect(proofs).toEqual([{ filter: 'availableBy', quote: 'Disponible immédiatement', page: 1, lines: [3, 3] }]);
});

describe('in a question', () => {
  const year = () => today.getUTCFullYear() + 1;
  it.each<[string, () => string]>([
    ['comptable dispo de suite', () => inDays(0)],
    ['comptable available now', () => inDays(0)],
    ['comptable disponible sous 15 jours', () => inDays(15)],
    ['comptable disponible avant juin YEAR', () => `${year()}-05-31`],
    ['comptable dispo dès le 15 juin YEAR', () => `${year()}-06-15`],
    ['comptable libre en juin YEAR', () => `${year()}-06-30`],
    ['comptable available by March YEAR', () => `${year()}-03-01`],
    ['comptable disponible au plus tard le 01/06/YEAR', () => `${year()}-06-01`],
  ])('%s', async (question, day) => {
    const asked = await pool.candidates.understand(question.replace('YEAR', String(year())));
    expect(asked).toMatchObject({ query: 'comptable', filters: { availableBy: day() } });
  });

  it('a month without a year is the next one', async () => {
    const next = new Date(Date.UTC(today.getUTCFullYear(), today.getUTCMonth() + 1, 1));
    const month = new Intl.DateTimeFormat('fr', { month: 'long', timeZone: 'UTC' }).format(next);
    const { filters } = await pool.candidates.understand(`dispo dès ${month}`);
    expect(filters.availableBy).toBe(next.toISOString().slice(0, 10));
  });

  it.each(['logiciel libre', 'personne disponible et souriante', 'disponible en CDI'])(
    '%s asks for no day',
    async (question) => {
      expect((await pool.candidates.understand(question)).filters).toEqual({});
    },
  );
});
