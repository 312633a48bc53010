import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { isBornDigital, pathOf } from './corpus.mjs';
import { sampleMemory, slopeOf } from './memory.mjs';
import { emptyFolder, step } from './run.mjs';
import { decimal, table } from './tables.mjs';

const CONCURRENCY = 2;
/** Documents until code is compiled and caches are full; what memory grows by meanwhile is no leak. */
const WARM_UP = 200;
const SEED = 20261121;

/** Mulberry32: the same order on every machine. */
function randomFrom(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

/** `count` of the entries, each as often as any other give or take one, in an order that only looks random. */
function shuffled(entries, count) {
  const random = randomFrom(SEED);
  const list = Array.from({ length: count }, (_, i) => entries[i % entries.length]);
  for (let i = list.length - 1; i > 0; i--) {
    const j = Math.floor(random() * (i + 1));
    [list[i], list[j]] = [list[j], list[i]];
  }
  return list;
}

const rank = (sorted, share) => sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)];

/**
 * Reads many documents one after the other, as an inbox of years would be: how fast, and whether memory grows.
 * @param {import('./options.mjs').Options} options `batch`: how many
 * @param {import('./corpus.mjs').Entry[]} entries the born-digital ones among them are read again and again
 */
export async function runBatch(options, entries) {
  const { extractDocument, closeExtractors } = createRequire(import.meta.url)(join(root, 'dist', 'lib'));
  const queue = shuffled(entries.filter(isBornDigital), options.batch);
  const times = [];
  const samples = [];
  let failed = 0;
  const sampler = sampleMemory(process.pid, {
    everyMs: 250,
    onSample: ({ parent, children }) => samples.push({ done: times.length, parent, children }),
  });
  const started = performance.now();
  const work = async () => {
    for (let entry = queue.pop(); entry; entry = queue.pop()) {
      const from = performance.now();
      const data = readFileSync(pathOf(options, entry));
      await extractDocument({ data, fileName: basename(entry.file) }).catch(() => failed++);
      times.push(performance.now() - from);
      if (times.length % 250 === 0) step(`${times.length} documents`);
    }
  };
  await Promise.all(Array.from({ length: CONCURRENCY }, work));
  const seconds = (performance.now() - started) / 1000;
  const most = await sampler.stop();
  await closeExtractors();

  const steady = samples.filter(({ done }) => done >= WARM_UP);
  const per100 = (part) => {
    const slope = slopeOf(steady.map((sample) => [sample.done, sample[part]]));
    return slope === null ? null : 100 * slope;
  };
  const sorted = [...times].sort((a, b) => a - b);
  const result = {
    documents: times.length,
    failed,
    concurrency: CONCURRENCY,
    perSecond: times.length / seconds,
    p50Ms: rank(sorted, 0.5),
    p95Ms: rank(sorted, 0.95),
    mostMiB: { parent: most.parent / 1024, children: most.children / 1024 },
    kibPer100: { parent: per100('parent'), children: per100('children') },
    samples,
  };
  return { sections: [{ title: 'A batch of born-digital documents', body: batchTable(result) }], result };
}

const batchTable = ({ documents, failed, perSecond, p50Ms, p95Ms, mostMiB, kibPer100 }) =>
  table(
    ['', 'figure'],
    [
      ['documents', documents],
      ['of these failed', failed],
      ['documents a second', decimal(perSecond, 1)],
      ['ms a document, median', decimal(p50Ms, 0)],
      ['ms a document, 95 of 100', decimal(p95Ms, 0)],
      ['memory of the process that asks, most, MiB', decimal(mostMiB.parent, 0)],
      ['memory of the processes that parse, together, most, MiB', decimal(mostMiB.children, 0)],
      [
        `memory of the one that asks, KiB more per 100 documents after the first ${WARM_UP}`,
        decimal(kibPer100.parent, 0),
      ],
      ['memory of those that parse, KiB more per 100 documents', decimal(kibPer100.children, 0)],
    ],
  );

/**
 * The most memory that `vivier text` and all its processes take together for each of some files.
 * @returns {Promise<{type: string, mib: number}[]>}
 */
export async function peakMemory(options, entries) {
  const peaks = [];
  for (const entry of entries) {
    const folder = emptyFolder(join(options.out, 'extract', 'memory'));
    const cli = join(root, 'dist', 'cli', 'index.js');
    const child = spawn(process.execPath, [cli, 'text', '--out', folder, pathOf(options, entry)], { stdio: 'ignore' });
    const sampler = sampleMemory(child.pid, { everyMs: 20 });
    await new Promise((resolve) => child.once('close', resolve));
    peaks.push({ type: entry.broken.type, mib: (await sampler.stop()).all / 1024 });
  }
  return peaks;
}
