import { ExponentialBackoff, handleWhen, retry } from 'cockatiel';
import { createDeadline, orAborted, type Deadline } from './deadline';
import { AttemptFailure, classify, isForNextHost, isTransient, OVERALL } from './failures';
import type { Errand, Host, HostRegistry } from './hosts';

export interface CallLimits {
  timeoutMs: number;
  overallTimeoutMs: number;
  attempts: number;
  /** First pause between attempts; the following ones grow exponentially, with jitter. */
  backoffMs: number;
}

const LONGEST_PAUSE_MS = 15_000;

/** A connection to a host that ends with the signal. */
export type Connect<C> = (url: string, signal: AbortSignal) => C;

/** What one attempt does over the connection that it was given. */
export type Work<C, T> = (connection: C, host: Host) => Promise<T>;

const stopped = () => new AttemptFailure('stopped', 'stopped');

/** One attempt on one host, under the wall clock of an attempt. */
async function onHost<C, T>(
  host: Host,
  connect: Connect<C>,
  work: Work<C, T>,
  overall: Deadline,
  ms: number,
): Promise<T> {
  if (overall.signal.aborted) throw stopped();
  overall.start();
  const attempt = createDeadline([overall.signal], ms);
  attempt.start();
  try {
    // Raced as well as passed on: a library that ignored the signal must not hold the queue's place.
    return await orAborted(work(connect(host.url, attempt.signal), host), attempt.signal, stopped);
  } catch (error) {
    if (overall.signal.aborted) throw stopped();
    if (attempt.expired()) throw new AttemptFailure('timeout', 'too slow', host.url);
    throw classify(error, host.url).at(host.url);
  } finally {
    attempt.clear();
  }
}

/** The hosts that failed least in this call. */
function leastFailed(hosts: readonly Host[], failedIn: ReadonlyMap<Host, number>): Host[] {
  const failures = (host: Host) => failedIn.get(host) ?? 0;
  const fewest = Math.min(...hosts.map(failures));
  return hosts.filter((host) => failures(host) === fewest);
}

/** Asks one host after the other until one takes the call: those that are down or lack the model cost no attempt. */
async function onAnyHost<T>(
  hosts: readonly Host[],
  failedIn: Map<Host, number>,
  run: (among: Host[]) => Promise<T>,
): Promise<T> {
  const passedOver: AttemptFailure[] = [];
  const left = new Map(hosts.map((host) => [host.url, host]));
  while (left.size > 0) {
    try {
      return await run(leastFailed([...left.values()], failedIn));
    } catch (error) {
      const asked = error instanceof AttemptFailure && error.host ? left.get(error.host) : undefined;
      if (asked) failedIn.set(asked, (failedIn.get(asked) ?? 0) + 1);
      if (!(error instanceof AttemptFailure) || !isForNextHost(error) || !asked) throw error;
      passedOver.push(error);
      left.delete(asked.url);
    }
  }
  const worth = (failure: AttemptFailure) => ['unreachable', 'missing', 'circuit-open'].indexOf(failure.kind);
  const [first] = passedOver.sort((a, b) => worth(a) - worth(b));
  throw first ?? new AttemptFailure('unreachable', 'no host given');
}

/** Where a call may go, and how. */
export interface Among<C> {
  registry: HostRegistry;
  hosts: readonly Host[];
  connect: Connect<C>;
  errand?: Omit<Errand, 'signal'>;
}

/**
 * Runs `work` on the best host with retries: exponential backoff with jitter (cockatiel) on time-outs, lost connections,
 * 5xx and answers that are not valid; never on 4xx. Ends at once when `signal` aborts.
 * @throws AttemptFailure; `stopped` when `signal` aborted, `timeout` when the overall wall clock ended it.
 */
export async function callWithRetries<C, T>(
  { connect, errand, hosts, registry }: Among<C>,
  limits: CallLimits,
  signals: (AbortSignal | undefined)[],
  work: Work<C, T>,
): Promise<{ result: T; attempts: number }> {
  const overall = createDeadline(signals, limits.overallTimeoutMs);
  const failedIn = new Map<Host, number>();
  const policy = retry(handleWhen(isTransient), {
    maxAttempts: limits.attempts - 1,
    backoff: new ExponentialBackoff({ initialDelay: limits.backoffMs, maxDelay: LONGEST_PAUSE_MS }),
  });
  let attempts = 0;
  const attempt = async () => {
    if (overall.signal.aborted) throw stopped();
    attempts += 1;
    return onAnyHost(hosts, failedIn, (among) =>
      registry.run(among, { ...errand, signal: overall.signal }, (host) =>
        onHost(host, connect, work, overall, limits.timeoutMs),
      ),
    );
  };
  try {
    const result = await orAborted(policy.execute(attempt), overall.signal, stopped);
    return { result, attempts };
  } catch (error) {
    if (overall.expired()) throw new AttemptFailure('timeout', OVERALL);
    throw error;
  } finally {
    overall.clear();
  }
}
