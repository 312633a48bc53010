import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf, scoreOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  await pool.offers.upsert({ id: 'o-1', title: 'Soudeur', text: 'Vous soudez.', language: 'fr' });
}, 240_000);
afterAll(() => database.close());

async function scored(name: string): Promise<string> {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name }) });
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'o-1', score: scoreOf(40) });
  return applicationId;
}

it('a decision against a score is kept with its reason and its person, logged without its words, and counted as a rate', async () => {
  const [taken, plain] = [await scored('Alix Exemple'), await scored('Noa Exemple')];
  await pool.applications.moveStage({ id: plain, stage: 'interview', by: 'Alice RH' });
  expect((await pool.statistics()).overrides).toMatchObject({ decided: 1 });

  const by = 'Alice RH';
  const reason = 'A montré ses soudures en entretien.';
  await pool.applications.override({ id: taken, decision: 'interview', by, reason });
  const { overrides } = await pool.applications.get(taken);
  expect(overrides).toMatchObject([{ by, reason }]);
  const { decided, against, rate } = (await pool.statistics()).overrides;
  expect([decided, rate]).toEqual([2, against / 2]);
  expect(against).toBeGreaterThanOrEqual(1);
  expect(JSON.stringify(await pool.audit.list({}))).not.toContain('soudures');
  await expect(pool.applications.override({ id: taken, decision: 'interview', by, reason: ' ' })).rejects.toMatchObject(
    {
      code: 'invalid-input',
    },
  );
});
