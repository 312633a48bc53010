// CVs come in at a steady pace, through a watched folder and from a web site, for as long as told: memory and open descriptors of each part of n8n's queue mode,
// how long a CV takes, and at the end each CV in the talent pool exactly once.
//   node test/queue/soak.mjs [--minutes 60] [--per-second 0.5] [--workers 2] [--write]
// Needs Debian's redis-server (or valkey-server) and mmdebstrap (PostgreSQL 17). With --write, the table goes into docs/reliability.md and docs/reliability.fr.md.
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/build.mjs';
import { account, isWhole } from './lib/accounts.mjs';
import { Load } from './lib/load.mjs';
import { usageOf } from './lib/processors.mjs';
import { writeSoak } from './lib/soak-table.mjs';
import { wait } from './lib/supervised.mjs';
import { withTopology } from './lib/topology.mjs';
import { growthPerHour, percentile } from './lib/trend.mjs';

const { values } = parseArgs({
  options: {
    minutes: { type: 'string', default: '60' },
    'per-second': { type: 'string', default: '0.5' },
    workers: { type: 'string', default: '2' },
    write: { type: 'boolean', default: false },
  },
});
const MINUTES = Number(values.minutes);
const SAMPLE_MS = 5000;
const SETTLE_MS = 5 * 60_000;
/** Until code is compiled and caches are full; what memory grows by meanwhile is no leak. */
const WARM_UP = 0.4;

await build();
const report = await withTopology({ workers: Number(values.workers) }, soak);
console.log(JSON.stringify(report, null, 2));
console.log(report.whole ? `${report.cvs} CVs accounted for, each exactly once` : 'FAILED');
if (values.write && report.whole) writeSoak(report);
process.exitCode = report.whole ? 0 : 1;

async function soak(topology) {
  const load = new Load(topology, { perSecond: Number(values['per-second']) });
  await load.publish();
  load.begin();
  const from = Date.now();
  const samples = [];
  while (Date.now() - from < MINUTES * 60_000) {
    samples.push({ at: Date.now(), parts: topology.parts.map(({ process: { pid } }) => usageOf(pid)) });
    if (samples.length % 12 === 1)
      console.log(`${load.kept.size} of ${load.sent.size} CVs kept; ${megabytes(samples.at(-1))} MiB`);
    await wait(SAMPLE_MS);
  }
  const ended = await load.end(SETTLE_MS);
  const cvs = load.all();
  const found = await account(topology.pool(), cvs);
  const seconds = [...load.kept].map(([n, at]) => (at - load.sent.get(n)) / 1000);
  return {
    minutes: MINUTES,
    cvs: cvs.length,
    ...found,
    setAside: load.setAside(),
    askedAgain: load.refused,
    seconds: Object.fromEntries([0.5, 0.95, 0.99].map((share) => [share, round(percentile(seconds, share))])),
    parts: topology.parts.map(({ name }, index) => ({ name, ...partOf(samples, index) })),
    whole: ended && isWhole(found, cvs),
  };
}

function megabytes({ parts }) {
  return parts.map(({ rss }) => Math.round(rss)).join(', ');
}

/** One process from the end of its warming up on. */
function partOf(samples, index) {
  const warm = samples.slice(Math.floor(samples.length * WARM_UP));
  const of = (what) => warm.map(({ at, parts }) => ({ at, value: parts[index][what] }));
  const ends = (what) => {
    const row = of(what).map(({ value }) => value);
    const some = Math.ceil(row.length / 5);
    return [row.slice(0, some), row.slice(-some)].map((part) => Math.round(percentile(part)));
  };
  return {
    mebibytes: ends('rss'),
    mebibytesAnHour: round(growthPerHour(of('rss'))),
    descriptors: ends('descriptors'),
  };
}

function round(value) {
  return Number(value.toFixed(1));
}
