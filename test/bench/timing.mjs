import { join } from 'node:path';
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { root } from '../../scripts/lib/paths.mjs';
import { pathOf, resultOf } from './corpus.mjs';
import { emptyFolder, runCli } from './run.mjs';
import { median } from './tables.mjs';

/**
 * Median milliseconds of the analysis alone. `vivier parse` reports reading and analysis as one, so the library is called on what `vivier text` has read.
 * @param {import('./options.mjs').Options} options
 * @param {import('./corpus.mjs').Entry[]} entries
 * @returns {Promise<number | null>} null when there is nothing to analyse
 */
export async function medianAnalysisMs(options, entries) {
  if (entries.length === 0) return null;
  const folder = emptyFolder(join(options.out, 'analyze', 'text'));
  runCli(['text', '--out', folder, ...entries.map((entry) => pathOf(options, entry))]);
  const { analyze } = createRequire(import.meta.url)(join(root, 'dist', 'lib'));
  const referenceDate = new Date().toISOString().slice(0, 10);
  const times = [];
  for (const document of entries.map((entry) => resultOf(folder, entry)).filter((result) => result?.lines.length > 0)) {
    const start = performance.now();
    await analyze(document, { engine: 'rules', referenceDate });
    times.push(performance.now() - start);
  }
  return median(times);
}
