import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';
import { VivierError } from '../../lib/errors';
import { profileSchema, type Profile } from '../../lib/profile';
import { failItem } from './errors';

type Work = (itemIndex: number, item: INodeExecutionData) => Promise<INodeExecutionData[]>;

/**
 * Does `work` for every input item, a few side by side, and keeps their order. An item that fails becomes an error item
 * (or stops the flow, as the node is set); the others go on. A cancelled run starts nothing more.
 */
export async function forEachItem(ctx: IExecuteFunctions, work: Work, concurrency = 1): Promise<INodeExecutionData[]> {
  const limit = pLimit(concurrency);
  const signal = ctx.getExecutionCancelSignal();
  const results = await Promise.all(
    ctx.getInputData().map((item, index) =>
      limit(async () => {
        try {
          if (signal?.aborted) throw new VivierError('cancelled');
          return await work(index, item);
        } catch (error) {
          return [failItem(ctx, error, index)];
        }
      }),
    ),
  );
  return results.flat();
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

/** The item's profile, checked against the schema: flows may have edited it on the way. */
export function profileOf(item: INodeExecutionData): Profile {
  const parsed = profileSchema.safeParse(required(item, 'profile', 'CV Analyze'));
  if (parsed.success) return parsed.data;
  const where = parsed.error.issues[0]?.path.join('.') ?? '';
  throw new VivierError('invalid-input', { what: '“profile”', reason: where });
}
