import type { Ollama } from 'ollama';
import { AttemptFailure } from './failures';

/** Larger than the 1,500 tokens that texts should have, smaller than the context of every usual embedding model. */
export const EMBED_CONTEXT_TOKENS = 2048;
/** Texts in one request: enough to keep a CPU busy, few enough that a retry costs little. */
const BATCH = 16;

/** nomic models were trained with a prefix that tells what the text is for; Ollama does not add it. */
export function withPrefix(model: string, purpose: 'document' | 'query', text: string): string {
  return model.startsWith('nomic-embed') ? `search_${purpose}: ${text}` : text;
}

/** @throws AttemptFailure, or whatever the connection threw. */
export async function embedOnce(ollama: Ollama, model: string, texts: string[], keepAlive: string) {
  const vectors: number[][] = [];
  let tokensIn = 0;
  for (let from = 0; from < texts.length; from += BATCH) {
    const input = texts.slice(from, from + BATCH);
    const answer = await ollama.embed({
      model,
      input,
      truncate: false,
      keep_alive: keepAlive,
      options: { num_ctx: EMBED_CONTEXT_TOKENS },
    });
    if (!Array.isArray(answer.embeddings) || answer.embeddings.length !== input.length) {
      throw new AttemptFailure('invalid-answer', 'not one vector a text');
    }
    vectors.push(...answer.embeddings);
    tokensIn += answer.prompt_eval_count ?? 0;
  }
  return { vectors, tokensIn };
}
