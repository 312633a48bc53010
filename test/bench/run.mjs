import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/lib/paths.mjs';
import { say, SetupError } from '../../scripts/lib/words.mjs';
import { readJson, writeManifest } from './corpus.mjs';

const CLI = join(root, 'dist', 'cli', 'index.js');
const OUTPUT_BYTES = 256 * 1024 * 1024;
/** The CLI ends with 1 when it refused a document; some of the corpus must be refused. */
const SOME_REFUSED = 1;

/** The corpus' own scorers: the file, and the flag that takes the folder of results. */
export const SCORERS = {
  text: { script: 'score-text.mjs', flag: '--text' },
  profiles: { script: 'score.mjs', flag: '--pred' },
};

/** @returns {string} the folder, empty */
export function emptyFolder(path) {
  rmSync(path, { recursive: true, force: true });
  mkdirSync(path, { recursive: true });
  return path;
}

/** @returns {boolean} whether a program can be started by its name */
export const onPath = (program) => spawnSync(program, ['-v'], { stdio: 'ignore' }).error === undefined;

/**
 * Runs a Node script to its end.
 * @param {string} script
 * @param {string[]} args
 * @param {number[]} [expected] exit codes that are no failure
 * @returns {string} what it wrote to stdout
 */
export function runNode(script, args, expected = [0]) {
  const options = { encoding: 'utf8', maxBuffer: OUTPUT_BYTES };
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [script, ...args], options);
  if (!error && expected.includes(status)) return stdout;
  const last = (stderr ?? '').trim().split('\n').slice(-5).join('\n');
  throw new SetupError(say(`${script} failed (${status}).`, `${script} a échoué (${status}).`), error?.message ?? last);
}

/** The built command `vivier`, one process. */
export const runCli = (args) => runNode(CLI, args, [0, SOME_REFUSED]);

/** What is going on, for the minutes until the tables are there; stdout stays for these. */
export const step = (text) => process.stderr.write(`• ${text}\n`);

/**
 * One of the corpus' own scorers on some of its documents.
 * @param {import('./options.mjs').Options} options
 * @param {{script: string, flag: string}} scorer one of SCORERS
 * @param {string} results
 * @param {import('./corpus.mjs').Entry[]} entries
 * @param {string} name of the group; the scorer's own result stays under it beside the results
 * @returns {object} what the scorer writes with `--out`
 */
export function runScorer(options, scorer, results, entries, name) {
  const base = join(options.out, options.command, 'scored', name.replace(/\W+/g, '-'));
  const manifest = writeManifest(options, entries, `${base}.manifest.json`);
  const out = `${base}.json`;
  runNode(join(options.bench, scorer.script), [
    ...['--split', options.split, '--manifest', manifest],
    ...[scorer.flag, results, '--out', out],
  ]);
  return readJson(out);
}
