import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import { forEachItem, withPool } from '../shared';
import { resources } from './resources';
import { traceRun } from './trace';

/** Finds the operation that the panel names and does it for each item, one after the other: writes keep the items' order. */
export async function route(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const resource = ctx.getNodeParameter('resource', 0) as string;
  const name = ctx.getNodeParameter('operation', 0) as string;
  const operation = resources
    .find(({ value }) => value === resource)
    ?.operations.find(({ option }) => option.value === name);
  if (!operation) throw new VivierError('invalid-input', { what: `${resource}:${name}` });
  return await withPool(ctx, (pool) =>
    forEachItem(ctx, async (index, item) => {
      const items = await operation.execute({ ctx, pool, index, item });
      // Before they are handed on: what n8n keeps of a run that stops later is found too.
      if (!operation.withoutPeople) await traceRun(ctx, pool, items);
      return items;
    }),
  );
}
