import { dump, testDatabase, type TestDatabase } from './support/backend';
import { fileOf, profileOf } from './support/people';
import { nearest } from '../../../lib/pool/embeddings/nearest';
import { searchCandidates } from '../../../lib/pool/search';
import { readFilters } from '../../../lib/pool/search/filters';
import { loadSecrets } from '../../../lib/pool/keyring';
import { transact, type PoolContext } from '../../../lib/pool/context';
import type { Embedder, TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;
const ids: Record<string, string> = {};

/** A fake: knows three subjects, so that near texts have near vectors without a model. */
const SUBJECTS = [/soin|infirm|nurse|hôpital/gi, /logiciel|développ|software|code/gi, /cuisin|chef|cook|restaurant/gi];
const seen: string[] = [];
const fakeEmbedder: Embedder = {
  model: 'fake-3',
  embed: (texts, purpose) => {
    if (purpose === 'document') seen.push(...texts);
    return Promise.resolve(texts.map((text) => [0.1, ...SUBJECTS.map((subject) => text.match(subject)?.length ?? 0)]));
  },
};

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  const people = [
    { name: 'Alpha Quidam', headline: 'Infirmière', skills: ['Soins'], email: 'alpha@exemple.test' },
    { name: 'Beta Quidam', headline: 'Développeur', skills: ['Logiciel'], months: 60 },
    { name: 'Gamma Quidam', headline: 'Cuisinier', skills: ['Restaurant'] },
  ];
  for (const one of people) {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf(one), document: fileOf(one.name) });
    ids[one.name] = candidateId;
  }
}, 240_000);
afterAll(() => database.close());

const names = async (query: string, more = {}) => {
  const { candidates, mode, modes } = await pool.candidates.search({ query, meaning: fakeEmbedder, ...more });
  return { mode, modes, names: candidates.map((one) => one.profile.identity.fullName) };
};

it('says so when nobody has an embedding yet', async () => {
  expect(await names('infirmière')).toEqual({
    mode: 'words',
    modes: { words: true, meaning: 'no-embeddings' },
    names: ['Alpha Quidam'],
  });
});

it('embeds the anonymised profile, once per change', async () => {
  expect(await pool.embeddings.update(fakeEmbedder)).toEqual({ embedded: 3, unchanged: 0, remaining: 0 });
  expect(seen.join('\n')).not.toMatch(/Quidam|alpha@/i);
  expect(await pool.embeddings.update(fakeEmbedder)).toEqual({ embedded: 0, unchanged: 0, remaining: 0 });
  const contents = await dump(database.db);
  expect(contents['vivier_personal.embeddings']).not.toMatch(/quidam/i);
});

it('finds who is meant without the word, and tells which ways took part', async () => {
  const answer = await names('nurse');
  expect(answer.names[0]).toBe('Alpha Quidam');
  expect(answer).toMatchObject({ mode: 'hybrid', modes: { words: true } });
  expect(['index', 'scan']).toContain(answer.modes.meaning);
});

it('keeps to the filters', async () => {
  expect((await names('nurse', { filters: { minYears: 2 } })).names).toEqual(['Beta Quidam']);
});

it('pages through the fused order', async () => {
  const first = await pool.candidates.search({ query: 'chef cuisinier', meaning: fakeEmbedder, limit: 2 });
  const second = await pool.candidates.search({
    query: 'chef cuisinier',
    meaning: fakeEmbedder,
    limit: 2,
    after: first.next ?? '',
  });
  const all = [...first.candidates, ...second.candidates].map((one) => one.candidateId);
  expect(new Set(all).size).toBe(3);
  expect(first.candidates[0].profile.headline).toBe('Cuisinier');
});

async function contextWith(pgvector: boolean): Promise<PoolContext> {
  const secrets = await loadSecrets(database.db, undefined);
  const features = { pgvector, trigrams: true };
  return { db: database.db, secrets, features, now: () => new Date(), scrub: () => Promise.resolve(false) };
}

it('finds the same people whether few or many match the filter, by index or one by one', async () => {
  const pgvector = (await names('nurse')).modes.meaning === 'index';
  const [vector] = await fakeEmbedder.embed(['nurse'], 'query');
  const ways = [
    { pgvector, few: 0 },
    { pgvector, few: 10 },
    { pgvector: false, few: 10 },
  ];
  for (const { pgvector: indexed, few } of ways) {
    const context = await contextWith(indexed);
    const filters = readFilters(context, { minYears: 2 });
    const wanted = { model: fakeEmbedder.model, vector, filters, limit: 5, few };
    const { ids: found, mode } = await transact(context, (trx) => nearest(context, trx, wanted));
    expect([few, found]).toEqual([few, [ids['Beta Quidam']]]);
    expect(mode).toBe(indexed && few === 0 ? 'index' : 'scan');
  }
});

it('compares one by one without pgvector, and gives the same order', async () => {
  const context = await contextWith(false);
  const result = await searchCandidates(context, { query: 'nurse', meaning: fakeEmbedder });
  expect(result.modes).toEqual({ words: true, meaning: 'scan', compared: 3 });
  expect(result.candidates[0].profile.headline).toBe('Infirmière');
});

it('searches by words alone when the model can’t be asked', async () => {
  const broken: Embedder = { model: 'fake-3', embed: () => Promise.reject(new Error('down')) };
  const result = await pool.candidates.search({ query: 'infirmière', meaning: broken });
  expect(result).toMatchObject({ mode: 'words', modes: { meaning: 'failed' }, total: 1 });
});

it('embeds again when the profile or the model changes', async () => {
  await pool.candidates.upsert({
    candidateId: ids['Gamma Quidam'],
    profile: profileOf({ name: 'Gamma Quidam', headline: 'Développeur logiciel' }),
  });
  expect(await pool.embeddings.update(fakeEmbedder)).toMatchObject({ embedded: 1, remaining: 0 });
  const other = { ...fakeEmbedder, model: 'fake-other' };
  expect(await pool.embeddings.update(other, { limit: 2 })).toEqual({ embedded: 2, unchanged: 0, remaining: 1 });
  expect(await pool.embeddings.update(other)).toMatchObject({ embedded: 1, remaining: 0 });
});

it.each([[[[]]], [[[NaN, 1]]], [[]], ['no list']])('refuses what is no vector: %j', async (answer) => {
  const odd = { model: 'odd', embed: () => Promise.resolve(answer as number[][]) };
  await expect(pool.embeddings.update(odd)).rejects.toMatchObject({ code: 'model-answer-invalid' });
});

it('ranks everybody for an offer with the full score’s own numbers, and offers for a candidate', async () => {
  const offer = { title: 'Infirmière', text: 'Soins', criteria: { mustHave: ['Soins'] } };
  const { ranked, scored } = await pool.candidates.forOffer(offer);
  expect(scored).toBe(3);
  expect(ranked[0].candidateId).toBe(ids['Alpha Quidam']);
  expect((await pool.candidates.forOffer(offer, { filters: { minYears: 2 } })).scored).toBe(1);
  await pool.offers.upsert({ id: 'care', ...offer });
  await pool.offers.upsert({ id: 'code', title: 'Développeur', text: 'Logiciel' });
  const [best] = await pool.candidates.offersFor(ids['Alpha Quidam'], { limit: 1 });
  expect([best.offerId, best.score.score]).toEqual(['care', ranked[0].score]);
});

it('an erasure takes the vector, the facts and the events along', async () => {
  const id = ids['Alpha Quidam'];
  expect(JSON.stringify(await dump(database.db))).toContain(id);
  await pool.candidates.erase(id, { by: 'A. Martin', reason: 'demande' });
  const contents = await dump(database.db);
  for (const table of ['embeddings', 'candidate_facts', 'pool_events', 'candidates', 'name_keys']) {
    expect([table, contents[`vivier_personal.${table}`].includes(id)]).toEqual([table, false]);
  }
});
