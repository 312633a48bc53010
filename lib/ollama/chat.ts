import type { ChatRequest as WireRequest, Ollama, Options } from 'ollama';
import type { z } from 'zod/v4';
import { AttemptFailure } from './failures';
import { isLooping } from './loops';
import type { RawAnswer } from './types';

/** How often, in chunks, a stream is looked at for loops. */
const LOOP_CHECK = 32;
/** A chunk may carry a part of a token; a server that ignores `num_predict` passes this all the same. */
const CHUNKS_PER_TOKEN = 2;

export interface Ask {
  model: string;
  content: string;
  format: object;
  /** Runner options, the same on every call: any difference makes Ollama load the model again. */
  runner: Readonly<Pick<Options, 'num_ctx'>>;
  keepAlive: string;
  maxTokens: number;
  /** 0 the first time; raised after an answer that was not valid, as the same settings would give the same answer. */
  variation: number;
}

const SEED = 20_260_101;

/** `truncate` and `shift` are in Ollama's API but not yet in its package's types. Off: what is too long is refused, not cut. */
type WholeRequest = WireRequest & { stream: true; truncate: false; shift: false };

function toWire(ask: Ask): WholeRequest {
  return {
    model: ask.model,
    messages: [{ role: 'user', content: ask.content }],
    stream: true,
    truncate: false,
    shift: false,
    format: ask.format,
    keep_alive: ask.keepAlive,
    options: {
      ...ask.runner,
      num_predict: ask.maxTokens,
      temperature: ask.variation * 0.2,
      seed: SEED + ask.variation,
    },
  };
}

/** One request over one connection. @throws AttemptFailure, or whatever the connection threw. */
export async function askOnce(ollama: Ollama, ask: Ask): Promise<RawAnswer> {
  const stream = await ollama.chat(toWire(ask));
  let text = '';
  let chunks = 0;
  for await (const part of stream) {
    text += part.message?.content ?? '';
    chunks += 1;
    if (part.done) {
      const { prompt_eval_count: tokensIn = 0, eval_count: tokensOut = 0, done_reason: doneReason = 'stop' } = part;
      const answer = { text, tokensIn, tokensOut, doneReason };
      if (doneReason !== 'length') return answer;
      throw new AttemptFailure('cut', 'the answer reached its limit', undefined, answer);
    }
    // The host counts when it ends; until then a chunk stands for a token.
    const soFar = { text, tokensIn: 0, tokensOut: chunks, doneReason: 'stopped' };
    if (chunks > ask.maxTokens * CHUNKS_PER_TOKEN)
      throw new AttemptFailure('cut', 'the answer does not end', undefined, soFar);
    if (chunks % LOOP_CHECK === 0 && isLooping(text))
      throw new AttemptFailure('invalid-answer', 'it repeats itself', undefined, soFar);
  }
  throw new AttemptFailure('unreachable', 'the connection ended before the answer did');
}

/** @throws AttemptFailure `invalid-answer` that says what is wrong, never what was answered. */
export function parseAnswer<T>(text: string, schema: z.ZodType<T>): T {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw new AttemptFailure('invalid-answer', 'the answer is not JSON');
  }
  const checked = schema.safeParse(json);
  if (checked.success) return checked.data;
  const where = checked.error.issues[0]?.path.filter((step) => typeof step === 'string').join('.');
  throw new AttemptFailure('invalid-answer', where ? `“${where}” is not as asked` : 'not as asked');
}
