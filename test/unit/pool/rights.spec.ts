import { testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf, scoreOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';
import { renderDataExport } from '../../../lib/documents';

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
const marie = { name: 'Marie Essai', email: 'marie@exemple.test', phone: '+33612345678', headline: 'Plombière' };
const textHash = (letter: string) => letter.repeat(64);

async function candidate(person: Parameters<typeof profileOf>[0] = marie, text = `CV ${person.name}`) {
  const { candidateId } = await pool.candidates.upsert({ profile: profileOf(person), document: fileOf(text) });
  return candidateId;
}

async function application(candidateId: string, offerId = 'o1', score = scoreOf(80)) {
  await pool.offers.upsert({ id: offerId, title: `Offre ${offerId}`, text: 'Offre' });
  return (await pool.applications.upsert({ candidateId, offerId, score })).applicationId;
}

async function backdate(candidateId: string, lastContact: string): Promise<void> {
  await database.db
    .updateTable('vivier_personal.candidates')
    .set({ last_contact_at: new Date(lastContact) })
    .where('id', '=', candidateId)
    .execute();
}

describe('access', () => {
  it('gives a person all that is kept about them, without the names of staff', async () => {
    const id = await candidate();
    const applicationId = await application(id);
    await pool.applications.note({ id: applicationId, by, text: 'Rappeler mardi' });
    const test = await pool.applications.inviteToTest({ id: applicationId, name: 'Logique', by });
    await pool.applications.updateTest({ testId: test.testId, status: 'completed', result: { points: 12 }, by });
    await pool.applications.moveStage({ id: applicationId, stage: 'rejected', by, reason: 'Poste pourvu' });
    await pool.records.add({
      candidateId: id,
      kind: 'generated-document',
      name: 'lettre.docx',
      mimeType: 'application/msword',
      data: Buffer.from('x'),
      by,
    });
    const data = await pool.candidates.export(id, { by });
    expect(data).toMatchObject({
      format: 'vivier-data-export',
      candidateId: id,
      profile: { contact: { email: marie.email } },
      documents: [{ fileName: 'cv.txt', text: 'CV Marie Essai', current: true }],
      applications: [
        {
          offerTitle: 'Offre o1',
          stage: 'rejected',
          scores: [{ version: 1, score: { score: 80 } }],
          history: [{ to: 'rejected', reason: 'Poste pourvu', againstScore: true }],
          notes: [{ text: 'Rappeler mardi' }],
          tests: [{ name: 'Logique', status: 'completed', result: { points: 12 } }],
        },
      ],
      records: [{ kind: 'generated-document', name: 'lettre.docx' }],
      recipients: ['recruitment', 'test:Logique'],
      retention: { rule: 'last-contact', held: false },
    });
    expect(JSON.stringify(data)).not.toContain(by);
    expect((await pool.audit.list({ action: 'candidate.exported' }))[0]).toMatchObject({ by, subjectId: id });
  });

  it.each(['fr', 'en'] as const)('is readable as PDF (%s), the same bytes for the same data', async (locale) => {
    const id = await candidate();
    await application(id);
    const data = await pool.candidates.export(id, { by });
    const pdf = await renderDataExport(data, 'pdf', locale);
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await renderDataExport(data, 'pdf', locale)).equals(pdf)).toBe(true);
    expect(JSON.parse((await renderDataExport(data, 'json', locale)).toString())).toEqual(data);
  });
});

describe('rectification', () => {
  it('makes a new version, keeps the old, and marks the scores', async () => {
    const id = await candidate();
    const applicationId = await application(id);
    const result = await pool.candidates.rectify(id, {
      changes: [
        { path: 'contact.email', value: 'marie.neuve@exemple.test' },
        { path: 'headline', value: 'Cheffe d’équipe' },
      ],
      by,
      reason: 'Adresse changée',
    });
    expect(result).toMatchObject({ profileVersion: 2, changed: true, toRescore: [{ applicationId, offerId: 'o1' }] });
    const versions = await pool.candidates.versions(id);
    expect(versions.map((one) => [one.profile.contact.email, one.source])).toEqual([
      [marie.email, null],
      ['marie.neuve@exemple.test', 'rectification'],
    ]);
    expect(await pool.applications.list({ offerId: 'o1', rescoreNeeded: true })).toHaveLength(1);
    expect((await pool.statistics()).toRescore).toBe(1);
    await pool.applications.upsert({ candidateId: id, offerId: 'o1', score: scoreOf(85) });
    expect(await pool.applications.list({ offerId: 'o1', rescoreNeeded: true })).toHaveLength(0);
  });

  it('is what the person is recognised by from then on', async () => {
    const id = await candidate();
    await pool.candidates.rectify(id, {
      changes: [{ path: 'contact.email', value: 'neuve@exemple.test' }],
      by,
      reason: 'Demande',
    });
    const known = await pool.candidates.upsert({ profile: profileOf({ name: 'Marie', email: 'neuve@exemple.test' }) });
    const former = await pool.candidates.upsert({ profile: profileOf({ name: 'Autre', email: marie.email }) });
    expect([known.candidateId === id, former.candidateId === id]).toEqual([true, false]);
  });

  it('is not undone by reading the same file again, and a new file that says otherwise is reported', async () => {
    const id = await candidate();
    const change = { changes: [{ path: 'headline', value: 'Cheffe' }], by, reason: 'Demande' };
    await pool.candidates.rectify(id, change);
    const again = await pool.candidates.upsert({ profile: profileOf(marie), document: fileOf('CV Marie Essai') });
    expect(again).toMatchObject({ profileVersion: 2, correctionsToCheck: ['headline'] });
    const newer = await pool.candidates.upsert({ profile: profileOf(marie), document: fileOf('CV nouveau') });
    expect(newer).toMatchObject({ candidateId: id, profileVersion: 3, correctionsToCheck: ['headline'] });
  });

  it.each([
    ['an unknown place', [{ path: 'identity.shoeSize', value: 42 }]],
    ['what code computes', [{ path: 'derived.experienceMonths', value: 600 }]],
    ['how the profile was made', [{ path: 'meta.engine', value: 'model' }]],
    ['the evidence', [{ path: 'identity.evidence', value: {} }]],
    ['a prototype', [{ path: '__proto__.polluted', value: 1 }]],
    ['a list’s length', [{ path: 'skills.length', value: 4_000_000 }]],
    ['a value of the wrong kind', [{ path: 'skills', value: 'Excel' }]],
    ['nothing at all', []],
  ])('refuses %s', async (_what, changes) => {
    const id = await candidate();
    await expect(pool.candidates.rectify(id, { changes, by, reason: 'x' })).rejects.toMatchObject({
      code: 'invalid-input',
    });
    expect((await pool.candidates.versions(id)).length).toBe(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });
});

describe('merging', () => {
  it('joins files, profiles and applications, keeps both histories, and rejects nobody', async () => {
    const keep = await candidate();
    const remove = await candidate({ name: 'Marie Essay', email: 'm.e@exemple.test' });
    const kept = await application(keep);
    const other = await application(remove, 'o1', scoreOf(40));
    const moved = await application(remove, 'o2', scoreOf(70));
    await pool.applications.moveStage({ id: other, stage: 'rejected', by, reason: 'Trop loin' });
    await pool.applications.note({ id: other, by, text: 'A rappelé' });
    const merged = await pool.candidates.merge({ keep, remove, by });
    expect(merged).toMatchObject({ candidateId: keep, documents: 1, applicationsMoved: 1, applicationsJoined: 1 });
    const details = await pool.candidates.get(keep);
    expect(details.profile.contact.email).toBe(marie.email);
    expect(details.documents).toHaveLength(2);
    expect(details.documents.filter((document) => document.replacedBy === null)).toHaveLength(1);
    expect(details.applications.map((one) => [one.applicationId, one.stage, one.score])).toEqual([
      [kept, 'screening', 80],
      [moved, 'screening', 70],
    ]);
    expect(await pool.applications.get(kept)).toMatchObject({
      stage: 'screening',
      history: [{ to: 'rejected', reason: 'Trop loin' }],
      notes: [{ text: 'A rappelé' }],
      scores: [{ score: { score: 80 } }, { score: { score: 40 } }, { score: { score: 80 } }],
    });
    expect((await pool.candidates.versions(keep)).map((one) => one.profile.contact.email)).toEqual([
      marie.email,
      'm.e@exemple.test',
      marie.email,
    ]);
    await expect(pool.candidates.get(remove)).rejects.toMatchObject({ code: 'not-found' });
    expect((await pool.audit.list({ action: 'candidate.merged' }))[0]).toMatchObject({
      by,
      subjectId: keep,
      details: { removed: remove, applicationsJoined: `${other}>${kept}`, applicationsMoved: moved },
    });
    expect(await pool.candidates.upsert({ profile: profileOf({ email: 'm.e@exemple.test' }) })).toMatchObject({
      candidateId: keep,
    });
  });

  it('leaves a tombstone for both when the person is erased', async () => {
    const [keep, remove] = [await candidate(), await candidate({ name: 'Marie Essay' }, 'autre')];
    await pool.candidates.merge({ keep, remove, by });
    await pool.candidates.erase(keep, { by, reason: 'Demande' });
    expect(await pool.erasures.list()).toHaveLength(2);
  });

  it('refuses someone with themselves, and unknown people', async () => {
    const id = await candidate();
    await expect(pool.candidates.merge({ keep: id, remove: id, by })).rejects.toMatchObject({ code: 'invalid-input' });
    const unknown = '00000000-0000-4000-8000-000000000000';
    await expect(pool.candidates.merge({ keep: id, remove: unknown, by })).rejects.toMatchObject({ code: 'not-found' });
  });

  it('is suggested for names that sound the same', async () => {
    const first = await candidate({ name: 'Sophie Dupont' }, 'a');
    const second = await pool.candidates.upsert({ profile: profileOf({ name: 'DUPOND Sofie' }) });
    expect(second).toMatchObject({ created: true, possibleDuplicates: [first] });
    const third = await pool.candidates.upsert({ profile: profileOf({ name: 'Paul Durand' }) });
    expect(third.possibleDuplicates).toEqual([]);
  });
});

describe('a legal hold', () => {
  it('forbids erasure and purge until it is lifted, in the database too', async () => {
    const id = await candidate();
    await pool.candidates.hold(id, { by, reason: 'Contentieux prud’homal' });
    await backdate(id, '2020-01-01');
    await expect(pool.candidates.erase(id, { by, reason: 'Demande' })).rejects.toMatchObject({ code: 'on-hold' });
    expect(await pool.retention.purge({ by, dryRun: false })).toMatchObject({ held: 1, certificates: [] });
    const past = database.db.deleteFrom('vivier_personal.candidates').where('id', '=', id).execute();
    await expect(past).rejects.toMatchObject({ code: expect.stringMatching(/^23(001|503)$/) as string });
    await pool.candidates.liftHold(id, { by });
    expect(await pool.candidates.erase(id, { by, reason: 'Demande' })).toMatchObject({ candidateId: id });
    await expect(pool.candidates.liftHold(id, { by })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('retention', () => {
  it('lists who is due and when; two years after the last contact by default', async () => {
    const id = await candidate();
    await backdate(id, '2023-06-15T00:00:00Z');
    await candidate({ name: 'Paul Récent' }, 'r');
    expect(await pool.retention.due()).toEqual([
      {
        candidateId: id,
        dueAt: '2025-06-15T00:00:00.000Z',
        rule: 'last-contact',
        lastContactAt: '2023-06-15T00:00:00.000Z',
        consentUntil: null,
        held: false,
        openApplications: 0,
      },
    ]);
    expect(await pool.retention.due({ at: '2030-01-01' })).toHaveLength(2);
  });

  it('starts again when the person writes, and lasts as long as they agreed', async () => {
    const id = await candidate();
    await backdate(id, '2020-01-01');
    await pool.candidates.upsert({ profile: profileOf(marie), receivedAt: '2025-12-01', consentUntil: '2029-01-01' });
    expect(await pool.retention.due({ at: '2028-06-01' })).toEqual([]);
    expect(await pool.retention.due({ at: '2029-02-01' })).toMatchObject([{ rule: 'consent' }]);
    await backdate(id, '2020-01-01');
    await pool.retention.renew(id, { by, until: '2031-01-01' });
    expect(await pool.retention.due({ at: '2030-12-31' })).toEqual([]);
  });

  it('follows the offer’s own period once every application was refused', async () => {
    const id = await candidate();
    const applicationId = await application(id);
    await pool.offers.upsert({ id: 'o1', title: 'Offre o1', text: 'Offre', refusalMonths: 6 });
    expect(await pool.retention.due({ at: '2026-12-01' })).toEqual([]);
    await pool.applications.moveStage({ id: applicationId, stage: 'rejected', by, reason: 'Poste pourvu' });
    expect(await pool.retention.due({ at: '2026-12-01' })).toMatchObject([{ rule: 'refusal' }]);
    expect(await pool.offers.refusals('o1')).toMatchObject(
      [{ applicationId, decidedBy: by, reason: 'Poste pourvu', score: 80, keptUntil: /^2026-07-15/ }].map(
        ({ keptUntil, ...refusal }) => ({ ...refusal, keptUntil: expect.stringMatching(keptUntil) as string }),
      ),
    );
  });

  it('purges only what is due and only when told to; the log stays', async () => {
    const id = await candidate();
    const other = await candidate({ name: 'Paul Récent' }, 'r');
    await backdate(id, '2020-01-01');
    const dry = await pool.retention.purge({ by });
    expect(dry).toMatchObject({ dryRun: true, due: [{ candidateId: id }], certificates: [] });
    expect((await pool.statistics()).candidates).toBe(2);
    const logged = (await pool.audit.verify()).checked;
    const done = await pool.retention.purge({ by, dryRun: false });
    expect(done.certificates).toMatchObject([{ candidateId: id, by, reason: 'retention period over' }]);
    expect((await pool.candidates.list()).map((one) => one.candidateId)).toEqual([other]);
    expect(await pool.audit.verify()).toEqual({ ok: true, checked: logged + 1 });
  });

  it('says what a mail that asks for consent needs, in the CV’s language', async () => {
    const profile = profileOf(marie);
    profile.meta.language = 'en';
    const { candidateId } = await pool.candidates.upsert({ profile });
    await pool.candidates.upsert({ profile: profileOf({ name: 'Sans Adresse' }) });
    const renewals = await pool.retention.renewals({ withinDays: 800 });
    expect(renewals).toMatchObject([{ candidateId, email: marie.email, language: 'en' }]);
    expect(renewals[0].text).toContain('Marie Essai');
    expect(renewals[0].text).toContain('2028');
    expect(await pool.retention.renewals({ withinDays: 10 })).toEqual([]);
  });
});

describe('a file', () => {
  const document = (text: string, hash?: string) => ({ ...fileOf(text), textSha256: hash });

  it('that was sent before is known by its bytes, and by its words in another format', async () => {
    const { candidateId } = await pool.candidates.upsert({
      profile: profileOf(marie),
      document: document('CV', textHash('a')),
    });
    expect(await pool.candidates.known({ data: Buffer.from('CV') })).toMatchObject({
      known: true,
      by: 'file',
      candidateId,
      replaced: false,
    });
    expect(await pool.candidates.known({ data: Buffer.from('CV as Word'), textSha256: textHash('a') })).toMatchObject({
      known: true,
      by: 'text',
      candidateId,
    });
    expect(await pool.candidates.known({ data: Buffer.from('another') })).toMatchObject({ known: false });
    await expect(pool.candidates.known({ sha256: 'abc' })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('sent anew takes the place of the earlier one, which is kept', async () => {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf(marie), document: document('first') });
    await pool.candidates.upsert({ profile: profileOf({ ...marie, headline: 'B' }), document: document('second') });
    expect((await pool.candidates.document(candidateId)).text).toBe('second');
    const { documents } = await pool.candidates.get(candidateId);
    expect(documents.map((one) => one.replacedBy)).toEqual([null, documents[0].documentId]);
    await pool.candidates.upsert({ profile: profileOf(marie), document: document('first') });
    expect((await pool.candidates.document(candidateId)).text).toBe('first');
    expect((await pool.candidates.get(candidateId)).documents).toHaveLength(2);
  });
});

describe('records and answers', () => {
  const answer = { value: { name: 'Marie Essai' }, answerSha256: textHash('b'), tokensIn: 10, tokensOut: 2 };

  it('are given back as they were, and go with the person', async () => {
    const { candidateId } = await pool.candidates.upsert({
      profile: profileOf(marie),
      document: { ...fileOf('CV'), textSha256: textHash('a') },
    });
    await pool.answers.set('key 1', answer, textHash('a'));
    await pool.answers.set('key 2', answer, textHash('c'));
    const { recordId } = await pool.records.add({
      candidateId,
      kind: 'chat_history',
      name: 'entretien.json',
      mimeType: 'application/json',
      data: Buffer.from('bonjour'),
    });
    expect(await pool.answers.get('key 1')).toEqual(answer);
    expect((await pool.records.get(recordId)).data.toString()).toBe('bonjour');
    await pool.executions.add([candidateId], { executionId: '42', workflowId: 'w1' });
    const certificate = await pool.candidates.erase(candidateId, { by, reason: 'Demande' });
    expect(certificate).toMatchObject({
      removed: { records: 1, cachedAnswers: 1, documents: 1 },
      executions: [{ executionId: '42', workflowId: 'w1' }],
    });
    expect(await pool.answers.get('key 1')).toBeUndefined();
    expect(await pool.answers.get('key 2')).toEqual(answer);
    await expect(pool.records.get(recordId)).rejects.toMatchObject({ code: 'not-found' });
  });

  it('tell which program read the CV', async () => {
    const profile = profileOf(marie);
    profile.meta.engine = 'both';
    profile.meta.model = {
      name: 'mistral:7b',
      digest: 'sha256:abc',
      promptVersion: '3',
      requests: 4,
      attempts: 5,
      tokensIn: 900,
      tokensOut: 200,
      ms: 12_000,
    };
    const { candidateId } = await pool.candidates.upsert({ profile });
    expect(await pool.candidates.runs(candidateId)).toMatchObject([
      { engine: 'both', model: 'mistral:7b', modelDigest: 'sha256:abc', promptVersion: '3', tokensIn: 900 },
    ]);
    expect((await pool.audit.list({ subjectId: candidateId }))[0]?.details).toMatchObject({
      model: 'mistral:7b',
      modelDigest: 'sha256:abc',
      promptVersion: '3',
    });
  });
});
