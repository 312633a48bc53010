import { sql } from 'kysely';
import { dump, testDatabase, type TestDatabase } from './support/backend';
import { attempt, CORPUS } from './support/injections';
import { fileOf, profileOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;
let candidateId: string;
let applicationId: string;
let tables: string[];

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  tables = Object.keys(await dump(database.db));
  ({ candidateId } = await pool.candidates.upsert({
    profile: profileOf({ name: 'Canari' }),
    document: fileOf('canari'),
  }));
  await pool.offers.upsert({ id: 'canary', title: 'Canary', text: 'Canary' });
  ({ applicationId } = await pool.applications.upsert({ candidateId, offerId: 'canary' }));
}, 240_000);
afterAll(() => database.close());

const reads: [string, (text: string) => Promise<unknown>][] = [
  ['candidates.get', (text) => pool.candidates.get(text)],
  ['candidates.versions', (text) => pool.candidates.versions(text)],
  ['candidates.document', (text) => pool.candidates.document(text)],
  ['candidates.document, documentId', (text) => pool.candidates.document(candidateId, text)],
  ['candidates.list, limit', (text) => pool.candidates.list({ limit: text as never })],
  ['candidates.list, offset', (text) => pool.candidates.list({ offset: text as never })],
  ['candidates.search', (query) => pool.candidates.search({ query })],
  ['search, skills', (text) => pool.candidates.search({ filters: { skills: [text] } })],
  ['search, minYears', (text) => pool.candidates.search({ filters: { minYears: text as never } })],
  ['search, language', (language) => pool.candidates.search({ filters: { language } })],
  ['search, stage', (text) => pool.candidates.search({ filters: { stage: text as never } })],
  ['search, offerId', (offerId) => pool.candidates.search({ filters: { offerId } })],
  ['offers.get', (text) => pool.offers.get(text)],
  ['offers.list, open', (text) => pool.offers.list({ open: text as never })],
  ['offers.close', (text) => pool.offers.close(text)],
  ['offers.confirm', (text) => pool.offers.confirm(text, { by: 'Alice' })],
  ['applications.list', (offerId) => pool.applications.list({ offerId })],
  ['applications.list, stage', (text) => pool.applications.list({ offerId: 'canary', stage: text as never })],
  ['applications.upsert, candidateId', (text) => pool.applications.upsert({ candidateId: text, offerId: 'canary' })],
  ['applications.upsert, offerId', (offerId) => pool.applications.upsert({ candidateId, offerId })],
  ['moveStage, id', (id) => pool.applications.moveStage({ id, stage: 'test', by: 'Alice' })],
  ['moveStage, stage', (text) => pool.applications.moveStage({ id: applicationId, stage: text as never, by: 'Alice' })],
  ['moveStage, by', (by) => pool.applications.moveStage({ id: applicationId, stage: 'screening', by })],
  ['candidates.erase, id', (text) => pool.candidates.erase(text, { by: 'Alice', reason: 'x' })],
  ['erasures.apply', (subjectHash) => pool.erasures.apply([{ subjectHash, erasedAt: '' }], { by: 'Alice' })],
  ['candidates.known, sha256', (sha256) => pool.candidates.known({ sha256 })],
  ['candidates.known, textSha256', (textSha256) => pool.candidates.known({ textSha256 })],
  ['candidates.merge', (text) => pool.candidates.merge({ keep: candidateId, remove: text, by: 'Alice' })],
  ['candidates.rectify, id', (text) => pool.candidates.rectify(text, { changes: [], by: 'Alice', reason: 'x' })],
  [
    'candidates.rectify, path',
    (path) => pool.candidates.rectify(candidateId, { changes: [{ path, value: 1 }], by: 'Alice', reason: 'x' }),
  ],
  ['candidates.export, id', (text) => pool.candidates.export(text, { by: 'Alice' })],
  ['candidates.hold, id', (text) => pool.candidates.hold(text, { by: 'Alice', reason: 'x' })],
  ['candidates.liftHold', (by) => pool.candidates.liftHold(candidateId, { by })],
  ['candidates.runs', (text) => pool.candidates.runs(text)],
  ['retention.due, at', (at) => pool.retention.due({ at })],
  ['retention.due, months', (text) => pool.retention.due({ months: text as never })],
  ['retention.purge, by', (by) => pool.retention.purge({ by })],
  ['retention.renewals', (text) => pool.retention.renewals({ withinDays: text as never })],
  ['retention.renew, until', (until) => pool.retention.renew(candidateId, { until, by: 'Alice' })],
  ['records.list', (text) => pool.records.list(text)],
  ['records.get', (text) => pool.records.get(text)],
  [
    'records.add, kind',
    (text) => pool.records.add({ candidateId, kind: text as never, name: 'a', mimeType: 'b', data: Buffer.from('c') }),
  ],
  ['executions.add, id', (text) => pool.executions.add([text], { executionId: '1', workflowId: '1' })],
  ['answers.get', (text) => pool.answers.get(text)],
  ['offers.open', (text) => pool.offers.open(text)],
  ['offers.refusals', (text) => pool.offers.refusals(text)],
  ['applications.get', (text) => pool.applications.get(text)],
  ['applications.list, assignedTo', (assignedTo) => pool.applications.list({ offerId: 'canary', assignedTo })],
  ['applications.note, id', (id) => pool.applications.note({ id, by: 'Alice', text: 'x' })],
  ['applications.assign, id', (id) => pool.applications.assign({ id, to: 'Bob', by: 'Alice' })],
  ['applications.consent, scope', (text) => pool.applications.consent({ id: applicationId, scope: text as never })],
  ['applications.inviteToTest, id', (id) => pool.applications.inviteToTest({ id, name: 'x', by: 'Alice' })],
  ['applications.updateTest, id', (testId) => pool.applications.updateTest({ testId, status: 'started' })],
  [
    'applications.override',
    (text) => pool.applications.override({ id: applicationId, decision: text, by: 'A', reason: text }),
  ],
  ['audit.list, by', (by) => pool.audit.list({ by })],
  ['audit.list, from', (from) => pool.audit.list({ from })],
  ['audit.list, subjectKind', (subjectKind) => pool.audit.list({ subjectKind })],
  ['audit.list, action', (action) => pool.audit.list({ action })],
  ['audit.list, subjectId', (subjectId) => pool.audit.list({ subjectId })],
];

it.each(reads)('%s: hostile text changes nothing', async (_name, call) => {
  const before = await dump(database.db);
  const outcomes = new Set<string>();
  for (const text of CORPUS) outcomes.add(await attempt(call(text)));
  expect(['done', 'invalid-input', 'not-found']).toEqual(expect.arrayContaining([...outcomes]));
  expect(await dump(database.db)).toEqual(before);
});

it.each([
  ['candidates.get', () => pool.candidates.search({ query: `' or '1'='1` })],
  ['skills', () => pool.candidates.search({ filters: { skills: [`' or '1'='1`] } })],
  ['language', () => pool.candidates.search({ filters: { language: `') or true --` } })],
])('%s: a condition that is always true finds nobody', async (_name, call) => {
  expect((await call()).total).toBe(0);
});

/** What PostgreSQL can't store is replaced; the rest comes back letter by letter. */
const storable = (text: string) =>
  text
    .replaceAll('\u0000', '')
    .replace(/\p{Surrogate}/gu, '\uFFFD')
    .trim();

it.each(CORPUS)('an offer made of %j is stored as that text', async (text) => {
  const criteria = { mustHave: [text], [text]: text };
  const { offerId } = await pool.offers.upsert({ title: text, text, language: text.slice(0, 30), criteria, by: text });
  const stored = await pool.offers.get(offerId);
  expect(stored).toMatchObject({ title: storable(text), text: storable(text) });
  expect(stored.criteria.mustHave).toHaveLength(1);
  expect((await pool.audit.list({ subjectId: offerId }))[0]?.by).toBe(storable(text));
});

it.each(CORPUS)('a candidate made of %j is stored as that text', async (text) => {
  const profile = profileOf({
    name: text,
    email: text,
    phone: text,
    headline: text,
    skills: [text],
    languages: [[text, text]],
    job: { title: text, employer: text, description: text },
  });
  const document = { fileName: `f ${text}`, mimeType: `m ${text}`, data: Buffer.from(`d ${text}`), text };
  const { candidateId: id } = await pool.candidates.upsert({ profile, document, source: text, by: text });
  // JSON keeps a half pair; only UTF-8 text does not.
  expect((await pool.candidates.get(id)).profile).toEqual(profile);
  expect((await pool.candidates.document(id)).fileName).toBe(storable(`f ${text}`));
  const certificate = await pool.candidates.erase(id, { by: text, reason: 'Fin du test' });
  expect(certificate.by).toBe(storable(text));
});

it('candidates made of hostile texts are stored as those texts in one batch too', async () => {
  const inputs = CORPUS.map((text) => ({
    profile: profileOf({ name: `Nom ${text}`, headline: text, skills: [text], languages: [[text, text]] }),
    document: { ...fileOf(`Lot : ${text}`), fileName: `f ${text}`, mimeType: `t ${text}` },
    source: text,
    by: text,
  }));
  const outcomes = await pool.candidates.upsertMany(inputs);
  for (const [index, { candidate, error }] of outcomes.entries()) {
    if (error) throw error;
    expect((await pool.candidates.get(candidate.candidateId)).profile).toEqual(inputs[index].profile);
    expect((await pool.candidates.document(candidate.candidateId)).text).toBe(inputs[index].document.data.toString());
    await pool.candidates.erase(candidate.candidateId, { by: 'Alice', reason: 'Fin du test' });
  }
});

it.each(CORPUS)('what people add to an application made of %j is stored as that text', async (text) => {
  const stored = storable(text);
  const { noteId } = await pool.applications.note({ id: applicationId, by: text, text });
  const { testId } = await pool.applications.inviteToTest({ id: applicationId, name: text, by: text });
  await pool.applications.updateTest({ testId, status: 'completed', result: { [text]: text }, by: text });
  await pool.applications.assign({ id: applicationId, to: text, by: text });
  const { recordId } = await pool.records.add({
    candidateId,
    kind: 'chat_history',
    name: text,
    mimeType: text,
    data: Buffer.from(text),
    by: text,
  });
  await pool.executions.add([candidateId], { executionId: text, workflowId: text });
  const details = await pool.applications.get(applicationId);
  expect(details.notes.find((note) => note.noteId === noteId)).toMatchObject({ by: stored, text: stored });
  expect(details.tests.find((test) => test.testId === testId)).toMatchObject({ name: stored, resultBy: stored });
  expect(details.assignedTo).toBe(stored);
  expect((await pool.records.get(recordId)).name).toBe(stored);
  const answer = { value: text, answerSha256: text, tokensIn: 1, tokensOut: 1 };
  await pool.answers.set(text, answer, 'a'.repeat(64));
  expect(await pool.answers.get(text)).toEqual(answer);
});

it('after all of it every table stands, the log is whole and the canary lives', async () => {
  expect(Object.keys(await dump(database.db))).toEqual(tables);
  expect(await pool.audit.verify()).toMatchObject({ ok: true });
  expect((await pool.candidates.document(candidateId)).text).toBe('canari');
  expect(await pool.offers.get('canary')).toMatchObject({ title: 'Canary', open: true });
  const { rows } = await sql<{
    n: number;
  }>`select count(*)::int as n from vivier.job_offers where title = 'owned'`.execute(database.db);
  expect(rows).toEqual([{ n: 0 }]);
});

it('a CV of a hundred thousand odd characters is stored and found', async () => {
  const long = `${'é'.repeat(3_000)} ${"mot'é ".repeat(15_000)} aiguille`;
  const profile = profileOf({ name: 'Long', job: { title: 'Vigie', description: long } });
  const { candidateId: id } = await pool.candidates.upsert({ profile, document: fileOf(long) });
  expect((await pool.candidates.search({ query: 'vigie' })).candidates.map((one) => one.candidateId)).toEqual([id]);
});
