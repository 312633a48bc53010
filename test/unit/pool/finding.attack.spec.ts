import { dump, testDatabase, type TestDatabase } from './support/backend';
import { attempt, CORPUS } from './support/injections';
import { fileOf, profileOf } from './support/people';
import type { Embedder, SearchFilters, TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;
let candidateId: string;

/** A fake: one direction for everything. */
const embedder = (model: string): Embedder => ({ model, embed: (texts) => Promise.resolve(texts.map(() => [1, 0])) });

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  const document = fileOf('canari jaune <script>alert(1)</script> plumage');
  ({ candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: 'Canari Un' }), document }));
  await pool.offers.upsert({ id: 'canary', title: 'Canary', text: 'Canary' });
  await pool.candidates.forOffer({ title: 'Canary', text: '' });
}, 60_000);
afterAll(() => database.close());

const filtered = (name: keyof SearchFilters) => (text: string) =>
  pool.candidates.search({ filters: { [name]: text } as SearchFilters, facets: true, highlights: true });

const reads: [string, (text: string) => Promise<unknown>][] = [
  ...(['city', 'department', 'source', 'languageLevel', 'maxYears', 'minDegree', 'languages'] as const).map(
    (name): [string, (text: string) => Promise<unknown>] => [`filters.${name}`, filtered(name)],
  ),
  ...(['receivedFrom', 'receivedTo', 'updatedFrom', 'updatedTo'] as const).map(
    (name): [string, (text: string) => Promise<unknown>] => [`filters.${name}`, filtered(name)],
  ),
  ['languages, language', (language) => pool.candidates.search({ filters: { languages: [{ language }] } })],
  [
    'languages, level',
    (text) => pool.candidates.search({ filters: { languages: [{ language: 'en', level: text as never }] } }),
  ],
  ['stage with an offer', (text) => pool.candidates.search({ filters: { offerId: text, stage: text as never } })],
  ['skills beside words', (text) => pool.candidates.search({ query: `canari ${text}`, filters: { skills: [text] } })],
  ['query with facets and passages', (query) => pool.candidates.search({ query, facets: true, highlights: true })],
  ['a beginning', (text) => pool.candidates.search({ query: `${text}*`, highlights: true })],
  ['a phrase', (text) => pool.candidates.search({ query: `"${text}"`, highlights: true })],
  ['after', (after) => pool.candidates.search({ after })],
  [
    'after, inside',
    (text) =>
      pool.candidates.search({
        after: Buffer.from(JSON.stringify({ rank: 1, updated: text, id: text })).toString('base64url'),
      }),
  ],
  ['meaning, model', (text) => pool.candidates.search({ query: 'canari', meaning: embedder(text) })],
  ['understand', (text) => pool.candidates.understand(text)],
  ['ask', (text) => pool.candidates.ask(text)],
  [
    'ask, changed filter',
    (text) => pool.candidates.ask('x', { asked: { query: text, filters: { city: text } } as never }),
  ],
  ['forOffer', (text) => pool.candidates.forOffer({ title: text, text, criteria: { mustHave: [text] } })],
  ['forOffer, filters', (text) => pool.candidates.forOffer({ title: 'x', text: '' }, { filters: { source: text } })],
  ['offersFor', (text) => pool.candidates.offersFor(text)],
  ['events.list', (text) => pool.events.list({ after: text as never })],
];

it.each(reads)('%s: hostile text changes nothing', async (_name, call) => {
  const before = await dump(database.db);
  const outcomes = new Set<string>();
  for (const text of CORPUS) outcomes.add(await attempt(call(text)));
  expect(['done', 'invalid-input', 'not-found']).toEqual(expect.arrayContaining([...outcomes]));
  expect(await dump(database.db)).toEqual(before);
});

it('a model’s name is nothing but a name, also in the index made for it', async () => {
  for (const model of CORPUS)
    expect(await attempt(pool.embeddings.update(embedder(model)))).toMatch(/^(?:done|invalid-input)$/);
  expect((await pool.candidates.get(candidateId)).candidateId).toBe(candidateId);
  expect((await pool.offers.list()).map(({ title }) => title)).toEqual(['Canary']);
});

it('passages hand on what a CV holds as text, with places instead of markup', async () => {
  const { candidates } = await pool.candidates.search({ query: 'plumage', highlights: true });
  const [passage] = candidates[0].highlights ?? [];
  expect(passage.text).toContain('<script>');
  expect(passage.marks.map(([from, to]) => passage.text.slice(from, to))).toEqual(['plumage']);
});

it('vectors of other lengths and odd numbers are refused or passed over', async () => {
  for (const vector of [[], [NaN], [Infinity], ['1'], null]) {
    const odd = { model: 'odd', embed: () => Promise.resolve([vector] as never) };
    const { modes } = await pool.candidates.search({ query: 'canari', meaning: odd });
    expect(modes.meaning).toBe('failed');
  }
  const long = { model: 'long', embed: () => Promise.resolve([Array.from({ length: 3_000 }, () => 0.5)]) };
  expect((await pool.candidates.search({ query: 'canari', meaning: long })).modes.meaning).toBe('no-embeddings');
});
