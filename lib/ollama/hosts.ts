import { BrokenCircuitError, CircuitState, ConsecutiveBreaker, circuitBreaker, handleWhen } from 'cockatiel';
import { AttemptFailure, isHostFault } from './failures';
import { placeTurns, stoppedInLine, WaitingLine, type Place, type Turn } from './turns';

const BREAK_AFTER_FAULTS = 5;
const HALF_OPEN_AFTER_MS = 30_000;
/** A machine that failed rests so long while another one can be asked, and twice as long each further time. */
const FIRST_REST_MS = 1_000;
const LONGEST_REST_MS = 5 * 60_000;
/** How much the latest answer counts in what a machine is known for. */
const LATEST_COUNTS = 0.3;
/** What was measured longer ago tells nothing any more: a machine that was busy with other things gets its chance again. */
const MEASURED_FOR_MS = 5 * 60_000;
const LOOK_AGAIN_MS = 20;

export interface BreakerTimes {
  /** Faults in a row that open the circuit. */
  breakAfter: number;
  /** After this one call is let through as a probe. */
  halfOpenAfterMs: number;
}

/** What is to be done on some machine. */
export interface Errand {
  /** Requests of one kind take comparable times: the model's name. */
  kind?: string;
  /** True: somebody waits for it, so that it goes before the others. */
  urgent?: boolean;
  /** True: more of the same waits behind it, so that any machine that is free is worth taking. */
  backlog?: () => boolean;
  signal?: AbortSignal;
}

/** One Ollama server: its places and its circuit. */
export interface Host {
  readonly url: string;
  /** Requests under way, and those that are expected to go there. */
  queue(): { running: number; waiting: number };
  circuit(): 'closed' | 'open' | 'half-open';
  /** How long an answer of that kind took of late, in milliseconds; null when not known. */
  latencyMs(kind: string): number | null;
  /** Runs when there is a free place; @throws AttemptFailure `circuit-open` without running when the circuit is open. */
  run<T>(work: () => Promise<T>): Promise<T>;
}

interface Waiting extends Turn<Server> {
  kind: string;
}

/** What the registry alone sees of a host. */
class Server implements Host {
  slots = 1;
  weight = 1;
  expected = 0;
  readonly begun: number[] = [];
  private faults = 0;
  private restsUntil = 0;
  private readonly measured = new Map<string, { ms: number; at: number }>();
  private readonly breaker;

  constructor(
    readonly url: string,
    times: BreakerTimes,
    private readonly registry: HostRegistry,
  ) {
    this.breaker = circuitBreaker(handleWhen(isHostFault), {
      halfOpenAfter: times.halfOpenAfterMs,
      breaker: new ConsecutiveBreaker(times.breakAfter),
    });
  }

  queue = () => ({ running: this.begun.length, waiting: this.expected });

  circuit() {
    if (this.breaker.state === CircuitState.Closed) return 'closed';
    return this.breaker.state === CircuitState.HalfOpen ? 'half-open' : 'open';
  }

  latencyMs(kind: string): number | null {
    const known = this.measured.get(kind);
    return known && performance.now() - known.at < MEASURED_FOR_MS ? known.ms : null;
  }

  run = <T>(work: () => Promise<T>): Promise<T> => this.registry.run([this], {}, work);

  rests = (now: number) => now < this.restsUntil;

  place(kind: string): Place {
    // After a failure one request at a time, until one went well.
    const slots = this.faults > 0 ? 1 : this.slots;
    return { ms: this.latencyMs(kind) ?? undefined, weight: this.weight, slots, begun: this.begun };
  }

  /** The circuit inside the queue: what waited for a place must see a circuit that opened meanwhile. */
  async attempt<T>(kind: string, started: number, work: () => Promise<T>): Promise<T> {
    try {
      const result = await this.breaker.execute(work);
      this.wentWell(kind, performance.now() - started);
      return result;
    } catch (error) {
      if (isHostFault(error)) this.failed();
      if (!(error instanceof BrokenCircuitError)) throw error;
      throw new AttemptFailure('circuit-open', 'it failed several times in a row; tried again in a moment', this.url);
    } finally {
      this.begun.splice(this.begun.indexOf(started), 1);
    }
  }

  private wentWell(kind: string, ms: number): void {
    const before = this.latencyMs(kind);
    this.measured.set(kind, {
      ms: before === null ? ms : before + LATEST_COUNTS * (ms - before),
      at: performance.now(),
    });
    this.faults = 0;
    this.restsUntil = 0;
  }

  private failed(): void {
    this.restsUntil = performance.now() + Math.min(LONGEST_REST_MS, FIRST_REST_MS * 2 ** this.faults);
    this.faults += 1;
  }
}

/** Hosts by address. One registry a process, so that several clients (n8n makes one a run) share places, measures and circuits. */
export class HostRegistry {
  private readonly hosts = new Map<string, Server>();
  private readonly line = new WaitingLine<Waiting>();
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly times: BreakerTimes = { breakAfter: BREAK_AFTER_FAULTS, halfOpenAfterMs: HALF_OPEN_AFTER_MS },
  ) {}

  /** @param slots requests at once; like the weight, what was said last holds */
  get(url: string, slots: number, weight = 1): Host {
    const host = this.hosts.get(url) ?? new Server(url, this.times, this);
    this.hosts.set(url, host);
    host.slots = slots;
    host.weight = weight;
    return host;
  }

  /**
   * Runs `work` on one of the hosts, as soon as the one that is expected to be done first has a free place.
   * @throws AttemptFailure `circuit-open`, `stopped` (the signal came while it waited), or whatever `work` throws
   */
  async run<T>(hosts: readonly Host[], errand: Errand, work: (host: Host) => Promise<T>): Promise<T> {
    const { backlog, kind = '', signal, urgent = false } = errand;
    const own = hosts.flatMap((host) => this.hosts.get(host.url) ?? []);
    const { begun, host } = await this.turn({ hosts: own, kind, urgent, backlog }, signal);
    try {
      return await host.attempt(kind, begun, () => work(host));
    } finally {
      this.look();
    }
  }

  private turn(
    wanted: Omit<Waiting, 'start'>,
    signal: AbortSignal | undefined,
  ): Promise<{ host: Server; begun: number }> {
    return new Promise((resolve, reject) => {
      const onAbort = () => {
        this.line.remove(turn);
        reject(stoppedInLine());
        this.look();
      };
      const turn: Waiting = {
        ...wanted,
        start: (host, begun) => {
          signal?.removeEventListener('abort', onAbort);
          resolve({ host, begun });
        },
      };
      if (signal?.aborted) return reject(stoppedInLine());
      signal?.addEventListener('abort', onAbort, { once: true });
      this.line.add(turn);
      this.look();
    });
  }

  private look(): void {
    clearTimeout(this.timer);
    const now = performance.now();
    const usable = (turn: Waiting) => {
      const awake = turn.hosts.filter((host) => !host.rests(now));
      return awake.length > 0 ? awake : turn.hosts;
    };
    const placeOf = (host: Server, turn: Waiting) => (usable(turn).includes(host) ? host.place(turn.kind) : null);
    const { begin, expected } = placeTurns<Server, Waiting>(this.line.all, placeOf, now);
    for (const host of this.hosts.values()) host.expected = expected.get(host) ?? 0;
    for (const { host, turn } of begin) {
      this.line.remove(turn);
      host.begun.push(now);
      turn.start(host, now);
    }
    // What waits for a better machine looks again: that one may take longer than it used to, or one that rested may be awake.
    if (this.line.all.length > 0) this.timer = setTimeout(() => this.look(), LOOK_AGAIN_MS).unref();
  }
}

export const processHosts = new HostRegistry();
