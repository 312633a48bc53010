import type { TalentPool } from '../../../lib/pool';
import type { Profile } from '../../../lib/profile';
import { testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';

let database: TestDatabase;
let pool: TalentPool;
let minutes = 0;

beforeAll(async () => {
  database = await testDatabase();
}, 240_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.clean();
  minutes = 0;
  pool = await database.pool(undefined, () => new Date(Date.UTC(2026, 0, 15, 9, minutes)));
});

const byRules = (name: string): Profile => ({ ...profileOf({ name, email: `${name}@exemple.test` }) });
const byModel = (name: string): Profile => {
  const profile = byRules(name);
  return { ...profile, headline: 'Soudeuse', meta: { ...profile.meta, engine: 'both' } };
};

async function comesIn(name: string, modelLater?: 'person' | 'batch', text = name) {
  minutes += 1;
  const { candidateId } = await pool.candidates.upsert({ profile: byRules(name), document: fileOf(text), modelLater });
  return candidateId;
}
const refined = (name: string, text = name) =>
  pool.candidates.upsert({ profile: byModel(name), document: fileOf(text) });
const names = new Map<string, string>();
const taken = async (atOnce = 10) =>
  (await pool.waiting.take({ atOnce, minutes: 60 })).map(({ candidateId }) => names.get(candidateId));
const waiting = async () => (await pool.metrics()).waiting;

async function three() {
  for (const [name, later] of [
    ['first', 'batch'],
    ['second', 'batch'],
    ['waited-for', 'person'],
  ] as const) {
    names.set(await comesIn(name, later), name);
  }
}

describe('CVs that the rules have read and that wait for the model', () => {
  it('are told with the oldest, and those who asked for no model are not among them', async () => {
    await three();
    await comesIn('rules-only');
    expect(await waiting()).toEqual({ count: 3, people: 1, underWay: 0, oldestSince: '2026-01-15T09:01:00.000Z' });
  });

  it('wait also when many are saved together', async () => {
    const many = ['a', 'b'].map((name) => ({
      profile: byRules(name),
      document: fileOf(name),
      modelLater: 'batch' as const,
    }));
    await pool.candidates.upsertMany(many);
    const cvs = await pool.waiting.take();
    expect(cvs.map(({ documentId }) => typeof documentId)).toEqual(['string', 'string']);
  });

  it('come out with whom somebody waits for first, then the oldest', async () => {
    await three();
    expect(await taken()).toEqual(['waited-for', 'first', 'second']);
  });

  it('are never more under way than allowed, whoever asks', async () => {
    await three();
    const both = await Promise.all([taken(2), taken(2)]);
    expect(both.flat()).toHaveLength(2);
    expect(await taken(2)).toEqual([]);
    await refined('waited-for');
    expect(await taken(2)).toEqual(['second']);
  });

  it('wait no longer once the model’s reading is saved, also when it says nothing new', async () => {
    await three();
    await taken();
    await refined('first');
    const profile = byRules('second');
    await pool.candidates.upsert({
      profile: { ...profile, meta: { ...profile.meta, engine: 'both' } },
      document: fileOf('second'),
    });
    expect((await waiting()).count).toBe(1);
  });

  it('come again when nobody saved them in time: what was killed on the way is not lost', async () => {
    await three();
    await taken();
    minutes += 59;
    expect(await taken()).toEqual([]);
    minutes += 1;
    expect(await taken()).toEqual(['waited-for', 'first', 'second']);
  });

  it('rest longer each time they fail, so that they hold up no other', async () => {
    await three();
    await taken(1);
    minutes += 60;
    await taken(1);
    minutes += 60;
    // The one that failed twice rests for two hours.
    expect(await taken(1)).toEqual(['first']);
  });

  it('make room at once when they are given back, and still rest', async () => {
    await three();
    const [{ candidateId }] = await pool.waiting.take({ atOnce: 1 });
    expect(await taken(1)).toEqual([]);
    expect(await pool.waiting.giveBack(candidateId)).toBe(true);
    expect(await taken(1)).toEqual(['first']);
    await pool.candidates.erase(candidateId, { by: 'Alice Durand', reason: 'demande' });
    expect(await pool.waiting.giveBack(candidateId)).toBe(false);
  });

  it('go on waiting with the file that came in while an older one was read, which does not take its place', async () => {
    await comesIn('first', 'batch', 'old CV');
    const [old] = await pool.waiting.take();
    const candidateId = await comesIn('first', 'batch', 'new CV');
    const late = { candidateId, readingOf: old.documentId, profile: byModel('first'), document: fileOf('old CV') };
    await pool.candidates.upsert(late);
    expect((await pool.candidates.get(candidateId)).profile.headline).toBe(byRules('first').headline);
    expect((await pool.candidates.document(candidateId)).data).toEqual(fileOf('new CV').data);
    const [latest] = await pool.waiting.take();
    await pool.candidates.upsert({ ...late, readingOf: latest.documentId, document: fileOf('new CV') });
    expect((await pool.candidates.get(candidateId)).profile.headline).toBe('Soudeuse');
    expect((await waiting()).count).toBe(0);
  });

  it('wait no longer when another file has replaced theirs, and still when the model was away', async () => {
    await comesIn('first', 'batch', 'old CV');
    await pool.waiting.take();
    const profile = byModel('first');
    const warnings = [{ code: 'model-unavailable', message: '' }];
    await pool.candidates.upsert({
      profile: { ...profile, meta: { ...profile.meta, warnings } },
      document: fileOf('old CV'),
    });
    expect(await waiting()).toMatchObject({ count: 1, underWay: 0 });
    await comesIn('first', undefined, 'new CV');
    expect((await waiting()).count).toBe(0);
  });

  it('are dated as the rules have dated them, and are not made anew when they were erased meanwhile', async () => {
    const id = await comesIn('first', 'batch');
    const [{ documentId, referenceDate }] = await pool.waiting.take();
    expect(referenceDate).toBe(byRules('first').meta.referenceDate);
    await pool.candidates.erase(id, { by: 'Alice Durand', reason: 'demande' });
    const late = { candidateId: id, readingOf: documentId, profile: byModel('first'), document: fileOf('first') };
    await expect(pool.candidates.upsert(late)).rejects.toMatchObject({ code: 'not-found' });
    expect((await pool.statistics()).candidates).toBe(0);
  });

  it('are passed over under a legal hold, and gone with an erasure', async () => {
    const id = await comesIn('first', 'batch');
    await pool.candidates.hold(id, { by: 'Alice Durand', reason: 'litige' });
    expect(await pool.waiting.take()).toEqual([]);
    await pool.candidates.liftHold(id, { by: 'Alice Durand' });
    await pool.candidates.erase(id, { by: 'Alice Durand', reason: 'demande' });
    expect((await waiting()).count).toBe(0);
  });

  it.each([{ atOnce: 0 }, { atOnce: 1.5 }, { minutes: 0 }, { minutes: 100_000 }])('refuses %o', async (input) => {
    await expect(pool.waiting.take(input)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});
