import { toVivierError, type ErrorCode, type VivierError } from '../../errors';
import type { ExtractedDocument } from '../../extract';
import type { ChatAnswer, OllamaClient } from '../../ollama';
import type { ModelRun, Profile, Warning } from '../../profile';
import { createVerifier } from '../verify';
import { modelIncomplete, unverifiedValue } from '../warnings';
import { askTask, type AskOptions } from './ask';
import { verifyClaims, type Answers, type Readers } from './claims';
import { educationTask, experiencesTask, identityTask, PROMPT_VERSION, skillsTask, type Task } from './prompts';

export type { Readers } from './claims';
export { PROMPT_VERSION } from './prompts';

export interface ModelOptions {
  client: OllamaClient;
  readers: Readers;
  /** `YYYY-MM-DD`. */
  referenceDate: string;
  signal?: AbortSignal;
  /** True: the first failure is thrown. False: a part that got no usable answer is left to the rules, with a warning. */
  strict: boolean;
}

export interface ModelReading {
  /** What the model found and code found again in the lines; every evidence says `model`. */
  profile: Profile;
  run: ModelRun;
  warnings: Warning[];
}

/** Failures of one answer; anything else is a failure of the host, which the next request would meet too. */
const ANSWER_FAILURES: readonly ErrorCode[] = ['model-answer-invalid', 'answer-cut', 'context-exceeded'];

function newRun(client: OllamaClient): ModelRun {
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

function count(run: ModelRun, { usage, model }: ChatAnswer<unknown>): void {
  run.digest ??= model.digest;
  run.requests += 1;
  run.attempts += usage.attempts;
  run.tokensIn += usage.tokensIn;
  run.tokensOut += usage.tokensOut;
  run.ms += usage.ms;
}

/**
 * Reads a CV with the model: four short requests, one after the other, and a check of each claim.
 * @throws VivierError as `OllamaClient.chatJson`; when not strict, only if no request at all was answered or the host failed.
 */
export async function readWithModel(document: ExtractedDocument, options: ModelOptions): Promise<ModelReading> {
  const { client, readers, referenceDate, signal, strict } = options;
  const run = newRun(client);
  const warnings: Warning[] = [];
  const failures: VivierError[] = [];
  const ask: AskOptions = { client, signal, onAnswer: (answer) => count(run, answer) };
  const answersTo = async <T>(task: Task<T>): Promise<T[]> => {
    try {
      return await askTask(task, document.lines, ask);
    } catch (caught) {
      const error = toVivierError(caught);
      if (strict || !ANSWER_FAILURES.includes(error.code)) throw error;
      failures.push(error);
      warnings.push(modelIncomplete(task.name, error));
      return [];
    }
  };
  const answers: Answers = {
    identity: await answersTo(identityTask),
    experiences: await answersTo(experiencesTask),
    education: await answersTo(educationTask),
    skills: await answersTo(skillsTask),
  };
  const [failure] = failures;
  if (failure && run.requests === 0) throw failure;
  const verifier = createVerifier(document.lines, referenceDate);
  const { profile, dropped } = verifyClaims(answers, verifier, readers, referenceDate);
  for (const [field, times] of dropped) warnings.push(unverifiedValue(field, times));
  return { profile, run, warnings };
}
