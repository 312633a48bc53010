// How many CVs an hour real n8n workers bring into the pool, read by the rules: with one worker, with two, and the same calls without n8n.
//   node test/queue/throughput.mjs [--cvs 200] [--workers 1,2] [--concurrency 1] [--plain] [--json FILE]
//   node test/queue/throughput.mjs --cvs 10000 --workers 2 --concurrency 5      (losses, duplicates, memory; some hours)
// Each CV goes through the webhook processor and is asked again if it was refused. Says how busy the machine was with other things: then the seconds are no measure,
// the processor seconds a CV are.
import { createRequire } from 'node:module';
import { writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { build } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { account, cvOf, isWhole } from './lib/accounts.mjs';
import { hookIsThere, publishLine, sendCv, storeCredentials } from './lib/flows.mjs';
import { machineSeconds, usageOf } from './lib/processors.mjs';
import { wait } from './lib/supervised.mjs';
import { withTopology } from './lib/topology.mjs';

const { values } = parseArgs({
  options: {
    cvs: { type: 'string', default: '200' },
    workers: { type: 'string', default: '1,2' },
    concurrency: { type: 'string', default: '1' },
    plain: { type: 'boolean', default: false },
    json: { type: 'string' },
  },
});
const CVS = Number(values.cvs);
const STEPS = values.workers.split(',').map(Number);
const CONCURRENCY = Number(values.concurrency);
/** Until code is compiled and caches are full; what memory grows by meanwhile is no leak. */
const WARM_UP = Math.min(20, Math.ceil(CVS / 4));
const SAMPLE_MS = 5000;

await build();
const options = {
  workers: STEPS[0],
  concurrency: CONCURRENCY,
  pools: ['pool', 'plain'],
  env: { EXECUTIONS_DATA_SAVE_ON_SUCCESS: 'none' },
};
const report = await withTopology(options, measure);
console.log(JSON.stringify(report, null, 2));
if (values.json) writeFileSync(values.json, JSON.stringify(report, null, 2));
console.log(report.whole ? `${report.cvs} CVs accounted for, each exactly once` : 'FAILED');
process.exitCode = report.whole ? 0 : 1;

async function measure(topology) {
  const credentials = await storeCredentials(topology);
  await publishLine(topology, credentials);
  await hookIsThere(topology);
  let next = 0;
  const take = (count) => Array.from({ length: count }, () => next++);
  const steps = [];
  for (const workers of STEPS) {
    while (topology.workers.length < workers) await (await topology.addWorker()).ready();
    const atOnce = workers * CONCURRENCY + 1;
    await sendAll(topology, take(WARM_UP * workers), atOnce);
    steps.push({ workers, ...(await timed(topology, () => sendAll(topology, take(CVS), atOnce))) });
    console.log(JSON.stringify(steps.at(-1)));
  }
  const cvs = Array.from({ length: next }, (_, n) => cvOf(n));
  const found = await account(topology.pool(), cvs);
  const [one, last] = [steps[0], steps.at(-1)];
  return {
    processors: availableParallelism(),
    cvs: cvs.length,
    concurrency: CONCURRENCY,
    steps,
    times: steps.length > 1 ? round(last.perHour / one.perHour) : undefined,
    plain: values.plain ? await plain(topology) : undefined,
    found,
    whole: isWhole(found, cvs),
  };
}

async function sendAll(topology, numbers, atOnce) {
  const queue = [...numbers];
  const site = async () => {
    for (let n = queue.shift(); n !== undefined; n = queue.shift()) {
      for (let tries = 0; ; tries++) {
        try {
          await sendCv(topology, cvOf(n), 120_000);
          break;
        } catch (error) {
          if (tries === 20) throw error;
          await wait(1000);
        }
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, site));
}

/** Seconds, processor seconds a CV by part, how busy the machine was with other things, and memory of each worker at the beginning and at the end. */
async function timed(topology, work) {
  const parts = topology.parts;
  const before = parts.map((part) => usageOf(part.process.pid));
  const [from, machine] = [Date.now(), machineSeconds()];
  const memory = [];
  const sample = setInterval(() => memory.push(workersMemory(topology)), SAMPLE_MS);
  memory.push(workersMemory(topology));
  await work();
  clearInterval(sample);
  memory.push(workersMemory(topology));
  const seconds = (Date.now() - from) / 1000;
  const used = parts.map((part, index) => usageOf(part.process.pid).seconds - before[index].seconds);
  const busy = machineSeconds() - machine;
  const others = busy - used.reduce((sum, one) => sum + one, 0);
  return {
    seconds: round(seconds),
    perHour: Math.round((CVS / seconds) * 3600),
    processorSecondsACv: Object.fromEntries(parts.map(({ name }, index) => [name, round(used[index] / CVS, 3)])),
    otherLoad: `${Math.round((100 * others) / (seconds * availableParallelism()))} % of the processors, PostgreSQL among it`,
    workersMiB: { first: memory[0], middle: memory[Math.floor(memory.length / 2)], last: memory.at(-1) },
  };
}

function workersMemory({ workers }) {
  return workers.map((part) => Math.round(usageOf(part.process.pid).rss));
}

/** The same three calls, one after the other, in this process. */
async function plain(topology) {
  const require = createRequire(import.meta.url);
  const { analyze, closeExtractors, extractDocument } = require(join(root, 'dist', 'lib'));
  const { closeIdlePools, openPool } = require(join(root, 'dist', 'lib', 'pool'));
  const pool = await openPool(topology.pool('plain'));
  const one = async (n) => {
    const { data, fileName } = cvOf(n);
    const document = await extractDocument({ data, fileName, mimeType: 'text/plain' });
    const profile = await analyze(document, { engine: 'rules', referenceDate: new Date().toISOString().slice(0, 10) });
    await pool.candidates.upsert({
      profile,
      document: { fileName, mimeType: 'text/plain', data, text: document.text },
    });
  };
  for (let n = 0; n < WARM_UP; n++) await one(n);
  const [from, before] = [Date.now(), usageOf(process.pid).seconds];
  for (let n = WARM_UP; n < WARM_UP + CVS; n++) await one(n);
  const seconds = (Date.now() - from) / 1000;
  const used = usageOf(process.pid).seconds - before;
  await pool.close();
  await closeIdlePools();
  await closeExtractors();
  return { perHour: Math.round((CVS / seconds) * 3600), processorSecondsACv: round(used / CVS, 3) };
}

function round(value, digits = 2) {
  return Number(value.toFixed(digits));
}
