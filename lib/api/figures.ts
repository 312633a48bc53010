import { cpus, loadavg, totalmem } from 'node:os';
import { exposition, recentAnalyses, type Figure } from '../metrics';
import type { OllamaHealth } from '../ollama';
import type { PoolMetrics, Spread, Statistics, TalentPool } from '../pool';

/** What “Check the Model” left on the item. */
export type HealthSeen = Pick<OllamaHealth, 'ok' | 'hosts'>;

/** The numbers of the pool, of this process and of the model, with their text for Prometheus. */
export async function collect(pool: TalentPool, hours: number, health: HealthSeen | undefined) {
  const metrics = await pool.metrics({ hours });
  const statistics = await pool.statistics();
  const machine = machineNow();
  const figures = [...ofPool(metrics), ...ofStatistics(statistics), ...ofMachine(machine), ...ofModel(health)];
  return { text: await exposition(figures), metrics, machine, recent: recentAnalyses(hours), model: health ?? null };
}

interface Machine {
  /** 0 to 1, of what this process may have: the machine's memory, or its container's. */
  memoryUsed: number;
  /** Processes that wanted to run in the last minute, for each core. */
  load: number;
}

function machineNow(): Machine {
  const constrained = process.constrainedMemory();
  const total = constrained > 0 && constrained < totalmem() ? constrained : totalmem();
  return { memoryUsed: 1 - process.availableMemory() / total, load: loadavg()[0] / cpus().length };
}

function ofSpread(name: string, help: string, spread: Spread): Figure[] {
  return Object.entries(spread).flatMap(([statistic, value]: [string, number | null]) =>
    value === null ? [] : { name, help, value, labels: { statistic } },
  );
}

function ofWaiting({ count, oldestSince, people, underWay }: PoolMetrics['waiting']): Figure[] {
  const name = 'vivier_waiting_for_model';
  const help = 'CVs that the rules have read and that wait for the model, by who waits';
  const since = oldestSince === null ? 0 : Math.max(0, (Date.now() - Date.parse(oldestSince)) / 1000);
  return [
    { name, help, value: people, labels: { who: 'person' } },
    { name, help, value: count - people, labels: { who: 'batch' } },
    { name: `${name}_under_way`, help: 'Of these, those being read now', value: underWay },
    { name: `${name}_oldest_seconds`, help: 'How long the oldest of them has waited', value: since },
  ];
}

function ofPool({ analyses, bytes, hours, lastAnalysisAt, model, seconds, waiting }: PoolMetrics): Figure[] {
  const lately = `in the last ${hours} h`;
  return [
    ...analyses.map(({ count, engine, status }) => ({
      ...{ name: 'vivier_analyses', help: `CVs read and kept ${lately}, by engine`, value: count },
      labels: { engine, status },
    })),
    ...ofSpread('vivier_analysis_seconds', `How long a CV took ${lately}`, seconds),
    ...ofSpread('vivier_model_request_seconds', `How long an answer of the model took ${lately}`, model.seconds),
    ...ofWaiting(waiting),
    ...ofSpread('vivier_cv_bytes', `Size of the files that came in ${lately}`, bytes),
    { name: 'vivier_model_requests', help: `Answers of the model used ${lately}`, value: model.requests },
    { name: 'vivier_model_requests_cached', help: `Of these, out of the cache`, value: model.cached },
    { name: 'vivier_model_tokens_in', help: `Tokens read by the model ${lately}`, value: model.tokensIn },
    { name: 'vivier_model_tokens_out', help: `Tokens written by the model ${lately}`, value: model.tokensOut },
    ...(lastAnalysisAt
      ? [
          {
            name: 'vivier_last_analysis_timestamp_seconds',
            help: 'When a CV was last read and kept',
            value: Date.parse(lastAnalysisAt) / 1000,
          },
        ]
      : []),
  ];
}

function ofStatistics({ applications, byStage, candidates, documents, erased, offers, held }: Statistics): Figure[] {
  return [
    { name: 'vivier_candidates', help: 'Candidates in the pool', value: candidates },
    { name: 'vivier_documents', help: 'Files in the pool', value: documents },
    { name: 'vivier_applications', help: 'Applications in the pool', value: applications },
    ...Object.entries(byStage).map(([stage, value]) => ({
      ...{ name: 'vivier_applications_by_stage', help: 'Applications by stage', value, labels: { stage } },
    })),
    ...Object.entries(offers).map(([state, value]) => ({
      ...{ name: 'vivier_offers', help: 'Offers by state', value, labels: { state } },
    })),
    { name: 'vivier_erased', help: 'People erased for good', value: erased },
    { name: 'vivier_held', help: 'People under a legal hold', value: held },
  ];
}

const ofMachine = ({ load, memoryUsed }: Machine): Figure[] => [
  { name: 'vivier_memory_used_ratio', help: 'Of the memory that n8n may have, 0 to 1', value: memoryUsed },
  { name: 'vivier_load_per_core', help: 'Processes that want to run, for each core', value: load },
];

function ofModel(health: HealthSeen | undefined): Figure[] {
  if (!health) return [];
  return [
    { name: 'vivier_model_up', help: 'Whether a machine answers and has the model', value: Number(health.ok) },
    ...health.hosts.flatMap(({ circuit, host, latencyMs, modelPresent, queue, reachable }) => {
      const labels = { host };
      const up = Number(reachable && modelPresent);
      return [
        { name: 'vivier_model_host_up', help: 'Whether this machine answers and has the model', value: up, labels },
        {
          ...{ name: 'vivier_model_circuit_open', help: 'Whether this machine is passed over after failures', labels },
          value: Number(circuit === 'open'),
        },
        { name: 'vivier_model_queue_running', help: 'Requests under way', value: queue.running, labels },
        { name: 'vivier_model_queue_waiting', help: 'Requests that wait', value: queue.waiting, labels },
        ...(latencyMs === null
          ? []
          : [
              {
                ...{ name: 'vivier_model_host_latency_seconds', help: 'Until the machine answered', labels },
                value: latencyMs / 1000,
              },
            ]),
      ];
    }),
  ];
}
