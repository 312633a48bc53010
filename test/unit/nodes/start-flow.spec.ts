import type { INodeExecutionData, ITriggerFunctions } from 'n8n-workflow';
import { startFlow } from '../../../nodes/shared';

function createDeferredPromise() {
  const deferred = {} as {
    promise: Promise<unknown>;
    resolve: (value: unknown) => void;
    reject: (error: Error) => void;
  };
  deferred.promise = new Promise((resolve, reject) => Object.assign(deferred, { resolve, reject }));
  return deferred;
}

/** A fake of n8n that settles a start as it is told to: a busy database can't be had on demand. */
function n8nThat(settle: (done: { reject: (error: Error) => void; resolve: (run: undefined) => void }) => void) {
  const emitted: INodeExecutionData[][][] = [];
  const ctx = {
    helpers: { createDeferredPromise },
    logger: { warn: () => undefined },
    getNode: () => ({ name: 'Talent Pool Trigger' }),
    emit: (items: INodeExecutionData[][], _answer: undefined, done: never) => {
      emitted.push(items);
      settle(done);
    },
  };
  return { ctx: ctx as unknown as ITriggerFunctions, emitted };
}

const items = [{ json: { eventId: 'event-1' } }];

async function notStartedBy(settle: Parameters<typeof n8nThat>[0]): Promise<number> {
  let times = 0;
  const { ctx, emitted } = n8nThat(settle);
  startFlow(ctx, items, () => times++);
  await new Promise((resolve) => setImmediate(resolve));
  expect(emitted).toEqual([[items]]);
  return times;
}

const named = (name: string) => Object.assign(new Error('x'), { name });

describe('starting a flow from a trigger', () => {
  it('says so when n8n could not begin it', async () => {
    expect(await notStartedBy((done) => done.reject(new Error('SQLITE_BUSY: database is locked')))).toBe(1);
  });

  it.each(['ManualExecutionCancelledError', 'TimeoutExecutionCancelledError', 'ExecutionNotFoundError'])(
    'does not take a flow that began for one that did not: %s',
    async (name) => {
      expect(await notStartedBy((done) => done.reject(named(name)))).toBe(0);
    },
  );

  it('is content with a flow that ran, however it ended', async () => {
    expect(await notStartedBy((done) => done.resolve(undefined))).toBe(0);
  });
});
