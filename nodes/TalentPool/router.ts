import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import pLimit from 'p-limit';
import { VivierError } from '../../lib/errors';
import { forEachItem, withPool } from '../shared';
import { resources } from './resources';
import { savingTogether } from './together';
import { traceRun } from './trace';

/** Finds the operation that the panel names and does it for each item, one after the other or a few together: writes keep the items' order. */
export async function route(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const resource = ctx.getNodeParameter('resource', 0) as string;
  const name = ctx.getNodeParameter('operation', 0) as string;
  const operation = resources
    .find(({ value }) => value === resource)
    ?.operations.find(({ option }) => option.value === name);
  if (!operation) throw new VivierError('invalid-input', { what: `${resource}:${name}` });
  const atOnce = Math.min(operation.together ?? 1, ctx.getInputData().length);
  return await withPool(ctx, (opened) => {
    const pool = atOnce > 1 ? savingTogether(opened, atOnce) : opened;
    // Only the candidates go in together: what follows of each goes on in turn, or it would wait for connections until they are refused.
    const inTurn = pLimit(1);
    return forEachItem(
      ctx,
      async (index, item) => {
        const items = await operation.execute({ ctx, pool, index, item, inTurn });
        // Before they are handed on: what n8n keeps of a run that stops later is found too.
        if (!operation.withoutPeople) await inTurn(() => traceRun(ctx, opened, items));
        return items;
      },
      atOnce,
    );
  });
}
