import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { emptyBackend } from './support/backend';
import { profileOf } from './support/people';
import { poolOn, prepare } from '../../../lib/pool/assemble';
import type { Backend } from '../../../lib/pool/backends/embedded';
import { migrate } from '../../../lib/pool/migrate';
import { latestVersion, migrations } from '../../../lib/pool/migrations';
import type { TalentPool } from '../../../lib/pool';

const KEY = 'first released key';

/** As the first version left it. */
async function load(db: Backend['db']): Promise<void> {
  const file = readFileSync(join(__dirname, '../../fixtures/pool/schema-1.sql'), 'utf8');
  for (const statement of file.split(/^--$/m).slice(1)) await sql.raw(statement).execute(db);
}

let pool: TalentPool;
let close: () => Promise<void>;

beforeAll(async () => {
  const { backend, config, drop } = await emptyBackend();
  await load(backend.db);
  const now = () => new Date('2026-12-01T00:00:00Z');
  pool = await poolOn(await prepare(backend), { ...config, encryptionKey: KEY }, now, () => undefined);
  close = async () => {
    await backend.close();
    await drop();
  };
});
afterAll(() => close());

describe('a pool of each version that the schema ever had', () => {
  let empty: Awaited<ReturnType<typeof emptyBackend>>;
  beforeAll(async () => {
    empty = await emptyBackend();
  });
  afterAll(async () => {
    await empty.backend.close();
    await empty.drop();
  });

  it.each(migrations.map(({ version }) => version))(
    '%i is brought to today’s, with everybody in it',
    async (version) => {
      const { backend, config } = empty;
      await sql.raw('drop schema if exists vivier, vivier_personal cascade').execute(backend.db);
      await load(backend.db);
      await migrate(
        backend.db,
        migrations.filter((one) => one.version <= version),
      );
      const now = () => new Date('2026-12-01T00:00:00Z');
      const own = await poolOn(await prepare(backend), { ...config, encryptionKey: KEY }, now, () => undefined);
      expect(await own.health()).toMatchObject({ schemaVersion: latestVersion(migrations), candidates: 2 });
      const found = await own.candidates.search({ query: 'comptables' });
      expect(found.candidates.map(({ profile }) => profile.identity.fullName)).toEqual(['Léa Ancienne']);
      expect(await own.audit.verify()).toEqual({ ok: true, checked: 10 });
    },
  );
});

describe('a pool that the first version of the schema left', () => {
  it('is brought to today’s', async () => {
    expect(await pool.health()).toMatchObject({
      schemaVersion: latestVersion(migrations),
      candidates: 2,
      encrypted: true,
    });
  });

  it('opens every sealed value with the key of then, and has an unbroken log', async () => {
    const [lea] = (await pool.candidates.search({ query: 'lea@exemple.test' })).candidates;
    expect(lea).toMatchObject({ profileVersion: 2, profile: { headline: 'Cheffe comptable' } });
    const { documents, applications } = await pool.candidates.get(lea.candidateId);
    expect(documents.map(({ fileName }) => fileName).sort()).toEqual(['lea-2.txt', 'lea.txt']);
    for (const { documentId, fileName } of documents) {
      const { data, text } = await pool.candidates.document(lea.candidateId, documentId);
      expect([fileName, data.toString()]).toEqual([fileName, text]);
    }
    const application = await pool.applications.get(applications[0]?.applicationId ?? '');
    expect(application).toMatchObject({
      stage: 'interview',
      score: { score: 80 },
      scoreVersion: 1,
      rescoreNeeded: false,
    });
    expect(application.history).toMatchObject([{ from: 'screening', to: 'interview', by: 'A. Martin, RH' }]);
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: 10 });
    expect(await pool.erasures.list()).toHaveLength(1);
  });

  it('finds its people by words, skills and files, and knows who comes again', async () => {
    const names = async (query: string) =>
      (await pool.candidates.search({ query })).candidates.map(({ profile }) => profile.identity.fullName);
    expect(await names('comptables')).toEqual(['Léa Ancienne']);
    expect(await names('ancienne')).toEqual(['Léa Ancienne']);
    expect((await pool.candidates.search({ filters: { skills: ['Word'] } })).candidates).toHaveLength(1);
    expect(await pool.candidates.known({ data: Buffer.from('CV de Paul') })).toMatchObject({ known: true });
    const again = await pool.candidates.upsert({
      profile: profileOf({ name: 'Paul Refus', email: 'paul@exemple.test' }),
    });
    expect(again).toMatchObject({ created: false, duplicateOf: 'email' });
  });

  it('keeps refusals, and lets everything of today be done with it', async () => {
    expect(await pool.offers.refusals('compta')).toMatchObject([
      { decidedBy: 'A. Martin, RH', reason: 'poste pourvu' },
    ]);
    expect(await pool.offers.get('compta')).toMatchObject({ criteria: { mustHave: ['Excel'] }, open: true });
    const due = await pool.retention.due({ at: '2030-01-01' });
    expect(due).toHaveLength(2);
    const { candidateId } = due[0];
    await pool.candidates.hold(candidateId, { by: 'A. Martin, RH', reason: 'litige' });
    await pool.candidates.liftHold(candidateId, { by: 'A. Martin, RH' });
    await pool.candidates.erase(candidateId, { by: 'A. Martin, RH', reason: 'demande' });
    expect(await pool.statistics()).toMatchObject({ candidates: 1, erased: 2 });
    expect((await pool.audit.verify()).ok).toBe(true);
  });
});
