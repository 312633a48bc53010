import type { WaitingNow } from './waiting';

/** Seconds or bytes; null when there was nothing to measure. */
export interface Spread {
  mean: number | null;
  p50: number | null;
  p90: number | null;
  p95: number | null;
  p99: number | null;
}

/** How CVs were read lately, in numbers alone: of all processes that use the pool, and of people who are still in it. */
export interface PoolMetrics {
  hours: number;
  analyses: { engine: string; status: string; count: number }[];
  /** How long a CV took. */
  seconds: Spread;
  model: {
    /** How long one answer of the model took, those from the cache left out. */
    seconds: Spread;
    requests: number;
    cached: number;
    tokensIn: number;
    tokensOut: number;
  };
  /** Size of the files that came in. */
  bytes: Spread;
  /** CVs that the rules have read and that wait for the model now. */
  waiting: WaitingNow;
  /** ISO 8601; null when there was none ever. */
  lastAnalysisAt: string | null;
}
