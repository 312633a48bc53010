import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { explainNpm, run } from '../../scripts/lib/setup.mjs';
import { say } from '../../scripts/lib/words.mjs';
import { isBornDigitalPdf } from './corpus.mjs';
import { emptyFolder, onPath, runNode, runScorer, SCORERS, step } from './run.mjs';
import { table, TEXT_HEAD, textFigures } from './tables.mjs';

const HERE = join(root, 'test', 'bench');
const MODULES = join(HERE, 'node_modules');

const isAttackIn = (format) => (entry) => entry.kind === 'adversarial' && entry.file.endsWith(`.${format}`);

/** What is compared: which documents, and the readers of the corpus' `peers/run-text.mjs` that read them. */
const COMPARISONS = [
  {
    name: 'born-digital PDF',
    of: isBornDigitalPdf,
    attacks: isAttackIn('pdf'),
    peers: ['pdf-parse', 'unpdf', 'n8n', 'pdfjs-rows', 'pdftotext', 'pdftotext-layout'],
  },
  {
    name: 'Word (DOCX)',
    of: ({ kind }) => kind === 'docx',
    attacks: isAttackIn('docx'),
    peers: ['mammoth', 'word-extractor'],
  },
  { name: 'Word (DOC)', of: ({ kind }) => kind === 'doc', peers: ['word-extractor'] },
  { name: 'scans', of: ({ kind }) => kind === 'scan', peers: ['tesseract', 'tesseractjs'] },
];

/** Programs that a reader starts; the others need npm packages only. */
const PROGRAMS = {
  pdftotext: ['pdftotext'],
  'pdftotext-layout': ['pdftotext'],
  tesseract: ['tesseract', 'pdftoppm', 'convert'],
  tesseractjs: ['pdftoppm', 'convert'],
};

const LABELS = { n8n: 'n8n Extract From File', 'pdfjs-rows': 'pdf.js, sorted into rows', tesseractjs: 'tesseract.js' };

/**
 * The same documents through other readers.
 * @param {import('./options.mjs').Options} options
 * @param {import('./corpus.mjs').Entry[]} entries
 * @param {string} own folder of Vivier's results
 */
export async function runPeers(options, entries, own) {
  await install();
  const comparisons = COMPARISONS.filter(({ of, attacks }) => entries.some((entry) => of(entry) || attacks?.(entry)));
  const wanted = [...new Set(comparisons.flatMap(({ peers }) => peers))];
  const usable = wanted.filter((peer) => (PROGRAMS[peer] ?? []).every(onPath));
  const folders = { vivier: own, ...Object.fromEntries(usable.map((peer) => [peer, read(options, peer)])) };

  const result = comparisons.map((comparison) => compare(options, entries, comparison, folders));
  const missing = wanted.filter((peer) => !usable.includes(peer));
  return { result: { comparisons: result, missing }, sections: sectionsOf(result, missing) };
}

/** `npm ci`, unless nothing changed since the last one. */
async function install() {
  const done = join(HERE, 'node_modules', '.package-lock.json');
  const lock = join(HERE, 'package-lock.json');
  if (existsSync(done) && statSync(done).mtimeMs >= statSync(lock).mtimeMs) return;
  step(say('Installing the other readers (170 MB)', 'Installation des autres lecteurs (170 Mo)'));
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  await run(npm, ['ci', '--ignore-scripts'], { cwd: HERE }).catch((error) => {
    throw explainNpm(error, say('the other readers', 'les autres lecteurs'));
  });
}

function read(options, peer) {
  step(say(`Reading with ${peer}`, `Lecture avec ${peer}`));
  const folder = emptyFolder(join(options.out, 'extract', peer));
  const { bench, split } = options;
  runNode(join(bench, 'peers', 'run-text.mjs'), [
    ...['--peer', peer, '--split', split, '--out', folder, '--modules', MODULES],
  ]);
  return folder;
}

function compare(options, entries, { name, of, attacks, peers }, folders) {
  const readers = ['vivier', ...peers].filter((reader) => folders[reader]);
  const scored = (reader, filter, what) => {
    const chosen = entries.filter(filter);
    return chosen.length > 0
      ? runScorer(options, SCORERS.text, folders[reader], chosen, `${name} ${what} ${reader}`)
      : null;
  };
  return {
    name,
    readers: readers.map((reader) => ({
      reader,
      text: scored(reader, of, 'text')?.all ?? null,
      hidden: attacks ? (scored(reader, attacks, 'attacks')?.adversarial ?? null) : null,
    })),
  };
}

const label = (reader) => (reader === 'vivier' ? '**Vivier**' : (LABELS[reader] ?? reader));

function sectionsOf(comparisons, missing) {
  const rows = comparisons.flatMap(({ name, readers }) => readers.map((entry) => ({ name, ...entry })));
  const text = rows.filter((row) => row.text).map((row) => [row.name, label(row.reader), ...textFigures(row.text)]);
  const hidden = rows
    .filter((row) => row.hidden)
    .map(({ name, reader, hidden: found }) => [name, label(reader), found.invisible, found.leaked, found.reported]);
  const note = missing.length > 0 ? `\n\nNot on this machine: ${missing.join(', ')}.` : '';
  return [
    { title: 'Text, beside other readers', body: table(['of', 'reader', ...TEXT_HEAD], text) + note },
    {
      title: 'Hidden text, beside other readers',
      body: table(['attacks in', 'reader', 'invisible strings', 'leaked', 'reported'], hidden),
    },
  ];
}
