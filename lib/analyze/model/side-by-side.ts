import pLimit from 'p-limit';

type Job = (signal: AbortSignal) => Promise<void>;

/** Does the jobs, so many at once. The first failure ends the others and is the one thrown, once all have ended. */
export async function sideBySide(jobs: readonly Job[], atOnce: number, signal: AbortSignal | undefined): Promise<void> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  if (signal?.aborted) stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const limit = pLimit(atOnce);
  let failed: { error: unknown } | undefined;
  const one = async (job: Job) => {
    if (failed) return;
    try {
      await job(stop.signal);
    } catch (error) {
      failed ??= { error };
      stop.abort();
    }
  };
  try {
    await Promise.all(jobs.map((job) => limit(() => one(job))));
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
  if (failed) throw failed.error;
}
