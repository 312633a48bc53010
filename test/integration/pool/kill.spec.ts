import { rm } from 'node:fs/promises';
import { setTimeout as wait } from 'node:timers/promises';
import type { PoolConfig } from '../../../lib/pool';
import { emptyPlace, onServer, postgresConfig } from '../../unit/pool/support/backend';
import {
  ALL,
  confirmedBy,
  expectConsistent,
  failedBy,
  FILES,
  inspect,
  startIngest,
} from '../../unit/pool/support/ingests';
import type { OtherProcess } from '../../unit/pool/embedded/process';

jest.setTimeout(240_000);

const KILLS = 4;
/** The embedded database is the same beside either server. */
const onDebian13 = Boolean(process.env.VIVIER_TEST_POSTGRES_DEBIAN_13);

const load = () => import('../../../scripts/lib/postgres.mjs');
type Server = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['throwAwayPostgres']>>;

let running: OtherProcess | null = null;
afterEach(async () => {
  running?.child.kill('SIGKILL');
  await running?.ended;
});

function start(config: PoolConfig, batch = 1): OtherProcess {
  running = startIngest(config, FILES, batch);
  return running;
}

/** Files in one transaction. */
const BATCH = 25;

const upTo = (limit: number) => Math.floor(Math.random() * limit);

/** Some files into each quarter of the work, and then at any moment of what the next ones take. */
async function someWayInto(process: OtherProcess, part: number): Promise<string> {
  const file = 1 + Math.floor((part * FILES) / (KILLS + 1)) + upTo(FILES / (KILLS + 1));
  await process.saidAny(new RegExp(`^(?:done|known) ${file}$`, 'm'));
  const ms = upTo(80);
  await wait(ms);
  return `${ms} ms after file ${file}`;
}

async function finish(config: PoolConfig, batch = 1): Promise<void> {
  const last = start(config, batch);
  expect(await last.ended).toEqual({ code: 0, signal: null });
  expect(confirmedBy(last.output()).sort((a, b) => a - b)).toEqual(ALL);
  const found = await inspect(config);
  expectConsistent(found, ALL);
  expect(found.whole).toEqual(ALL);
}

const BACKENDS = onDebian13 ? (['postgres'] as const) : (['embedded', 'postgres'] as const);

describe.each(BACKENDS.flatMap((backend) => [1, BATCH].map((batch) => [backend, batch] as const)))(
  'on %s, %i at once',
  (backend, batch) => {
    let place: Awaited<ReturnType<typeof emptyPlace>>;
    beforeAll(async () => {
      place = await emptyPlace(backend);
    });
    afterAll(() => place.destroy());

    it('an import that is killed at random moments ends, started again, with each file there exactly once', async () => {
      const confirmed: number[] = [];
      const moments: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const process = start(place.config, batch);
        moments.push(await someWayInto(process, kill));
        process.child.kill('SIGKILL');
        await process.ended;
        confirmed.push(...confirmedBy(process.output()));
        const found = await inspect(place.config);
        expectConsistent(found, confirmed);
        // The last one, or the last batch, may be there without having been confirmed: whole.
        expect(found.whole.length - new Set(confirmed).size).toBeLessThanOrEqual((kill + 1) * batch);
      }
      console.info(`${backend}, ${batch} at once: killed ${moments.join(', ')}`);
      await finish(place.config, batch);
    });
  },
);

(onDebian13 ? it.skip : it)('an embedded database that was killed while it was being made can be used', async () => {
  const place = await emptyPlace('embedded');
  const { folder } = place.config as { folder: string };
  for (const moment of [300 + upTo(1_000), 1_300 + upTo(1_500)]) {
    await rm(folder, { recursive: true, force: true });
    const process = start(place.config);
    await wait(moment);
    process.child.kill('SIGKILL');
    await process.ended;
    expectConsistent(await inspect(place.config), []);
  }
  await place.destroy();
});

describe('a PostgreSQL server of its own', () => {
  let server: Server;
  beforeAll(async () => {
    server = await (await load()).throwAwayPostgres({ debian13: onDebian13, fsync: true });
  });
  afterAll(() => server.remove());

  it.each([1, BATCH])(
    'that is killed and stopped at once amid an import, %i at once, has what was confirmed; the rest was reported',
    async (batch) => {
      const database = `batches_of_${batch}`;
      await onServer(postgresConfig(server.url), `create database ${database}`);
      const config = { ...postgresConfig(server.url), database };
      const confirmed: number[] = [];
      const moments: string[] = [];
      for (let kill = 0; kill < KILLS; kill++) {
        const process = start(config, batch);
        moments.push(await someWayInto(process, kill));
        if (kill % 2 === 0) server.kill();
        else server.stop();
        await process.saidAny(/^failed \d+/m);
        await server.start();
        await process.ended;
        const output = process.output();
        confirmed.push(...confirmedBy(output));
        // Each file of this run was confirmed or reported, none was passed over in silence.
        const reported = [...confirmedBy(output), ...failedBy(output)];
        expect(reported.sort((a, b) => a - b)).toEqual(ALL);
        expectConsistent(await inspect(config), confirmed);
      }
      console.info(`server, ${batch} at once: killed ${moments.join(', ')}`);
      await finish(config, batch);
    },
  );
});
