import { createHash } from 'node:crypto';
import type { TalentPool, UpsertOutcome } from '../../../lib/pool';
import { dump, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';

let database: TestDatabase;
let pool: TalentPool;
beforeAll(async () => {
  database = await testDatabase();
});
beforeEach(async () => {
  await database.clean();
  pool = await database.pool('a key for the tests');
});
afterEach(() => pool.close());
afterAll(() => database.close());

const person = (number: number, name = `Personne ${number}`) => ({
  profile: profileOf({ name, email: `n${number}@exemple.test`, skills: ['Excel', `Outil ${number}`] }),
  document: fileOf(`CV numéro ${number}, gestion de projets`, `${number}.txt`),
  source: 'salon',
});

const people = (count: number) => Array.from({ length: count }, (_, index) => person(index + 1));

function saved(outcomes: UpsertOutcome[]) {
  return outcomes.map(({ candidate, error }) => {
    if (error) throw error;
    return candidate;
  });
}

it('stores many at once as it would store each: found, whole, logged and told to workflows', async () => {
  const alone = await pool.candidates.upsert({ ...person(0), receivedAt: '2025-03-01', consentUntil: '2027-03-01' });
  const inputs = people(120).map((one) => ({ ...one, receivedAt: '2025-03-01', consentUntil: '2027-03-01' }));
  const stored = saved(await pool.candidates.upsertMany(inputs));
  expect(stored.map(({ created, profileVersion }) => [created, profileVersion])).toEqual(stored.map(() => [true, 1]));
  expect(await pool.statistics()).toMatchObject({ candidates: 121, documents: 121, profileVersions: 121 });
  const { candidateId } = stored[76];
  for (const query of ['n77@exemple.test', 'personne 77', '"outil 77"', '"numéro 77"']) {
    const { candidates } = await pool.candidates.search({ query });
    expect(candidates.map((one) => one.candidateId)).toContain(candidateId);
  }
  const { total } = await pool.candidates.search({ filters: { source: 'salon', skills: ['excel'] } });
  expect(total).toBe(121);
  const file = await pool.candidates.document(candidateId);
  expect(createHash('sha256').update(file.data).digest('hex')).toBe(
    createHash('sha256').update(inputs[76].document.data).digest('hex'),
  );
  const due = await pool.retention.due({ at: '2027-03-02', limit: 200 });
  const clockOf = (id: string) => ({ ...due.find((one) => one.candidateId === id), candidateId: null });
  expect(clockOf(candidateId)).toEqual(clockOf(alone.candidateId));
  expect(await pool.audit.verify()).toEqual({ ok: true, checked: 121 });
  expect((await pool.candidates.runs(candidateId)).map(({ profileVersion }) => profileVersion)).toEqual([1]);
  const events = await pool.events.list({ limit: 1000 });
  expect(events.map((event) => event.kind)).toEqual(events.map(() => 'candidate-added'));
  expect(new Set(events.map((event) => event.candidateId))).toEqual(
    new Set([alone.candidateId, ...stored.map((one) => one.candidateId)]),
  );
});

it('writes the same row of the index as storing one alone', async () => {
  const { candidateId: alone } = await pool.candidates.upsert(person(7));
  const row = async (id: string) => {
    const found = await database.db
      .selectFrom('vivier_personal.candidates')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    return { ...found, id: null, created_at: null, updated_at: null, last_contact_at: null };
  };
  const before = await row(alone);
  await pool.candidates.erase(alone, { by: 'test', reason: 'test' });
  const [together] = saved(await pool.candidates.upsertMany([person(7), person(8)]));
  expect(await row(together.candidateId)).toEqual(before);
});

it('recognises by mail, phone, file and words who is in the pool, and who comes twice in one batch', async () => {
  const [known] = saved(await pool.candidates.upsertMany([person(1), person(2)]));
  const phone = { profile: profileOf({ name: 'Noé Exemple', phone: '06 12 34 56 78' }) };
  const outcomes = saved(
    await pool.candidates.upsertMany([
      person(3),
      person(1),
      { ...person(3), profile: profileOf({ name: 'Personne 3', email: 'n3@exemple.test', skills: ['Word'] }) },
      phone,
      { profile: profileOf({ name: 'Noé Exemple', phone: '+33 6 12 34 56 78', skills: ['Paie'] }) },
      { profile: profileOf({ name: 'Autre' }), document: person(3).document },
    ]),
  );
  expect(outcomes.map(({ created, duplicateOf }) => [created, duplicateOf])).toEqual([
    [true, null],
    [false, 'email'],
    [false, 'email'],
    [true, null],
    [false, 'phone'],
    [false, 'file'],
  ]);
  expect(outcomes[1].candidateId).toBe(known.candidateId);
  expect(outcomes[2].profileVersion).toBe(2);
  expect(outcomes[5].candidateId).toBe(outcomes[0].candidateId);
  expect((await pool.statistics()).candidates).toBe(4);
});

it('names those whose name sounds the same, in the pool and in the batch, and joins nobody by it', async () => {
  const [before] = saved(await pool.candidates.upsertMany([person(1, 'Sophie Dupont'), person(9)]));
  const [first, second] = saved(
    await pool.candidates.upsertMany([person(2, 'DUPOND Sofie'), person(3, 'Sophie Dupont'), person(4)]),
  );
  expect(first.possibleDuplicates).toEqual([before.candidateId, second.candidateId].sort());
  expect(second.possibleDuplicates).toEqual([before.candidateId, first.candidateId].sort());
});

it('keeps a failure with its own: the others are stored', async () => {
  const outcomes = await pool.candidates.upsertMany([
    person(1),
    { profile: { nothing: true } as never },
    { ...person(2), candidateId: '00000000-0000-4000-8000-000000000000' },
    { ...person(3), document: { ...person(3).document, data: new Uint8Array() } },
    person(4),
  ]);
  expect(outcomes.map(({ candidate, error }) => candidate?.created ?? error?.code)).toEqual([
    true,
    'invalid-input',
    'not-found',
    'invalid-input',
    true,
  ]);
  expect(await pool.audit.verify()).toEqual({ ok: true, checked: 2 });
});

it('stores a batch one by one when the database refuses one of its rows', async () => {
  const huge = profileOf({ name: 'Trop Vieux', months: 3_000_000_000 });
  const outcomes = await pool.candidates.upsertMany([person(1), { profile: huge }, person(2)]);
  expect(outcomes.map(({ candidate, error }) => candidate?.created ?? error?.code)).toEqual([true, 'internal', true]);
  expect(await pool.audit.verify()).toEqual({ ok: true, checked: 2 });
});

it('begins nothing more once it is cancelled', async () => {
  const stop = new AbortController();
  stop.abort();
  const outcomes = await pool.candidates.upsertMany([person(1)], { signal: stop.signal });
  expect(outcomes.map(({ error }) => error?.code)).toEqual(['cancelled']);
  expect((await pool.statistics()).candidates).toBe(0);
});

it('keeps no name, address or text in the clear', async () => {
  await pool.candidates.upsertMany([person(1, 'Clothilde Vauquelin'), person(2)]);
  const stored = JSON.stringify(await dump(database.db)).toLowerCase();
  for (const secret of ['clothilde', 'vauquelin', 'n1@exemple.test', '1.txt']) expect(stored).not.toContain(secret);
});

it('remembers the run of n8n that brought each', async () => {
  const execution = { executionId: '12', workflowId: 'flow' };
  const [one] = saved(await pool.candidates.upsertMany(people(3).map((input) => ({ ...input, execution }))));
  const { executions } = await pool.candidates.erase(one.candidateId, { by: 'test', reason: 'test' });
  expect(executions.map(({ executionId }) => executionId)).toEqual(['12']);
});
