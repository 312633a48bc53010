import type { TalentPool } from '../../../lib/pool';
import { profileOf } from './support/people';
import { dump, testDatabase, type TestDatabase } from './support/backend';

const ADA = { login: 'Claire@exemple.test', name: 'Claire Martin', role: 'recruiter', by: 'Paul Roux' } as const;

describe('who signs in to the pages', () => {
  let database: TestDatabase;
  let pool: TalentPool;
  beforeAll(async () => {
    database = await testDatabase();
  });
  beforeEach(async () => {
    await database.clean();
    pool = await database.pool();
  });
  afterAll(() => database.close());

  const signIn = async (login: string, password: string) => {
    const result = await pool.staff.signIn({ login, password });
    return result.ok ? result.token : null;
  };

  it('signs in with the password that was told once, and must choose another', async () => {
    const { password, mustChange } = await pool.staff.add(ADA);
    const token = await signIn('claire@EXEMPLE.test', password ?? '');
    expect(mustChange).toBe(true);
    expect(await pool.staff.session(token ?? '')).toMatchObject({ name: 'Claire Martin', role: 'recruiter' });
  });

  it('keeps neither password nor token', async () => {
    const { password } = await pool.staff.add(ADA);
    const token = await signIn(ADA.login, password ?? '');
    const stored = JSON.stringify(await dump(database.db));
    expect(stored).toContain('Claire Martin');
    expect(stored).not.toContain(password);
    expect(stored).not.toContain(token);
  });

  it('ends a session when one signs out, and all of them when a password is chosen', async () => {
    const { password, staffId } = await pool.staff.add(ADA);
    const [first, second] = [await signIn(ADA.login, password ?? ''), await signIn(ADA.login, password ?? '')];
    await pool.staff.signOut(first ?? '');
    expect(await pool.staff.session(first ?? '')).toBeNull();
    expect(await pool.staff.session(second ?? '')).not.toBeNull();
    const chosen = { old: password ?? '', password: 'quatre chevaux bleus' };
    expect(await pool.staff.choosePassword(staffId, { ...chosen, old: 'wrong' })).toBe(false);
    expect(await pool.staff.choosePassword(staffId, chosen)).toBe(true);
    expect(await pool.staff.session(second ?? '')).toBeNull();
    expect(await signIn(ADA.login, chosen.password)).not.toBeNull();
  });

  it('closes an account for a while after five wrong passwords, even to the right one', async () => {
    const { password } = await pool.staff.add(ADA);
    for (let tries = 0; tries < 5; tries++) expect(await signIn(ADA.login, 'wrong password')).toBeNull();
    expect(await signIn(ADA.login, password ?? '')).toBeNull();
    const [entry] = await pool.audit.list({ action: 'staff.locked' });
    expect(entry.details).toEqual({ seconds: 15 });
  });

  it('counts tries that come at once', async () => {
    const { password } = await pool.staff.add(ADA);
    await Promise.all(Array.from({ length: 8 }, () => signIn(ADA.login, 'wrong password')));
    expect(await signIn(ADA.login, password ?? '')).toBeNull();
  });

  it('lets nobody in who was disabled, and ends their sessions', async () => {
    const { password, staffId } = await pool.staff.add(ADA);
    const token = await signIn(ADA.login, password ?? '');
    await pool.staff.change(staffId, { by: 'Paul Roux', disabled: true });
    expect(await pool.staff.session(token ?? '')).toBeNull();
    expect(await signIn(ADA.login, password ?? '')).toBeNull();
  });

  it('keeps the last administrator', async () => {
    const { staffId } = await pool.staff.add({ ...ADA, role: 'administrator' });
    await expect(pool.staff.change(staffId, { by: 'Paul Roux', role: 'auditor' })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { what: 'role' },
    });
  });

  it.each([
    ['a weak password', { password: 'motdepasse' }, 'password'],
    ['a password with the login in it', { login: 'claire', password: 'claire-claire-1' }, 'password'],
    ['a name that is a program’s', { name: 'n8n' }, 'name'],
    ['a role that there is not', { role: 'owner' as 'auditor' }, 'role'],
    ['a login with spaces', { login: 'claire martin' }, 'login'],
  ])('refuses %s', async (_, change, what) => {
    await expect(pool.staff.add({ ...ADA, ...change })).rejects.toMatchObject({
      code: 'invalid-input',
      details: { what },
    });
  });

  it('writes into the log who looked at whom before it shows anything', async () => {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Ines Durand' }) });
    await pool.candidates.view(candidateId, { by: 'Claire Martin', as: 'card' });
    const [entry] = await pool.audit.list({ action: 'candidate.viewed' });
    expect(entry).toMatchObject({ by: 'Claire Martin', subjectId: candidateId, details: { as: 'card' } });
  });

  it('hides people under a legal hold from who may not see them', async () => {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Ines Durand' }) });
    await pool.candidates.hold(candidateId, { by: 'Paul Roux', reason: 'litige' });
    const view = { by: 'Claire Martin', as: 'card', withoutHeld: true } as const;
    await expect(pool.candidates.view(candidateId, view)).rejects.toMatchObject({ code: 'not-found' });
    expect((await pool.candidates.search({ withoutHeld: true })).total).toBe(0);
    expect((await pool.candidates.search({})).total).toBe(1);
  });
});
