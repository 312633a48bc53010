import { sql } from 'kysely';
import type { SearchFilters, TalentPool } from '../../../lib/pool';
import { distance } from '../../../lib/pool/search/distance';
import { dump, tablesHolding, testDatabase, type TestDatabase } from './support/backend';
import { attempt, CORPUS } from './support/injections';
import { profileOf } from './support/people';

let database: TestDatabase;
let pool: TalentPool;

const living = (name: string, city: string, postalCode: string | null, countryCode: string | null = null) => {
  const profile = profileOf({ name, email: `${name.toLowerCase()}@exemple.test`, headline: 'Infirmière anesthésiste' });
  Object.assign(profile.contact, { city, postalCode, countryCode });
  return { profile };
};

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool('une clé de chiffrement');
  await pool.candidates.upsertMany([
    living('Ada', 'LYON 3e', '69003', 'FR'),
    living('Bea', 'Villeurbanne', null),
    living('Cid', 'Vienne', '38200', 'FR'),
    living('Dan', 'Grenoble', '38000', 'FR'),
    living('Eve', 'St-Denis', '93200', 'FR'),
    living('Fay', 'Saint-Denis', '97400', 'FR'),
    living('Gus', 'Genève', '1204', 'CH'),
    living('Hal', 'Nulle-Part-sur-Rien', '69000', 'FR'),
  ]);
});
afterAll(() => database.close());

async function found(filters: SearchFilters, query = '') {
  const { candidates } = await pool.candidates.search({ query, filters });
  return candidates.map(({ profile }) => profile.identity.fullName).sort();
}

describe('a city and the towns around it', () => {
  it.each<[SearchFilters, string[]]>([
    [{ city: 'Lyon', radiusKm: 10 }, ['Ada', 'Bea']],
    [{ city: 'lyon', radiusKm: 30 }, ['Ada', 'Bea', 'Cid']],
    [{ city: 'Lyon', radiusKm: 115 }, ['Ada', 'Bea', 'Cid', 'Dan', 'Gus']],
    [{ city: 'Saint-Denis', department: '93', radiusKm: 15 }, ['Eve']],
    [{ city: 'Saint Denis', department: '97400', radiusKm: 15 }, ['Fay']],
    [{ city: 'Annecy', radiusKm: 40 }, ['Gus']],
  ])('%j finds %j', async (filters, names) => {
    expect(await found(filters)).toEqual(names);
  });

  it('asks for a town that is known, and for whole kilometres', async () => {
    await expect(found({ city: 'Nulle-Part-sur-Rien', radiusKm: 10 })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(found({ radiusKm: 10 })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(found({ city: 'Lyon', radiusKm: 0.5 })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('is understood in a question', async () => {
    const { asked, result } = await pool.candidates.ask('infirmière à moins de 30 km de Lyon');
    expect(asked).toMatchObject({ query: 'infirmiere', filters: { city: 'Lyon', radiusKm: 30 } });
    expect(asked.understood.at(-1)).toBe('ville : Lyon (à 30 km ou moins)');
    expect(result.total).toBe(3);
    for (const question of ['nurse within 30 km of Lyon', 'infirmière à Lyon dans un rayon de 30 km']) {
      expect((await pool.candidates.understand(question)).filters).toEqual({ city: 'Lyon', radiusKm: 30 });
    }
    expect((await pool.candidates.understand('infirmière à 30 km de Nullepart')).filters).toEqual({
      city: 'Nullepart',
    });
  });

  it('leaves neither a place nor a coordinate in the database', async () => {
    const contents = await dump(database.db);
    for (const word of ['lyon', 'villeurbanne', 'vienne', 'grenoble', '69003']) {
      expect([word, ...tablesHolding(word, contents)]).toEqual([word]);
    }
  });

  it('hostile names of towns change nothing', async () => {
    const before = await dump(database.db);
    for (const text of CORPUS) {
      for (const filters of [
        { city: text, radiusKm: 5 },
        { city: 'Lyon', department: text, radiusKm: 5 },
        { city: 'Lyon', radiusKm: text as never },
      ]) {
        expect(await attempt(pool.candidates.search({ filters }))).toMatch(/^(?:done|invalid-input)$/);
      }
    }
    expect(await dump(database.db)).toEqual(before);
  });
});

describe('misspelt words in a large pool', () => {
  beforeAll(async () => {
    await sql`analyze vivier_personal.candidates`.execute(database.db);
    // As if there were a million: only the number that the planner goes by is changed.
    await sql`update pg_class set reltuples = 1000000 where oid = 'vivier_personal.candidates'::regclass`.execute(
      database.db,
    );
  });

  it.each(['infimrière', 'anesthesiste infirmere', 'INFIRMIIÈRE'])(
    '%s is taken for a word of the CVs',
    async (query) => {
      const { mode, total } = await pool.candidates.search({ query });
      expect([mode, total]).toEqual(['similar', 8]);
    },
  );

  it('a word like none finds nobody, and names are not guessed', async () => {
    for (const query of ['zzyzxqq', 'infimrière zzyzxqq', 'Adda']) {
      expect((await pool.candidates.search({ query })).total).toBe(0);
    }
  });

  it('hostile words change nothing', async () => {
    for (const text of CORPUS) {
      expect(await attempt(pool.candidates.search({ query: `infimrière ${text}` }))).toMatch(
        /^(?:done|invalid-input)$/,
      );
    }
  });
});

it.each([
  ['soudeur', 'soudeur', 0],
  ['soduer', 'souder', 1],
  ['soduer', 'soudre', 2],
  ['infirm', 'infrim', 1],
  ['paie', 'paye', 1],
  ['sage', 'stage', 1],
  ['excel', 'soudeur', Infinity],
])('%s and %s differ by %d letters', (a, b, steps) => {
  expect(distance(a, b, 2)).toBe(steps);
  expect(distance(b, a, 2)).toBe(steps);
});
