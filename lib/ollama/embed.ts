import type { Ollama } from 'ollama';
import { AttemptFailure, isTooLong } from './failures';

/** Larger than the 1,500 tokens that texts should have, smaller than the context of every usual embedding model. */
export const EMBED_CONTEXT_TOKENS = 2048;
/** Texts in one request: enough to keep a CPU busy, few enough that a retry costs little. */
const BATCH = 16;
/** A text this short that is still too long for a model is no text. */
const SHORTEST = 200;

/** nomic models were trained with a prefix that tells what the text is for; Ollama does not add it. */
export function withPrefix(model: string, purpose: 'document' | 'query', text: string): string {
  return model.startsWith('nomic-embed') ? `search_${purpose}: ${text}` : text;
}

interface Embedded {
  vectors: number[][];
  tokensIn: number;
}
type Ask = (input: string[]) => Promise<Embedded>;

/**
 * Small models read 256 or 512 tokens only. A text that one of them refuses is halved until it fits, and has the mean of its parts' vectors: nothing
 * of it is cut off in silence.
 *
 * @throws AttemptFailure, or whatever the connection threw.
 */
export async function embedOnce(ollama: Ollama, model: string, texts: string[], keepAlive: string): Promise<Embedded> {
  const ask: Ask = async (input) => {
    const options = { num_ctx: EMBED_CONTEXT_TOKENS };
    const answer = await ollama.embed({ model, input, truncate: false, keep_alive: keepAlive, options });
    if (!Array.isArray(answer.embeddings) || answer.embeddings.length !== input.length) {
      throw new AttemptFailure('invalid-answer', 'not one vector a text');
    }
    return { vectors: answer.embeddings, tokensIn: answer.prompt_eval_count ?? 0 };
  };
  const answers: Embedded[] = [];
  for (let from = 0; from < texts.length; from += BATCH)
    answers.push(await fitting(ask, texts.slice(from, from + BATCH)));
  return joined(answers);
}

async function fitting(ask: Ask, texts: string[]): Promise<Embedded> {
  try {
    return await ask(texts);
  } catch (error) {
    const [text] = texts;
    if (!isTooLong(error) || (texts.length === 1 && text.length <= SHORTEST)) throw error;
    if (texts.length === 1) {
      const { vectors, tokensIn } = await fitting(ask, halves(text));
      return { vectors: [meanOf(vectors)], tokensIn };
    }
    const answers: Embedded[] = [];
    for (const one of texts) answers.push(await fitting(ask, [one]));
    return joined(answers);
  }
}

function joined(answers: Embedded[]): Embedded {
  return {
    vectors: answers.flatMap(({ vectors }) => vectors),
    tokensIn: answers.reduce((sum, { tokensIn }) => sum + tokensIn, 0),
  };
}

/** At the last blank before the middle, if there is one in its second quarter. */
function halves(text: string): [string, string] {
  const middle = text.length >> 1;
  const blank = Math.max(text.lastIndexOf('\n', middle), text.lastIndexOf(' ', middle));
  const at = blank > middle / 2 ? blank : middle;
  return [text.slice(0, at), text.slice(at)];
}

function meanOf(vectors: number[][]): number[] {
  return vectors[0].map((_, at) => vectors.reduce((sum, vector) => sum + vector[at], 0) / vectors.length);
}
