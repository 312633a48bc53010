import {
  type IDataObject,
  type INodeExecutionData,
  type IRun,
  type ITriggerFunctions,
  NodeOperationError,
} from 'n8n-workflow';
import type { VivierError } from '../../lib/errors';

/**
 * Starts the flow with these items, by output, and waits for its end. n8n settles the promise with the finished run, in its own process as with workers; a run
 * that waits for a person is kept by n8n and counts as done.
 * @returns whether it ended well
 */
export async function runFlow(ctx: ITriggerFunctions, outputs: INodeExecutionData[][]): Promise<boolean> {
  const done = ctx.helpers.createDeferredPromise<IRun>();
  ctx.emit(outputs, undefined, done);
  const run = (await done.promise) as IRun | undefined;
  return run?.status === 'success' || run?.status === 'waiting';
}

/** Trouble that no run tells of: shown among the executions, given to the error workflow; the flow stays switched on. */
export function reportTrouble(ctx: ITriggerFunctions, error: VivierError): void {
  ctx.logger.warn(`${ctx.getNode().name}: ${error.message}`);
  ctx.saveFailedExecution(new NodeOperationError(ctx.getNode(), error.message, { description: error.hint }));
}

export const toJson = (value: object): IDataObject => value as IDataObject;
