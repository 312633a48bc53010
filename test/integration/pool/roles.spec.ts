import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import { closeIdlePools, openPool, poolRoles, type PostgresConfig, type TalentPool } from '../../../lib/pool';
import { emptyPlace, onServer, serverConfig } from '../../unit/pool/support/backend';
import { fileOf, profileOf, scoreOf } from '../../unit/pool/support/people';

const PASSWORD = 'a-pass-word-of-its-own';
const by = 'Alice Durand';
const suffix = randomUUID().slice(0, 8);
const login = { recruiter: `rec_${suffix}`, auditor: `aud_${suffix}`, administrator: `adm_${suffix}` };

let config: PostgresConfig;
let destroy: () => Promise<void>;
let owner: TalentPool;
let candidateId: string;
let heldId: string;
let applicationId: string;
const pools: TalentPool[] = [];

beforeAll(async () => {
  const place = await emptyPlace('postgres');
  config = place.config as PostgresConfig;
  destroy = place.destroy;
  owner = await openPool(config);
  pools.push(owner);
  candidateId = (await owner.candidates.upsert({ profile: profileOf({ name: 'Marie Essai' }), document: fileOf('CV') }))
    .candidateId;
  heldId = (await owner.candidates.upsert({ profile: profileOf({ name: 'Paul Tenu' }), document: fileOf('CV 2') }))
    .candidateId;
  await owner.offers.upsert({ id: 'o1', title: 'Offre', text: 'Offre' });
  ({ applicationId } = await owner.applications.upsert({ candidateId, offerId: 'o1', score: scoreOf(80) }));
  await owner.applications.upsert({ candidateId: heldId, offerId: 'o1', score: scoreOf(70) });
  await owner.candidates.hold(heldId, { by, reason: 'Litige' });
  await poolRoles(config, true);
  await poolRoles(config, true);
  for (const [role, name] of Object.entries(login)) {
    await onServer(config, `create role ${name} login password '${PASSWORD}' in role vivier_${role}`);
  }
});
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.close()));
  await closeIdlePools();
  await destroy();
  for (const name of Object.values(login)) await onServer(serverConfig(), `drop role if exists ${name}`);
});

async function as(role: keyof typeof login): Promise<TalentPool> {
  const pool = await openPool({ ...config, user: login[role], password: PASSWORD });
  pools.push(pool);
  return pool;
}

async function statement(role: keyof typeof login, text: string): Promise<string> {
  const { host, port, database } = config;
  const client = new Client({ host, port, database, user: login[role], password: PASSWORD });
  await client.connect();
  try {
    const { rowCount } = await client.query(text);
    return `${rowCount} rows`;
  } catch (error) {
    return (error as { code: string }).code;
  } finally {
    await client.end();
  }
}

const DENIED = '42501';

describe('a recruiter', () => {
  it('adds, finds, scores, moves and corrects', async () => {
    const pool = await as('recruiter');
    const added = await pool.candidates.upsert({
      profile: profileOf({ name: 'Zoé Neuve', email: 'zoe@exemple.test' }),
      document: fileOf('CV de Zoé'),
      by,
    });
    expect((await pool.candidates.get(added.candidateId)).profile.identity.fullName).toBe('Zoé Neuve');
    expect((await pool.candidates.search({ query: 'zoe' })).total).toBe(1);
    const batch = ['Yve', 'Xavier'].map((name) => ({ profile: profileOf({ name: `${name} Ensemble` }), by }));
    const together = await pool.candidates.upsertMany(batch);
    expect(together.map(({ candidate, error }) => candidate?.created ?? error?.code)).toEqual([true, true]);
    expect((await pool.candidates.search({ query: 'ensemble' })).total).toBe(2);
    const own = await pool.applications.upsert({ candidateId: added.candidateId, offerId: 'o1', score: scoreOf(60) });
    await pool.applications.moveStage({ id: own.applicationId, stage: 'interview', by });
    await pool.applications.note({ id: own.applicationId, by, text: 'Rappeler' });
    const changes = [{ path: 'contact.email', value: 'zoe.neuve@exemple.test' }];
    expect(await pool.candidates.rectify(added.candidateId, { changes, by, reason: 'Demande' })).toMatchObject({
      profileVersion: 2,
    });
    expect(await owner.audit.verify()).toMatchObject({ ok: true });
  });

  it('does not see who is under a legal hold', async () => {
    const pool = await as('recruiter');
    await expect(pool.candidates.get(heldId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.candidates.document(heldId)).rejects.toMatchObject({ code: 'not-found' });
    const listed = (await pool.candidates.list()).map((one) => one.candidateId);
    expect([listed.includes(candidateId), listed.includes(heldId)]).toEqual([true, false]);
    expect((await pool.applications.list({ offerId: 'o1' })).map((one) => one.candidateId)).not.toContain(heldId);
    for (const table of ['documents', 'candidate_profiles', 'applications']) {
      const rows = `select from vivier_personal.${table} where candidate_id = '${heldId}'`;
      expect([table, await statement('recruiter', rows)]).toEqual([table, '0 rows']);
    }
    expect(
      await statement('recruiter', `update vivier_personal.candidates set source = 'x' where id = '${heldId}'`),
    ).toBe('0 rows');
  });

  it('neither erases, nor merges, nor holds, nor reads the log', async () => {
    const pool = await as('recruiter');
    const refused = { code: 'not-allowed' };
    await expect(pool.candidates.erase(candidateId, { by, reason: 'Demande' })).rejects.toMatchObject(refused);
    await expect(pool.candidates.hold(candidateId, { by, reason: 'x' })).rejects.toMatchObject(refused);
    await expect(pool.candidates.liftHold(heldId, { by })).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.audit.list()).rejects.toMatchObject(refused);
    const other = await pool.candidates.upsert({ profile: profileOf({ name: 'Marie Double' }) });
    const merge = pool.candidates.merge({ keep: candidateId, remove: other.candidateId, by });
    await expect(merge).rejects.toMatchObject(refused);
    expect(await owner.candidates.get(other.candidateId)).toMatchObject({ profileVersion: 1 });
  });

  it.each([
    'delete from vivier_personal.candidates',
    'delete from vivier_personal.documents',
    'delete from vivier_personal.stage_changes',
    'delete from vivier.audit_events',
    'update vivier.audit_events set actor = $$x$$',
    'truncate vivier.audit_events',
    'alter table vivier.audit_events disable trigger all',
    'update vivier.pool_keys set wrapped = false',
    'update vivier_personal.legal_holds set lifted_at = now()',
    'alter table vivier_personal.candidates disable row level security',
    'delete from vivier.erasures',
  ])('can’t do by hand: %s', async (text) => {
    expect(await statement('recruiter', text)).toBe(DENIED);
  });
});

describe('an auditor', () => {
  it('reads and checks the log, and counts decisions', async () => {
    const pool = await as('auditor');
    expect(await pool.audit.verify()).toMatchObject({ ok: true });
    expect((await pool.audit.list({ action: 'candidate.held' })).map((one) => one.subjectId)).toEqual([heldId]);
    expect(await statement('auditor', 'select id, stage, score from vivier_personal.applications')).toMatch(
      /^[23] rows$/,
    );
  });

  it.each([
    'select body from vivier_personal.candidate_profiles',
    'select content from vivier_personal.documents',
    'select search_words from vivier_personal.candidates',
    'select reason from vivier_personal.stage_changes',
    'select body from vivier_personal.application_scores',
    'select * from vivier_personal.application_notes',
    'select * from vivier_personal.identity_keys',
    'update vivier_personal.applications set stage = $$hired$$',
    'insert into vivier.audit_events select * from vivier.audit_events',
    'delete from vivier.audit_events',
    'update vivier.job_offers set title = $$x$$',
  ])('can’t: %s', async (text) => {
    expect(await statement('auditor', text)).toBe(DENIED);
  });

  it('changes nothing through the pool either', async () => {
    const pool = await as('auditor');
    const refused = { code: 'not-allowed' };
    await expect(pool.candidates.get(candidateId)).rejects.toMatchObject(refused);
    await expect(pool.candidates.upsert({ profile: profileOf({ name: 'X Y' }) })).rejects.toMatchObject(refused);
    await expect(pool.applications.moveStage({ id: applicationId, stage: 'interview', by })).rejects.toMatchObject(
      refused,
    );
  });
});

describe('an administrator', () => {
  it('sees who is held, lifts the hold, exports, merges, purges and erases', async () => {
    const pool = await as('administrator');
    expect((await pool.candidates.get(heldId)).profile.identity.fullName).toBe('Paul Tenu');
    expect(await pool.candidates.export(heldId, { by })).toMatchObject({ retention: { held: true } });
    await pool.candidates.liftHold(heldId, { by });
    const double = await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Double' }) });
    await pool.candidates.merge({ keep: heldId, remove: double.candidateId, by });
    expect(await pool.retention.purge({ by })).toMatchObject({ dryRun: true });
    expect(await pool.candidates.erase(heldId, { by, reason: 'Demande' })).toMatchObject({ candidateId: heldId });
    expect(await pool.erasures.list()).toHaveLength(2);
    expect(await pool.audit.verify()).toMatchObject({ ok: true });
  });

  it.each([
    'delete from vivier.audit_events',
    'update vivier.audit_events set actor = $$x$$',
    'truncate vivier.audit_events',
    'alter table vivier.audit_events disable trigger all',
    'drop table vivier.audit_events',
    'delete from vivier.erasures',
  ])('can’t change what was logged: %s', async (text) => {
    expect(await statement('administrator', text)).toBe(DENIED);
  });
});
