import { cpSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { closeIdlePools, openPool } from '../../../lib/pool';
import { onServer } from '../../unit/pool/support/backend';
import { profileOf } from '../../unit/pool/support/people';
import { itemsOf, type N8n, readFiles, runLine, runningN8n, vivierNode } from '../n8n/running';
import { watchWith } from '../n8n/watching';

jest.setTimeout(120_000);

const url = new URL(process.env.VIVIER_TEST_POSTGRES_URL ?? 'postgres://missing');
const server = {
  host: url.hostname,
  port: Number(url.port || 5432),
  database: url.pathname.slice(1),
  user: decodeURIComponent(url.username),
  password: decodeURIComponent(url.password),
};

/** Stores a credential through n8n's own interface and gives the reference that a node carries. */
async function store(n8n: N8n, type: string, name: string, data: object) {
  const { id } = await n8n.rest('/credentials', { method: 'POST', body: { name, type, data } });
  return { [type]: { id: id as string, name } };
}

describe('the talent pool on a PostgreSQL server, from n8n', () => {
  let n8n: N8n;

  beforeAll(async () => {
    n8n = await runningN8n();
    cpSync(join(__dirname, '../../../samples/cvs'), join(n8n.folder, 'cvs'), { recursive: true });
  });

  afterAll(() => closeIdlePools());

  const save = (parameters: object, credentials: object) => [
    readFiles('cvs/cv-lea-quintavalle.txt'),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { engine: 'rules' }),
    vivierNode('Save', 'talentPool', { ...parameters }, { credentials: credentials as never }),
  ];

  it('keeps candidates with n8n’s own Postgres credential, then finds the same ones with Vivier’s', async () => {
    const own = await store(n8n, 'postgres', 'n8n’s own', { ...server, ssl: 'disable' });
    const first = await runLine(n8n, save({ authentication: 'postgres' }, own));
    expect(first.status).toBe('success');
    expect((await itemsOf(first, 'Save'))[0].json.candidate).toMatchObject({ created: true });

    const vivier = await store(n8n, 'vivierTalentPoolApi', 'Vivier’s', { backend: 'postgres', ...server, ssl: false });
    const second = await runLine(n8n, save({}, vivier));
    expect((await itemsOf(second, 'Save'))[0].json.candidate).toMatchObject({ created: false, duplicateOf: 'email' });
  });

  it('says that the password is wrong, and does not show it', async () => {
    const wrong = await store(n8n, 'postgres', 'wrong', { ...server, password: 'not-the-password', ssl: 'disable' });
    const run = await runLine(n8n, save({ authentication: 'postgres' }, wrong));
    expect(run.status).toBe('error');
    expect(run.error?.message).toMatch(/database can’t be reached/);
    expect(JSON.stringify(run.error)).not.toContain('not-the-password');
  });

  it('starts a workflow as the database tells of a candidate: after a cut connection, and for those who came while it was off', async () => {
    const vivier = await store(n8n, 'vivierTalentPoolApi', 'Watched', { backend: 'postgres', ...server, ssl: false });
    // As rare as may be: what comes within the test comes by notification.
    const watching = await watchWith(n8n, { events: ['candidate-added'], interval: 3600 }, vivier);
    try {
      const pool = await openPool({ backend: 'postgres', ...server });
      try {
        await listeners(1);
        const first = await pool.candidates.upsert({ profile: profileOf({ name: 'Nolwenn Notifiée' }) });
        expect(await watching.execution()).toContain(first.candidateId);
        await onServer({ backend: 'postgres', ...server }, CUT);
        const second = await pool.candidates.upsert({ profile: profileOf({ name: 'Gwenaël Ensuite' }) });
        expect(await watching.execution((text) => text.includes(second.candidateId))).toMatch(/event-\d+/);

        await watching.stop();
        await listeners(0);
        const meanwhile = await pool.candidates.upsert({ profile: profileOf({ name: 'Yvonnig Absente' }) });
        await watching.start();
        expect(await watching.execution((text) => text.includes(meanwhile.candidateId))).toMatch(/event-\d+/);
      } finally {
        await pool.close();
      }
    } finally {
      await watching.stop();
    }
    await listeners(0);
  });
});

const LISTENING = `from pg_stat_activity where query ilike 'listen vivier_events'`;
const CUT = `select pg_terminate_backend(pid) ${LISTENING}`;

/** Waits until so many connections listen: none is left behind by a workflow that was switched off. */
async function listeners(count: number): Promise<void> {
  const client = new Client(server);
  await client.connect();
  try {
    for (let wait = 0; wait < 60; wait++) {
      const { rows } = await client.query<{ n: number }>(`select count(*)::integer as n ${LISTENING}`);
      if (rows[0].n === count) return;
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    throw new Error(`not ${count} connections listen`);
  } finally {
    await client.end();
  }
}
