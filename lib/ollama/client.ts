import { setMaxListeners } from 'node:events';
import type { Ollama } from 'ollama';
import { z } from 'zod/v4';
import { invalid, VivierError } from '../errors';
import { readHost, type HostSpec } from './address';
import { callWithRetries, type CallLimits, type Work } from './calls';
import { askOnce, parseAnswer } from './chat';
import { orAborted } from './deadline';
import { EMBED_CONTEXT_TOKENS, embedOnce, withPrefix } from './embed';
import { AttemptFailure, classify, toPublicError, type FailureContext } from './failures';
import { digestOf, hostHealth } from './health';
import { processHosts, type Host, type HostRegistry } from './hosts';
import { sha256 } from './hash';
import { loadOn, pullOn } from './pull';
import { salvage } from './salvage';
import { toPlainSchema } from './schema';
import { estimateTokens } from './tokens';
import { openTransport } from './transport';
import { createLane } from './turns';
import type {
  ChatAnswer,
  ChatRequest,
  EmbedAnswer,
  EmbedRequest,
  HealthRequest,
  HostHealth,
  ModelId,
  OllamaClient,
  OllamaConfig,
  OllamaHealth,
  PullRequest,
  RawAnswer,
  WarmUp,
} from './types';

export const DEFAULT_MODEL = 'mistral:7b-instruct';
export const DEFAULT_EMBED_MODEL = 'bge-m3';
export const DEFAULT_CONTEXT_TOKENS = 8192;
const DEFAULT_TIMEOUT_MS = 10 * 60_000;
const BACKOFF_MS = 500;

/** What tests replace: a registry of their own, shorter pauses. */
export interface OllamaParts {
  hosts: HostRegistry;
  backoffMs: number;
}

type Parsed<T> = RawAnswer & { value: T; host: Host; cut: boolean };

/** A digest is asked for again after so long: a model may be pulled anew under the same name. */
const DIGEST_FOR_MS = 60_000;

/** The shortest question: how long the model takes to say one word. */
const PROBE = { prompt: 'Say ok.', schema: z.object({ ok: z.boolean() }), maxTokens: 24 };

function atLeastOne(value: number | undefined, fallback: number, what: string): number {
  const chosen = value ?? fallback;
  if (!Number.isInteger(chosen) || chosen < 1) throw new VivierError('invalid-input', { what });
  return chosen;
}

function readLimits(config: OllamaConfig, backoffMs: number): CallLimits {
  const timeoutMs = atLeastOne(config.timeoutMs, DEFAULT_TIMEOUT_MS, 'timeoutMs');
  return {
    timeoutMs,
    overallTimeoutMs: atLeastOne(config.overallTimeoutMs, 2 * timeoutMs, 'overallTimeoutMs'),
    attempts: atLeastOne(config.attempts, 3, 'attempts'),
    backoffMs,
  };
}

/** One entry a machine; of one that is named twice the last word holds. @throws VivierError `invalid-input` when none may be asked. */
function readHosts(entries: readonly string[]): HostSpec[] {
  const specs = entries.filter((entry) => entry.trim() !== '').map(readHost);
  const byUrl = [...new Map(specs.map((spec) => [spec.url, spec])).values()];
  if (byUrl.length === 0) throw new VivierError('invalid-input', { what: 'hosts' });
  if (byUrl.every(({ drained }) => drained)) {
    throw invalid('hosts', 'every machine is marked “drain”', 'toutes les machines sont marquées « drain »');
  }
  return byUrl;
}

/** The prompt and, after it, the schema: Ollama turns `format` into a grammar but does not show it to the model. White space costs tokens. */
export function withSchema(prompt: string, format: object): string {
  return `${prompt}\n\nAnswer with one JSON object on a single line and nothing else. It obeys this JSON Schema:\n${JSON.stringify(format)}`;
}

/**
 * A client for one model on one or more Ollama servers, over the native API (`/v1` ignores the context length).
 * @throws VivierError `invalid-input` when the configuration can't work.
 */
export function createOllama(config: OllamaConfig, parts: Partial<OllamaParts> = {}): OllamaClient {
  const model = config.model?.trim() || DEFAULT_MODEL;
  const embedModel = config.embedModel?.trim() || DEFAULT_EMBED_MODEL;
  const contextTokens = atLeastOne(config.contextTokens, DEFAULT_CONTEXT_TOKENS, 'contextTokens');
  const limits = readLimits(config, parts.backoffMs ?? BACKOFF_MS);
  const concurrency = atLeastOne(config.concurrencyPerHost, 1, 'concurrencyPerHost');
  const registry = parts.hosts ?? processHosts;
  const specs = readHosts(config.hosts);
  const atOnce = ({ parallel }: HostSpec) => parallel ?? concurrency;
  const all = specs.map((spec) => registry.get(spec.url, atOnce(spec), spec.weight));
  const drained = new Set(specs.filter((spec) => spec.drained).map(({ url }) => url));
  const hosts = all.filter(({ url }) => !drained.has(url));
  const urls = hosts.map(({ url }) => url);
  const lane = createLane(specs.filter((spec) => !spec.drained).reduce((sum, spec) => sum + atOnce(spec), 0));
  const transport = openTransport(config.apiKey);
  const closed = new AbortController();
  // Each request under way listens.
  setMaxListeners(0, closed.signal);
  const runner = Object.freeze({ num_ctx: contextTokens });
  const keepAlive = config.keepAlive ?? '30m';
  const digests = new Map<string, { digest: string | null; at: number }>();
  const connect = (url: string, signal: AbortSignal) => transport.client(url, signal);

  /** Asked now and then for each host and model. */
  async function identifyOn(name: string, host: Host, signal?: AbortSignal): Promise<ModelId> {
    const key = `${host.url} ${name}`;
    const known = digests.get(key);
    if (known?.digest && performance.now() - known.at < DIGEST_FOR_MS) return { name, digest: known.digest };
    const digest = await digestOf(host, transport, name, [signal, closed.signal]);
    digests.set(key, { digest, at: performance.now() });
    return { name, digest };
  }

  async function identify(signal?: AbortSignal): Promise<ModelId> {
    const open = (host: Host) => Number(host.circuit() !== 'closed');
    for (const host of [...hosts].sort((a, b) => open(a) - open(b))) {
      const id = await identifyOn(model, host, signal);
      if (id.digest) return id;
    }
    return { name: model, digest: null };
  }

  async function call<T>(
    work: Work<Ollama, T>,
    { signal, urgent }: { signal?: AbortSignal; urgent?: boolean },
    context: FailureContext,
  ) {
    const errand = { kind: context.model, urgent, backlog: () => !urgent && lane.waiting() > 0 };
    try {
      return await callWithRetries({ registry, hosts, connect, errand }, limits, [signal, closed.signal], work);
    } catch (error) {
      throw error instanceof AttemptFailure ? toPublicError(error, context) : error;
    }
  }

  const contextOf = (name: string, promptTokens: number, limit: number, maxTokens: number): FailureContext => ({
    model: name,
    hosts: urls,
    timeoutMs: limits.timeoutMs,
    overallTimeoutMs: limits.overallTimeoutMs,
    promptTokens,
    contextTokens: limit,
    maxTokens,
  });

  async function chatJson<T>(request: ChatRequest<T>): Promise<ChatAnswer<T>> {
    const { prompt, schema, maxTokens, takePart, signal } = request;
    const started = performance.now();
    const format = toPlainSchema(schema);
    const content = withSchema(prompt, format);
    const needed = estimateTokens(content) + maxTokens;
    if (needed > contextTokens) throw new VivierError('context-exceeded', { actual: needed, limit: contextTokens });
    let variation = 0;
    const work: Work<Ollama, Parsed<T>> = async (ollama, host) => {
      try {
        const ask = { model, content, format, runner, keepAlive, maxTokens, variation };
        const raw = await askOnce(ollama, ask);
        return { ...raw, value: parseAnswer(raw.text, schema), host, cut: false };
      } catch (error) {
        const failure = classify(error, host.url);
        const { partial } = failure;
        const value = takePart && partial ? await salvage(partial.text, schema) : undefined;
        if (partial && value !== undefined) return { ...partial, value, host, cut: true };
        if (failure.kind === 'invalid-answer') variation += 1;
        throw error;
      }
    };
    const { result, attempts } = await call(work, request, contextOf(model, needed, contextTokens, maxTokens));
    const { value, host, cut, text, ...usage } = result;
    const id = await identifyOn(model, host, signal);
    const ms = Math.round(performance.now() - started);
    return { value, usage: { ...usage, attempts, ms }, model: id, answerSha256: sha256(text), ...(cut && { cut }) };
  }

  async function embed({ texts, purpose = 'document', signal }: EmbedRequest): Promise<EmbedAnswer> {
    const started = performance.now();
    const input = texts.map((text) => withPrefix(embedModel, purpose, text));
    const longest = Math.max(0, ...input.map(estimateTokens));
    const context = contextOf(embedModel, longest, EMBED_CONTEXT_TOKENS, 0);
    if (longest > EMBED_CONTEXT_TOKENS) {
      throw new VivierError('context-exceeded', { actual: longest, limit: EMBED_CONTEXT_TOKENS });
    }
    const work = async (ollama: Parameters<typeof embedOnce>[0], host: Host) => ({
      ...(await embedOnce(ollama, embedModel, input, keepAlive)),
      host,
    });
    const { result } = await call(work, { signal }, context);
    const id = await identifyOn(embedModel, result.host, signal);
    const ms = Math.round(performance.now() - started);
    return { vectors: result.vectors, model: id, usage: { tokensIn: result.tokensIn, ms } };
  }

  async function sequence<T>(work: () => Promise<T>, signal: AbortSignal = closed.signal, urgent = false): Promise<T> {
    const cancelled = () => new VivierError('cancelled');
    const turn = lane.run(async () => {
      if (signal.aborted) throw cancelled();
      return work();
    }, urgent);
    return orAborted(turn, signal, cancelled);
  }

  /** One short answer of one host, through its queue and circuit like any other. */
  async function probe(host: Host, health: HostHealth, signal?: AbortSignal): Promise<HostHealth> {
    if (!health.modelPresent) return health;
    const started = performance.now();
    const { prompt, schema, maxTokens } = PROBE;
    const format = toPlainSchema(schema);
    const ask = { model, content: withSchema(prompt, format), format, runner, keepAlive, maxTokens, variation: 0 };
    try {
      const work = async (ollama: Ollama) => parseAnswer((await askOnce(ollama, ask)).text, schema);
      const only = { registry, hosts: [host], connect };
      await callWithRetries(only, { ...limits, attempts: 1 }, [signal, closed.signal], work);
      return { ...health, loaded: true, circuit: host.circuit(), probeMs: Math.round(performance.now() - started) };
    } catch (error) {
      return { ...health, circuit: host.circuit(), reason: `probe: ${classify(error, host.url).reason}` };
    }
  }

  async function health({ signal, probe: wanted = false }: HealthRequest = {}): Promise<OllamaHealth> {
    const names = { model, embedModel };
    const signals = [signal, closed.signal];
    const told = await Promise.all(
      all.map(async (host) => {
        const answer = await hostHealth(host, transport, names, signals, drained.has(host.url));
        return wanted && !answer.drained ? probe(host, answer, signal) : answer;
      }),
    );
    const asked = told.filter((host) => !host.drained);
    const works = asked.filter((host) => host.modelPresent && (!wanted || host.probeMs !== null));
    const state = works.length === 0 ? 'down' : works.length < asked.length ? 'degraded' : 'up';
    return { ok: works.length > 0, state, ...names, hosts: told };
  }

  async function pull({ model: name = model, onProgress, signal }: PullRequest = {}): Promise<string[]> {
    const signals = [signal, closed.signal];
    const having: string[] = [];
    for (const host of hosts) {
      try {
        if (!(await digestOf(host, transport, name, signals)))
          await pullOn(host, transport, name, { signals, onProgress });
        having.push(host.url);
      } catch (error) {
        throw toPublicError(classify(error, host.url), contextOf(name, 0, contextTokens, 0));
      }
    }
    return having;
  }

  function warmUp(signal?: AbortSignal): Promise<WarmUp[]> {
    const wanted = { model, runner, keepAlive, timeoutMs: limits.timeoutMs };
    return Promise.all(hosts.map((host) => loadOn(host, transport, wanted, [signal, closed.signal])));
  }

  async function close(): Promise<void> {
    closed.abort();
    await transport.close();
  }

  const requestsAtOnce = concurrency;
  const reading = { model, contextTokens, requestsAtOnce, identify, chatJson, sequence };
  return { ...reading, embedModel, embed, health, pull, warmUp, close };
}
