/** More than come by in an hour; beyond it the oldest are forgotten, so that nobody can fill the memory. */
const MOST_KEYS = 10_000;

interface Bucket {
  left: number;
  at: number;
}

/** So many per key in a time, refilled steadily (a token bucket). Kept in this process: a second one has its own. */
export class RateLimit {
  readonly #buckets = new Map<string, Bucket>();

  constructor(
    private readonly most: number,
    private readonly withinMs: number,
    private readonly now: () => number = Date.now,
  ) {}

  /** Takes one. @returns 0, or in how many seconds there is one again */
  take(key: string): number {
    const wait = this.wait(key);
    if (wait > 0) return wait;
    const bucket = this.#current(key);
    this.#buckets.delete(key);
    this.#buckets.set(key, { left: bucket.left - 1, at: this.now() });
    if (this.#buckets.size > MOST_KEYS) {
      const [oldest] = this.#buckets.keys();
      this.#buckets.delete(oldest);
    }
    return 0;
  }

  /** The same without taking one. */
  wait(key: string): number {
    const { left } = this.#current(key);
    return left >= 1 ? 0 : Math.max(1, Math.ceil(((1 - left) * this.withinMs) / this.most / 1000));
  }

  #current(key: string): Bucket {
    const now = this.now();
    const bucket = this.#buckets.get(key);
    if (!bucket) return { left: this.most, at: now };
    const refilled = ((now - bucket.at) * this.most) / this.withinMs;
    return { left: Math.min(this.most, bucket.left + refilled), at: now };
  }
}
