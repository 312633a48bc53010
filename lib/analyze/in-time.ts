import { VivierError } from '../errors';
import { createDeadline, type ModelClient } from '../ollama';

export const DEFAULT_TIMEOUT_MS = 30 * 60_000;

/**
 * Work with the model on one text, in its turn and within a wall clock that starts with the turn. Work that ends by itself when the signal aborts may
 * still give what it has by then; `timeUp` tells it why it was ended.
 * @throws VivierError `timeout` when the time is spent, `cancelled` when the signal ended it; else what `work` throws.
 */
export async function inTime<T>(
  client: ModelClient,
  limits: { timeoutMs?: number; signal?: AbortSignal; fileName: string },
  work: (signal: AbortSignal, timeUp: () => VivierError | null) => Promise<T>,
): Promise<T> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, fileName } = limits;
  const deadline = createDeadline([signal], timeoutMs);
  const spent = () => new VivierError('timeout', { fileName, limit: Math.round(timeoutMs / 1000) });
  let begun: Promise<T> | undefined;
  try {
    return await client.sequence(() => {
      deadline.start();
      begun = work(deadline.signal, () => (deadline.expired() ? spent() : null));
      return begun;
    }, deadline.signal);
  } catch (error) {
    if (!deadline.expired()) throw error;
    if (!begun) throw spent();
    return await begun.catch(() => {
      throw spent();
    });
  } finally {
    deadline.clear();
  }
}
