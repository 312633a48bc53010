import { testDatabase, type TestDatabase } from './support/backend';
import type { TalentPool } from '../../../lib/pool';

let database: TestDatabase;
let pool: TalentPool;

beforeAll(async () => {
  database = await testDatabase();
  pool = await database.pool();
});
afterAll(() => database.close());
afterEach(() => database.clean());

describe('criteria that a program read from an offer', () => {
  const read = { title: 'Comptable', text: 'Excel exigé.', criteria: { mustHave: ['Excel'], confirmed: false } };

  it('stay unconfirmed until a named person confirms them, and the log says who', async () => {
    const { offerId } = await pool.offers.upsert(read);
    expect((await pool.offers.get(offerId)).criteria.confirmed).toBe(false);
    await expect(pool.offers.confirm(offerId, { by: ' ' })).rejects.toMatchObject({ code: 'invalid-input' });
    const confirmed = await pool.offers.confirm(offerId, { by: 'A. Martin, RH' });
    expect(confirmed.criteria).toEqual({ mustHave: ['Excel'], confirmed: true });
    expect((await pool.audit.list({ action: 'offer.confirmed' }))[0]).toMatchObject({ by: 'A. Martin, RH' });
  });

  it('can be changed while confirming', async () => {
    const { offerId } = await pool.offers.upsert(read);
    const { criteria } = await pool.offers.confirm(offerId, {
      by: 'A. Martin, RH',
      criteria: { niceToHave: ['Sage'] },
    });
    expect(criteria).toEqual({ niceToHave: ['Sage'], confirmed: true });
  });

  it('are kept when the same offer comes again without any', async () => {
    const { offerId } = await pool.offers.upsert(read);
    await pool.offers.confirm(offerId, { by: 'A. Martin, RH' });
    const again = await pool.offers.upsert({ title: read.title, text: read.text });
    expect(again).toMatchObject({ offerId, created: false, criteria: { mustHave: ['Excel'], confirmed: true } });
  });

  it('of an offer that is not there can’t be confirmed', async () => {
    await expect(pool.offers.confirm('nobody', { by: 'A. Martin' })).rejects.toMatchObject({ code: 'not-found' });
  });
});
