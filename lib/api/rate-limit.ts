/** More than come by in an hour; beyond it those not heard of longest are forgotten, so that nobody can fill the memory. */
const MOST_CALLERS = 10_000;

/** `most` within `withinMs` on average, `atOnce` of them in one moment. */
export interface Rate {
  most: number;
  withinMs: number;
  atOnce: number;
}

/** So many a minute, and a tenth of it (at least five) at once: for programs, which are to spread what they ask. */
export const perMinute = (most: number): Rate => ({
  most,
  withinMs: 60_000,
  atOnce: Math.max(5, Math.round(most / 10)),
});

/** So many in a time, all at once if need be: for people, who click in bursts. */
export const within = (withinMs: number, most: number): Rate => ({ most, withinMs, atOnce: most });

/**
 * Evens out requests of each caller by the generic cell rate algorithm (ITU-T I.371), which lets pass what a token bucket does: one moment a caller says all that
 * is known of its past. In this process alone: where several answer webhooks, each has its own count.
 */
export class RateLimit {
  /** When the caller's next request would be due if all came evenly, in the order in which they were last heard of. */
  readonly #due = new Map<string, number>();

  constructor(
    private readonly usual: Rate,
    private readonly now: () => number = Date.now,
  ) {}

  /** Counts a request that may pass. @returns seconds to wait, 0 when it may. */
  take(caller: string, rate = this.usual): number {
    const wait = this.wait(caller, rate);
    if (wait > 0) return wait;
    const due = Math.max(this.#due.get(caller) ?? 0, this.now());
    this.#due.delete(caller);
    this.#due.set(caller, due + rate.withinMs / rate.most);
    if (this.#due.size > MOST_CALLERS) {
      const [oldest] = this.#due.keys();
      this.#due.delete(oldest);
    }
    return 0;
  }

  /** The same without counting anything. */
  wait(caller: string, { most, withinMs, atOnce }: Rate = this.usual): number {
    const early = (this.#due.get(caller) ?? 0) - this.now() - (atOnce - 1) * (withinMs / most);
    return early > 0 ? Math.max(1, Math.ceil(early / 1000)) : 0;
  }
}
