import pLimit from 'p-limit';
import { VivierError } from '../errors';
import { callWithRetries, type CallLimits, type Work } from './calls';
import { askOnce, parseAnswer, type RawAnswer } from './chat';
import { orAborted } from './deadline';
import { EMBED_CONTEXT_TOKENS, embedOnce, withPrefix } from './embed';
import { AttemptFailure, classify, toPublicError, type FailureContext } from './failures';
import { digestOf, hostHealth } from './health';
import { normaliseHost, processHosts, type Host, type HostRegistry } from './hosts';
import { toPlainSchema } from './schema';
import { estimateTokens } from './tokens';
import { openTransport } from './transport';
import type {
  ChatAnswer,
  ChatRequest,
  EmbedAnswer,
  EmbedRequest,
  ModelId,
  OllamaClient,
  OllamaConfig,
  OllamaHealth,
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

type Parsed<T> = Omit<RawAnswer, 'text'> & { value: T; host: Host };

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

/** The prompt and, after it, the schema: Ollama turns `format` into a grammar but does not show it to the model. White space costs tokens. */
function withSchema(prompt: string, format: object): string {
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
  const urls = [...new Set(config.hosts.filter((host) => host.trim() !== '').map(normaliseHost))];
  if (urls.length === 0) throw new VivierError('invalid-input', { what: 'hosts' });

  const hosts = urls.map((url) => registry.get(url, concurrency));
  const lane = pLimit(hosts.length * concurrency);
  const transport = openTransport(config.apiKey);
  const closed = new AbortController();
  const runner = Object.freeze({ num_ctx: contextTokens });
  const keepAlive = config.keepAlive ?? '30m';
  const digests = new Map<string, string | null>();

  /** Asked once a host and model, after an answer came. */
  async function identify(name: string, host: Host, signal?: AbortSignal): Promise<ModelId> {
    const key = `${host.url} ${name}`;
    if (!digests.get(key)) digests.set(key, await digestOf(host, transport, name, [signal, closed.signal]));
    return { name, digest: digests.get(key) ?? null };
  }

  async function call<T>(work: Work<T>, signal: AbortSignal | undefined, context: FailureContext) {
    try {
      return await callWithRetries(hosts, transport, limits, [signal, closed.signal], work);
    } catch (error) {
      throw error instanceof AttemptFailure ? toPublicError(error, context) : error;
    }
  }

  const contextOf = (name: string, promptTokens: number, limit: number, maxTokens: number): FailureContext => ({
    model: name,
    hosts: urls,
    timeoutMs: limits.timeoutMs,
    promptTokens,
    contextTokens: limit,
    maxTokens,
  });

  async function chatJson<T>({ prompt, schema, maxTokens, signal }: ChatRequest<T>): Promise<ChatAnswer<T>> {
    const started = performance.now();
    const format = toPlainSchema(schema);
    const content = withSchema(prompt, format);
    const needed = estimateTokens(content) + maxTokens;
    if (needed > contextTokens) throw new VivierError('context-exceeded', { actual: needed, limit: contextTokens });
    let variation = 0;
    const work: Work<Parsed<T>> = async (ollama, host) => {
      try {
        const ask = { model, content, format, runner, keepAlive, maxTokens, variation };
        const { text, ...usage } = await askOnce(ollama, ask);
        return { value: parseAnswer(text, schema), ...usage, host };
      } catch (error) {
        if (classify(error, host.url).kind === 'invalid-answer') variation += 1;
        throw error;
      }
    };
    const { result, attempts } = await call(work, signal, contextOf(model, needed, contextTokens, maxTokens));
    const { value, host, ...usage } = result;
    const id = await identify(model, host, signal);
    return { value, usage: { ...usage, attempts, ms: Math.round(performance.now() - started) }, model: id };
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
    const { result } = await call(work, signal, context);
    const id = await identify(embedModel, result.host, signal);
    const ms = Math.round(performance.now() - started);
    return { vectors: result.vectors, model: id, usage: { tokensIn: result.tokensIn, ms } };
  }

  async function sequence<T>(work: () => Promise<T>, signal: AbortSignal = closed.signal): Promise<T> {
    const cancelled = () => new VivierError('cancelled');
    const turn = lane(async () => {
      if (signal.aborted) throw cancelled();
      return work();
    });
    return orAborted(turn, signal, cancelled);
  }

  async function health(signal?: AbortSignal): Promise<OllamaHealth> {
    const wanted = { model, embedModel };
    const all = await Promise.all(hosts.map((host) => hostHealth(host, transport, wanted, [signal, closed.signal])));
    return { ok: all.some((host) => host.modelPresent), ...wanted, hosts: all };
  }

  async function close(): Promise<void> {
    closed.abort();
    await transport.close();
  }

  return { model, embedModel, contextTokens, chatJson, embed, sequence, health, close };
}
