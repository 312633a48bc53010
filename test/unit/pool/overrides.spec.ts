import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf, scoreOf } from './support/people';
import { oversightOf } from '../../../lib/match';
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

describe('what people decide on a ranking', () => {
  const offerId = 'o-2';
  const decided = async (score: number, stage: 'interview' | 'rejected' | 'withdrawn', by: string) => {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: `Personne ${score} ${by}` }) });
    const { applicationId } = await pool.applications.upsert({ candidateId, offerId, score: scoreOf(score) });
    await pool.applications.moveStage({ id: applicationId, stage, by, reason: 'Décidé après lecture.' });
    return applicationId;
  };

  beforeAll(async () => {
    await pool.offers.upsert({ id: offerId, title: 'Couvreur', text: 'Vous posez des toits.', language: 'fr' });
    for (let score = 90; score > 66; score--) await decided(score, score > 80 ? 'interview' : 'rejected', 'Bruno RH');
    await decided(95, 'withdrawn', 'Bruno RH');
  });

  it('is listed with the place that it had, without anybody’s data, and without those who withdrew', async () => {
    const all = (await pool.applications.decisions({ limit: 100 })).filter((one) => one.offerId === offerId);
    expect(all).toHaveLength(24);
    const best = all.find(({ rank }) => rank === 2);
    expect(best).toMatchObject({ by: 'Bruno RH', selected: true });
    expect(all.filter(({ selected }) => selected)).toHaveLength(10);
    expect(JSON.stringify(all)).not.toContain('Personne');
  });

  it('gives a hint when a ranking is followed unread, and none once somebody decides otherwise', async () => {
    const hints = async () => oversightOf(await pool.applications.decisions({ limit: 100 })).hints;
    expect(await hints()).toMatchObject([{ code: 'ranking-followed-unread', by: 'Bruno RH' }]);
    await decided(20, 'interview', 'Bruno RH');
    expect(await hints()).toEqual([]);
  });
});
