import { testDatabase, type TestDatabase } from './support/backend';
import { profileOf, scoreOf } from './support/people';
import type { ListInput, TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
  for (const [index, title] of ['Comptable', 'Soudeuse 50%', 'Infirmier'].entries()) {
    const offer = await pool.offers.upsert({ id: `o${index}`, title, text: '', seniority: index ? 'senior' : null });
    if (index === 2) await pool.offers.close(offer.offerId);
  }
  for (const [index, source] of ['site', 'e-mail', undefined].entries()) {
    const { candidateId } = await pool.candidates.upsert({ profile: profileOf({ name: `P${index}` }), source });
    const score = index < 2 ? scoreOf(40 + index * 30) : undefined;
    await pool.applications.upsert({ candidateId, offerId: 'o0', score, source });
  }
});
afterAll(() => database.close());

const offers = async (input: ListInput) => (await pool.offers.list(input)).map(({ offerId }) => offerId);
const where = (field: string, comparison: string, value?: unknown) => ({ field, comparison, value }) as never;

describe('lists', () => {
  it.each([
    ['a text', [where('title', 'equal', 'Infirmier')], ['o2']],
    ['a part of it, whatever its case', [where('title', 'contains', 'SOUD')], ['o1']],
    ['signs that SQL would take for any letter', [where('title', 'contains', '0%')], ['o1']],
    ['what is empty', [where('seniority', 'isEmpty')], ['o0']],
    ['what differs, the empty too', [where('seniority', 'notEqual', 'senior')], ['o0']],
    ['a date', [where('createdAt', 'less', '2026-01-15')], []],
    ['yes or no as a text', [where('open', 'equal', 'true')], ['o1', 'o0']],
    ['all of several', [where('seniority', 'equal', 'senior'), where('open', 'equal', true)], ['o1']],
  ])('can be asked for %s', async (_, conditions, expected) => {
    expect(await offers({ where: conditions })).toEqual(expected);
  });

  it('can be asked for any of several, and sorted', async () => {
    const any = [where('title', 'equal', 'Comptable'), where('title', 'equal', 'Infirmier')];
    expect(await offers({ where: any, combine: 'any', sort: [{ field: 'title' }] })).toEqual(['o0', 'o2']);
    expect(await offers({ sort: [{ field: 'title', direction: 'descending' }] })).toEqual(['o1', 'o2', 'o0']);
  });

  it('of candidates and applications as well, page by page', async () => {
    expect(await pool.candidates.list({ where: [where('source', 'isNotEmpty')] })).toHaveLength(2);
    const applications = (input: ListInput) => pool.applications.list({ offerId: 'o0', ...input });
    const scored = await applications({ where: [where('score', 'greaterOrEqual', '40')], sort: [{ field: 'score' }] });
    expect(scored.map(({ score }) => score?.score)).toEqual([40, 70]);
    const pages = await Promise.all(
      [0, 1, 2].map((offset) => applications({ sort: [{ field: 'stage' }], limit: 1, offset })),
    );
    expect(new Set(pages.flat().map(({ applicationId }) => applicationId)).size).toBe(3);
  });
});

describe('hostile conditions', () => {
  const attack = `x'; drop table vivier.job_offers; --`;
  it.each([
    ['a field', [where(attack, 'equal', 'x')]],
    ['a field of every object', [where('constructor', 'equal', 'x')]],
    ['a comparison', [where('title', attack, 'x')]],
    ['a date', [where('createdAt', 'equal', attack)]],
    ['too many', Array.from({ length: 21 }, () => where('title', 'isEmpty'))],
  ])('are refused: %s', async (_, conditions) => {
    await expect(pool.offers.list({ where: conditions })).rejects.toMatchObject({ code: 'invalid-input' });
  });

  it('are values where values are expected', async () => {
    expect(await offers({ where: [where('title', 'equal', attack)] })).toEqual([]);
    await expect(pool.offers.list({ sort: [{ field: attack }] })).rejects.toMatchObject({ code: 'invalid-input' });
    expect(await offers({})).toHaveLength(3);
  });
});
