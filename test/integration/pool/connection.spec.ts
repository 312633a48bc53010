import { randomUUID } from 'node:crypto';
import { createServer, type Server } from 'node:net';
import { Client } from 'pg';
import { closeIdlePools, openPool, type PostgresConfig } from '../../../lib/pool';
import { serverConfig } from '../../unit/pool/support/backend';
import { profileOf } from '../../unit/pool/support/people';

const server = serverConfig();
const database = `vivier_test_${randomUUID().replaceAll('-', '')}`;
const role = `vivier_role_${randomUUID().replaceAll('-', '')}`;
const ROLE_PASSWORD = 'a-pass-word-of-its-own';

async function admin(...statements: string[]): Promise<void> {
  const { host, port, database: own, user, password } = server;
  const client = new Client({ host, port, database: own, user, password });
  await client.connect();
  try {
    for (const statement of statements) await client.query(statement);
  } finally {
    await client.end();
  }
}

beforeAll(() => {
  process.env.VIVIER_LANGUAGE = 'en';
  return admin(`create role ${role} login password '${ROLE_PASSWORD}'`, `create database ${database}`);
});
afterAll(async () => {
  await closeIdlePools();
  await admin(`drop database ${database} with (force)`, `drop role ${role}`);
});

const ours = (changed: Partial<PostgresConfig> = {}): PostgresConfig => ({ ...server, database, ...changed });

async function refusal(config: PostgresConfig) {
  const error: unknown = await openPool(config).then(
    () => null,
    (reason: unknown) => reason,
  );
  return error as { code: string; message: string; hint: string; details: object };
}

describe('a database that can’t be used is reported in words', () => {
  it.each<[string, Partial<PostgresConfig>, RegExp]>([
    ['a wrong password', { password: 'wr0ng-secret' }, /wrong user or password/],
    ['an unknown user', { user: 'nobody-here', password: 'wr0ng-secret' }, /wrong user or password/],
    ['an unknown database', { database: 'no_such_database' }, /does not exist/],
    ['a port where nothing listens', { port: 1 }, /nothing answers/],
    ['a host name that is none', { host: 'no-such-host.invalid' }, /host name/],
    ['encryption that the server does not offer', { ssl: true }, /TLS/],
    ['a role without rights', { user: role, password: ROLE_PASSWORD }, /lacks rights/],
  ])('%s', async (_what, changed, words) => {
    const config = ours(changed);
    const error = await refusal(config);
    expect(error).toMatchObject({ code: 'pool-unreachable', message: expect.stringMatching(words) });
    expect(JSON.stringify([error.message, error.hint, error.details])).not.toContain(config.password);
  });

  it('a server that accepts the connection and cuts it', async () => {
    const cutting: Server = createServer((socket) => socket.destroy());
    await new Promise<void>((resolve) => cutting.listen(0, '127.0.0.1', resolve));
    const { port } = cutting.address() as { port: number };
    expect(await refusal(ours({ host: '127.0.0.1', port }))).toMatchObject({ code: 'pool-unreachable' });
    await new Promise((resolve) => cutting.close(resolve));
  });
});

describe('a database that can be used', () => {
  it('is shared by several users at once, who see each other’s work', async () => {
    const [first, second] = await Promise.all([openPool(ours()), openPool(ours())]);
    const { candidateId } = await first.candidates.upsert({ profile: profileOf({ name: 'A' }) });
    await first.close();
    expect(await second.candidates.get(candidateId)).toMatchObject({ candidateId });
    await second.close();
  });

  it('whose server drops the connections is used again over new ones', async () => {
    const pool = await openPool(ours());
    await Promise.all([pool.statistics(), pool.statistics(), pool.statistics()]);
    await admin(`select pg_terminate_backend(pid) from pg_stat_activity where datname = '${database}'`);
    const outcomes: string[] = [];
    while (outcomes.at(-1) !== 'ok' && outcomes.length < 10) {
      outcomes.push(
        await pool.statistics().then(
          () => 'ok',
          (error: { code: string }) => error.code,
        ),
      );
    }
    expect(outcomes.at(-1)).toBe('ok');
    expect(['ok', 'pool-unreachable']).toEqual(expect.arrayContaining(outcomes));
    await pool.close();
  });

  it('needs no more than its own database’s rights', async () => {
    const fresh = `${database}_b`;
    await admin(`create database ${fresh} owner ${role}`);
    const pool = await openPool(ours({ database: fresh, user: role, password: ROLE_PASSWORD }));
    expect(await pool.health()).toMatchObject({ backend: 'postgres', trigrams: true, candidates: 0 });
    await pool.close();
    await closeIdlePools();
    await admin(`drop database ${fresh} with (force)`);
  });
});
