import type { Counter, Gauge, Histogram, Registry } from 'prom-client';

/** How an analysis went, as the decision log has it. */
export interface AnalysisSeen {
  /** `ok`, `degraded`, `partial`, or the code of an error. */
  outcome: string;
  /** Seconds. */
  seconds: number;
  requests: { ms: number; cached: boolean }[];
}

interface Metrics {
  registry: Registry;
  analyses: Counter;
  duration: Histogram;
  model: Histogram;
  answers: Counter;
  api: Counter;
  gauges: Map<string, Gauge>;
}

const SECONDS = [0.1, 0.5, 1, 5, 15, 30, 60, 120, 300, 900];
/** What is no failure of ours: a reading that ended, or a file that is none of a CV. */
const WELL = ['ok', 'degraded', 'partial', 'not-a-cv', 'no-text', 'cancelled'];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

const seen: { at: number; failed: boolean }[] = [];
let made: Promise<Metrics> | undefined;

/** Figures of this process since it started; those of all processes come from the talent pool. */
const metrics = () => (made ??= make());

async function make(): Promise<Metrics> {
  const { collectDefaultMetrics, Counter, Histogram, Registry } = await import('prom-client');
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'vivier_' });
  const of = { registers: [registry] };
  return {
    registry,
    gauges: new Map(),
    analyses: new Counter({
      ...of,
      name: 'vivier_process_analyses_total',
      help: 'Analyses of this process by outcome: ok, degraded (rules alone), partial, or the code of an error',
      labelNames: ['outcome'],
    }),
    duration: new Histogram({
      ...of,
      name: 'vivier_process_analysis_seconds',
      help: 'How long analyses took',
      buckets: SECONDS,
    }),
    model: new Histogram({
      ...of,
      name: 'vivier_process_model_request_seconds',
      help: 'How long the model took for one answer',
      buckets: SECONDS,
    }),
    answers: new Counter({
      ...of,
      name: 'vivier_process_model_answers_total',
      help: 'Answers of the model, from the cache or asked for',
      labelNames: ['cached'],
    }),
    api: new Counter({
      ...of,
      name: 'vivier_process_api_requests_total',
      help: 'Requests of the HTTP API by operation and what became of them before their flow began',
      labelNames: ['operation', 'outcome'],
    }),
  };
}

export async function countAnalysis({ outcome, seconds, requests }: AnalysisSeen): Promise<void> {
  const { analyses, answers, duration, model } = await metrics();
  analyses.inc({ outcome });
  const now = Date.now();
  seen.push({ at: now, failed: !WELL.includes(outcome) });
  while (seen[0].at < now - DAY_MS) seen.shift();
  duration.observe(seconds);
  for (const { cached, ms } of requests) {
    answers.inc({ cached: String(cached) });
    if (!cached) model.observe(ms / 1000);
  }
}

/** @param outcome `started`, or the code of the error that the request was refused with. */
export async function countRequest(operation: string, outcome: string): Promise<void> {
  (await metrics()).api.inc({ operation, outcome });
}

/** A figure taken now; `labels` must be the same names each time. */
export interface Figure {
  name: string;
  help: string;
  value: number;
  labels?: Record<string, string>;
}

/** Everything in Prometheus' text format 0.0.4, the figures given among it. */
export async function exposition(figures: Figure[]): Promise<string> {
  const { registry, gauges } = await metrics();
  const { Gauge } = await import('prom-client');
  for (const gauge of gauges.values()) gauge.reset();
  for (const { help, labels = {}, name, value } of figures) {
    const known = gauges.get(name);
    const gauge = known ?? new Gauge({ registers: [registry], name, help, labelNames: Object.keys(labels) });
    gauges.set(name, gauge);
    gauge.set(labels, value);
  }
  return await registry.metrics();
}

/** What this process saw in the last hours (a day at most), as numbers for an alarm. */
export function recentAnalyses(hours: number): { analyses: number; failed: number } {
  const since = Date.now() - hours * HOUR_MS;
  const recent = seen.filter(({ at }) => at >= since);
  return { analyses: recent.length, failed: recent.filter(({ failed }) => failed).length };
}
