import type { z } from 'zod/v4';

/** How to reach Ollama. Everything but `hosts` has a default. */
export interface OllamaConfig {
  /** `http://host:11434`, `host:11434` or `host`; the least busy one is asked first. */
  hosts: string[];
  /** Default `mistral:7b-instruct`. */
  model?: string;
  /** Default `bge-m3` (1024 dimensions, multilingual). */
  embedModel?: string;
  /** Sent as `Authorization: Bearer`, for Ollama behind a reverse proxy. */
  apiKey?: string;
  /** The model's context in tokens, prompt and answer together; default 8192. */
  contextTokens?: number;
  /** Wall clock of one attempt, in milliseconds; default 10 minutes, as a CPU writes a few tokens a second. */
  timeoutMs?: number;
  /** Wall clock of all attempts of one call, from its first place in the queue on; default twice `timeoutMs`. */
  overallTimeoutMs?: number;
  /** Default 3. */
  attempts?: number;
  /** Requests under way at once per host; default 1, which is also Ollama's own default. */
  concurrencyPerHost?: number;
  /** How long Ollama keeps the model loaded after a call; default `30m`. */
  keepAlive?: string;
}

export interface ChatRequest<T> {
  /** One user turn. What changes least comes first, so that Ollama's prefix cache can reuse it. */
  prompt: string;
  /** What the answer must be; shown to the model, turned into its grammar, and checked again on the answer. */
  schema: z.ZodType<T>;
  /** Most tokens that the answer may have. An answer that reaches it is a failure (`answer-cut`). */
  maxTokens: number;
  signal?: AbortSignal;
}

export interface ChatUsage {
  tokensIn: number;
  tokensOut: number;
  /** Wall clock of the whole call, waiting and retries included. */
  ms: number;
  attempts: number;
  doneReason: string;
}

export interface ModelId {
  name: string;
  /** SHA-256 of the weights as Ollama lists them; null when the host did not say. */
  digest: string | null;
}

export interface ChatAnswer<T> {
  value: T;
  usage: ChatUsage;
  model: ModelId;
}

export interface EmbedRequest {
  texts: string[];
  /** Some models write differently for what is stored and what is searched with; default `document`. */
  purpose?: 'document' | 'query';
  signal?: AbortSignal;
}

export interface EmbedAnswer {
  /** One vector a text, in the order given. */
  vectors: number[][];
  model: ModelId;
  usage: { tokensIn: number; ms: number };
}

export interface HostHealth {
  host: string;
  reachable: boolean;
  version: string | null;
  models: string[];
  modelPresent: boolean;
  digest: string | null;
  /** True when the model is in memory now: the first answer comes without the time to load it. */
  loaded: boolean;
  embedModelPresent: boolean;
  circuit: 'closed' | 'open' | 'half-open';
  /** Why it is not reachable, in a few words. */
  reason: string | null;
}

export interface OllamaHealth {
  /** At least one host answers and has the model. */
  ok: boolean;
  model: string;
  embedModel: string;
  hosts: HostHealth[];
}

export interface OllamaClient {
  readonly model: string;
  readonly embedModel: string;
  readonly contextTokens: number;
  /**
   * Asks for one JSON value.
   * @throws VivierError `ollama-unreachable`, `model-missing`, `model-refused`, `model-answer-invalid`, `answer-cut`,
   * `context-exceeded`, `timeout` or `cancelled`.
   */
  chatJson<T>(request: ChatRequest<T>): Promise<ChatAnswer<T>>;
  /**
   * Texts of at most about 1,500 tokens into vectors; a longer one is refused (`context-exceeded`), never cut.
   * @throws VivierError as `chatJson`.
   */
  embed(request: EmbedRequest): Promise<EmbedAnswer>;
  /**
   * Runs several calls on one text as a unit: other sequences wait until a host is free of them, so that the calls' common beginning
   * stays in that host's prompt cache.
   * @throws VivierError `cancelled` while it waits; else whatever `work` throws.
   */
  sequence<T>(work: () => Promise<T>, signal?: AbortSignal): Promise<T>;
  /** Never throws: a host that is down is part of the answer. */
  health(signal?: AbortSignal): Promise<OllamaHealth>;
  /** Stops what is under way and closes the connections. */
  close(): Promise<void>;
}
