import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  closeIdlePools,
  dumpPool,
  openPool,
  poolRoles,
  restorePool,
  type PostgresConfig,
  type StaffRole,
  type TalentPool,
} from '../../../lib/pool';
import { migrate } from '../../../lib/pool/migrate';
import { latestVersion, migrations } from '../../../lib/pool/migrations';
import { withInstance } from '../../../lib/pool/open';
import { addCandidate, profileWithProof, signedIn, siteOf, type Site } from '../../unit/pages/support';
import { emptyPlace, onServer } from '../../unit/pool/support/backend';

const by = 'Alice Durand';
const DENIED = { code: 'not-allowed' };

let config: PostgresConfig;
let destroy: () => Promise<void>;
let pool: TalentPool;
let site: Site;
let ines: Awaited<ReturnType<typeof addCandidate>>;
let heldId: string;

beforeAll(async () => {
  const place = await emptyPlace('postgres');
  config = place.config as PostgresConfig;
  destroy = place.destroy;
  pool = await openPool(config);
  site = await siteOf(pool);
  ines = await addCandidate(pool);
  const held = profileWithProof('Paul Tenu');
  held.contact.email = 'paul@exemple.test';
  heldId = (await addCandidate(pool, held)).candidateId;
  await pool.candidates.hold(heldId, { by, reason: 'Litige' });
});
afterAll(async () => {
  await pool.close();
  await closeIdlePools();
  await destroy();
});

const own = (role: StaffRole) => pool.forRole(role);

it('without the roles in the database, a pool is the same for everybody', async () => {
  const others = await onRolesOfOthers(() => own('recruiter'));
  expect(others).toBe(pool);
});

/** The roles belong to the server: another database's must not be taken for this one's. */
async function onRolesOfOthers<T>(look: () => Promise<T>): Promise<T> {
  const other = await emptyPlace('postgres');
  await poolRoles(other.config, true);
  await closeIdlePools();
  try {
    return await look();
  } finally {
    await other.destroy();
  }
}

describe('with the roles, the database itself keeps to them', () => {
  beforeAll(() => poolRoles(config, true));

  it('a recruiter’s pool neither finds nor reads who is held, nor erases, nor reads the log', async () => {
    const recruiter = await own('recruiter');
    const found = await recruiter.candidates.search({ query: 'comptable' });
    expect([found.candidates.map((one) => one.candidateId), found.total]).toEqual([[ines.candidateId], 1]);
    expect((await recruiter.candidates.list()).map((one) => one.candidateId)).toEqual([ines.candidateId]);
    await expect(recruiter.candidates.get(heldId)).rejects.toMatchObject({ code: 'not-found' });
    await expect(recruiter.candidates.erase(ines.candidateId, { by, reason: 'Fin' })).rejects.toMatchObject(DENIED);
    await expect(recruiter.audit.list()).rejects.toMatchObject(DENIED);
    expect(await recruiter.statistics()).toMatchObject({ held: 1 });
  });

  it('an auditor’s pool reads the log and finds nobody; an administrator’s sees who is held', async () => {
    const auditor = await own('auditor');
    expect(await auditor.audit.verify()).toMatchObject({ ok: true });
    await expect(auditor.candidates.search({ query: 'comptable' })).rejects.toMatchObject(DENIED);
    await expect(auditor.candidates.search({ query: 'zzz' })).rejects.toMatchObject(DENIED);
    await expect(auditor.candidates.get(ines.candidateId)).rejects.toMatchObject(DENIED);
    const administrator = await own('administrator');
    expect((await administrator.candidates.search({ query: 'comptable' })).total).toBe(2);
    expect(await administrator.candidates.get(heldId)).toMatchObject({ candidateId: heldId });
  });

  it('connections come back with their own rights, also when many roles work at once and some are refused', async () => {
    const [recruiter, auditor] = [await own('recruiter'), await own('auditor')];
    const mixed = Array.from({ length: 24 }, (_, at) =>
      [() => recruiter.candidates.get(ines.candidateId), () => auditor.candidates.get(heldId), () => pool.audit.list()][
        at % 3
      ](),
    );
    const outcomes = (await Promise.allSettled(mixed)).map(({ status }, at) => `${at % 3} ${status}`);
    expect([...new Set(outcomes)].sort()).toEqual(['0 fulfilled', '1 rejected', '2 fulfilled']);
    expect(await pool.candidates.get(heldId)).toMatchObject({ candidateId: heldId });
  });

  it.each<[StaffRole, string[]]>([
    ['recruiter', ['search', 'candidate', 'file', 'offers', 'board', 'statistics']],
    ['auditor', ['statistics', 'log']],
    ['administrator', ['search', 'candidate', 'file', 'offers', 'board', 'statistics', 'log', 'staff']],
  ])('%s: every page of theirs opens', async (role, views) => {
    const visitor = await signedIn(site, role);
    const { documents } = await pool.candidates.get(ines.candidateId);
    const more: Record<string, Record<string, string>> = {
      ...{ candidate: { id: ines.candidateId }, board: { offer: 'compta' } },
      file: { id: ines.candidateId, document: documents[0].documentId },
    };
    for (const view of views) expect([view, (await visitor.open({ view, ...more[view] })).status]).toEqual([view, 200]);
    if (role === 'auditor') return;
    await visitor.open({ view: 'candidate', id: ines.candidateId });
    const note = { application: ines.applicationId, text: `Vue par ${role}` };
    expect((await visitor.submit({ view: 'candidate', id: ines.candidateId }, note)).status).toBe(200);
    const { notes } = await pool.applications.get(ines.applicationId);
    expect(notes.map(({ text }) => text)).toContain(`Vue par ${role}`);
    expect((await visitor.open({ view: 'candidate', id: heldId })).status).toBe(role === 'administrator' ? 200 : 404);
  });

  it('what the pages forgot to ask, the database refuses', async () => {
    const forgetful = await own('recruiter');
    const seen = await forgetful.candidates.search({ query: 'comptable', withoutHeld: false });
    expect(seen.candidates.map((one) => one.candidateId)).toEqual([ines.candidateId]);
    expect((await forgetful.applications.list({ offerId: 'compta' })).map((one) => one.candidateId)).not.toContain(
      heldId,
    );
    await expect(forgetful.candidates.document(heldId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('a migration leaves the roles their rights, to new tables too', async () => {
    const next = {
      version: latestVersion(migrations) + 1,
      name: 'next',
      statements: [
        'create table vivier_personal.next (candidate_id uuid references vivier_personal.candidates on delete cascade)',
      ],
    };
    await withInstance(config, ({ db }) => migrate(db, [...migrations, next]));
    await onServer(config, 'set role vivier_recruiter; select * from vivier_personal.next');
    await onServer(
      config,
      `delete from vivier.schema_versions where version = ${next.version}; drop table vivier_personal.next`,
    );
  });

  it('a restore over the pool leaves them too', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'vivier-roles-'));
    const passphrase = 'la phrase de la nuit';
    await dumpPool(config, join(folder, 'night.vivier'), { passphrase });
    await restorePool(config, join(folder, 'night.vivier'), { passphrase, by, replace: true });
    await rm(folder, { recursive: true });
    const restored = await openPool(config);
    const recruiter = await restored.forRole('recruiter');
    expect((await recruiter.candidates.list()).map((one) => one.candidateId)).toEqual([ines.candidateId]);
    await expect(recruiter.candidates.get(heldId)).rejects.toMatchObject({ code: 'not-found' });
    await restored.close();
  });
});
