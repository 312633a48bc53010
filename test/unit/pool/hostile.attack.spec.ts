import { sql } from 'kysely';
import { VivierError } from '../../../lib/errors';
import { dump, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;
let candidateId: string;
let applicationId: string;

const CORPUS = [
  `'; drop table vivier_personal.candidates; --`,
  `' or '1'='1`,
  `" or ""="`,
  `') or true --`,
  `1; delete from vivier.job_offers`,
  `\\'; update vivier.job_offers set title = 'owned'; --`,
  `$$; drop schema vivier cascade; $$`,
  `' union select material::text from vivier.pool_keys --`,
  `$1 $2 :name ? %s {0}`,
  `%' or title like '%`,
  `/* */ ; select pg_sleep(10) -- `,
  `'||(select password from pg_user)||'`,
  `{"$ne": null}`,
  `a & | ! <-> b:* (`,
  `"unbalanced -`,
  `\\`,
  `null\u0000byte'; drop table x; --`,
  `\ud800 half a pair`,
  `‮'; --⁦`,
  `__proto__`,
];

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  ({ candidateId } = await pool.candidates.upsert({
    profile: profileOf({ name: 'Canari' }),
    document: fileOf('canari'),
  }));
  await pool.offers.upsert({ id: 'canary', title: 'Canary', text: 'Canary' });
  ({ applicationId } = await pool.applications.upsert({ candidateId, offerId: 'canary' }));
}, 60_000);
afterAll(() => database.close());

/** The call may be refused with an error of ours; anything else means that the text got through to the database as more than a value. */
async function attempt(call: Promise<unknown>): Promise<string> {
  try {
    await call;
    return 'done';
  } catch (error) {
    return error instanceof VivierError ? error.code : `not ours: ${String(error)}`;
  }
}

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
  ['applications.list', (offerId) => pool.applications.list({ offerId })],
  ['applications.list, stage', (text) => pool.applications.list({ offerId: 'canary', stage: text as never })],
  ['applications.upsert, candidateId', (text) => pool.applications.upsert({ candidateId: text, offerId: 'canary' })],
  ['applications.upsert, offerId', (offerId) => pool.applications.upsert({ candidateId, offerId })],
  ['moveStage, id', (id) => pool.applications.moveStage({ id, stage: 'test', by: 'Alice' })],
  ['moveStage, stage', (text) => pool.applications.moveStage({ id: applicationId, stage: text as never, by: 'Alice' })],
  ['moveStage, by', (by) => pool.applications.moveStage({ id: applicationId, stage: 'screening', by })],
  ['candidates.erase, id', (text) => pool.candidates.erase(text, { by: 'Alice', reason: 'x' })],
  ['erasures.apply', (subjectHash) => pool.erasures.apply([{ subjectHash, erasedAt: '' }], { by: 'Alice' })],
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

it('after all of it every table stands, the log is whole and the canary lives', async () => {
  expect(Object.keys(await dump(database.db))).toHaveLength(24);
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
