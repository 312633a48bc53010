import { createDeadline, orAborted } from './deadline';
import { AttemptFailure, classify } from './failures';
import type { Host } from './hosts';
import type { Transport } from './transport';
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

/** Asks one host for its version, its models and what it has in memory. Outside the queue and the circuit, on purpose. */
export async function hostHealth(
  host: Host,
  transport: Transport,
  wanted: { model: string; embedModel: string },
  signals: (AbortSignal | undefined)[],
): Promise<HostHealth> {
  const deadline = createDeadline(signals, HEALTH_TIMEOUT_MS);
  deadline.start();
  const slow = () => new AttemptFailure('timeout', 'no answer within 5 s', host.url);
  try {
    const ollama = transport.client(host.url, deadline.signal);
    const [{ version }, { models }, running] = await orAborted(
      Promise.all([ollama.version(), ollama.list(), ollama.ps()]),
      deadline.signal,
      slow,
    );
    const names = models.map((entry) => entry.name);
    const entry = models.find((candidate) => sameModel(candidate.name, wanted.model));
    return {
      host: host.url,
      reachable: true,
      version,
      models: names,
      modelPresent: entry !== undefined,
      digest: entry?.digest ?? null,
      loaded: running.models.some((candidate) => sameModel(candidate.name, wanted.model)),
      embedModelPresent: names.some((name) => sameModel(name, wanted.embedModel)),
      circuit: host.circuit(),
      reason: null,
    };
  } catch (error) {
    return unreachable(host, deadline.expired() ? slow() : classify(error, host.url));
  } finally {
    deadline.clear();
  }
}

function unreachable(host: Host, failure: AttemptFailure): HostHealth {
  return {
    host: host.url,
    reachable: false,
    version: null,
    models: [],
    modelPresent: false,
    digest: null,
    loaded: false,
    embedModelPresent: false,
    circuit: host.circuit(),
    reason: failure.reason,
  };
}
