import type { AnalysisCache, CachedAnswer } from './types';

/** Four requests a CV: about 250 CVs, some megabytes. */
const MOST_ENTRIES = 1000;
/** CVs are personal data: they don't stay in memory for longer than a working day. */
const LONGEST_MS = 8 * 60 * 60_000;

export interface MemoryCacheLimits {
  mostEntries: number;
  longestMs: number;
  /** Milliseconds since any fixed moment. */
  now: () => number;
}

export interface MemoryCache extends AnalysisCache {
  /** Forgets what was kept of one document. */
  forget(subject: string): void;
  clear(): void;
  readonly size: number;
}

interface Entry {
  answer: CachedAnswer;
  subject: string;
  at: number;
}

/** A cache in this process's memory that forgets the least recently used first, and everything after some hours. */
export function createMemoryCache(limits: Partial<MemoryCacheLimits> = {}): MemoryCache {
  const { mostEntries = MOST_ENTRIES, longestMs = LONGEST_MS, now = () => performance.now() } = limits;
  // A Map keeps the order of insertion: the first key is the one used longest ago.
  const entries = new Map<string, Entry>();

  function dropOld(): void {
    for (const [key, { at }] of entries) if (now() - at > longestMs) entries.delete(key);
  }

  return {
    async get(key) {
      dropOld();
      const entry = entries.get(key);
      if (!entry) return undefined;
      entries.delete(key);
      entries.set(key, entry);
      return entry.answer;
    },
    async set(key, answer, subject) {
      entries.delete(key);
      entries.set(key, { answer, subject, at: now() });
      for (const oldest of entries.keys()) {
        if (entries.size <= mostEntries) break;
        entries.delete(oldest);
      }
    },
    forget(subject) {
      for (const [key, entry] of entries) if (entry.subject === subject) entries.delete(key);
    },
    clear: () => entries.clear(),
    get size() {
      return entries.size;
    },
  };
}
