/** When something that failed is tried again, and when it is given up. */
export interface PatienceOptions {
  /** Wait after the first failure, milliseconds; doubled with each further one. */
  retryMs: number;
  longestRetryMs: number;
  /** Counted tries after which it is given up. */
  tries: number;
  /** So long after its first failure it is given up even if nothing else went through, milliseconds. */
  giveUpMs: number;
  now(): number;
}

interface Failure {
  count: number;
  firstAt: number;
  nextAt: number;
  successesBefore: number;
}

/** This many failures in a row mean that something all of them need is down: then one at a time is tried. */
const OUTAGE = 3;

/**
 * Tells a thing that can't be handled from an hour in which nothing can: a failure counts against the one thing only when another went through since its
 * try before. While a database is down all fail, none is blamed, and only one is tried at a time, ever more rarely.
 */
export class Patience {
  private readonly failures = new Map<string, Failure>();
  private successes = 0;
  private inARow = 0;
  private calmUntil = 0;

  constructor(private readonly options: PatienceOptions) {}

  /** To be kept beside a try, and given to `failed`. */
  get mark(): number {
    return this.successes;
  }

  succeeded(key: string): void {
    this.failures.delete(key);
    this.successes += 1;
    this.inARow = 0;
    this.calmUntil = 0;
  }

  /** @returns whether the failure counts against this one. */
  failed(key: string, mark: number): boolean {
    const now = this.options.now();
    const known = this.failures.get(key);
    const counts = this.successes > (known?.successesBefore ?? mark);
    const count = (known?.count ?? 0) + 1;
    const wait = this.wait(count);
    this.failures.set(key, { count, firstAt: known?.firstAt ?? now, nextAt: now + wait, successesBefore: mark });
    this.inARow += 1;
    if (this.inARow >= OUTAGE) this.calmUntil = now + this.wait(this.inARow - OUTAGE + 1);
    return counts;
  }

  /** Whether it shall be set aside, after `tries` counted ones. */
  isOver(key: string, tries: number): boolean {
    const failure = this.failures.get(key);
    const waited = failure ? this.options.now() - failure.firstAt : 0;
    return tries >= this.options.tries || waited >= this.options.giveUpMs;
  }

  forget(key: string): void {
    this.failures.delete(key);
  }

  /** Whether its waiting time is over. */
  isDue(key: string): boolean {
    return (this.failures.get(key)?.nextAt ?? 0) <= this.options.now();
  }

  /** How many may be under way at once: fewer while everything fails. */
  room(usual: number): number {
    if (this.inARow < OUTAGE) return usual;
    return this.options.now() >= this.calmUntil ? 1 : 0;
  }

  /** Milliseconds until something may be tried again; null when nothing waits. */
  nextIn(): number | null {
    const times = [...this.failures.values()].map(({ nextAt }) => nextAt);
    if (times.length === 0) return null;
    return Math.max(0, Math.max(Math.min(...times), this.calmUntil) - this.options.now());
  }

  private wait(count: number): number {
    return Math.min(this.options.longestRetryMs, this.options.retryMs * 2 ** Math.min(count - 1, 20));
  }
}
