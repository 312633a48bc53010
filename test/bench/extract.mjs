import { join } from 'node:path';
import { peakMemory, runBatch } from './batch.mjs';
import { isBornDigitalPdf, pathOf, resultOf } from './corpus.mjs';
import { runPeers } from './peers.mjs';
import { emptyFolder, runCli, runScorer, SCORERS } from './run.mjs';
import { decimal, outcomes, table, TEXT_HEAD, textFigures } from './tables.mjs';

/** Refused for its content, which is the analysis' task: reading alone can't know. */
const isForAnalysis = ({ broken }) => broken.expect.codes.join() === 'not-a-cv';

/** Text of every document, one at a time so that the milliseconds mean something. */
export async function run(options, entries) {
  if (options.batch > 0) return runBatch(options, entries);
  const folder = emptyFolder(join(options.out, 'extract', 'vivier'));
  runCli(['text', '--concurrency', '1', '--out', folder, ...entries.map((entry) => pathOf(options, entry))]);
  const scored = runScorer(options, SCORERS.text, folder, entries, 'vivier');
  const pdfs = entries.filter(isBornDigitalPdf);
  const ms = runScorer(options, SCORERS.text, folder, pdfs, 'born-digital PDF').all.ms;
  const broken = entries
    .filter((entry) => entry.broken && !isForAnalysis(entry))
    .map((entry) => ({ ...entry.broken, meta: resultOf(folder, entry)?.meta }));
  const bombs = await peakMemory(
    options,
    entries.filter((entry) => entry.broken?.type.includes('bomb')),
  );
  const peers = options.peers ? await runPeers(options, entries, folder) : null;

  const sections = [
    { title: 'Text, by kind', body: kindsTable(scored) },
    { title: 'Hidden text, damaged files, time', body: notes(scored, broken, ms, bombs) },
    ...(peers?.sections ?? []),
  ];
  return { sections, result: { vivier: scored, bornDigitalPdfMs: ms, broken, bombs, peers: peers?.result ?? null } };
}

const kindsTable = ({ all, byKind }) =>
  table(
    ['kind', ...TEXT_HEAD],
    [['all', all], ...Object.entries(byKind).sort()].map(([kind, group]) => [kind, ...textFigures(group)]),
  );

function notes({ adversarial: hidden }, broken, ms, bombs) {
  const lines = [];
  if (hidden)
    lines.push(
      `Invisible strings: ${hidden.invisible}; leaked into the text ${hidden.leaked}, reported ${hidden.reported}.`,
      `False alarms: ${hidden.falseAlarms} of ${hidden.clean} documents without an attack.`,
    );
  if (broken.length > 0) lines.push(outcomes(broken));
  for (const { type, mib } of bombs)
    lines.push(`Most memory for the ${type}, all processes together: ${decimal(mib, 0)} MiB.`);
  if (ms !== null) lines.push(`Median of a born-digital PDF: ${decimal(ms, 0)} ms.`);
  return lines.map((line) => `- ${line}`).join('\n');
}
