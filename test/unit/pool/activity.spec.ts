import { sql } from 'kysely';
import { renderActivity } from '../../../lib/documents';
import type { TalentPool } from '../../../lib/pool';
import { hideSmall } from '../../../lib/pool/statistics-activity';
import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf, scoreOf } from './support/people';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
}, 240_000);
afterAll(() => database.close());

const offer = { id: 'dev-1', title: 'Développeur', text: 'Nous cherchons…', language: 'fr', criteria: {} };
const time = { from: '2026-01-05T00:00:00Z', to: '2026-01-26T00:00:00Z' };
const NAME = 'Zéphyrine Introuvable';

/** Applications with a source, the first ones looked at after so many hours. */
async function apply(source: string, count: number, hours: (index: number) => number | null): Promise<string[]> {
  const ids: string[] = [];
  for (let index = 0; index < count; index++) {
    const { candidateId } = await pool.candidates.upsert({
      profile: profileOf({ name: NAME, email: `${source}${index}@exemple.test` }),
    });
    const { applicationId } = await pool.applications.upsert({
      candidateId,
      offerId: 'dev-1',
      source,
      score: scoreOf(60),
    });
    ids.push(applicationId);
    const after = hours(index);
    if (after === null) continue;
    await pool.applications.moveStage({ id: applicationId, stage: 'test', by: 'A. Martin' });
    await sql`update vivier_personal.stage_changes set at = (select created_at from vivier_personal.applications
      where id = application_id) + make_interval(hours => ${after}) where application_id = ${applicationId}`.execute(
      database.db,
    );
  }
  return ids;
}

describe('activity of a pool', () => {
  beforeAll(async () => {
    await pool.offers.upsert(offer);
    await apply('site', 8, (index) => (index < 6 ? 10 * (index + 1) : null));
    await apply('mail', 6, () => null);
    await apply('salon', 2, () => null);
    const [override] = await apply('relation', 1, () => null);
    await pool.applications.override({ id: override, decision: 'keep', by: 'A. Martin', reason: 'vu en entretien' });
  });

  it('counts the intake of each week, also those without any', async () => {
    const { weeks } = await pool.activity(time);
    expect(weeks).toEqual([
      { start: '2026-01-05', candidates: 0, applications: 0 },
      { start: '2026-01-12', candidates: 17, applications: 17 },
      { start: '2026-01-19', candidates: 0, applications: 0 },
    ]);
  });

  it('tells how long people wait for a first look', async () => {
    const { firstLook } = await pool.activity(time);
    expect(firstLook).toMatchObject({ looked: 7, waiting: 10 });
    expect(firstLook?.medianHours).toBeCloseTo(30, 0);
    expect(firstLook?.slowestTenthHours).toBeGreaterThan(40);
  });

  it('hides small groups, and the next one where they could be found by subtraction', async () => {
    const { sources, stages } = await pool.activity(time);
    expect(sources).toEqual([
      { name: 'site', count: 8 },
      { name: 'mail', count: null },
      { name: 'salon', count: null },
      { name: 'relation', count: null },
    ]);
    expect(stages).toEqual([
      { name: 'screening', count: 11 },
      { name: 'test', count: 6 },
    ]);
  });

  it('gives the rate of decisions against the score when enough were taken', async () => {
    expect((await pool.activity(time)).overrides).toEqual({ decided: 7, against: 1, rate: 1 / 7 });
    expect((await pool.activity({ ...time, smallestGroup: 8 })).overrides).toEqual({
      ...{ decided: 7, against: null, rate: null },
    });
  });

  it('counts those erased since, and names nobody', async () => {
    const [{ candidateId }] = await pool.candidates.list({ limit: 1 });
    await pool.candidates.erase(candidateId, { by: 'A. Martin', reason: 'demande' });
    const activity = await pool.activity({ from: '2026-01-12T00:00:00Z', to: '2026-02-26T00:00:00Z' });
    expect(activity.weeks[0].candidates).toBe(17);
    expect(activity.erased).toBe(1);
    for (const name of [NAME, 'Martin', 'exemple.test', candidateId])
      expect(JSON.stringify(activity)).not.toContain(name);
  });

  it.each(['html', 'pdf', 'docx', 'md', 'xlsx'] as const)('becomes a report: %s', async (format) => {
    const activity = await pool.activity(time);
    const data = { activity, generatedAt: '2026-01-26T00:00:00Z', locale: 'fr' as const };
    const [first, second] = [await renderActivity(data, format), await renderActivity(data, format)];
    expect(first.equals(second)).toBe(true);
    if (format === 'html') {
      expect(first.toString()).toContain('moins de 5');
      expect(first.toString()).not.toMatch(/undefined|NaN|\[object|<script/);
    }
  });

  it.each([
    { from: 'hier' },
    { to: '2026-13-45' },
    { from: '2026-02-01', to: '2026-01-01' },
    { from: '1990-01-01', to: '2026-01-01' },
    { smallestGroup: 1 },
    { smallestGroup: Number.NaN },
  ])('refuses %j', async (input) => {
    await expect(pool.activity(input)).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('hiding small groups', () => {
  const hidden = (...counts: number[]) =>
    hideSmall(
      counts.map((count, index) => ({ name: `${index}`, count })),
      5,
    ).map(({ count }) => count);

  it.each([
    { counts: [9, 8], shown: [9, 8] },
    { counts: [9, 8, 3], shown: [9, null, null] },
    { counts: [9, 2, 2], shown: [null, null, null] },
    { counts: [9, 4, 4], shown: [9, null, null] },
    { counts: [3], shown: [null] },
    { counts: [0, 6], shown: [6] },
    { counts: [], shown: [] },
  ])('$counts', ({ counts, shown }) => {
    expect(hidden(...counts)).toEqual(shown);
  });
});
