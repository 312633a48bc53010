import { readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command, Option } from 'commander';
import { analyze, referenceDay, type AnalyzeOptions } from '../../lib/analyze';
import { VivierError } from '../../lib/errors';
import {
  closeExtractors,
  DEFAULT_LIMITS,
  extractDocuments,
  type DocumentOutcome,
  type ReadBefore,
} from '../../lib/extract';
import { createOllama } from '../../lib/ollama';
import { closeIdlePools, openPool, type CandidateInput, type TalentPool } from '../../lib/pool';
import { readInput } from '../files';
import { ollamaConfig, ollamaOptions, referenceDate, today, type OllamaFlags } from '../options';
import { printable, tell } from '../output';
import { poolConfig, poolOption } from '../pool-options';
import { poolWords } from '../pool-words';
import { createProgress } from '../progress';
import { words } from '../words';
import { createStore, failure, type Outcome, type Store } from './import-store';

interface ImportFlags extends OllamaFlags {
  pool?: string;
  engine: AnalyzeOptions['engine'];
  source?: string;
  report?: string;
  referenceDate?: string;
}

const [hostOption, modelOption] = ollamaOptions();

/** `vivier import FOLDER…`: CVs into the pool. What is there already is passed over, so that it may be started again at any time. */
export const importCommand = () =>
  new Command('import')
    .description(poolWords.importing)
    .argument('<source...>', poolWords.sources)
    .addOption(poolOption())
    .addOption(new Option('--engine <engine>', poolWords.engine).choices(['rules', 'model', 'auto']).default('auto'))
    .option('--source <text>', poolWords.source)
    .option('--report <file>', poolWords.report)
    .addOption(referenceDate())
    .addOption(hostOption)
    .addOption(modelOption)
    .action(importAll);

async function importAll(sources: string[], flags: ImportFlags): Promise<void> {
  const paths = (await Promise.all(sources.map((source) => filesBelow(source)))).flat();
  if (paths.length === 0) throw new VivierError('invalid-input', { what: words.files, reason: words.noFiles });
  const ollama = flags.engine === 'rules' ? undefined : createOllama(ollamaConfig(flags, process.env));
  const pool = await openPool(poolConfig(flags.pool, process.env));
  const stop = new AbortController();
  const interrupt = () => stop.abort(new VivierError('cancelled'));
  process.once('SIGINT', interrupt);
  try {
    const now = today(new Date());
    const read = async (found: DocumentOutcome): Promise<CandidateInput> => {
      const profile = await analyze(document(found), {
        engine: flags.engine,
        ollama,
        referenceDate: flags.referenceDate ?? referenceDay(document(found), now).day,
        signal: stop.signal,
        cache: pool.answers,
      });
      return { profile, document: fileOf(found), source: flags.source, by: 'vivier import' };
    };
    const run: Run = { pool, store: createStore(pool), read, signal: stop.signal, readBefore: new Map() };
    await finish(await each(paths, run), flags.report, stop.signal.aborted);
  } finally {
    process.removeListener('SIGINT', interrupt);
    await pool.close();
    await ollama?.close();
    await closeExtractors();
    await closeIdlePools();
  }
}

interface Run {
  pool: TalentPool;
  store: Store;
  /** A document as the pool takes it. */
  read: (found: DocumentOutcome) => Promise<CandidateInput>;
  signal: AbortSignal;
  readBefore: ReadBefore;
}

async function each(paths: string[], run: Run): Promise<Outcome[]> {
  const progress = createProgress(paths.length);
  const outcomes: Outcome[] = [];
  let untold: { path: string; found: Outcome[]; ms: number }[] = [];
  const tellStored = async () => {
    await run.store.flush();
    for (const { path, found, ms } of untold) {
      progress.tick(path, found.some(({ result }) => result === 'failed') ? 'error' : 'ok', ms);
    }
    untold = [];
  };
  try {
    for (const path of paths) {
      if (run.signal.aborted) break;
      const start = performance.now();
      const found = await importFile(path, run);
      outcomes.push(...found);
      untold.push({ path, found, ms: Math.round(performance.now() - start) });
      if (run.store.isDue()) await tellStored();
    }
    await tellStored();
  } finally {
    progress.stop();
  }
  return outcomes;
}

/** Asks the pool before any work is done: first by the whole file, then for each document in it by its bytes and its words. */
async function importFile(path: string, run: Run): Promise<Outcome[]> {
  const file = basename(path);
  const outcomes: Outcome[] = [];
  try {
    const data = await readInput(path, DEFAULT_LIMITS.containerBytes, run.signal);
    const before = await run.pool.candidates.known({ data });
    if (before.known) return [{ file, document: file, result: 'known', candidateId: before.candidateId ?? undefined }];
    for (const found of await extractDocuments(
      { data, fileName: file },
      { signal: run.signal, readBefore: run.readBefore },
    )) {
      // A plain file comes back without its bytes: they are the ones given.
      const whole = found.origin ? found : { ...found, data };
      const outcome: Outcome = { file, document: found.fileName, result: 'waiting' };
      outcomes.push(outcome);
      await importDocument(outcome, whole, run);
    }
    return outcomes;
  } catch (error) {
    return [...outcomes, { file, document: file, ...failure(error, file) }];
  }
}

async function importDocument(outcome: Outcome, found: DocumentOutcome, { pool, read, store }: Run): Promise<void> {
  try {
    const { sha256, textSha256 } = document(found);
    const { known, candidateId } = await pool.candidates.known({ sha256, textSha256 });
    if (known) Object.assign(outcome, { result: 'known', candidateId: candidateId ?? undefined });
    else await store.add(outcome, await read(found));
  } catch (error) {
    Object.assign(outcome, failure(error, found.fileName));
  }
}

function document(found: DocumentOutcome) {
  if (found.document) return found.document;
  throw found.error;
}

/** A row of a table has no file of its own. */
function fileOf(found: DocumentOutcome) {
  const { text, sha256, textSha256, fileName, mimeType } = document(found);
  const { data } = found;
  return data ? { fileName, mimeType, data, sha256, text, textSha256 } : undefined;
}

async function finish(outcomes: Outcome[], report: string | undefined, stopped: boolean): Promise<void> {
  const count = (wanted: Outcome['result']) => outcomes.filter(({ result }) => result === wanted).length;
  if (report) await writeFile(report, `${JSON.stringify(outcomes, null, 1)}\n`);
  for (const { document: name, message } of outcomes) if (message) tell(printable(`${name}: ${message}`));
  tell(poolWords.imported(count('added'), count('updated'), count('known'), count('failed')));
  if (stopped) process.exitCode = 130;
  else if (count('failed') > 0) process.exitCode = 1;
}

/**
 * A folder with its sub-folders, in the order of the names; hidden files are left out. A folder that links lead to again is read once, or a link to a folder above would
 * have no end. A folder that can't be read stands for itself: reading it as a file is then reported.
 */
async function filesBelow(path: string, seen = new Set<string>()): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = await readdir(path).catch(() => null);
  if (!names) return [path];
  const real = await realpath(path);
  if (seen.has(real)) return [];
  seen.add(real);
  const lists: string[][] = [];
  for (const name of names.filter((one) => !one.startsWith('.')).sort())
    lists.push(await filesBelow(join(path, name), seen));
  return lists.flat();
}
