import { VivierError } from '../errors';

export interface Guard {
  /** Throws `cancelled` or `timeout` when there is no reason to go on. */
  check(): void;
  signal: AbortSignal;
  /** The promise's outcome, or `cancelled` or `timeout` as soon as either happens. */
  race<T>(work: Promise<T>): Promise<T>;
  done(): void;
}

/** The caller's own signal joined with one document's time limit (ms), where there is one. */
export function startGuard(fileName: string, outer?: AbortSignal, timeMs?: number): Guard {
  const controller = new AbortController();
  const stop = (error: VivierError) => controller.abort(error);
  const onOuter = () => stop(new VivierError('cancelled', { fileName }));
  const late = () => stop(new VivierError('timeout', { fileName, limit: (timeMs ?? 0) / 1000 }));
  const timer = timeMs === undefined ? undefined : setTimeout(late, timeMs);
  const deadline = performance.now() + (timeMs ?? Infinity);
  if (outer?.aborted) onOuter();
  outer?.addEventListener('abort', onOuter, { once: true });
  const check = () => {
    // A parser that never yields keeps the timer from firing: the clock is asked as well.
    if (performance.now() > deadline) late();
    if (controller.signal.aborted) throw controller.signal.reason;
  };
  return {
    check,
    signal: controller.signal,
    async race(work) {
      // Work that loses the race may still fail later: nobody would be listening, and Node ends the process then.
      work.catch(() => undefined);
      check();
      let fail: () => void = () => undefined;
      const aborted = new Promise<never>((_, reject) => {
        fail = () => reject(controller.signal.reason as VivierError);
        controller.signal.addEventListener('abort', fail, { once: true });
      });
      try {
        return await Promise.race([work, aborted]);
      } finally {
        controller.signal.removeEventListener('abort', fail);
      }
    },
    done() {
      clearTimeout(timer);
      outer?.removeEventListener('abort', onOuter);
    },
  };
}
