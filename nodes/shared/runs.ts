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

/** What n8n rejects with when a flow did start: somebody or a limit ended it, or it was over before n8n could be asked. */
const STARTED = /Cancelled|ExecutionNotFound/;

/** Starts the flow without waiting for its end. `notStarted` when n8n could not even begin it, as when its database was busy. */
export function startFlow(ctx: ITriggerFunctions, items: INodeExecutionData[], notStarted: () => void): void {
  const done = ctx.helpers.createDeferredPromise<IRun>();
  void done.promise.catch((error: unknown) => {
    const { name, message } = error as Error;
    if (STARTED.test(`${name} ${(error as Error).constructor.name}`)) return;
    ctx.logger.warn(`${ctx.getNode().name}: ${message}`);
    notStarted();
  });
  ctx.emit([items], undefined, done);
}

/** Trouble that no run tells of: shown among the executions, given to the error workflow; the flow stays switched on. */
export function reportTrouble(ctx: ITriggerFunctions, error: VivierError): void {
  ctx.logger.warn(`${ctx.getNode().name}: ${error.message}`);
  ctx.saveFailedExecution(new NodeOperationError(ctx.getNode(), error.message, { description: error.hint }));
}

export const toJson = (value: object): IDataObject => value as IDataObject;
