import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { VivierError } from '../../../lib/errors';
import { forEachItem } from '../../../nodes/shared';

/** The part of n8n's context that a batch needs. */
function context(count: number, { goesOn = false, signal }: { goesOn?: boolean; signal?: AbortSignal } = {}) {
  const items = Array.from({ length: count }, (_, n) => ({ json: { n } }));
  return {
    getInputData: () => items,
    getExecutionCancelSignal: () => signal,
    continueOnFail: () => goesOn,
    getNode: () => ({ name: 'CV Analyze', type: 'x', parameters: {}, onError: undefined }),
  } as unknown as IExecuteFunctions;
}

const numbers = (items: INodeExecutionData[]) => items.map(({ json }) => json.n);
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe('a batch', () => {
  it('keeps the order of its items, whatever their pace, and never runs more at once than it may', async () => {
    let now = 0;
    let most = 0;
    const work = async (index: number, item: INodeExecutionData) => {
      most = Math.max(most, (now += 1));
      await pause(10 - index);
      now -= 1;
      return [item];
    };
    expect(numbers(await forEachItem(context(8), work, 3))).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
    expect(most).toBe(3);
  });

  it('that is cancelled gives what was finished by then, and starts nothing more', async () => {
    const controller = new AbortController();
    const started: number[] = [];
    const work = async (index: number, item: INodeExecutionData, signal: AbortSignal) => {
      started.push(index);
      if (index === 2) controller.abort();
      if (signal.aborted) throw new VivierError('cancelled');
      return [item];
    };
    const items = await forEachItem(context(6, { signal: controller.signal }), work, 1);
    expect(numbers(items)).toEqual([0, 1]);
    expect(started).toEqual([0, 1, 2]);
  });

  it('that is cancelled before anything was finished says so', async () => {
    const work = async (_index: number, item: INodeExecutionData) => [item];
    const call = forEachItem(context(2, { signal: AbortSignal.abort() }), work);
    await expect(call).rejects.toMatchObject({ message: expect.stringMatching(/cancelled|annulée/) });
  });

  it('stops what is under way when one item’s failure stops the flow', async () => {
    const stopped: number[] = [];
    const work = async (index: number, item: INodeExecutionData, signal: AbortSignal) => {
      if (index === 1) throw new VivierError('corrupt');
      await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
      stopped.push(index);
      return [item];
    };
    await expect(forEachItem(context(3), work, 3)).rejects.toThrow();
    await pause(0);
    expect(stopped).toEqual([0, 2]);
  });

  it('goes on beside a failed item when the node is set to', async () => {
    const work = async (index: number, item: INodeExecutionData) => {
      if (index === 1) throw new VivierError('corrupt');
      return [item];
    };
    const items = await forEachItem(context(3, { goesOn: true }), work, 2);
    expect(items.map(({ json }) => (json.error as { code: string } | undefined)?.code)).toEqual([
      undefined,
      'corrupt',
      undefined,
    ]);
  });
});
