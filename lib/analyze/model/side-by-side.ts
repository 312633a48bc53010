import pLimit from 'p-limit';

type Jobs<T> = { [K in keyof T]: (signal: AbortSignal) => Promise<T[K]> };

/**
 * Does the jobs, so many at once, and gives their results under the same names. The first failure ends the others and is the one thrown.
 */
export async function sideBySide<T extends object>(
  jobs: Jobs<T>,
  atOnce: number,
  signal: AbortSignal | undefined,
): Promise<T> {
  const stop = new AbortController();
  const onAbort = () => stop.abort();
  if (signal?.aborted) stop.abort();
  signal?.addEventListener('abort', onAbort, { once: true });
  const limit = pLimit(atOnce);
  const results: Partial<T> = {};
  let failed: { error: unknown } | undefined;
  const one = async (name: keyof T) => {
    if (failed) return;
    try {
      results[name] = await jobs[name](stop.signal);
    } catch (error) {
      failed ??= { error };
      stop.abort();
    }
  };
  try {
    await Promise.all((Object.keys(jobs) as (keyof T)[]).map((name) => limit(() => one(name))));
  } finally {
    signal?.removeEventListener('abort', onAbort);
  }
  if (failed) throw failed.error;
  return results as T;
}
