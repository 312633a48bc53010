import { toVivierError, type ErrorCode, type VivierError } from '../../errors';
import type { ExtractedDocument } from '../../extract';
import type { ChatAnswer, ModelClient } from '../../ollama';
import type { ModelRun, Profile, RequestRecord, Warning } from '../../profile';
import { createVerifier } from '../verify';
import { answerCut, modelIncomplete, unverifiedValue } from '../warnings';
import { askTask, type AskOptions } from './ask';
import { sideBySide } from './side-by-side';
import { verifyClaims, type Answers, type Readers } from './claims';
import { educationTask, experiencesTask, identityTask, PROMPT_VERSION, skillsTask, type Task } from './prompts';

export type { Readers } from './claims';
export { askTask } from './ask';
export { PROMPT_SHA256, PROMPT_VERSION, type Task } from './prompts';

export interface ModelOptions {
  client: ModelClient;
  readers: Readers;
  /** `YYYY-MM-DD`. */
  referenceDate: string;
  signal?: AbortSignal;
  /** True: the first failure is thrown. False: a part that got no usable answer is left to the rules, with a warning. */
  strict: boolean;
  /** The error that says so once the time for this CV is spent, which `signal` then ended; null before. */
  timeUp?: () => VivierError | null;
  /** Told about every answer as it comes. */
  onRequest?: (record: RequestRecord, digest: string | null) => void;
}

export interface ModelReading {
  /** What the model found and code found again in the lines; every evidence says `model`. */
  profile: Profile;
  run: ModelRun;
  warnings: Warning[];
}

/** Failures of one answer; anything else is a failure of the host, which the next request would meet too. */
const ANSWER_FAILURES: readonly ErrorCode[] = ['model-answer-invalid', 'answer-cut', 'context-exceeded'];

function newRun(client: ModelClient): ModelRun {
  return {
    name: client.model,
    digest: null,
    promptVersion: PROMPT_VERSION,
    requests: 0,
    attempts: 0,
    tokensIn: 0,
    tokensOut: 0,
    ms: 0,
  };
}

/** An answer from the cache cost nothing now; it is a request all the same. */
function count(run: ModelRun, { usage, model, fromCache }: ChatAnswer<unknown>): void {
  run.digest ??= model.digest;
  run.requests += 1;
  if (fromCache) return;
  run.attempts += usage.attempts;
  run.tokensIn += usage.tokensIn;
  run.tokensOut += usage.tokensOut;
  run.ms += usage.ms;
}

export function recordOf(task: string, { usage, answerSha256, fromCache = false }: ChatAnswer<unknown>): RequestRecord {
  const { tokensIn, tokensOut, ms, attempts } = usage;
  return { task, tokensIn, tokensOut, ms, attempts, answerSha256, cached: fromCache };
}

/**
 * Reads a CV with the model: four short requests, as many side by side as the host takes, and a check of each claim. What was answered before the time was
 * spent or the host failed is used; the rest is left to the rules, with a warning for each part.
 * @throws VivierError as `ModelClient.chatJson`; when not strict, only if no request at all was answered or the run was cancelled.
 */
export async function readWithModel(document: ExtractedDocument, options: ModelOptions): Promise<ModelReading> {
  const { client, readers, referenceDate, signal, strict } = options;
  const run = newRun(client);
  const warnings: Warning[] = [];
  const answers: Answers = { identity: [], experiences: [], education: [], skills: [] };
  const open = new Set(Object.keys(answers));
  const leave = (task: string, error: VivierError) => {
    warnings.push(modelIncomplete(task, error));
    open.delete(task);
  };
  const job =
    <T>(task: Task<T>, into: T[]) =>
    async (own: AbortSignal) => {
      const onAnswer: AskOptions<T>['onAnswer'] = (name, answer) => {
        into.push(answer.value);
        count(run, answer);
        if (answer.cut) warnings.push(answerCut(name));
        options.onRequest?.(recordOf(name, answer), answer.model.digest);
      };
      try {
        await askTask(task, document.lines, { client, signal: own, onAnswer });
        open.delete(task.name);
      } catch (caught) {
        const error = toVivierError(caught);
        if (strict || !ANSWER_FAILURES.includes(error.code)) throw error;
        leave(task.name, error);
        failure ??= error;
      }
    };
  let failure: VivierError | undefined;
  const jobs = [
    job(identityTask, answers.identity),
    job(experiencesTask, answers.experiences),
    job(educationTask, answers.education),
    job(skillsTask, answers.skills),
  ];
  try {
    await sideBySide(jobs, client.requestsAtOnce, signal);
  } catch (caught) {
    const error = options.timeUp?.() ?? toVivierError(caught);
    if (strict || error.code === 'cancelled' || run.requests === 0) throw error;
    for (const task of open) leave(task, error);
  }
  if (failure && run.requests === 0) throw failure;
  const verifier = createVerifier(document.lines, referenceDate);
  const { profile, dropped } = verifyClaims(answers, verifier, readers, referenceDate);
  for (const [field, times] of dropped) warnings.push(unverifiedValue(field, times));
  return { profile, run, warnings };
}
