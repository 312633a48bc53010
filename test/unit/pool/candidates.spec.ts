import { testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';
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

const marie = { name: 'Marie Essai', email: 'marie@exemple.test', phone: '+33612345678' };

describe('who a CV belongs to', () => {
  it('makes a new candidate when nothing is known', async () => {
    const stored = await pool.candidates.upsert({ profile: profileOf(marie), source: 'e-mail' });
    expect(stored).toEqual({
      candidateId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      correctionsToCheck: [],
      possibleDuplicates: [],
      created: true,
      duplicateOf: null,
      profileVersion: 1,
      nameDiffers: false,
    });
    expect(await pool.candidates.get(stored.candidateId)).toMatchObject({
      source: 'e-mail',
      profile: profileOf(marie),
    });
  });

  it('recognises a person by e-mail, in any case', async () => {
    const first = await pool.candidates.upsert({ profile: profileOf(marie) });
    const again = await pool.candidates.upsert({
      profile: profileOf({ ...marie, email: ' Marie@Exemple.TEST', phone: null }),
    });
    expect(again).toMatchObject({ candidateId: first.candidateId, created: false, duplicateOf: 'email' });
  });

  it('recognises a person by phone, however it is written', async () => {
    const first = await pool.candidates.upsert({ profile: profileOf(marie) });
    const again = await pool.candidates.upsert({
      profile: profileOf({ ...marie, email: 'new@exemple.test', phone: '06 12 34 56 78' }),
    });
    expect(again).toMatchObject({ candidateId: first.candidateId, created: false, duplicateOf: 'phone' });
  });

  it('recognises the same file sent again, even without contact details', async () => {
    const cv = { profile: profileOf({ name: 'Marie Essai' }), document: fileOf('the same bytes') };
    const first = await pool.candidates.upsert(cv);
    const again = await pool.candidates.upsert({ ...cv, document: fileOf('the same bytes', 'renamed.txt') });
    expect(again).toMatchObject({ candidateId: first.candidateId, created: false, duplicateOf: 'file' });
    expect((await pool.candidates.get(first.candidateId)).documents).toHaveLength(1);
  });

  it('believes the e-mail before the phone, and the phone before the file', async () => {
    const byMail = await pool.candidates.upsert({ profile: profileOf({ email: 'a@exemple.test' }) });
    const byPhone = await pool.candidates.upsert({ profile: profileOf({ phone: '+33611111111' }) });
    await pool.candidates.upsert({ profile: profileOf({ email: 'c@exemple.test' }), document: fileOf('c') });
    const both = { email: 'a@exemple.test', phone: '+33611111111' };
    expect(await pool.candidates.upsert({ profile: profileOf(both), document: fileOf('c') })).toMatchObject({
      candidateId: byMail.candidateId,
      duplicateOf: 'email',
    });
    const phoneAndFile = profileOf({ phone: '+33611111111' });
    expect(await pool.candidates.upsert({ profile: phoneAndFile, document: fileOf('c') })).toMatchObject({
      candidateId: byPhone.candidateId,
      duplicateOf: 'phone',
    });
  });

  it('keeps two people apart who share no contact and no file', async () => {
    await pool.candidates.upsert({ profile: profileOf({ name: 'Marie Essai' }) });
    const other = await pool.candidates.upsert({ profile: profileOf({ name: 'Marie Essai' }) });
    expect(other.created).toBe(true);
    expect(await pool.candidates.list()).toHaveLength(2);
  });

  it('does not take a referee’s address for the candidate’s', async () => {
    const withReferee = (email: string) => {
      const profile = profileOf({ email });
      profile.contact.otherEmails = ['referee@exemple.test'];
      return profile;
    };
    await pool.candidates.upsert({ profile: withReferee('a@exemple.test') });
    expect(await pool.candidates.upsert({ profile: withReferee('b@exemple.test') })).toMatchObject({ created: true });
  });

  it('says when the recognised person goes by another name', async () => {
    await pool.candidates.upsert({ profile: profileOf(marie) });
    const sameName = await pool.candidates.upsert({ profile: profileOf({ ...marie, name: 'ESSAI Marié' }) });
    const otherName = await pool.candidates.upsert({ profile: profileOf({ ...marie, name: 'Paul Autre' }) });
    expect([sameName.nameDiffers, otherName.nameDiffers]).toEqual([false, true]);
  });

  it('makes one candidate of eight writers at once', async () => {
    const pools = await Promise.all(Array.from({ length: 8 }, () => database.pool()));
    const stored = await Promise.all(
      pools.map((writer, i) =>
        writer.candidates.upsert({
          profile: profileOf({ ...marie, headline: `Version ${i}` }),
          document: fileOf(`cv ${i}`),
        }),
      ),
    );
    expect(new Set(stored.map((one) => one.candidateId)).size).toBe(1);
    expect(stored.filter((one) => one.created)).toHaveLength(1);
    expect(stored.map((one) => one.profileVersion).sort()).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
    expect(await pool.statistics()).toMatchObject({ candidates: 1, profileVersions: 8, documents: 8 });
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: 8 });
  });
});

describe('what is kept', () => {
  it('keeps every version of a profile', async () => {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ ...marie, headline: 'Comptable' }) });
    const second = await pool.candidates.upsert({ profile: profileOf({ ...marie, headline: 'Chef comptable' }) });
    expect(second.profileVersion).toBe(2);
    const versions = await pool.candidates.versions(candidateId);
    expect(versions.map((one) => [one.version, one.profile.headline])).toEqual([
      [1, 'Comptable'],
      [2, 'Chef comptable'],
    ]);
    expect((await pool.candidates.get(candidateId)).profile.headline).toBe('Chef comptable');
  });

  it('adds no version when the profile says nothing new', async () => {
    await pool.candidates.upsert({ profile: profileOf(marie) });
    const again = profileOf(marie);
    again.meta.ms = 999;
    expect(await pool.candidates.upsert({ profile: again })).toMatchObject({ created: false, profileVersion: 1 });
  });

  it('gives the original file back byte for byte', async () => {
    const data = Buffer.from([0, 1, 2, 255, 254, 0, 37, 80, 68, 70]);
    const document = { fileName: 'Candidate “é”.pdf', mimeType: 'application/pdf', data, text: 'texte\u0000brut' };
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf(marie), document });
    const stored = await pool.candidates.document(candidateId);
    expect(stored.data.equals(data)).toBe(true);
    expect(stored).toMatchObject({
      fileName: 'Candidate “é”.pdf',
      mimeType: 'application/pdf',
      bytes: 10,
      text: 'texte\u0000brut',
    });
  });

  it('gives the latest file, or the one asked for', async () => {
    const { candidateId } = await pool.candidates.upsert({
      profile: profileOf(marie),
      document: fileOf('old', 'old.txt'),
    });
    await pool.candidates.upsert({ profile: profileOf(marie), document: fileOf('new', 'new.txt') });
    expect((await pool.candidates.document(candidateId)).fileName).toBe('new.txt');
    const [, old] = (await pool.candidates.get(candidateId)).documents;
    expect((await pool.candidates.document(candidateId, old?.documentId)).text).toBe('old');
  });

  it('pages through candidates, the most recently changed first', async () => {
    for (const name of ['A', 'B', 'C']) await pool.candidates.upsert({ profile: profileOf({ name }) });
    const names = async (limit: number, offset: number) =>
      (await pool.candidates.list({ limit, offset })).map((one) => one.profile.identity.fullName);
    expect([await names(2, 0), await names(2, 2)]).toEqual([['C', 'B'], ['A']]);
  });
});

describe('what is refused', () => {
  it.each([
    ['a profile that is none', { profile: { identity: {} } as never }],
    ['a hash of other bytes', { profile: profileOf({}), document: { ...fileOf('x'), sha256: 'a'.repeat(64) } }],
    ['a file without bytes', { profile: profileOf({}), document: fileOf('') }],
  ])('%s', async (_what, input) => {
    await expect(pool.candidates.upsert(input)).rejects.toMatchObject({ code: 'invalid-input' });
    expect((await pool.statistics()).candidates).toBe(0);
  });

  it('an unknown candidate', async () => {
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(pool.candidates.get(unknown)).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.candidates.versions(unknown)).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.candidates.document(unknown)).rejects.toMatchObject({ code: 'not-found' });
    await expect(pool.candidates.upsert({ profile: profileOf({}), candidateId: unknown })).rejects.toMatchObject({
      code: 'not-found',
    });
  });
});
