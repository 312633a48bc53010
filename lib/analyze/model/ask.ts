import { VivierError } from '../../errors';
import type { TextLine } from '../../extract';
import { estimateTokens, toPlainSchema, type ChatAnswer, type ModelClient } from '../../ollama';
import { chunkLines, numbered } from './chunks';
import { preambleFor, type Task } from './prompts';

/** The answer's share of the model's context, at most: the CV needs the rest. */
const ANSWER_SHARE = 0.35;
/** What the client adds around the prompt, beside the schema. */
const WRAPPING_TOKENS = 64;
/** An answer that was cut is asked for again in halves of the text, so many times over. */
const MOST_HALVINGS = 1;

export interface AskOptions<T> {
  client: ModelClient;
  signal?: AbortSignal;
  /** Given every answer as it comes: those of a long CV's first parts count even when a later one fails. */
  onAnswer: (task: string, answer: ChatAnswer<T>) => void;
}

export function buildPrompt<T>(
  lines: readonly TextLine[],
  { name, instructions }: Pick<Task<T>, 'name' | 'instructions'>,
  contextTokens: number,
): string {
  return `${preambleFor(name, contextTokens)}\n\n<cv>\n${lines.map(numbered).join('\n')}\n</cv>\n\n${instructions}`;
}

const answerLimit = <T>(task: Task<T>, client: ModelClient) =>
  Math.min(task.maxTokens, Math.floor(client.contextTokens * ANSWER_SHARE));

/** Tokens left for the CV's lines once instructions, schema and answer have theirs. */
function linesBudget<T>(task: Task<T>, client: ModelClient): number {
  const fixed = buildPrompt([], task, client.contextTokens) + JSON.stringify(toPlainSchema(task.schema));
  const budget = client.contextTokens - estimateTokens(fixed) - answerLimit(task, client) - WRAPPING_TOKENS;
  if (budget < 100) {
    throw new VivierError('context-exceeded', {
      actual: client.contextTokens - budget + 100,
      limit: client.contextTokens,
    });
  }
  return budget;
}

async function askPart<T>(task: Task<T>, lines: TextLine[], options: AskOptions<T>, halvings: number): Promise<T[]> {
  const { client, signal } = options;
  try {
    const prompt = buildPrompt(lines, task, client.contextTokens);
    const maxTokens = answerLimit(task, client);
    // With its full room, twice what a rich CV needs, an answer that does not end is no answer to halve the text for: what it said till then is taken.
    const takePart = maxTokens === task.maxTokens || halvings === 0;
    const answer = await client.chatJson({ prompt, schema: task.schema, maxTokens, takePart, signal });
    options.onAnswer(task.name, answer);
    return [answer.value];
  } catch (error) {
    const cut = error instanceof VivierError && error.code === 'answer-cut';
    if (!cut || halvings === 0 || lines.length < 8) throw error;
    const middle = Math.ceil(lines.length / 2);
    const first = await askPart(task, lines.slice(0, middle), options, halvings - 1);
    return [...first, ...(await askPart(task, lines.slice(middle), options, halvings - 1))];
  }
}

/**
 * The model's answers to one task, one a part of the text: a CV that does not fit into the context goes in several parts.
 * @throws VivierError as `ModelClient.chatJson`.
 */
export async function askTask<T>(task: Task<T>, lines: readonly TextLine[], options: AskOptions<T>): Promise<T[]> {
  const chunks = chunkLines(lines, linesBudget(task, options.client));
  // A person presents themselves at the top.
  const wanted = task.name === 'identity' ? chunks.slice(0, 1) : chunks;
  const answers: T[] = [];
  for (const chunk of wanted) answers.push(...(await askPart(task, chunk, options, MOST_HALVINGS)));
  return answers;
}
