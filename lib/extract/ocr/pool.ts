import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Worker as TesseractWorker } from 'tesseract.js';
import { VivierError } from '../../errors';
import { scratchFolder } from '../scratch';

/** Each takes about 150 MB and one core. A parsing process reads one document at a time and uses one. */
const MOST_WORKERS = 2;
/** Milliseconds after which a worker that has nothing to do is ended. */
const IDLE_MS = 60_000;

interface PooledWorker {
  languages: string;
  worker: TesseractWorker;
  busy: boolean;
  timer?: NodeJS.Timeout;
}

/** tesseract.js keeps its thread in `worker.worker`; a thread that is not `unref`ed keeps the process alive. */
const threadOf = (worker: TesseractWorker) =>
  (worker as unknown as { worker?: { ref?(): void; unref?(): void } }).worker;

const workers: PooledWorker[] = [];
let starting = 0;
const waiting: (() => void)[] = [];

/** Tesseract's data of one language in its npm package. Throws `ocr-language-missing`. */
function languageFile(code: string): string {
  const missing = new VivierError('ocr-language-missing', { what: code });
  if (!/^[a-z]{3}(_[a-z]+)?$/i.test(code)) throw missing;
  let folder: string;
  try {
    folder = path.dirname(createRequire(__filename).resolve(`@tesseract.js-data/${code}/package.json`));
  } catch {
    throw missing;
  }
  const file = ['4.0.0_best_int', '4.0.0'].map((v) => path.join(folder, v, `${code}.traineddata.gz`)).find(existsSync);
  if (!file) throw missing;
  return file;
}

/** Tesseract.js wants all languages in one folder, npm brings each in its own: they are put side by side, packed or `unpacked`. Throws `ocr-language-missing`. */
export function gatheredData(languages: string[], unpacked = false): string {
  const folder = scratchFolder();
  for (const code of languages) {
    const source = languageFile(code);
    const target = path.join(folder, `${code}.traineddata${unpacked ? '' : '.gz'}`);
    if (existsSync(target)) continue;
    // Parsing processes share the folder: none may find a file that another is still writing.
    const unfinished = `${target}.${process.pid}`;
    if (unpacked) writeFileSync(unfinished, gunzipSync(readFileSync(source)));
    else copyFileSync(source, unfinished);
    renameSync(unfinished, target);
  }
  return folder;
}

async function startWorker(languages: string[]): Promise<TesseractWorker> {
  // Copied before the worker starts: a language that tesseract.js must fetch and can't kills the whole process.
  const langPath = gatheredData(languages);
  const { createWorker, OEM, PSM } = await import('tesseract.js');
  const options = { langPath, cacheMethod: 'none', gzip: true };
  const worker = await createWorker(languages, OEM.LSTM_ONLY, options);
  await worker.setParameters({ tessedit_pageseg_mode: PSM.AUTO, user_defined_dpi: '300' });
  return worker;
}

async function acquire(languages: string[]): Promise<PooledWorker> {
  const key = languages.join('+');
  for (;;) {
    const free = workers.find((w) => !w.busy && w.languages === key);
    if (free) {
      free.busy = true;
      clearTimeout(free.timer);
      threadOf(free.worker)?.ref?.();
      return free;
    }
    if (workers.length + starting < MOST_WORKERS) {
      starting++;
      try {
        const pooled = { languages: key, worker: await startWorker(languages), busy: true };
        workers.push(pooled);
        return pooled;
      } finally {
        starting--;
        waiting.shift()?.();
      }
    }
    const other = workers.find((w) => !w.busy);
    if (other) await end(other);
    else await new Promise<void>((resolve) => waiting.push(resolve));
  }
}

async function end(pooled: PooledWorker): Promise<void> {
  const at = workers.indexOf(pooled);
  if (at >= 0) workers.splice(at, 1);
  clearTimeout(pooled.timer);
  await pooled.worker.terminate();
  waiting.shift()?.();
}

function release(pooled: PooledWorker): void {
  pooled.busy = false;
  threadOf(pooled.worker)?.unref?.();
  pooled.timer = setTimeout(() => void end(pooled), IDLE_MS);
  pooled.timer.unref();
  waiting.shift()?.();
}

/** Runs `task` with a worker of the pool. A worker whose task is aborted is ended: Tesseract can't be interrupted otherwise. */
export async function withWorker<T>(
  languages: string[],
  signal: AbortSignal,
  task: (worker: TesseractWorker) => Promise<T>,
): Promise<T> {
  languages.forEach((code) => languageFile(code));
  const pooled = await acquire(languages);
  let onAbort: () => void = () => undefined;
  try {
    signal.throwIfAborted();
    const aborted = new Promise<never>((_, reject) => {
      onAbort = () => reject(signal.reason as Error);
      signal.addEventListener('abort', onAbort, { once: true });
    });
    const result = await Promise.race([task(pooled.worker), aborted]);
    release(pooled);
    return result;
  } catch (error) {
    await end(pooled);
    throw error;
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}

/** Ends all workers. */
export async function endWorkers(): Promise<void> {
  await Promise.all([...workers].map(end));
}
