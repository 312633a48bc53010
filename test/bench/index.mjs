// `npm run bench`: Vivier's built command on CVs with ground truth, judged by that corpus' own scorers. See docs/benchmarks.md.
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { build } from '../../scripts/lib/build.mjs';
import { root } from '../../scripts/lib/paths.mjs';
import { fail, say } from '../../scripts/lib/words.mjs';
import { readCorpus, readJson, writeJson } from './corpus.mjs';
import { readOptions } from './options.mjs';
import { writeReport } from './report.mjs';
import { step } from './run.mjs';

/** Imported when wanted; each gives `run(options, entries)` → `{sections: {title, body}[], result}`. */
const BENCHES = {
  extract: () => import('./extract.mjs'),
  analyze: () => import('./analyze.mjs'),
  score: () => import('./score.mjs'),
  model: () => import('./model.mjs'),
  pool: () => import('./pool.mjs'),
  letters: () => import('./letters.mjs'),
  documents: () => import('./documents.mjs'),
  'company-cv': () => import('./company-cv.mjs'),
};

/** What the figures depend on beside the code. */
const setting = ({ split, kinds, batch }) => ({
  date: new Date().toISOString().slice(0, 10),
  version: readJson(join(root, 'package.json')).version,
  node: process.version,
  cores: availableParallelism(),
  split,
  kinds,
  batch,
});

async function main() {
  const options = readOptions(process.argv.slice(2));
  const entries = ['pool', 'letters', 'documents'].includes(options.command) ? [] : readCorpus(options);
  await build({ onStart: () => step(say('Building Vivier', 'Construction de Vivier')) });
  step(say(`Measuring: ${options.command}`, `Mesure : ${options.command}`));
  const { run } = await BENCHES[options.command]();
  const { sections, result } = await run(options, entries);
  const where = setting(options);
  const name = options.batch > 0 ? `${options.command}-batch` : options.command;
  writeJson(join(options.out, `${name}.json`), { ...where, result });
  const head = `Vivier ${where.version}, Node ${where.node}, ${where.cores} cores, ${where.date}, ${entries.length} documents`;
  process.stdout.write(writeReport(options, name, sections, [head]));
}

await main().catch(fail);
