import { readdir, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { Command, Option } from 'commander';
import { analyze, referenceDay, type AnalyzeOptions } from '../../lib/analyze';
import { toVivierError, VivierError } from '../../lib/errors';
import { closeExtractors, DEFAULT_LIMITS, extractDocuments, type DocumentOutcome } from '../../lib/extract';
import { createOllama } from '../../lib/ollama';
import { closeIdlePools, openPool, type TalentPool } from '../../lib/pool';
import { readInput } from '../files';
import { ollamaConfig, ollamaOptions, referenceDate, today, type OllamaFlags } from '../options';
import { tell } from '../output';
import { poolConfig, poolOption } from '../pool-options';
import { poolWords } from '../pool-words';
import { createProgress } from '../progress';
import { words } from '../words';

interface ImportFlags extends OllamaFlags {
  pool?: string;
  engine: AnalyzeOptions['engine'];
  source?: string;
  report?: string;
  referenceDate?: string;
}

/** What became of one document. No name and no word of the CV, but its file's name. */
interface Outcome {
  file: string;
  /** In an archive, a mail or a table. */
  document: string;
  result: 'added' | 'updated' | 'known' | 'failed';
  candidateId?: string;
  code?: string;
  message?: string;
}

type Read = (path: string) => Promise<Outcome[]>;

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
  const paths = (await Promise.all(sources.map(filesBelow))).flat();
  if (paths.length === 0) throw new VivierError('invalid-input', { what: words.files, reason: words.noFiles });
  const ollama = flags.engine === 'rules' ? undefined : createOllama(ollamaConfig(flags, process.env));
  const pool = await openPool(poolConfig(flags.pool, process.env));
  const stop = new AbortController();
  const interrupt = () => stop.abort(new VivierError('cancelled'));
  process.once('SIGINT', interrupt);
  try {
    const now = today(new Date());
    const store = async (found: DocumentOutcome) => {
      const profile = await analyze(document(found), {
        engine: flags.engine,
        ollama,
        referenceDate: flags.referenceDate ?? referenceDay(document(found), now).day,
        signal: stop.signal,
        cache: pool.answers,
      });
      return pool.candidates.upsert({ profile, document: fileOf(found), source: flags.source, by: 'vivier import' });
    };
    const outcomes = await each(paths, stop.signal, (path) => importFile(path, pool, store, stop.signal));
    await finish(outcomes, flags.report, stop.signal.aborted);
  } finally {
    process.removeListener('SIGINT', interrupt);
    await pool.close();
    await ollama?.close();
    await closeExtractors();
    await closeIdlePools();
  }
}

async function each(paths: string[], signal: AbortSignal, read: Read): Promise<Outcome[]> {
  const progress = createProgress(paths.length);
  const outcomes: Outcome[] = [];
  try {
    for (const path of paths) {
      if (signal.aborted) break;
      const start = performance.now();
      const found = await read(path);
      outcomes.push(...found);
      const state = found.some(({ result }) => result === 'failed') ? 'error' : 'ok';
      progress.tick(path, state, Math.round(performance.now() - start));
    }
  } finally {
    progress.stop();
  }
  return outcomes;
}

/** Asks the pool before any work is done: first by the whole file, then for each document in it by its bytes and its words. */
async function importFile(
  path: string,
  pool: TalentPool,
  store: (found: DocumentOutcome) => ReturnType<TalentPool['candidates']['upsert']>,
  signal: AbortSignal,
): Promise<Outcome[]> {
  const file = basename(path);
  try {
    const data = await readInput(path, DEFAULT_LIMITS.containerBytes, signal);
    const before = await pool.candidates.known({ data });
    if (before.known) return [{ file, document: file, result: 'known', candidateId: before.candidateId ?? undefined }];
    const outcomes: Outcome[] = [];
    for (const found of await extractDocuments({ data, fileName: file }, { signal })) {
      // A plain file comes back without its bytes: they are the ones given.
      const whole = found.origin ? found : { ...found, data };
      outcomes.push(await importDocument(file, whole, pool, store));
    }
    return outcomes;
  } catch (error) {
    return [failed(file, file, error)];
  }
}

async function importDocument(
  file: string,
  found: DocumentOutcome,
  pool: TalentPool,
  store: (found: DocumentOutcome) => ReturnType<TalentPool['candidates']['upsert']>,
): Promise<Outcome> {
  try {
    const { sha256, textSha256 } = document(found);
    const before = await pool.candidates.known({ sha256, textSha256 });
    if (before.known) {
      return { file, document: found.fileName, result: 'known', candidateId: before.candidateId ?? undefined };
    }
    const { candidateId, created } = await store(found);
    return { file, document: found.fileName, result: created ? 'added' : 'updated', candidateId };
  } catch (error) {
    return failed(file, found.fileName, error);
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

function failed(file: string, name: string, caught: unknown): Outcome {
  const { code, message } = toVivierError(caught, { fileName: name });
  return { file, document: name, result: 'failed', code, message };
}

async function finish(outcomes: Outcome[], report: string | undefined, stopped: boolean): Promise<void> {
  const count = (wanted: Outcome['result']) => outcomes.filter(({ result }) => result === wanted).length;
  if (report) await writeFile(report, `${JSON.stringify(outcomes, null, 1)}\n`);
  for (const { document: name, message } of outcomes) if (message) tell(`${name}: ${message}`);
  tell(poolWords.imported(count('added'), count('updated'), count('known'), count('failed')));
  if (stopped) process.exitCode = 130;
  else if (count('failed') > 0) process.exitCode = 1;
}

/** A folder with its sub-folders, in the order of the names; hidden files are left out. */
async function filesBelow(path: string): Promise<string[]> {
  const isFolder = await stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
  if (!isFolder) return [path];
  const names = (await readdir(path)).filter((name) => !name.startsWith('.')).sort();
  return (await Promise.all(names.map((name) => filesBelow(join(path, name))))).flat();
}
