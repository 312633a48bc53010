import { createDeadline, orAborted } from './deadline';
import { AttemptFailure, classify } from './failures';
import type { Host } from './hosts';
import type { Transport } from './transport';
import type { PullProgress, WarmUp } from './types';

/** A download has no time of its own; one that brings nothing for so long has stopped. */
const STALL_MS = 3 * 60_000;
/**
 * Has one host download a model.
 * @throws AttemptFailure
 */
export async function pullOn(
  host: Host,
  transport: Transport,
  model: string,
  options: { signals: (AbortSignal | undefined)[]; onProgress?: (progress: PullProgress) => void; stallMs?: number },
): Promise<void> {
  const { signals, onProgress, stallMs = STALL_MS } = options;
  const stopped = new AbortController();
  let stalled = false;
  let timer: NodeJS.Timeout | undefined;
  const alive = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      stalled = true;
      stopped.abort();
    }, stallMs);
  };
  const deadline = createDeadline([...signals, stopped.signal], stallMs);
  const ended = () => new AttemptFailure(stalled ? 'timeout' : 'stopped', stalled ? 'too slow' : 'stopped', host.url);
  alive();
  try {
    const work = async () => {
      const stream = await transport.client(host.url, deadline.signal).pull({ model, stream: true });
      for await (const { status, completed, total } of stream) {
        alive();
        onProgress?.({ host: host.url, status, completed: completed ?? null, total: total ?? null });
      }
    };
    await orAborted(work(), deadline.signal, ended);
  } catch (error) {
    if (deadline.signal.aborted) throw ended();
    throw classify(error, host.url);
  } finally {
    clearTimeout(timer);
    deadline.clear();
  }
}

/** Has one host load the model: a chat without messages, which is how Ollama's API loads one. */
export async function loadOn(
  host: Host,
  transport: Transport,
  wanted: { model: string; runner: { num_ctx: number }; keepAlive: string; timeoutMs: number },
  signals: (AbortSignal | undefined)[],
): Promise<WarmUp> {
  const started = performance.now();
  const deadline = createDeadline(signals, wanted.timeoutMs);
  deadline.start();
  const slow = () => new AttemptFailure('timeout', 'too slow', host.url);
  const done = (reason: string | null): WarmUp => ({
    host: host.url,
    loaded: reason === null,
    ms: Math.round(performance.now() - started),
    reason,
  });
  try {
    const { model, runner, keepAlive } = wanted;
    const whole = { truncate: false, shift: false };
    const request = { model, messages: [], stream: false as const, ...whole, options: runner, keep_alive: keepAlive };
    // In the host's queue, so that it does not push out a model that is at work.
    await host.run(() =>
      orAborted(transport.client(host.url, deadline.signal).chat(request), deadline.signal, slow).catch(
        (error: unknown) => {
          throw deadline.expired() ? slow() : classify(error, host.url);
        },
      ),
    );
    return done(null);
  } catch (error) {
    return done(classify(error, host.url).reason);
  } finally {
    deadline.clear();
  }
}
