import { dump, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf, scoreOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
}, 240_000);
afterAll(() => database.close());
beforeEach(() => database.clean());

const KEY = 'correct horse battery staple';
const person = { name: 'Marie Essai', email: 'marie@exemple.test', phone: '+33612345678', headline: 'Plombière' };
const secrets = [
  'marie@exemple.test',
  '612345678',
  '06 12 34 56 78',
  '12 rue des Essais',
  'Sainteville',
  'cv-de-marie.txt',
  'octets du CV',
];

function profile() {
  const full = profileOf(person);
  full.contact.address = '12 rue des Essais';
  full.contact.city = 'Sainteville';
  full.summary = 'Joignable au 06 12 34 56 78 ou à marie@exemple.test';
  return full;
}

const document = {
  ...fileOf('octets du CV: marie@exemple.test, 06 12 34 56 78, 12 rue des Essais'),
  fileName: 'cv-de-marie.txt',
};

async function fill(pool: TalentPool): Promise<string> {
  const { candidateId } = await pool.candidates.upsert({ profile: profile(), document });
  await pool.offers.upsert({ id: 'o1', title: 'Offre', text: 'Offre' });
  const score = { ...scoreOf(80), formula: 'octets du CV' };
  await pool.applications.upsert({ candidateId, offerId: 'o1', score });
  return candidateId;
}

/** Which of the secrets can be read in the tables, as text or as bytes. */
async function readable(): Promise<string[]> {
  const contents = JSON.stringify(await dump(database.db));
  return secrets.filter(
    (secret) => contents.includes(secret) || contents.includes(Buffer.from(secret).toString('hex')),
  );
}

describe('with an encryption key', () => {
  it('contact details and files can’t be read in the tables', async () => {
    await fill(await database.pool(KEY));
    expect(await readable()).toEqual([]);
  });

  it('all is given back as it was stored', async () => {
    const candidateId = await fill(await database.pool(KEY));
    const pool = await database.pool(KEY);
    expect((await pool.candidates.get(candidateId)).profile).toEqual(profile());
    expect((await pool.candidates.document(candidateId)).data.equals(document.data)).toBe(true);
    expect((await pool.applications.list({ offerId: 'o1' }))[0]?.score?.formula).toBe('octets du CV');
  });

  it('people are still recognised and found', async () => {
    const candidateId = await fill(await database.pool(KEY));
    const pool = await database.pool(KEY);
    expect(await pool.candidates.upsert({ profile: profile() })).toMatchObject({ candidateId, duplicateOf: 'email' });
    expect((await pool.candidates.search({ query: 'plombiere' })).total).toBe(1);
    expect(await pool.candidates.search({ query: 'marie@exemple.test' })).toMatchObject({ total: 1, mode: 'contact' });
    expect(await pool.candidates.search({ query: 'Sainteville' })).toMatchObject({ total: 0 });
    expect(await pool.health()).toMatchObject({ encrypted: true });
  });

  it.each([
    ['another key', 'incorrect horse', 'wrong'],
    ['no key', undefined, 'missing'],
  ])('%s is refused at opening, and nothing is changed', async (_what, key, what) => {
    await fill(await database.pool(KEY));
    const before = await dump(database.db);
    await database.forgetKeys();
    await expect(database.pool(key)).rejects.toMatchObject({ code: 'pool-key', details: { what } });
    expect(await dump(database.db)).toEqual(before);
  });

  it('a value moved to another row is refused', async () => {
    const pool = await database.pool(KEY);
    const candidateId = await fill(pool);
    const other = await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Autre' }) });
    const { body } = await database.db
      .selectFrom('vivier_personal.candidate_profiles')
      .select('body')
      .where('candidate_id', '=', candidateId)
      .executeTakeFirstOrThrow();
    await database.db
      .updateTable('vivier_personal.candidate_profiles')
      .set({ body })
      .where('candidate_id', '=', other.candidateId)
      .execute();
    await expect(pool.candidates.get(other.candidateId)).rejects.toMatchObject({ code: 'internal' });
  });
});

describe('a pool that was in the clear', () => {
  it('can be read in the tables', async () => {
    await fill(await database.pool());
    expect(await readable()).toEqual(expect.arrayContaining(['marie@exemple.test', 'cv-de-marie.txt']));
  });

  it('is encrypted when it is first opened with a key', async () => {
    const candidateId = await fill(await database.pool());
    const pool = await database.pool(KEY);
    expect(await readable()).toEqual([]);
    expect((await pool.candidates.get(candidateId)).profile).toEqual(profile());
    expect((await pool.candidates.document(candidateId)).fileName).toBe('cv-de-marie.txt');
    expect((await pool.applications.list({ offerId: 'o1' }))[0]?.score?.formula).toBe('octets du CV');
    expect(await pool.candidates.upsert({ profile: profile(), document })).toMatchObject({
      candidateId,
      duplicateOf: 'email',
      profileVersion: 1,
    });
    const sameFile = await pool.candidates.upsert({ profile: profileOf({ name: 'X' }), document });
    expect(sameFile).toMatchObject({ candidateId, duplicateOf: 'file' });
    expect(await pool.audit.verify()).toMatchObject({ ok: true });
  });
});

it('the log can’t be rewritten by someone who has the database and not the key', async () => {
  await fill(await database.pool(KEY));
  const events = await database.db.selectFrom('vivier.audit_events').select(['seq', 'hash']).execute();
  const materials = await database.db.selectFrom('vivier.pool_keys').select(['material', 'wrapped']).execute();
  expect(events).toHaveLength(3);
  expect(materials).toMatchObject([{ wrapped: true }]);
  expect(Buffer.from(materials[0]?.material ?? '')).toHaveLength(12 + 16 + 32);
});
