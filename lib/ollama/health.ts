import { createDeadline, orAborted } from './deadline';
import { AttemptFailure, classify } from './failures';
import type { Host } from './hosts';
import type { Transport } from './transport';
import type { Ollama } from 'ollama';
import type { HostHealth } from './types';

const HEALTH_TIMEOUT_MS = 5_000;

/** Ollama takes `mistral` for `mistral:latest`. */
export function sameModel(a: string, b: string): boolean {
  const full = (name: string) => (name.includes(':') ? name : `${name}:latest`).toLowerCase();
  return full(a) === full(b);
}

/** The digest of the model's weights; null when the host does not list it, or does not say in time. */
export async function digestOf(
  host: Host,
  transport: Transport,
  model: string,
  signals: (AbortSignal | undefined)[],
): Promise<string | null> {
  const deadline = createDeadline(signals, HEALTH_TIMEOUT_MS);
  deadline.start();
  try {
    const { models } = await transport.client(host.url, deadline.signal).list();
    return models.find((entry) => sameModel(entry.name, model))?.digest ?? null;
  } catch {
    // Known beside the answer, which must not be lost for it.
    return null;
  } finally {
    deadline.clear();
  }
}

/** How many tokens the model was made for (`llama.context_length`, `gemma3.context_length`…); null when the host does not say. */
async function mostContext(ollama: Ollama, model: string): Promise<number | null> {
  try {
    const { model_info: info } = await ollama.show({ model });
    const facts = new Map<string, unknown>(info instanceof Map ? info : Object.entries(info ?? {}));
    const [, length] = [...facts].find(([name]) => name.endsWith('.context_length')) ?? [];
    return typeof length === 'number' ? length : null;
  } catch {
    // Told beside the rest, which must not be lost for it.
    return null;
  }
}

const numberIn = (value: object | undefined, name: string): number | null => {
  const found = value === undefined ? undefined : (value as Record<string, unknown>)[name];
  return typeof found === 'number' ? found : null;
};

/** Asks one host for its version, its models and what it has in memory. Outside the queue and the circuit, on purpose. */
export async function hostHealth(
  host: Host,
  transport: Transport,
  wanted: { model: string; embedModel: string },
  signals: (AbortSignal | undefined)[],
  drained = false,
): Promise<HostHealth> {
  const deadline = createDeadline(signals, HEALTH_TIMEOUT_MS);
  deadline.start();
  const slow = () => new AttemptFailure('timeout', 'no answer within 5 s', host.url);
  try {
    const ollama = transport.client(host.url, deadline.signal);
    const asked = performance.now();
    const { version } = await orAborted(ollama.version(), deadline.signal, slow);
    const latencyMs = Math.round(performance.now() - asked);
    const [{ models }, running, most] = await orAborted(
      Promise.all([ollama.list(), ollama.ps(), mostContext(ollama, wanted.model)]),
      deadline.signal,
      slow,
    );
    const inMemory = running.models.find((candidate) => sameModel(candidate.name, wanted.model));
    const names = models.map((entry) => entry.name);
    const entry = models.find((candidate) => sameModel(candidate.name, wanted.model));
    return {
      host: host.url,
      reachable: true,
      version,
      models: names,
      modelPresent: entry !== undefined,
      digest: entry?.digest ?? null,
      loaded: inMemory !== undefined,
      embedModelPresent: names.some((name) => sameModel(name, wanted.embedModel)),
      context: { most: entry ? most : null, loaded: numberIn(inMemory, 'context_length') },
      latencyMs,
      probeMs: null,
      answerMs: host.latencyMs(wanted.model),
      drained,
      queue: host.queue(),
      circuit: host.circuit(),
      reason: null,
    };
  } catch (error) {
    return unreachable(host, deadline.expired() ? slow() : classify(error, host.url), drained);
  } finally {
    deadline.clear();
  }
}

function unreachable(host: Host, failure: AttemptFailure, drained: boolean): HostHealth {
  return {
    host: host.url,
    reachable: false,
    version: null,
    models: [],
    modelPresent: false,
    digest: null,
    loaded: false,
    embedModelPresent: false,
    context: { most: null, loaded: null },
    latencyMs: null,
    probeMs: null,
    answerMs: null,
    drained,
    queue: host.queue(),
    circuit: host.circuit(),
    reason: failure.reason,
  };
}
