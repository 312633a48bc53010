import { createHash } from 'node:crypto';
import { toVivierError, VivierError } from '../../errors';
import type { ExtractedDocument } from '../../extract';
import type { ModelClient } from '../../ollama';
import type { RequestRecord, Warning } from '../../profile';
import { withCache, type AnalysisCache } from '../cache';
import { inTime } from '../in-time';
import { askTask, recordOf } from '../model';
import { cacheFailed, modelUnavailable } from '../warnings';
import { linesLike } from './lexical';
import { asData, ASK_PROMPT_VERSION, questionTask } from './prompt';
import { verifyAnswers, type CvQuote } from './verify';
import { answerReplaced, linesOnly, noLine, notInCv, quotesDropped } from './words';

export { ASK_PROMPT_VERSION } from './prompt';
export type { CvQuote } from './verify';

export interface AskOptions {
  /**
   * `rules`: lines that share words with the question. `auto`: the model when a client is given; without an answer those lines and a warning.
   * `model`: without the model's answer it fails.
   */
  engine: 'rules' | 'model' | 'auto';
  ollama?: ModelClient;
  signal?: AbortSignal;
  /** Wall clock of the model's part in milliseconds, waiting for its turn not counted; default 30 minutes. */
  timeoutMs?: number;
  cache?: AnalysisCache;
  /** True: the model is asked again, whatever the cache holds. */
  again?: boolean;
}

export interface CvAnswer {
  question: string;
  /**
   * `answered`: at least one quote stands in the CV. `not-in-cv`: the model read the whole CV and quoted nothing that holds.
   * `lines-only`: searched by words, nothing was understood.
   */
  outcome: 'answered' | 'not-in-cv' | 'lines-only';
  /** One sentence, or the quotes themselves; null unless answered. */
  answer: string | null;
  /** Whose words `answer` is: the model's, checked against its quotes, or the CV's. */
  answerSource: 'model' | 'quotes' | null;
  /** What to tell a person: the answer, or why there is none. */
  message: string;
  quotes: CvQuote[];
  engine: 'model' | 'rules';
  warnings: Warning[];
  meta: {
    fileName: string;
    model: { name: string; digest: string | null } | null;
    promptVersion: string;
    questionSha256: string;
    /** One a part of the CV. */
    requests: RequestRecord[];
    ms: number;
  };
}

const LONGEST_QUESTION = 500;

type Answered = Omit<CvAnswer, 'question' | 'meta'> & { requests: RequestRecord[]; model: CvAnswer['meta']['model'] };

/**
 * A question on one CV, answered with quotes that stand in it. Instructions in the CV or in the question change nothing: both are data, and the
 * answer can only be quotes with line numbers and one sentence that is checked against them.
 * @throws VivierError `invalid-input` (no question, one of more than 500 characters, or the engine `model` without a client), `no-text`,
 * `cancelled`; with the engine `model` also what `ModelClient.chatJson` throws, and `timeout`.
 */
export async function ask(document: ExtractedDocument, question: string, options: AskOptions): Promise<CvAnswer> {
  const started = performance.now();
  const asked = asData(question);
  if (asked === '' || asked.length > LONGEST_QUESTION) {
    throw new VivierError('invalid-input', { what: 'question', reason: `1–${LONGEST_QUESTION}` });
  }
  if (options.signal?.aborted) throw new VivierError('cancelled');
  if (document.lines.every(({ text }) => text.trim() === '')) {
    throw new VivierError('no-text', { fileName: document.fileName });
  }
  const { requests, model, ...answered } = await chosenAnswer(document, asked, options);
  return {
    question: asked,
    ...answered,
    meta: {
      fileName: document.fileName,
      model,
      promptVersion: ASK_PROMPT_VERSION,
      questionSha256: createHash('sha256').update(asked).digest('hex'),
      requests,
      ms: Math.round(performance.now() - started),
    },
  };
}

async function chosenAnswer(document: ExtractedDocument, question: string, options: AskOptions): Promise<Answered> {
  const { engine, ollama } = options;
  if (engine === 'model' && !ollama) throw new VivierError('invalid-input', { what: 'Ollama' });
  if (engine === 'rules' || !ollama) return byWords(document, question);
  try {
    return await byModel(document, question, ollama, options);
  } catch (caught) {
    const error = toVivierError(caught);
    if (engine === 'model' || error.code === 'cancelled') throw error;
    return byWords(document, question, [modelUnavailable(error)]);
  }
}

function byWords({ lines }: ExtractedDocument, question: string, warnings: Warning[] = []): Answered {
  const found = linesLike(lines, question);
  return {
    outcome: 'lines-only',
    answer: null,
    answerSource: null,
    message: found.length > 0 ? linesOnly() : noLine(),
    quotes: found.map(({ page, number, text }) => ({ page, lines: [number, number], quote: text.trim() })),
    engine: 'rules',
    warnings,
    requests: [],
    model: null,
  };
}

async function byModel(
  document: ExtractedDocument,
  question: string,
  ollama: ModelClient,
  options: AskOptions,
): Promise<Answered> {
  const { cache, again = false, timeoutMs, signal } = options;
  const warnings: Warning[] = [];
  const onFailure = () => {
    if (warnings.length === 0) warnings.push(cacheFailed());
  };
  const client = cache ? withCache(ollama, { cache, subject: document.textSha256, again, onFailure }) : ollama;
  const requests: RequestRecord[] = [];
  let digest: string | null = null;
  const answers = await inTime(client, { timeoutMs, signal, fileName: document.fileName }, (own) =>
    askTask(questionTask(question), document.lines, {
      client,
      signal: own,
      onAnswer: (task, answer) => {
        requests.push(recordOf(task, answer));
        digest ??= answer.model.digest;
      },
    }),
  );
  const { quotes, dropped, sentence, replaced } = verifyAnswers(answers, document.lines, question);
  if (dropped > 0) warnings.push(quotesDropped(dropped));
  const model = { name: client.model, digest };
  const common = { engine: 'model' as const, quotes, warnings, requests, model };
  if (quotes.length === 0) {
    return { ...common, outcome: 'not-in-cv', answer: null, answerSource: null, message: notInCv() };
  }
  if (sentence) return { ...common, outcome: 'answered', answer: sentence, answerSource: 'model', message: sentence };
  const said = quotes.map(({ quote }) => quote).join(' · ');
  if (replaced) warnings.push(answerReplaced());
  return { ...common, outcome: 'answered', answer: said, answerSource: 'quotes', message: said };
}
