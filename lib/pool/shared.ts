/** Something costly that several users in this process share: counted, and closed when nobody has wanted it for a while. */
interface Entry<T extends Closable> {
  value: Promise<T>;
  users: number;
  idle: NodeJS.Timeout | null;
}

export interface Closable {
  close(): Promise<void>;
}

export interface Lease<T> {
  value: T;
  release(): void;
}

/**
 * One instance per key and process. n8n runs each node of a flow on its own: without this, a flow of four nodes would open the
 * embedded database four times, which its lock forbids.
 */
export class SharedInstances<T extends Closable> {
  readonly #entries = new Map<string, Entry<T>>();
  readonly #closing = new Map<string, Promise<void>>();

  /** @param idleMs how long an unused instance stays open; waiting for that does not keep the process alive. */
  constructor(private readonly idleMs: number) {
    process.on('beforeExit', this.#closeAtExit);
  }

  readonly #closeAtExit = () => {
    if (this.#entries.size > 0) void this.closeUnused();
  };

  async acquire(key: string, open: () => Promise<T>): Promise<Lease<T>> {
    await this.#closing.get(key);
    const entry = this.#entries.get(key) ?? this.#add(key, open);
    entry.users++;
    if (entry.idle) clearTimeout(entry.idle);
    entry.idle = null;
    try {
      const value = await entry.value;
      return { value, release: once(() => this.#release(key, entry)) };
    } catch (error) {
      if (this.#entries.get(key) === entry) this.#entries.delete(key);
      throw error;
    }
  }

  /** Closes at once what nobody uses, rather than after the idle time. */
  async closeUnused(): Promise<void> {
    const unused = [...this.#entries].filter(([, entry]) => entry.users === 0);
    await Promise.all(unused.map(([key, entry]) => this.#close(key, entry)));
    await Promise.all(this.#closing.values());
  }

  #add(key: string, open: () => Promise<T>): Entry<T> {
    const entry: Entry<T> = { value: open(), users: 0, idle: null };
    this.#entries.set(key, entry);
    return entry;
  }

  #release(key: string, entry: Entry<T>): void {
    entry.users--;
    if (entry.users > 0) return;
    entry.idle = setTimeout(() => void this.#close(key, entry), this.idleMs);
    entry.idle.unref();
  }

  async #close(key: string, entry: Entry<T>): Promise<void> {
    if (entry.users > 0 || this.#entries.get(key) !== entry) return;
    if (entry.idle) clearTimeout(entry.idle);
    this.#entries.delete(key);
    const closing = entry.value
      .then((value) => value.close())
      .catch(() => undefined)
      .finally(() => this.#closing.delete(key));
    this.#closing.set(key, closing);
    await closing;
  }
}

function once(action: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    action();
  };
}
