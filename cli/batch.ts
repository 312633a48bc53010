import { performance } from 'node:perf_hooks';
import { basename } from 'node:path';
import pLimit from 'p-limit';
import { toVivierError, VivierError } from '../lib/errors';
import type { DocumentOutcome, ExtractedDocument } from '../lib/extract';
import { createNames, expandInputs, makeFolder, type Names, writeJson } from './files';
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

/** Where a document's result goes. */
export interface Slot {
  /** Of its JSON file. */
  name: string;
  /** Its place among the inputs; documents inside one input lie between its place and the next. */
  index: number;
}

export interface Batch<T extends Outcome = Outcome> {
  inputs: string[];
  out: string;
  concurrency: number;
  /** Every document in a file; what it throws becomes one refused result. */
  open: (path: string, signal: AbortSignal) => Promise<DocumentOutcome[]>;
  /** One document into its result; what it throws becomes a refused result. */
  work: (document: ExtractedDocument, signal: AbortSignal) => Promise<T>;
  /** Keeps a result; without it, it is written as JSON. */
  save?: (result: T, slot: Slot) => Promise<void>;
  /** Told of each document that was refused, beside its JSON file. */
  refused?: (refusal: VivierError, slot: Slot) => void;
  /** What stands beside `meta` in the result of a document that was refused. */
  whenRefused: object;
  /** Codes that mean an empty document rather than a refused one. */
  emptyCodes?: string[];
}

/** What one run of a batch shares. */
interface Run<T extends Outcome> {
  batch: Batch<T>;
  signal: AbortSignal;
  progress: Progress;
  names: Names;
  total: number;
  good: number;
  bad: number;
}

/**
 * One file for each document, JSON unless `save` says otherwise, also for those that are refused and those inside mails, archives and tables: one bad file
 * never stops the others.
 * @returns the exit code: 0, 1 when at least one was refused, 130 when the person stopped it.
 */
export async function runBatch<T extends Outcome>(batch: Batch<T>): Promise<number> {
  const paths = await expandInputs(batch.inputs);
  if (paths.length === 0) throw new VivierError('invalid-input', { what: words.files, reason: words.noFiles });
  await makeFolder(batch.out);
  const stop = new AbortController();
  const interrupt = () => stop.abort(new VivierError('cancelled'));
  process.once('SIGINT', interrupt);
  const progress = createProgress(paths.length);
  const names = createNames(paths);
  const run: Run<T> = { batch, signal: stop.signal, progress, names, total: paths.length, good: 0, bad: 0 };
  try {
    const limit = pLimit(batch.concurrency);
    await Promise.all(paths.map((path, index) => limit(() => finish(run, path, index))));
  } finally {
    process.removeListener('SIGINT', interrupt);
    progress.stop();
  }
  tell(words.done(run.good, run.bad, batch.out));
  if (stop.signal.aborted) {
    tell(words.cancelled(run.total - run.good - run.bad));
    return 130;
  }
  return run.bad > 0 ? 1 : 0;
}

async function finish<T extends Outcome>(run: Run<T>, path: string, index: number): Promise<void> {
  if (run.signal.aborted) return;
  const start = performance.now();
  const outcomes = await openInput(run, path);
  if (run.signal.aborted) return;
  run.total += outcomes.length - 1;
  run.progress.add(outcomes.length - 1);
  for (const [i, outcome] of outcomes.entries()) {
    const slot = { name: run.names(index, outcome.origin?.path), index: index + i / outcomes.length };
    // A part was read while its container was opened: its own time counts.
    const began = outcome.origin ? performance.now() - (outcome.document?.meta.ms ?? 0) : start;
    await finishOne(run, outcome, slot, began);
  }
}

async function openInput<T extends Outcome>({ batch, signal }: Run<T>, path: string): Promise<DocumentOutcome[]> {
  try {
    return await batch.open(path, signal);
  } catch (caught) {
    const fileName = basename(path);
    return [{ fileName, error: toVivierError(caught, { fileName }) }];
  }
}

async function finishOne<T extends Outcome>(
  run: Run<T>,
  outcome: DocumentOutcome,
  slot: Slot,
  start: number,
): Promise<void> {
  const { batch, signal, progress } = run;
  if (signal.aborted) return;
  const { fileName } = outcome;
  const elapsed = () => Math.round(performance.now() - start);
  let state: State = 'error';
  let refusal: VivierError | undefined;
  try {
    if (outcome.error) throw outcome.error;
    const result = await batch.work(outcome.document, signal);
    const meta = { ...result.meta, code: codeOf(result.meta), ms: elapsed() } as ResultMeta;
    state = meta.status;
    const kept = { ...result, meta };
    await (batch.save ? batch.save(kept, slot) : writeJson(batch.out, slot.name, kept));
  } catch (caught) {
    if (signal.aborted) return;
    refusal = toVivierError(caught, { fileName });
    state = batch.emptyCodes?.includes(refusal.code) ? 'empty' : 'error';
    refusal = (await writeRefusal(batch, fileName, slot.name, refusal, state, elapsed())) ?? refusal;
    batch.refused?.(refusal, slot);
  }
  if (refusal) run.bad += 1;
  else run.good += 1;
  progress.tick(fileName, state, elapsed(), refusal);
}

/** Always there, so that programs need not ask whether it is. */
const codeOf = (meta: { code?: string } = {}) => meta.code ?? null;

/** @returns the error of the writing itself, when even that fails (a full disk). */
async function writeRefusal(
  batch: Pick<Batch, 'out' | 'whenRefused'>,
  fileName: string,
  name: string,
  refusal: VivierError,
  status: State,
  ms: number,
): Promise<VivierError | undefined> {
  const { code, message, hint } = refusal;
  const meta = { status, code, message, hint, fileName, ms };
  try {
    await writeJson(batch.out, name, { ...batch.whenRefused, meta });
    return undefined;
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? 'unknown';
    return new VivierError('internal', { fileName, reason }, { cause: error });
  }
}
