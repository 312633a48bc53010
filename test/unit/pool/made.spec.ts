import { profileSum, sha256, type DocumentInputs } from '../../../lib/documents';
import type { TalentPool } from '../../../lib/pool';
import type { Profile } from '../../../lib/profile';
import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf } from './support/people';

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

const by = 'Alice Durand';
const marie = profileOf({ name: 'Marie Essai', email: 'marie@exemple.test', headline: 'Plombière' });
const file = Buffer.from('Chère Marie');

const madeFrom = (profile: Profile): DocumentInputs => ({
  maker: 'letter',
  format: 'md',
  template: { name: 'refusal', version: 'f'.repeat(64) },
  options: { reasons: ['Poste pourvu'] },
  profileSha256: profileSum(profile),
  offer: { id: 'o1', title: 'Plombier', sha256: sha256('o1') },
  model: { name: 'mistral:7b', digest: null, promptSha256: sha256('prompt') },
  sha256: sha256(file),
});

const letter = (candidateId: string, profile: Profile) =>
  pool.records.add({
    ...{ candidateId, kind: 'generated-document', name: 'lettre.md', mimeType: 'text/markdown', data: file, by },
    ...{ made: madeFrom(profile), profile },
  });

it('a document says which version of the profile, template and model it was made with', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: marie });
  const { recordId, profileVersion } = await letter(candidateId, marie);
  expect(profileVersion).toBe(1);
  const explained = await pool.records.explain(recordId);
  expect(explained).toMatchObject({ made: madeFrom(marie), profileChanged: false, untouched: true });
  expect(explained.sentences.join(' ')).toMatch(/mistral:7b/);
  await pool.candidates.rectify(candidateId, { by, reason: 'Demande', changes: [{ path: 'headline', value: 'Chef' }] });
  expect(await pool.records.explain(recordId)).toMatchObject({ profileChanged: true, profileVersion: 1 });
});

it('a document made from a profile that the pool never had keeps that profile with it', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: marie });
  const edited = { ...marie, headline: 'Plombière chauffagiste' };
  const { recordId, profileVersion } = await letter(candidateId, edited);
  expect(profileVersion).toBeNull();
  expect((await pool.records.explain(recordId)).profileVersion).toBeNull();
});

it('a merge keeps the version that a document was made from', async () => {
  const paul = profileOf({ name: 'Marie B. Essai', email: 'mb@exemple.test', headline: 'Soudeuse' });
  const { candidateId: keep } = await pool.candidates.upsert({ profile: marie });
  const { candidateId: remove } = await pool.candidates.upsert({ profile: paul });
  const { recordId } = await letter(remove, paul);
  await pool.candidates.merge({ keep, remove, by });
  const { profileVersion } = await pool.records.explain(recordId);
  const versions = await pool.candidates.versions(keep);
  expect(versions.find(({ version }) => version === profileVersion)?.profile.headline).toBe('Soudeuse');
});

it('what it was made from is sealed, and erased with the person', async () => {
  pool = await database.pool('une clé de test assez longue');
  const { candidateId } = await pool.candidates.upsert({ profile: marie });
  const { recordId } = await letter(candidateId, marie);
  const row = await database.db
    .selectFrom('vivier_personal.records')
    .select('details')
    .where('id', '=', recordId)
    .executeTakeFirstOrThrow();
  expect(Buffer.from(row.details ?? '').includes('Poste pourvu')).toBe(false);
  await pool.candidates.erase(candidateId, { by, reason: 'Demande' });
  await expect(pool.records.explain(recordId)).rejects.toMatchObject({ code: 'not-found' });
});

it('the access export gives conversations with their words, and what documents were made with', async () => {
  const { candidateId } = await pool.candidates.upsert({ profile: marie });
  await letter(candidateId, marie);
  await pool.records.add({
    ...{ candidateId, kind: 'chat_history', name: 'chat.md', mimeType: 'text/markdown', data: Buffer.from('bonjour') },
    chat: { platform: 'lechat', title: 'Mon CV', startedAt: '2026-01-02T03:04:05Z', updatedAt: null, messages: 1 },
  });
  const { records } = await pool.candidates.export(candidateId, { by });
  expect(records).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ kind: 'chat_history', platform: 'lechat', text: 'bonjour' }),
      expect.objectContaining({ madeWith: { template: 'refusal', profileVersion: 1, model: 'mistral:7b' } }),
    ]),
  );
});
