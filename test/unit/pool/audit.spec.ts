import { sql } from 'kysely';
import { dump, onPostgres, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf, scoreOf } from './support/people';
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

const person = {
  name: 'Marie Essai',
  email: 'marie@exemple.test',
  phone: '+33612345678',
  headline: 'Plombière zinguerie',
};

async function withHistory(): Promise<string> {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf(person), document: fileOf('CV de Marie') });
  await pool.candidates.upsert({ profile: profileOf({ ...person, headline: 'Cheffe de chantier' }) });
  await pool.offers.upsert({ id: 'o1', title: 'Offre', text: 'Offre' });
  const { applicationId } = await pool.applications.upsert({ candidateId, offerId: 'o1', score: scoreOf(80) });
  await pool.applications.moveStage({
    id: applicationId,
    stage: 'rejected',
    by: 'Alice Durand',
    reason: 'Marie habite loin',
  });
  return candidateId;
}

/** As somebody with full rights on the database could, past the trigger that refuses it. */
async function tamper(statement: string): Promise<void> {
  await sql.raw('alter table vivier.audit_events disable trigger audit_events_append_only').execute(database.db);
  await sql.raw(statement).execute(database.db);
  await sql.raw('alter table vivier.audit_events enable trigger audit_events_append_only').execute(database.db);
}

describe('the decision log', () => {
  it('tells who did what to whom, newest first, without personal data', async () => {
    const candidateId = await withHistory();
    const events = await pool.audit.list();
    expect(events.map((event) => event.action)).toEqual([
      'application.stage-changed',
      'application.created',
      'offer.created',
      'candidate.updated',
      'candidate.created',
    ]);
    expect(events[0]).toMatchObject({ by: 'Alice Durand', details: { candidateId, to: 'rejected' } });
    expect(JSON.stringify(events)).not.toMatch(/Marie|marie@|612345678|chantier/);
    expect(await pool.audit.list({ subjectId: candidateId, limit: 1 })).toMatchObject([
      { action: 'candidate.updated' },
    ]);
  });

  it('is in order as written', async () => {
    await withHistory();
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: 5 });
  });

  it.each([
    ['a changed actor', `update vivier.audit_events set actor = 'Bob' where seq = 3`, 3],
    ['a changed detail', `update vivier.audit_events set details = '{"profileVersion": 9}' where seq = 2`, 2],
    ['a changed time', `update vivier.audit_events set at = at + interval '1 second' where seq = 1`, 1],
    ['a removed entry', 'delete from vivier.audit_events where seq = 4', 4],
    ['a cut-off end', 'delete from vivier.audit_events where seq >= 4', 4],
    ['two entries exchanged', `update vivier.audit_events set seq = 5 - seq + 100 where seq in (2, 3)`, 2],
  ])('shows %s', async (_what, statement, firstBroken) => {
    await withHistory();
    await tamper(statement);
    expect(await pool.audit.verify()).toEqual({ ok: false, checked: firstBroken - 1, firstBroken });
  });

  it('shows an end that was cut off together with the head’s number', async () => {
    await withHistory();
    await tamper('delete from vivier.audit_events where seq = 5');
    await sql.raw('update vivier.audit_head set seq = 4').execute(database.db);
    expect(await pool.audit.verify()).toMatchObject({ ok: false });
  });

  it.each([
    'update vivier.audit_events set actor = actor',
    'delete from vivier.audit_events',
    'truncate vivier.audit_events',
  ])('refuses “%s”', async (statement) => {
    await withHistory();
    await expect(sql.raw(statement).execute(database.db)).rejects.toThrow('append-only');
  });
});

describe('entries are kept for good, and so for the six months that the law asks for', () => {
  const by = 'Alice Durand';
  const rows = () => database.db.selectFrom('vivier.audit_events').selectAll().orderBy('seq').execute();

  it('through merging, access, purging, erasing and tombstones', async () => {
    const first = await withHistory();
    const second = await pool.candidates.upsert({
      profile: profileOf({ name: 'Paul Autre' }),
      document: fileOf('Paul'),
    });
    const third = await pool.candidates.upsert({ profile: profileOf({ name: 'Zoé Tierce' }), document: fileOf('Zoé') });
    const before = await rows();
    await pool.candidates.merge({ keep: first, remove: second.candidateId, by });
    await pool.candidates.export(first, { by });
    await database.db
      .updateTable('vivier_personal.candidates')
      .set({ last_contact_at: new Date('2020-01-01') })
      .where('id', '=', third.candidateId)
      .execute();
    expect((await pool.retention.purge({ by, dryRun: false })).certificates).toHaveLength(1);
    await pool.candidates.erase(first, { by, reason: 'Demande' });
    await pool.erasures.apply(await pool.erasures.list(), { by });
    expect((await pool.candidates.list()).length).toBe(0);

    const after = await rows();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).map(({ action }) => action)).toEqual(
      expect.arrayContaining(['candidate.merged', 'candidate.exported', 'candidate.erased']),
    );
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: after.length });
  });
});

describe('erasure', () => {
  it('removes the person from every table and leaves a tombstone and an entry', async () => {
    const candidateId = await withHistory();
    const certificate = await pool.candidates.erase(candidateId, {
      by: 'Alice Durand',
      reason: 'Demande RGPD, art. 17',
    });
    expect(certificate).toMatchObject({
      candidateId,
      by: 'Alice Durand',
      removed: { profiles: 2, documents: 1, applications: 1, scores: 1 },
      filesScrubbed: !onPostgres,
      auditSeq: 6,
    });
    await expect(pool.candidates.get(candidateId)).rejects.toMatchObject({ code: 'not-found' });
    expect((await pool.candidates.search({ query: 'Marie' })).total).toBe(0);
    expect(await pool.erasures.list()).toEqual([{ subjectHash: expect.any(String), erasedAt: certificate.erasedAt }]);
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: 6 });
    expect((await pool.audit.list({ limit: 1 }))[0]).toMatchObject({
      action: 'candidate.erased',
      seq: 6,
      by: 'Alice Durand',
    });
  });

  it('leaves none of the person’s bytes in any table', async () => {
    const candidateId = await withHistory();
    const traces = ['Marie', 'marie', 'exemple.test', '612345678', 'zinguerie', 'CV de'];
    const hex = traces.map((trace) => Buffer.from(trace).toString('hex'));
    const found = async () => {
      const contents = JSON.stringify(await dump(database.db));
      return [...traces, ...hex].filter((trace) => contents.includes(trace));
    };
    expect(await found()).not.toEqual([]);
    await pool.candidates.erase(candidateId, { by: 'Alice Durand', reason: 'Demande' });
    expect(await found()).toEqual([]);
  });

  it('lets the same person apply again, as somebody new', async () => {
    const candidateId = await withHistory();
    await pool.candidates.erase(candidateId, { by: 'Alice Durand', reason: 'Demande' });
    const again = await pool.candidates.upsert({ profile: profileOf(person), document: fileOf('CV de Marie') });
    expect(again).toMatchObject({ created: true, profileVersion: 1 });
    expect(again.candidateId).not.toBe(candidateId);
  });

  it.each(['Marie Essai l’a demandé', 'demande de essai', 'mail de marie@exemple.test'])(
    'refuses the reason “%s”, which the log would keep',
    async (reason) => {
      const candidateId = await withHistory();
      await database.db.deleteFrom('vivier_personal.applications').execute();
      const profile = profileOf(person);
      profile.identity.lastName = 'Essai';
      await pool.candidates.upsert({ profile, candidateId });
      const erasing = pool.candidates.erase(candidateId, { by: 'Alice Durand', reason });
      await expect(erasing).rejects.toMatchObject({ code: 'invalid-input', details: { what: 'reason' } });
      expect((await pool.statistics()).candidates).toBe(1);
    },
  );

  it('needs who and why, and somebody to erase', async () => {
    const candidateId = await withHistory();
    const by = 'Alice Durand';
    await expect(pool.candidates.erase(candidateId, { by: '', reason: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await expect(pool.candidates.erase(candidateId, { by, reason: '' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    await pool.candidates.erase(candidateId, { by, reason: 'Demande' });
    await expect(pool.candidates.erase(candidateId, { by, reason: 'Demande' })).rejects.toMatchObject({
      code: 'not-found',
    });
  });

  it('is done again after a restore, to the erased alone', async () => {
    const candidateId = await withHistory();
    const other = await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Autre' }) });
    await pool.candidates.erase(candidateId, { by: 'Alice Durand', reason: 'Demande' });
    const tombstones = await pool.erasures.list();
    await database.db // a restore of the row that a backup still had
      .insertInto('vivier_personal.candidates')
      .values({
        id: candidateId,
        profile_version: 1,
        source: null,
        skills: [],
        languages: [],
        experience_months: null,
        search_words: '',
        search_vector: '',
        created_at: new Date(),
        updated_at: new Date(),
        last_contact_at: new Date(),
      })
      .execute();
    expect(await pool.erasures.apply(tombstones, { by: 'Bob Martin' })).toEqual({ erased: 1 });
    expect((await pool.candidates.list()).map((one) => one.candidateId)).toEqual([other.candidateId]);
  });
});
