import type { z } from 'zod/v4';

/** How to reach Ollama. Everything but `hosts` has a default. */
export interface OllamaConfig {
  /**
   * `http://host:11434`, `host:11434` or `host`, with words behind it: `weight=3`, `parallel=2`, `drain`. A request goes where it is expected to be
   * done first.
   */
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
  /** True: of an answer that was cut or began to repeat itself, its whole entries are taken and no other try is made; the answer then says `cut`. */
  takePart?: boolean;
  /** True: somebody waits for it, so that it goes before what waits already. */
  urgent?: boolean;
  signal?: AbortSignal;
}

/** An answer as the host gave it. */
export interface RawAnswer {
  text: string;
  tokensIn: number;
  tokensOut: number;
  doneReason: string;
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
  /** SHA-256 of the answer's text as the model gave it. */
  answerSha256: string;
  /** True when the answer did not come to its end: see `ChatRequest.takePart`. */
  cut?: boolean;
  /** True when the answer was kept from an earlier run: its tokens and time were spent then. */
  fromCache?: boolean;
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
  /** What the model was made for, and what it is loaded with now, in tokens; null when the host does not say. */
  context: { most: number | null; loaded: number | null };
  /** Milliseconds until the host said its version; null when it is not reachable. */
  latencyMs: number | null;
  /** Milliseconds of one short answer, loading the model included; null when none was asked for or none came. */
  probeMs: number | null;
  /** How long an answer took of late, in this process; null when not known. */
  answerMs: number | null;
  /** True: nothing new is sent there. */
  drained: boolean;
  /** This process's requests: those under way there, and those that are expected to go there. */
  queue: { running: number; waiting: number };
  circuit: 'closed' | 'open' | 'half-open';
  /** Why it is not reachable, in a few words. */
  reason: string | null;
}

export interface HealthRequest {
  signal?: AbortSignal;
  /** True: each host that has the model is asked for one short answer, which also loads the model. */
  probe?: boolean;
}

/** One machine's part of a download, as Ollama tells it. */
export interface PullProgress {
  host: string;
  /** Ollama's own words: `pulling manifest`, `verifying sha256 digest`… */
  status: string;
  /** Bytes of the part under way; null while there is none. */
  completed: number | null;
  total: number | null;
}

export interface PullRequest {
  /** Default: the client's model. */
  model?: string;
  onProgress?: (progress: PullProgress) => void;
  signal?: AbortSignal;
}

export interface WarmUp {
  host: string;
  loaded: boolean;
  ms: number;
  /** Why it was not loaded, in a few words. */
  reason: string | null;
}

export interface OllamaHealth {
  /** At least one host answers and has the model (and answered the probe, when one was asked for). */
  ok: boolean;
  /** `up`: every host works. `degraded`: some do. `down`: none does. */
  state: 'up' | 'degraded' | 'down';
  model: string;
  embedModel: string;
  hosts: HostHealth[];
}

/** What reading a CV needs of a model, whoever serves it. */
export interface ModelClient {
  readonly model: string;
  readonly contextTokens: number;
  /** Requests for one text that may run side by side. */
  readonly requestsAtOnce: number;
  /** Which weights would answer now; the digest is null when nobody says. Never throws. */
  identify(signal?: AbortSignal): Promise<ModelId>;
  /**
   * Asks for one JSON value.
   * @throws VivierError `ollama-unreachable`, `model-missing`, `model-refused`, `model-answer-invalid`, `answer-cut`,
   * `context-exceeded`, `timeout` or `cancelled`.
   */
  chatJson<T>(request: ChatRequest<T>): Promise<ChatAnswer<T>>;
  /**
   * Runs several calls on one text as a unit: other sequences wait until a host is free of them, so that the calls' common beginning
   * stays in that host's prompt cache.
   * @throws VivierError `cancelled` while it waits; else whatever `work` throws.
   */
  sequence<T>(work: () => Promise<T>, signal?: AbortSignal, urgent?: boolean): Promise<T>;
}

export interface OllamaClient extends ModelClient {
  readonly embedModel: string;
  /**
   * Texts of at most about 1,500 tokens into vectors; a longer one is refused (`context-exceeded`), never cut.
   * @throws VivierError as `chatJson`.
   */
  embed(request: EmbedRequest): Promise<EmbedAnswer>;
  /** Never throws: a host that is down is part of the answer. */
  health(request?: HealthRequest): Promise<OllamaHealth>;
  /**
   * Downloads a model on every host that lacks it, one host after the other. Only ever on a person's demand.
   * @returns the hosts that have it now.
   * @throws VivierError `ollama-unreachable`, `model-missing` (no such model), `model-refused`, `timeout` (nothing came for minutes) or `cancelled`.
   */
  pull(request?: PullRequest): Promise<string[]>;
  /** Loads the model on every host with the options that the requests will have. Never throws. */
  warmUp(signal?: AbortSignal): Promise<WarmUp[]>;
  /** Stops what is under way and closes the connections. */
  close(): Promise<void>;
}
