import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import pLimit from 'p-limit';
import { VivierError } from '../errors';
import { AttemptFailure, isHostFault } from './failures';

const BREAK_AFTER_FAULTS = 5;
const HALF_OPEN_AFTER_MS = 30_000;
const DEFAULT_PORT = 11434;

export interface BreakerTimes {
  /** Faults in a row that open the circuit. */
  breakAfter: number;
  /** After this one call is let through as a probe. */
  halfOpenAfterMs: number;
}

/** One Ollama server: its queue and its circuit. */
export interface Host {
  readonly url: string;
  /** Requests under way and waiting. */
  busy(): number;
  queue(): { running: number; waiting: number };
  circuit(): 'closed' | 'open' | 'half-open';
  /** Runs when there is a free place; @throws AttemptFailure `circuit-open` without running when the circuit is open. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

/**
 * `http://host:port` out of what people type: a bare host, or an address with `/api` or `/v1` behind it.
 * @throws VivierError `invalid-input`.
 */
export function normaliseHost(typed: string): string {
  const text = typed.trim();
  const hasScheme = /^https?:\/\//i.test(text);
  let url: URL;
  try {
    url = new URL(hasScheme ? text : `http://${text}`);
  } catch {
    throw new VivierError('invalid-input', { what: 'hosts', reason: 'not an address' });
  }
  if (url.username || url.password) {
    throw new VivierError('invalid-input', {
      what: 'hosts',
      reason: 'use the key field, not a password in the address',
    });
  }
  const port = url.port || (hasScheme ? '' : String(DEFAULT_PORT));
  const path = url.pathname.replace(/\/+$/, '').replace(/\/(api|v1)$/, '');
  return `${url.protocol}//${url.hostname}${port ? `:${port}` : ''}${path}`;
}

function createHost(url: string, concurrency: number, times: BreakerTimes): Host {
  const limit = pLimit(concurrency);
  const breaker = circuitBreaker(handleWhen(isHostFault), {
    halfOpenAfter: times.halfOpenAfterMs,
    breaker: new ConsecutiveBreaker(times.breakAfter),
  });
  return {
    url,
    busy: () => limit.activeCount + limit.pendingCount,
    queue: () => ({ running: limit.activeCount, waiting: limit.pendingCount }),
    circuit: () => {
      if (breaker.state === CircuitState.Closed) return 'closed';
      return breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
    },
    // The circuit inside the queue: what waited for a place must see a circuit that opened meanwhile.
    run: (work) =>
      limit(async () => {
        try {
          return await breaker.execute(work);
        } catch (error) {
          if (!(error instanceof BrokenCircuitError)) throw error;
          throw new AttemptFailure('circuit-open', 'it failed several times in a row; tried again in a moment', url);
        }
      }),
  };
}

/** Hosts by address. One registry a process, so that several clients (n8n makes one a run) share queue and circuit. */
export class HostRegistry {
  private readonly hosts = new Map<string, Host>();

  constructor(
    private readonly times: BreakerTimes = { breakAfter: BREAK_AFTER_FAULTS, halfOpenAfterMs: HALF_OPEN_AFTER_MS },
  ) {}

  get(url: string, concurrency: number): Host {
    const key = `${url} ${concurrency}`;
    const known = this.hosts.get(key);
    if (known) return known;
    const host = createHost(url, concurrency, this.times);
    this.hosts.set(key, host);
    return host;
  }
}

export const processHosts = new HostRegistry();

/** Least busy first; those that already failed in this call, and those with an open circuit, last. */
export function inOrder(hosts: readonly Host[], failedIn: ReadonlyMap<Host, number>): Host[] {
  const rank = (host: Host) => (failedIn.get(host) ?? 0) * 1000 + (host.circuit() === 'closed' ? 0 : 500) + host.busy();
  return [...hosts].sort((a, b) => rank(a) - rank(b));
}
