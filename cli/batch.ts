import { performance } from 'node:perf_hooks';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { toVivierError, VivierError } from '../lib/errors';
import { expandInputs, makeFolder, resultNames, writeJson } from './files';
import { tell } from './output';
import { createProgress, type Progress, type State } from './progress';
import { words } from './words';

/** The part of a result that every result has, whatever came of the document. */
export interface ResultMeta {
  status: State;
  code: string | null;
  /** Milliseconds from reading the file to its result. */
  ms: number;
}

type Outcome = object & { meta?: { code?: string; status?: string } };

/** Where a document's result goes: the name of its JSON file and its place among the inputs. */
export interface Slot {
  name: string;
  index: number;
}

export interface Batch<T extends Outcome = Outcome> {
  inputs: string[];
  out: string;
  concurrency: number;
  /** One document into its result; what it throws becomes a refused result. */
  work: (path: string, signal: AbortSignal) => Promise<T>;
  /** Keeps a result; without it, it is written as JSON. */
  save?: (result: T, slot: Slot) => Promise<void>;
  /** Told of each document that was refused, beside its JSON file. */
  refused?: (refusal: VivierError, slot: Slot) => void;
  /** What stands beside `meta` in the result of a document that was refused. */
  whenRefused: object;
  /** Codes that mean an empty document rather than a refused one. */
  emptyCodes?: string[];
}

interface Tally {
  good: number;
  bad: number;
}

/**
 * One file for each document, JSON unless `save` says otherwise, also for those that are refused: one bad file never stops the others.
 * @returns the exit code: 0, 1 when at least one was refused, 130 when the person stopped it.
 */
export async function runBatch<T extends Outcome>(batch: Batch<T>): Promise<number> {
  const paths = await expandInputs(batch.inputs);
  if (paths.length === 0) throw new VivierError('invalid-input', { what: words.files, reason: words.noFiles });
  await makeFolder(batch.out);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new VivierError('cancelled'));
  process.once('SIGINT', interrupt);
  const tally: Tally = { good: 0, bad: 0 };
  const progress = createProgress(paths.length);
  try {
    const names = resultNames(paths);
    const limit = pLimit(batch.concurrency);
    await Promise.all(
      paths.map((path, index) =>
        limit(() => finish(batch, path, { name: names[index], index }, stop.signal, progress, tally)),
      ),
    );
  } finally {
    process.removeListener('SIGINT', interrupt);
    progress.stop();
  }
  tell(words.done(tally.good, tally.bad, batch.out));
  if (stop.signal.aborted) {
    tell(words.cancelled(paths.length - tally.good - tally.bad));
    return 130;
  }
  return tally.bad > 0 ? 1 : 0;
}

async function finish<T extends Outcome>(
  batch: Batch<T>,
  path: string,
  slot: Slot,
  signal: AbortSignal,
  progress: Progress,
  tally: Tally,
): Promise<void> {
  if (signal.aborted) return;
  const start = performance.now();
  const elapsed = () => Math.round(performance.now() - start);
  let state: State = 'error';
  let refusal: VivierError | undefined;
  try {
    const result = await batch.work(path, signal);
    const meta = { ...result.meta, code: codeOf(result.meta), ms: elapsed() } as ResultMeta;
    state = meta.status;
    const kept = { ...result, meta };
    await (batch.save ? batch.save(kept, slot) : writeJson(batch.out, slot.name, kept));
  } catch (caught) {
    if (signal.aborted) return;
    refusal = toVivierError(caught, { fileName: basename(path) });
    state = batch.emptyCodes?.includes(refusal.code) ? 'empty' : 'error';
    refusal = (await writeRefusal(batch, path, slot.name, refusal, state, elapsed())) ?? refusal;
    batch.refused?.(refusal, slot);
  }
  if (refusal) tally.bad += 1;
  else tally.good += 1;
  progress.tick(path, state, elapsed(), refusal);
}

/** Always there, so that programs need not ask whether it is. */
const codeOf = (meta: { code?: string } = {}) => meta.code ?? null;

/** @returns the error of the writing itself, when even that fails (a full disk). */
async function writeRefusal(
  batch: Pick<Batch, 'out' | 'whenRefused'>,
  path: string,
  name: string,
  refusal: VivierError,
  status: State,
  ms: number,
): Promise<VivierError | undefined> {
  const { code, message, hint } = refusal;
  const meta = { status, code, message, hint, fileName: basename(path), ms };
  try {
    await writeJson(batch.out, name, { ...batch.whenRefused, meta });
    return undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return new VivierError('internal', { fileName: basename(path), reason }, { cause: error });
  }
}
