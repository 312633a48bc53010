/** A signal that aborts with its parent or after a time, and tells which of the two it was. */
export interface Deadline {
  readonly signal: AbortSignal;
  /** Starts the clock; later calls change nothing. */
  start(): void;
  expired(): boolean;
  clear(): void;
}

/**
 * A plain timer rather than `AbortSignal.any` with `AbortSignal.timeout`: Node 20 may collect such a combined signal
 * before it fires (nodejs/node#54614).
 * @param ms wall clock in milliseconds, counted from `start()`.
 */
export function createDeadline(parents: (AbortSignal | undefined)[], ms: number): Deadline {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let expired = false;
  const abort = () => controller.abort();
  for (const parent of parents) {
    if (parent?.aborted) abort();
    parent?.addEventListener('abort', abort, { once: true });
  }
  return {
    signal: controller.signal,
    start() {
      timer ??= setTimeout(() => {
        expired = true;
        abort();
      }, ms);
    },
    expired: () => expired,
    clear() {
      clearTimeout(timer);
      for (const parent of parents) parent?.removeEventListener('abort', abort);
    },
  };
}

/** Settles like `work`, or rejects with `failure()` as soon as the signal aborts, whichever comes first. */
export function orAborted<T>(work: Promise<T>, signal: AbortSignal, failure: () => Error): Promise<T> {
  return new Promise<T>((resolve, reject) => {
    const onAbort = () => reject(failure());
    if (signal.aborted) onAbort();
    signal.addEventListener('abort', onAbort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', onAbort));
  });
}
