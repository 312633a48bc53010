// While CVs come in through a folder and a web site, each part of n8n's queue mode and the model are killed or cut once; at the end each CV must be in the talent
// pool exactly once.
//   node test/queue/chaos.mjs [--only worker,redis] [--per-second 1] [--write]
// Needs root and Debian's redis-server (or valkey-server), mmdebstrap (PostgreSQL 17), iproute2 and faketime. With --write, the table goes into
// docs/reliability.md and docs/reliability.fr.md.
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/build.mjs';
import { debian13 } from '../../scripts/lib/debian13.mjs';
import { account, isWhole } from './lib/accounts.mjs';
import { writeChaos } from './lib/chaos-table.mjs';
import { FAULTS } from './lib/faults.mjs';
import { Hosts } from './lib/hosts.mjs';
import { Load } from './lib/load.mjs';
import { standInForOllama } from './lib/model.mjs';
import { wait } from './lib/supervised.mjs';
import { Topology } from './lib/topology.mjs';

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    'per-second': { type: 'string', default: '1' },
    write: { type: 'boolean', default: false },
  },
});
const NAMES = values.only?.split(',') ?? Object.keys(FAULTS);
const BEFORE_MS = 8000;
const SETTLE_MS = 5 * 60_000;
const DISK = '1500m';
const FAKETIME = '/usr/lib/x86_64-linux-gnu/faketime/libfaketimeMT.so.1';

await build();
const disk = NAMES.includes('disk') ? smallDisk() : undefined;
const place = disk?.place ?? tmpdir();
const clock = join(place, 'clock');
const hosts = NAMES.includes('network') ? new Hosts() : undefined;
const topology = new Topology({ workers: 2, hosts, watched: NAMES.includes('clock') ? underClock() : undefined });
topology.clock = clock;
if (NAMES.includes('ollama')) topology.model = await standInForOllama(topology.address);
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void cleanUp().then(() => process.exit(1)));
let failed = true;
try {
  await topology.start();
  const load = new Load(topology, { perSecond: Number(values['per-second']) });
  await load.publish();
  load.begin();
  const table = [];
  for (const name of NAMES) {
    table.push(await fault(name, load));
    console.log(JSON.stringify(table.at(-1)));
  }
  const ended = await load.end(SETTLE_MS);
  const cvs = load.all();
  const found = await account(topology.pool(), cvs);
  const report = { cvs: cvs.length, ...found, setAside: load.setAside(), askedAgain: load.refused, faults: table };
  console.log(JSON.stringify(report, null, 2));
  failed = !ended || !isWhole(found, cvs);
  if (failed) for (const part of topology.parts) console.log(`--- ${part.name}\n${part.log().slice(-3000)}`);
  console.log(failed ? 'FAILED' : `${cvs.length} CVs accounted for, each exactly once`);
  if (values.write && !failed) writeChaos(report);
} finally {
  await cleanUp();
}
process.exitCode = failed ? 1 : 0;

/** One fault under load. @returns seconds: without any CV kept, and that the slowest CV of this time took */
async function fault(name, load) {
  await wait(BEFORE_MS);
  const asked = load.refused;
  const first = load.sent.size;
  const from = Date.now();
  await FAULTS[name](topology, place);
  await wait(BEFORE_MS);
  const mine = [...load.sent.keys()].filter((n) => load.sent.get(n) >= from - BEFORE_MS);
  const until = Date.now() + SETTLE_MS;
  while (mine.some((n) => !load.kept.has(n)) && Date.now() < until) await wait(500);
  const times = [...load.kept.values()].filter((time) => time >= from - BEFORE_MS).sort((a, b) => a - b);
  const gaps = times.slice(1).map((time, index) => time - times[index]);
  const slowest = Math.max(...mine.map((n) => (load.kept.get(n) ?? Infinity) - load.sent.get(n)));
  return {
    name,
    cvs: load.sent.size - first,
    gap: Math.round(Math.max(...gaps) / 1000),
    slowest: Math.round(slowest / 1000),
    askedAgain: load.refused - asked,
  };
}

/** A disk of its own for everything that is written, which can be filled; PostgreSQL's Debian sees the same one. */
function smallDisk() {
  const own = mkdtempSync(join(tmpdir(), 'vivier-chaos-'));
  const inside = join(debian13().folder, own);
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK}`, 'vivier', own]);
  mkdirSync(inside, { recursive: true });
  execFileSync('mount', ['--bind', own, inside]);
  chmodSync(own, 0o755);
  process.env.TMPDIR = own;
  const remove = () => {
    for (const path of [inside, own]) {
      execFileSync('umount', ['-l', path]);
      rmSync(path, { recursive: true, force: true });
    }
  };
  return { place: own, remove };
}

/** The time of these processes follows a file. */
function underClock() {
  if (!existsSync(FAKETIME)) throw new Error('faketime is missing: apt-get install faketime');
  writeFileSync(clock, '+0\n');
  return {
    LD_PRELOAD: FAKETIME,
    FAKETIME_TIMESTAMP_FILE: clock,
    FAKETIME_CACHE_DURATION: '1',
    FAKETIME_DONT_FAKE_MONOTONIC: '1',
    DONT_FAKE_MONOTONIC: '1',
  };
}

async function cleanUp() {
  await topology.stop();
  await topology.model?.part.stop();
  hosts?.remove();
  rmSync(clock, { force: true });
  disk?.remove();
}
