import { dump, testDatabase, type TestDatabase } from './support/backend';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const wanted = { name: 'careers site', role: 'intake', by: 'A. Martin' } as const;

it('opens with the key that was told once, and keeps nothing that could tell it again', async () => {
  const pool = await database.pool('a long enough key');
  const { key, keyId } = await pool.apiKeys.add(wanted);
  expect(await pool.apiKeys.check(key)).toMatchObject({ keyId, role: 'intake', name: 'careers site' });
  expect(JSON.stringify(await dump(database.db))).not.toContain(key);
  expect(JSON.stringify(await pool.apiKeys.list())).not.toContain(key);
  for (const other of ['', 'vivier_', `${key}x`, key.slice(0, -1), key.toUpperCase()]) {
    expect(await pool.apiKeys.check(other)).toBeNull();
  }
  await pool.close();
});

it('opens nothing once it is withdrawn or too old, and the log says who did it', async () => {
  const pool = await database.pool('a long enough key');
  const withdrawn = await pool.apiKeys.add(wanted);
  await pool.apiKeys.revoke(withdrawn.keyId, { by: 'C. Petit' });
  expect(await pool.apiKeys.check(withdrawn.key)).toBeNull();
  // The clock of this pool moves on by a second at each look.
  const short = await pool.apiKeys.add({ ...wanted, expiresAt: '2026-01-15T00:01:00Z' });
  expect(await pool.apiKeys.check(short.key)).toMatchObject({ keyId: short.keyId });
  for (let looks = 0; looks < 60; looks++) await pool.apiKeys.check(short.key);
  expect(await pool.apiKeys.check(short.key)).toBeNull();
  const log = await pool.audit.list({ action: 'api-key.revoked' });
  expect(log).toMatchObject([{ by: 'C. Petit', details: { keyId: withdrawn.keyId } }]);
  expect((await pool.audit.verify()).ok).toBe(true);
  await pool.close();
});

it('refuses a role that there is not', async () => {
  const pool = await database.pool('a long enough key');
  await expect(pool.apiKeys.add({ ...wanted, role: 'root' as never })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(pool.apiKeys.revoke('11111111-1111-4111-8111-111111111111', { by: 'x' })).rejects.toMatchObject({
    code: 'not-found',
  });
  await pool.close();
});
