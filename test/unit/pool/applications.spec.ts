import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf, scoreOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
}, 240_000);
afterAll(() => database.close());
beforeEach(async () => {
  await database.clean();
  pool = await database.pool();
});

const offer = { id: 'dev-1', title: 'Développeur', text: 'Nous cherchons…', language: 'fr', criteria: { minYears: 3 } };
const unknown = '00000000-0000-4000-8000-000000000000';

async function candidate(name = 'Camille Exemple'): Promise<string> {
  return (await pool.candidates.upsert({ profile: profileOf({ name }) })).candidateId;
}

describe('offers', () => {
  it('are made once, then changed under their own id', async () => {
    const made = await pool.offers.upsert(offer);
    expect(made).toMatchObject({ offerId: 'dev-1', created: true, open: true, criteria: { minYears: 3 } });
    const changed = await pool.offers.upsert({ ...offer, title: 'Développeuse' });
    expect(changed).toMatchObject({ offerId: 'dev-1', created: false, title: 'Développeuse' });
    expect(await pool.offers.get('dev-1')).toMatchObject({ title: 'Développeuse', text: offer.text });
  });

  it('without an id are recognised by title and text while open', async () => {
    const { id: _id, ...nameless } = offer;
    const first = await pool.offers.upsert(nameless);
    const again = await pool.offers.upsert(nameless);
    await pool.offers.close(first.offerId);
    const reopened = await pool.offers.upsert(nameless);
    expect([again.offerId === first.offerId, again.created]).toEqual([true, false]);
    expect([reopened.offerId === first.offerId, reopened.created]).toEqual([false, true]);
  });

  it('are listed open, closed, or all', async () => {
    await pool.offers.upsert(offer);
    await pool.offers.upsert({ ...offer, id: 'dev-2' });
    await pool.offers.close('dev-1', { by: 'Alice RH' });
    const list = async (open?: boolean) => (await pool.offers.list({ open })).map((one) => one.offerId);
    expect([await list(true), await list(false), await list()]).toEqual([['dev-2'], ['dev-1'], ['dev-2', 'dev-1']]);
    expect((await pool.offers.get('dev-1')).closedAt).toMatch(/^2026-01-15T/);
  });

  it('closed twice are closed once', async () => {
    await pool.offers.upsert(offer);
    const first = await pool.offers.close('dev-1');
    expect(await pool.offers.close('dev-1')).toEqual(first);
    expect(await pool.audit.list({ action: 'offer.closed' })).toHaveLength(1);
  });

  it('that nobody knows are not found', async () => {
    await expect(pool.offers.get('none')).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.offers.close('none')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('applications', () => {
  it('are one per candidate and offer, whoever sends them at once', async () => {
    await pool.offers.upsert(offer);
    const candidateId = await candidate();
    const stored = await Promise.all(
      Array.from({ length: 6 }, () => pool.applications.upsert({ candidateId, offerId: 'dev-1', score: scoreOf(50) })),
    );
    expect(new Set(stored.map((one) => one.applicationId)).size).toBe(1);
    expect(stored.filter((one) => one.created)).toHaveLength(1);
    expect(stored.map((one) => one.scoreVersion)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  it('keep a new score beside the old one, and show the new', async () => {
    await pool.offers.upsert(offer);
    const candidateId = await candidate();
    await pool.applications.upsert({ candidateId, offerId: 'dev-1', score: scoreOf(50) });
    const again = await pool.applications.upsert({ candidateId, offerId: 'dev-1', score: scoreOf(60) });
    expect(again).toMatchObject({ created: false, scoreVersion: 2 });
    expect(await pool.applications.list({ offerId: 'dev-1' })).toMatchObject([{ score: scoreOf(60), scoreVersion: 2 }]);
    const { rows } = await database.db.executeQuery<{ score: number }>(
      database.db.selectFrom('vivier_personal.application_scores').select('score').orderBy('version').compile(),
    );
    expect(rows.map((row) => row.score)).toEqual([50, 60]);
  });

  it('are listed best score first, with the profile, the unscored last', async () => {
    await pool.offers.upsert(offer);
    for (const [name, score] of [
      ['Low', 20],
      ['None', null],
      ['High', 90.5],
    ] as const) {
      const candidateId = await candidate(name);
      await pool.applications.upsert({
        candidateId,
        offerId: 'dev-1',
        score: score === null ? undefined : scoreOf(score),
      });
    }
    const list = await pool.applications.list({ offerId: 'dev-1' });
    expect(list.map((one) => [one.profile.identity.fullName, one.score?.score ?? null])).toEqual([
      ['High', 90.5],
      ['Low', 20],
      ['None', null],
    ]);
    expect(await pool.applications.list({ offerId: 'dev-1', limit: 1, offset: 1 })).toHaveLength(1);
  });

  it('need a candidate and an offer that exist', async () => {
    await pool.offers.upsert(offer);
    const candidateId = await candidate();
    const orphan = pool.applications.upsert({ candidateId: unknown, offerId: 'dev-1' });
    await expect(orphan).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.applications.upsert({ candidateId, offerId: 'none' })).rejects.toMatchObject({
      code: 'not-found',
    });
    await expect(
      pool.applications.upsert({ candidateId, offerId: 'dev-1', score: { score: 101 } as never }),
    ).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

describe('stages', () => {
  let id: string;
  beforeEach(async () => {
    await pool.offers.upsert(offer);
    id = (await pool.applications.upsert({ candidateId: await candidate(), offerId: 'dev-1' })).applicationId;
  });

  it('move with the name of who moved them', async () => {
    expect(await pool.applications.moveStage({ id, stage: 'interview', by: 'Alice RH' })).toMatchObject({
      from: 'screening',
      stage: 'interview',
      by: 'Alice RH',
    });
    expect(await pool.applications.list({ offerId: 'dev-1', stage: 'interview' })).toHaveLength(1);
    const [event] = await pool.audit.list({ subjectId: id });
    expect(event).toMatchObject({ by: 'Alice RH', details: { from: 'screening', to: 'interview' } });
  });

  it.each(['n8n', 'System', 'système', ' automation ', 'Workflow', 'AI', '42', '--', 'admin'])(
    'refuse a rejection by “%s”, who is nobody',
    async (by) => {
      const move = pool.applications.moveStage({ id, stage: 'rejected', by, reason: 'Compétences' });
      await expect(move).rejects.toMatchObject({ code: 'invalid-input', details: { what: 'by' } });
      expect((await pool.statistics()).byStage).toMatchObject({ screening: 1, rejected: 0 });
    },
  );

  it('refuse a rejection without a reason', async () => {
    const move = pool.applications.moveStage({ id, stage: 'rejected', by: 'Alice RH', reason: '  ' });
    await expect(move).rejects.toMatchObject({ code: 'invalid-input', details: { what: 'reason' } });
  });

  it('keep the reason of a rejection with the candidate, not in the log', async () => {
    await pool.applications.moveStage({ id, stage: 'rejected', by: 'Alice Durand', reason: 'Pas assez d’expérience' });
    const change = await database.db.selectFrom('vivier_personal.stage_changes').selectAll().executeTakeFirstOrThrow();
    expect(change).toMatchObject({
      to_stage: 'rejected',
      changed_by: 'Alice Durand',
      reason: 'Pas assez d’expérience',
    });
    expect(JSON.stringify(await pool.audit.list())).not.toContain('expérience');
  });

  it('refuse a rejection written past the code, without a person', async () => {
    const past = database.db
      .insertInto('vivier_personal.stage_changes')
      .values({
        application_id: id,
        from_stage: 'screening',
        to_stage: 'rejected',
        changed_by: '',
        reason: null,
        at: new Date(),
        against_score: false,
      })
      .execute();
    await expect(past).rejects.toMatchObject({ code: '23514' });
  });

  it('that are the same already leave no trace', async () => {
    await pool.applications.moveStage({ id, stage: 'screening', by: 'Alice RH' });
    expect(await pool.audit.list({ action: 'application.stage-changed' })).toEqual([]);
  });

  it('refuse an unknown stage, an unknown application, and nobody’s move', async () => {
    const move = (input: object) => pool.applications.moveStage({ id, stage: 'test', by: 'Alice', ...input });
    await expect(move({ stage: 'fired' })).rejects.toMatchObject({ code: 'invalid-input' });
    await expect(move({ id: unknown })).rejects.toMatchObject({ code: 'not-found' });
    await expect(move({ by: '' })).rejects.toMatchObject({ code: 'invalid-input' });
  });
});

it('counts what there is', async () => {
  await pool.offers.upsert(offer);
  await pool.offers.upsert({ ...offer, id: 'dev-2' });
  await pool.offers.close('dev-2');
  const { applicationId } = await pool.applications.upsert({ candidateId: await candidate(), offerId: 'dev-1' });
  await pool.applications.moveStage({ id: applicationId, stage: 'offer', by: 'Alice', reason: 'Déjà vue' });
  expect(await pool.statistics()).toEqual({
    candidates: 1,
    profileVersions: 1,
    documents: 0,
    offers: { open: 1, closed: 1 },
    applications: 1,
    byStage: { screening: 0, test: 0, interview: 0, offer: 1, hired: 0, rejected: 0, withdrawn: 0 },
    erased: 0,
    overrides: { decided: 0, against: 0, rate: null },
    held: 0,
    toRescore: 0,
  });
});
