import { onPostgres, testDatabase, type TestDatabase } from './support/backend';
import { profileOf } from './support/people';
import { listenToPool, type TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
}, 240_000);
beforeEach(async () => {
  await database.clean();
  pool = await database.pool();
});
afterAll(() => database.close());

const told = async (after = 0) => (await pool.events.list({ after })).map(({ kind }) => kind);

it('tell of new candidates, changed profiles and stages, in order, with growing ids', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Un Deux' }) });
  await pool.candidates.upsert({ candidateId, profile: profileOf({ name: 'Un Deux', headline: 'Soudeur' }) });
  await pool.offers.upsert({ id: 'o', title: 'O', text: '' });
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'o' });
  await pool.applications.moveStage({ id: applicationId, stage: 'test', by: 'A. Martin' });
  const events = await pool.events.list();
  expect(events.map(({ kind }) => kind)).toEqual(['candidate-added', 'profile-changed', 'stage-changed']);
  expect(events.map(({ id }) => id)).toEqual([...events.map(({ id }) => id)].sort((a, b) => a - b));
  expect(events[2]).toMatchObject({
    candidateId,
    applicationId,
    offerId: 'o',
    details: { from: 'screening', to: 'test' },
  });
});

it('come once for each, and from where the reader was', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Un Deux' }) });
  const [{ id }] = await pool.events.list();
  expect(await told(id)).toEqual([]);
  await pool.candidates.upsert({ candidateId, profile: profileOf({ name: 'Un Deux' }) });
  expect(await told(id)).toEqual([]);
  expect(await pool.events.latest()).toBeGreaterThanOrEqual(id);
});

it('of who is erased are gone, and their numbers are not given again', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Un Deux' }) });
  const before = await pool.events.latest();
  await pool.candidates.erase(candidateId, { by: 'A. Martin', reason: 'demande' });
  expect(await told()).toEqual([]);
  await pool.candidates.upsert({ profile: profileOf({ name: 'Trois Quatre' }) });
  expect((await pool.events.list())[0].id).toBeGreaterThan(before);
});

it('miss nobody while several write at once', async () => {
  const seen = new Set<string>();
  let after = 0;
  const read = async () => {
    for (const event of await pool.events.list({ after })) {
      seen.add(event.candidateId);
      after = event.id;
    }
  };
  const writing = Promise.all(
    Array.from({ length: 24 }, (_, index) =>
      pool.candidates.upsert({ profile: profileOf({ email: `p${index}@exemple.test` }) }),
    ),
  );
  let done = false;
  void writing.finally(() => (done = true));
  while (!done) await read();
  const stored = await writing;
  await read();
  expect([...seen].sort()).toEqual(stored.map(({ candidateId }) => candidateId).sort());
});

it('are announced on PostgreSQL, and polled for on the embedded database', async () => {
  let heard = 0;
  const listener = await listenToPool(database.config, () => heard++);
  if (!onPostgres) return expect(listener).toBeNull();
  const before = heard;
  await pool.candidates.upsert({ profile: profileOf({ name: 'Un Deux' }) });
  for (let wait = 0; heard === before && wait < 100; wait++) await new Promise((done) => setTimeout(done, 50));
  await listener?.close();
  expect(heard).toBeGreaterThan(before);
});
