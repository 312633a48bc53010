import { closeIdlePools, openPool } from '../../../lib/pool';
import { emptyPlace } from '../../unit/pool/support/backend';
import { confirmedBy, expectConsistent, ingestFile, inspect, startIngest } from '../../unit/pool/support/ingests';

jest.setTimeout(180_000);

const WRITERS = 8;
const COUNT = 60;
const EACH = Array.from({ length: COUNT }, (_, index) => index + 1);

let place: Awaited<ReturnType<typeof emptyPlace>>;
afterEach(() => place.destroy());

describe('eight writers at once, all with the same files, lose and duplicate nothing', () => {
  it('as processes of their own on PostgreSQL', async () => {
    place = await emptyPlace('postgres');
    const writers = Array.from({ length: WRITERS }, () => startIngest(place.config, COUNT));
    for (const writer of writers) {
      expect(await writer.ended).toEqual({ code: 0, signal: null });
      expect(confirmedBy(writer.output())).toEqual(EACH);
    }
    const found = await inspect(place.config);
    expectConsistent(found, EACH);
    expect(found.whole).toEqual(EACH);
  });

  it('as processes of their own on PostgreSQL, each storing batches', async () => {
    place = await emptyPlace('postgres');
    const writers = Array.from({ length: WRITERS }, (_, index) => startIngest(place.config, COUNT, 7 + 4 * index));
    for (const writer of writers) {
      expect(await writer.ended).toEqual({ code: 0, signal: null });
      expect(confirmedBy(writer.output()).sort((a, b) => a - b)).toEqual(EACH);
    }
    const found = await inspect(place.config);
    expectConsistent(found, EACH);
    expect(found.whole).toEqual(EACH);
  });

  it('in the one process that an embedded database allows', async () => {
    place = await emptyPlace('embedded');
    const pools = await Promise.all(Array.from({ length: WRITERS }, () => openPool(place.config)));
    await Promise.all(
      pools.map(async (pool) => {
        for (const number of EACH) await ingestFile(pool, number);
        await pool.close();
      }),
    );
    await closeIdlePools();
    const found = await inspect(place.config);
    expectConsistent(found, EACH);
    expect(found.whole).toEqual(EACH);
  });
});
