// `node scripts/fuzz.mjs --cases 10000 --seed 1`: damaged and hostile documents against the reading of documents, as it is shipped. The same seed gives the same cases.
import { createRequire } from 'node:module';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { mutate } from '../test/fuzz/mutate.mjs';
import { caseSeed, generator } from '../test/fuzz/random.mjs';
import { ownSeeds, seedsIn } from '../test/fuzz/seeds.mjs';
import { build } from './lib/build.mjs';
import { root } from './lib/paths.mjs';
import { fail, SetupError } from './lib/words.mjs';

const USAGE = `node scripts/fuzz.mjs [options]

  --cases N     how many (default: 400)
  --seed N      the same number gives the same cases (default: 1)
  --case N      only that one of them
  --format a,b  only these: pdf, docx, doc, odt, xlsx, zip, rtf, html, xml, europass, hr-xml, hr-open, json, eml, msg, tnef, csv, md, txt, image
  --with DIR    the documents of this folder, too
  --lib DIR     the compiled library (default: dist/lib, built first)
  --json FILE   the figures`;

/** Milliseconds for a document, and how much longer an answer may take before it counts as a hang. */
const TIME = 5_000;
const GRACE = 50_000;
const SIDE_BY_SIDE = 2;

function options() {
  const { values } = parseArgs({
    options: Object.fromEntries(
      ['cases', 'seed', 'case', 'format', 'with', 'lib', 'json'].map((name) => [name, { type: 'string' }]),
    ),
  });
  const number = (name, otherwise) => {
    const value = values[name] === undefined ? otherwise : Number(values[name]);
    if (value !== undefined && !(Number.isInteger(value) && value >= 0))
      throw new SetupError(`--${name}: ${values[name]}?`, USAGE);
    return value;
  };
  return { ...values, cases: number('cases', 400), seed: number('seed', 1), only: number('case') };
}

/** Temporary files of this run only: others may be at work on the same machine. */
function ownTemporaryFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'vivier-fuzz-'));
  process.env.TMPDIR = folder;
  return folder;
}

/** One case: the file, and what became of it. `failure` is what must not happen. */
async function runCase(number, { seed }, seeds, lib) {
  const random = generator(caseSeed(seed, number));
  // First the format, then one of its documents: a format with many samples is not tried more often than the others.
  const chosen = random.pick(random.pick(seeds));
  const data = mutate(
    chosen,
    random,
    seeds.flat().map((other) => other.data),
  );
  const judged = (outcome, failure) => ({ number, format: chosen.format, name: chosen.name, data, outcome, failure });
  let timer;
  const late = new Promise((resolve) => (timer = setTimeout(() => resolve('late'), TIME + GRACE)));
  try {
    const limits = { timeMs: TIME, containerTimeMs: TIME };
    const work = lib.extractDocuments({ data, fileName: chosen.name }, { ocr: 'never', convert: 'never', limits });
    const answer = await Promise.race([work, late]);
    if (answer === 'late') return judged('hang', 'no answer in time');
    const outcomes = answer.map((one) => one.error?.code ?? 'read');
    const odd = answer.find((one) => one.error && !(one.error instanceof lib.VivierError));
    const broken = answer.find((one) => one.error?.code === 'internal');
    if (odd) return judged('untyped', `untyped error: ${String(odd.error)}`);
    return judged(
      broken ? 'internal' : (outcomes[0] ?? 'nothing'),
      broken && `internal: ${broken.error.cause?.stack ?? broken.error.details.reason}`,
    );
  } catch (error) {
    if (!(error instanceof lib.VivierError)) return judged('untyped', `untyped error: ${error?.stack ?? error}`);
    return judged(error.code, error.code === 'internal' && `internal: ${error.cause?.stack ?? error.message}`);
  } finally {
    clearTimeout(timer);
  }
}

function keep({ number, name, data, failure }, { seed }, cases) {
  const folder = join(root, '.vivier', 'fuzz');
  mkdirSync(folder, { recursive: true });
  const path = join(folder, `seed-${seed}-case-${number}-${name}`);
  writeFileSync(path, data);
  console.log(
    `✖ case ${number} (${name}): ${failure}\n  node scripts/fuzz.mjs --seed ${seed} --cases ${cases} --case ${number}\n  ${path}`,
  );
}

async function main() {
  const wanted = options();
  if (!wanted.lib) await build();
  const require = createRequire(import.meta.url);
  const base = wanted.lib ?? join(root, 'dist', 'lib');
  const lib = {
    ...require(join(base, 'extract', 'index.js')),
    VivierError: require(join(base, 'errors', 'index.js')).VivierError,
  };

  const all = [...ownSeeds(), ...(wanted.with ? seedsIn(wanted.with) : [])];
  const formats = wanted.format?.split(',');
  const names = new Set(all.map((one) => one.format).filter((format) => !formats || formats.includes(format)));
  const seeds = [...names].map((name) => all.filter((one) => one.format === name));
  if (seeds.length === 0) throw new SetupError(`--format ${wanted.format}: ?`, USAGE);

  const failures = [];
  const note = (result) => {
    failures.push(result);
    keep(result, wanted, wanted.cases);
  };
  for (const event of ['unhandledRejection', 'uncaughtException'])
    process.on(event, (error) =>
      note({ number: -1, name: 'any', data: Buffer.alloc(0), failure: `${event}: ${error?.stack ?? error}` }),
    );

  const temporary = ownTemporaryFolder();
  const started = performance.now();
  const counts = {};
  const byFormat = {};
  const numbers = wanted.only === undefined ? Array.from({ length: wanted.cases }, (_, i) => i) : [wanted.only];
  const queue = numbers.values();
  let slowest = { ms: 0 };
  const worker = async () => {
    for (const number of queue) {
      const from = performance.now();
      const result = await runCase(number, wanted, seeds, lib);
      const ms = Math.round(performance.now() - from);
      if (ms > slowest.ms) slowest = { ms, number, name: result.name, outcome: result.outcome };
      counts[result.outcome] = (counts[result.outcome] ?? 0) + 1;
      const ofFormat = (byFormat[result.format] ??= {});
      ofFormat[result.outcome] = (ofFormat[result.outcome] ?? 0) + 1;
      if (result.failure) note(result);
    }
  };
  await Promise.all(Array.from({ length: SIDE_BY_SIDE }, worker));
  await lib.closeExtractors();
  const left = readdirSync(temporary);
  rmSync(temporary, { recursive: true });
  if (left.length > 0)
    note({ number: -1, name: 'any', data: Buffer.alloc(0), failure: `temporary files left: ${left.join(', ')}` });

  const summary = {
    cases: numbers.length,
    seed: wanted.seed,
    seconds: Math.round((performance.now() - started) / 1000),
    counts,
    byFormat,
    slowest,
    failures: failures.length,
  };
  if (wanted.json) writeFileSync(wanted.json, `${JSON.stringify(summary, null, 2)}\n`);
  console.log(
    `${numbers.length} cases, seed ${wanted.seed}, ${summary.seconds} s; slowest ${slowest.ms} ms (case ${slowest.number}, ${slowest.name}, ${slowest.outcome})`,
  );
  console.log(
    Object.entries(counts)
      .sort((a, b) => b[1] - a[1])
      .map(([code, count]) => `${code} ${count}`)
      .join(', '),
  );
  console.log(
    failures.length === 0
      ? 'No crash, no hang, no unhandled rejection, no untyped error, nothing left behind.'
      : `${failures.length} failures`,
  );
  process.exit(failures.length === 0 ? 0 : 1);
}

await main().catch(fail);
