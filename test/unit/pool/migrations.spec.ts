import { sql } from 'kysely';
import { emptyBackend, onPostgres } from './support/backend';
import { poolOn, prepare } from '../../../lib/pool/assemble';
import type { Backend } from '../../../lib/pool/backends/embedded';
import { migrate } from '../../../lib/pool/migrate';
import { latestVersion, migrations, type Migration } from '../../../lib/pool/migrations';
import type { PoolConfig } from '../../../lib/pool';

let backend: Backend;
let config: PoolConfig;
let drop: () => Promise<void>;

beforeAll(async () => {
  ({ backend, config, drop } = await emptyBackend());
}, 240_000);
afterAll(async () => {
  await backend.close();
  await drop();
});
beforeEach(async () => {
  await sql.raw('drop schema if exists vivier, vivier_personal cascade').execute(backend.db);
});

const latest = latestVersion(migrations);
const next = (...statements: string[]): Migration => ({ version: latest + 1, name: 'next', statements });
const versions = async () =>
  (await backend.db.selectFrom('vivier.schema_versions').select('version').orderBy('version').execute()).map(
    (row) => row.version,
  );

it('are applied once, however often and by however many they are asked for', async () => {
  expect(await Promise.all([1, 2, 3, 4].map(() => migrate(backend.db)))).toEqual([1, 1, 1, 1].map(() => latest));
  expect(await versions()).toEqual(migrations.map((migration) => migration.version));
});

it('count up', () => {
  const versions = migrations.map((migration) => migration.version);
  expect(versions).toEqual([...new Set(versions)].sort((a, b) => a - b));
});

it('that come late, with a number in between, are applied too', async () => {
  await migrate(backend.db);
  const between: Migration = { version: latest - 1, name: 'between', statements: [] };
  const known = migrations.filter((migration) => migration.version !== between.version);
  await sql`drop schema vivier, vivier_personal cascade`.execute(backend.db);
  await migrate(backend.db, known.slice(0, 1));
  expect(await migrate(backend.db, [...known.slice(0, 1), between, next()])).toBe(latest + 1);
  expect(await versions()).toEqual([1, latest - 1, latest + 1]);
});

it('go forward from an older schema and keep its rows', async () => {
  await migrate(backend.db);
  const pool = await poolOn(
    await prepare(backend),
    config,
    () => new Date(),
    () => undefined,
  );
  await pool.offers.upsert({ id: 'o1', title: 'Before', text: '' });
  const added = next('alter table vivier.job_offers add column note text');
  expect(await migrate(backend.db, [...migrations, added])).toBe(latest + 1);
  expect(await pool.offers.get('o1')).toMatchObject({ title: 'Before' });
});

it('that fail half-way leave the schema as it was', async () => {
  await migrate(backend.db);
  const broken = next('create table vivier.half (id int)', 'select no_such_function()');
  await expect(migrate(backend.db, [...migrations, broken])).rejects.toThrow('no_such_function');
  expect(await versions()).toEqual(migrations.map((migration) => migration.version));
  const { rows } = await sql<{ half: string | null }>`select to_regclass('vivier.half') as half`.execute(backend.db);
  expect(rows).toEqual([{ half: null }]);
});

it('refuse a schema newer than the code, and leave it alone', async () => {
  await migrate(backend.db, [...migrations, next('create table vivier.tomorrow (id int)')]);
  await expect(migrate(backend.db)).rejects.toMatchObject({
    code: 'pool-newer',
    details: { actual: latest + 1, limit: latest },
  });
  expect(await versions()).toHaveLength(migrations.length + 1);
});

it('make a pool that tells its state', async () => {
  const pool = await poolOn(
    await prepare(backend),
    config,
    () => new Date(),
    () => undefined,
  );
  expect(await pool.health()).toEqual({
    backend: onPostgres ? 'postgres' : 'embedded',
    version: expect.stringMatching(/^\d+\.\d+/),
    schemaVersion: latest,
    pgvector: onPostgres ? expect.any(Boolean) : true,
    trigrams: true,
    encrypted: false,
    candidates: 0,
    ...(onPostgres ? {} : { folder: 'memory://' }),
  });
});
