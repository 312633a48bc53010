const MINUTE_MS = 60_000;
/** Who was not seen for a minute needs no memory; it is tidied when so many are known. */
const TIDY_AT = 10_000;

/**
 * Evens out requests: `perMinute` on average, and a tenth of it (at least five) at once. The generic cell rate algorithm (ITU-T I.371): one moment a
 * caller says all that is known of its past. In this process alone: where several answer webhooks, each has its own count.
 */
export class RateLimit {
  readonly #next = new Map<string, number>();

  /** @returns seconds to wait, 0 when the request may pass. */
  take(caller: string, perMinute: number, now: number): number {
    const interval = MINUTE_MS / perMinute;
    const atOnce = Math.max(5, Math.round(perMinute / 10));
    const due = Math.max(this.#next.get(caller) ?? now, now);
    const early = due - now - (atOnce - 1) * interval;
    if (early > 0) return Math.max(1, Math.ceil(early / 1000));
    this.#next.set(caller, due + interval);
    if (this.#next.size > TIDY_AT) this.#tidy(now);
    return 0;
  }

  #tidy(now: number): void {
    for (const [caller, due] of this.#next) if (due < now) this.#next.delete(caller);
  }
}
