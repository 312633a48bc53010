import type { z } from 'zod/v4';
import { VivierError } from '../errors';
import { callWithRetries, type CallLimits } from './calls';
import { parseAnswer } from './chat';
import { withSchema } from './client';
import { AttemptFailure, classify, isHostFault, toPublicError } from './failures';
import { sha256 } from './hash';
import { processHosts, type HostRegistry } from './hosts';
import { toPlainSchema } from './schema';
import { estimateTokens } from './tokens';
import type { ChatAnswer, ChatRequest, ModelClient } from './types';

interface Invocable {
  invoke(input: string, options?: { signal?: AbortSignal }): Promise<unknown>;
}

/** What is used of a LangChain chat model, which is what n8n hands to a node: no more, so that any version and any provider fits. */
export interface ForeignChatModel extends Invocable {
  model?: unknown;
  modelName?: unknown;
  /** Of Ollama's alone: the context that it is asked for. */
  numCtx?: unknown;
  withStructuredOutput?: (schema: object, options: object) => Invocable;
}

export interface ChatModelConfig {
  /** Its context in tokens, prompt and answer together; default 8192. A longer CV goes in parts. */
  contextTokens?: number;
  /** Wall clock of one attempt, in milliseconds; default 10 minutes. */
  timeoutMs?: number;
  /** Default 3. */
  attempts?: number;
  hosts?: HostRegistry;
  backoffMs?: number;
}

const DEFAULTS = { contextTokens: 8192, timeoutMs: 10 * 60_000, attempts: 3, backoffMs: 500 };

/** An answer longer than this is not the JSON that was asked for: characters a token, generously. */
const CHARACTERS_PER_TOKEN = 12;

const record = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};

/** The text of a LangChain message: a string, or parts of which some are text. */
function textOf(message: unknown): string {
  const { content } = record(message);
  if (typeof content === 'string') return content;
  if (!Array.isArray(content)) return typeof message === 'string' ? message : '';
  return content.map((part) => (typeof part === 'string' ? part : String(record(part).text ?? ''))).join('');
}

/** The JSON in an answer: models without a grammar like to fence it. */
const unfenced = (text: string) => /```(?:json)?\s*([\s\S]*?)```/.exec(text)?.[1] ?? text;

function tokensOf(message: unknown): { tokensIn: number; tokensOut: number } {
  const usage = record(record(message).usage_metadata);
  const count = (value: unknown) => (typeof value === 'number' ? value : 0);
  return { tokensIn: count(usage.input_tokens), tokensOut: count(usage.output_tokens) };
}

/** Ollama takes so many when nobody says otherwise, and cuts a longer prompt from its head without a word. */
const OLLAMA_DEFAULT_CONTEXT = 4096;
/** Characters that one token stands for at the very most, over a whole prompt of European languages. */
const MOST_CHARACTERS_PER_TOKEN = 8;

/** What the model reads at once: as configured, but for Ollama never more than its own node asked for. */
function contextOf(model: ForeignChatModel, wanted: number): number {
  if (!('numCtx' in model) && model.constructor?.name !== 'ChatOllama') return wanted;
  return Math.min(wanted, typeof model.numCtx === 'number' ? model.numCtx : OLLAMA_DEFAULT_CONTEXT);
}

/** A provider that counted far fewer tokens than the prompt must have did not read all of it. */
const wasCut = (prompt: string, { tokensIn }: Reply) =>
  tokensIn > 0 && tokensIn < prompt.length / MOST_CHARACTERS_PER_TOKEN;

interface Reply {
  text: string;
  tokensIn: number;
  tokensOut: number;
}

/**
 * One request. With `structured` the provider is asked to hold the model to the schema (`jsonSchema`; with Ollama this becomes its grammar);
 * not every provider can.
 */
async function invokeOnce(
  model: ForeignChatModel,
  prompt: string,
  format: object,
  structured: boolean,
  signal: AbortSignal,
) {
  const constrained = structured
    ? model.withStructuredOutput?.(
        { title: 'answer', ...format },
        { name: 'answer', method: 'jsonSchema', includeRaw: true },
      )
    : undefined;
  const said = await (constrained ?? model).invoke(prompt, { signal });
  if (!constrained) return { text: unfenced(textOf(said)), ...tokensOf(said) } satisfies Reply;
  const { raw, parsed } = record(said);
  // Some providers answer by a call of a function: then the text is empty, and what was parsed is the answer.
  const text = textOf(raw).trim() || JSON.stringify(parsed ?? null);
  return { text: unfenced(text), ...tokensOf(raw) } satisfies Reply;
}

/** What a provider threw. Names of kinds only: its words may quote the request. */
function foreignFailure(error: unknown, name: string): AttemptFailure {
  if (error instanceof AttemptFailure) return error;
  // LangChain wraps parsers' failures; they are the answer's fault, not the host's.
  if (/OutputParser|Zod/.test(String(record(error).name)))
    return new AttemptFailure('invalid-answer', 'not as asked', name);
  // n8n wraps a provider's refusal: the status is on the cause, as a number or a text.
  const { httpCode, cause } = record(error);
  const status = Number(record(error).status ?? httpCode ?? record(cause).status ?? record(cause).httpCode);
  if (Number.isInteger(status) && status >= 400) {
    const kind = status === 408 || status === 429 || status >= 500 ? 'server' : 'refused';
    return new AttemptFailure(kind, `HTTP ${status}`, name);
  }
  return classify(error, name);
}

/**
 * Any chat model that n8n offers, in the place of Ollama: the same prompts, the same schema, the same checks. Where it runs is not known here: with
 * a provider in the cloud the CV leaves the machine.
 * @returns a client whose `chatJson` throws VivierError `chat-model-failed`, `model-answer-invalid`, `answer-cut`, `context-exceeded`, `timeout` or
 * `cancelled`.
 */
export function createChatModel(model: ForeignChatModel, config: ChatModelConfig = {}): ModelClient {
  const { timeoutMs, attempts, backoffMs } = { ...DEFAULTS, ...config };
  const contextTokens = contextOf(model, config.contextTokens ?? DEFAULTS.contextTokens);
  const given = model.model ?? model.modelName;
  const name = typeof given === 'string' && given ? given : 'chat model';
  const limits: CallLimits = { timeoutMs, overallTimeoutMs: 2 * timeoutMs, attempts, backoffMs };
  const registry = config.hosts ?? processHosts;
  const hosts = [registry.get(`chat-model:${name}`, 1)];
  let structured = typeof model.withStructuredOutput === 'function';

  async function attempt<T>(
    prompt: string,
    schema: z.ZodType<T>,
    maxTokens: number,
    signal: AbortSignal,
  ): Promise<Reply & { value: T }> {
    const format = toPlainSchema(schema);
    try {
      const whole = withSchema(prompt, format);
      const reply = await invokeOnce(model, whole, format, structured, signal);
      if (wasCut(whole, reply)) throw new AttemptFailure('context', 'the prompt was cut', name);
      if (reply.text.length > maxTokens * CHARACTERS_PER_TOKEN) throw new AttemptFailure('cut', 'too long', name);
      return { ...reply, value: parseAnswer(reply.text, schema) };
    } catch (error) {
      const failure = foreignFailure(error, name);
      if (!structured || isHostFault(failure) || ['cut', 'context'].includes(failure.kind)) throw failure;
      // The provider may not know how to hold to a schema: from now on it is only asked to, in words.
      structured = false;
      throw new AttemptFailure('invalid-answer', failure.reason, name);
    }
  }

  async function chatJson<T>(request: ChatRequest<T>): Promise<ChatAnswer<T>> {
    const { prompt, schema, maxTokens, signal, urgent } = request;
    const started = performance.now();
    const needed = estimateTokens(withSchema(prompt, toPlainSchema(schema))) + maxTokens;
    if (needed > contextTokens) throw new VivierError('context-exceeded', { actual: needed, limit: contextTokens });
    const connect = (_url: string, own: AbortSignal) => own;
    const among = { registry, hosts, connect, errand: { kind: name, urgent } };
    const work = (own: AbortSignal) => attempt(prompt, schema, maxTokens, own);
    try {
      const { result, attempts: tried } = await callWithRetries(among, limits, [signal], work);
      const { value, text, tokensIn, tokensOut } = result;
      const usage = {
        tokensIn,
        tokensOut,
        ms: Math.round(performance.now() - started),
        attempts: tried,
        doneReason: 'stop',
      };
      return { value, usage, model: { name, digest: null }, answerSha256: sha256(text) };
    } catch (error) {
      if (!(error instanceof AttemptFailure)) throw error;
      if (['unreachable', 'circuit-open', 'server', 'refused', 'missing'].includes(error.kind)) {
        throw new VivierError('chat-model-failed', { what: name, reason: error.reason });
      }
      const { overallTimeoutMs } = limits;
      const context = {
        model: name,
        hosts: [name],
        timeoutMs,
        overallTimeoutMs,
        promptTokens: needed,
        contextTokens,
        maxTokens,
      };
      throw toPublicError(error, context);
    }
  }

  return {
    ...{ model: name, contextTokens, requestsAtOnce: 1, chatJson },
    identify: async () => ({ name, digest: null }),
    sequence: (work) => work(),
  };
}
