import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';
import { VivierError } from '../../lib/errors';
import { profileSchema, type Profile } from '../../lib/profile';
import { failItem, isFailed, toNodeError } from './errors';
import { isLetter } from './letters';

/** Thrown for an item without a candidate that is nothing to worry about: it goes on as it came. */
class NoCandidate extends Error {}

/** `signal` aborts when the run is cancelled, and when another item's failure stops the flow. */
type Work = (itemIndex: number, item: INodeExecutionData, signal: AbortSignal) => Promise<INodeExecutionData[]>;

/**
 * Does `work` for every input item, a few side by side, and keeps their order. An item that fails becomes an error item
 * (or stops the flow and what is under way, as the node is set); the others go on. Where a profile is needed, the letter of a mail passes as it
 * came. A cancelled run starts nothing more, and gives what was
 * finished by then.
 */
export async function forEachItem(ctx: IExecuteFunctions, work: Work, concurrency = 1): Promise<INodeExecutionData[]> {
  const limit = pLimit(concurrency);
  const cancel = ctx.getExecutionCancelSignal();
  const stop = new AbortController();
  const onCancel = () => stop.abort();
  if (cancel?.aborted) stop.abort();
  cancel?.addEventListener('abort', onCancel, { once: true });
  const one = async (item: INodeExecutionData, index: number): Promise<INodeExecutionData[] | VivierError> => {
    try {
      if (isFailed(ctx, item)) return [extend(item, index, {})];
      if (stop.signal.aborted) throw new VivierError('cancelled');
      return await work(index, item, stop.signal);
    } catch (error) {
      if (error instanceof NoCandidate) return [extend(item, index, {})];
      const unfinished = error instanceof VivierError && error.code === 'cancelled' && stop.signal.aborted;
      if (unfinished && !ctx.continueOnFail()) return error;
      if (ctx.continueOnFail()) return [failItem(ctx, error, index)];
      stop.abort();
      throw toNodeError(ctx.getNode(), error, index);
    }
  };
  try {
    const results = await Promise.all(ctx.getInputData().map((item, index) => limit(() => one(item, index))));
    const finished = results.filter((result): result is INodeExecutionData[] => !(result instanceof VivierError));
    const unfinished = results.find((result) => result instanceof VivierError);
    // Nothing finished: the error says so. Else what is there is worth more than the error, and n8n shows the run as cancelled anyway.
    if (unfinished && finished.length === 0) throw toNodeError(ctx.getNode(), unfinished, 0);
    return finished.flat();
  } finally {
    cancel?.removeEventListener('abort', onCancel);
  }
}

/** The input item with one more key: what came in stays, so that the next node works with its defaults. */
export function extend(item: INodeExecutionData, itemIndex: number, added: object): INodeExecutionData {
  return { ...item, json: { ...item.json, ...(added as IDataObject) }, pairedItem: { item: itemIndex } };
}

/** A value of the item that an earlier node made, or an error that names the node that is missing before this one. */
export function required<T>(item: INodeExecutionData, key: string, madeBy: string): T {
  const value = item.json[key];
  if (value && typeof value === 'object') return value as T;
  throw new VivierError('invalid-input', { what: `“${key}”`, reason: `put the node “${madeBy}” before this one` });
}

/**
 * The item's profile, checked against the schema: flows may have edited it on the way. Inside `forEachItem` the letter of a mail, which has
 * none, ends the work on it and passes through.
 */
export function profileOf(item: INodeExecutionData): Profile {
  if (isLetter(item)) throw new NoCandidate('a letter has no profile');
  const parsed = profileSchema.safeParse(required(item, 'profile', 'CV Analyze'));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new VivierError('invalid-input', { what: '“profile”', reason: where });
}
