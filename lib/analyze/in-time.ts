import { VivierError } from '../errors';
import { createDeadline, type ModelClient } from '../ollama';

export const DEFAULT_TIMEOUT_MS = 30 * 60_000;

/**
 * Work with the model on one text, in its turn and within a wall clock that starts with the turn.
 * @throws VivierError `timeout` when the time is spent, `cancelled` when the signal ended it; else what `work` throws.
 */
export async function inTime<T>(
  client: ModelClient,
  limits: { timeoutMs?: number; signal?: AbortSignal; fileName: string },
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const { timeoutMs = DEFAULT_TIMEOUT_MS, signal, fileName } = limits;
  const deadline = createDeadline([signal], timeoutMs);
  try {
    return await client.sequence(() => {
      deadline.start();
      return work(deadline.signal);
    }, deadline.signal);
  } catch (error) {
    if (!deadline.expired()) throw error;
    throw new VivierError('timeout', { fileName, limit: Math.round(timeoutMs / 1000) });
  } finally {
    deadline.clear();
  }
}
