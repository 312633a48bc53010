import { toVivierError, VivierError } from '../errors';
import type { ExtractedDocument } from '../extract';
import type { ModelClient } from '../ollama';
import { derive, type AnalysisRun, type Profile, type RequestRecord } from '../profile';
import { withCodes } from '../taxonomy';
import { cacheUse, withCache, type AnalysisCache } from './cache';
import { decisionOf } from './decision-log';
import { DEFAULT_TIMEOUT_MS, inTime } from './in-time';
import { mergeProfiles } from './merge';
import { readWithModel, type ModelReading } from './model';
import { readersFor } from './model/readers';
import { analyzeStructured, analyzeWithRules, type ExplanationSink } from './rules';
import { withoutInstructions } from './spoken';
import { cacheFailed, modelUnavailable } from './warnings';

export { PROMPT_SHA256, PROMPT_VERSION } from './model';
export { ask, type AskOptions, type CvAnswer, type CvQuote } from './ask';
export { createMemoryCache, type AnalysisCache, type CachedAnswer, type MemoryCache } from './cache';
export type { ExplainedCandidate, ExplainedField, ExplanationSink } from './rules';
export { attachedLetter, letterAlone, letterOf, mailOf, type Letter } from './letter';
export { referenceDay, type ReferenceDay, type ReferenceSource } from './reference-date';
export { reviewReasons, type ReviewReason, type ReviewWhen } from './review';

export interface AnalyzeOptions {
  /**
   * `rules`: rules only. `auto`: rules, then the model when a client is given; without an answer the rules' profile and a warning.
   * `model`: as `auto`, but without the model's answer it fails.
   */
  engine: 'rules' | 'model' | 'auto';
  ollama?: ModelClient;
  /** `YYYY-MM-DD`: the day the CV was received; dates « à ce jour » and "Present". */
  referenceDate: string;
  signal?: AbortSignal;
  /** Wall clock of the model's part in milliseconds, waiting for its turn not counted; default 30 minutes. */
  timeoutMs?: number;
  /** Answers of the model are taken from here, and kept here. */
  cache?: AnalysisCache;
  /** True: the model is asked again, whatever the cache holds. */
  again?: boolean;
  /** Told after every answer of the model. */
  onProgress?: (step: AnalysisStep) => void;
  /** Given the entry for the decision log of every run, also of one that fails; the profile carries the same as `meta.run`. */
  onDecision?: (run: AnalysisRun) => void;
  /** Told how the rules found each scored field (names, titles, employers…). It is given text of the CV. */
  explain?: ExplanationSink;
  /** The clock of the decision log. */
  now?: () => Date;
}

export interface AnalysisStep {
  /** What was answered: `identity`, `experiences`, `education` or `skills`. */
  task: string;
  /** Answers so far; a long CV has more than one a task. */
  answers: number;
}

/** What one run did with the model. */
interface Log {
  requests: RequestRecord[];
  digest: string | null;
  cacheFailures: number;
}

/**
 * An extracted CV as a profile whose every value stands in the CV.
 *
 * A source that is structured already (JSON Resume, Europass) is taken as it is, whatever the engine.
 * @throws VivierError `no-text`, `not-a-cv`, `cancelled`; with the engine `model` also what the model's requests throw
 * (`ModelClient.chatJson`), and `invalid-input` when no client was given.
 */
export async function analyze(document: ExtractedDocument, options: AnalyzeOptions): Promise<Profile> {
  const started = performance.now();
  const at = options.now?.() ?? new Date();
  const log: Log = { requests: [], digest: null, cacheFailures: 0 };
  const entry = (result: Profile | string) => {
    const { engine: asked, ollama: client, referenceDate, timeoutMs = DEFAULT_TIMEOUT_MS, again = false } = options;
    const settings = { referenceDate, timeoutMs, again };
    const ms = Math.round(performance.now() - started);
    const run = decisionOf({ at, lines: document.lines, asked, client, options: settings, ...log, ms, result });
    options.onDecision?.(run);
    return run;
  };
  const profile = await reading(document, options, log).catch((error: unknown) => {
    entry(toVivierError(error).code);
    throw error;
  });
  const run = entry(profile);
  return { ...profile, meta: { ...profile.meta, ms: run.ms, run } };
}

async function reading(document: ExtractedDocument, options: AnalyzeOptions, log: Log): Promise<Profile> {
  stopIfCancelled(options.signal);
  const profile = await withCodes(await chosenReading(withoutInstructions(document), options, log));
  stopIfCancelled(options.signal);
  return withCacheFacts(profile, options, log);
}

/** What the cache did, and that it failed if it did. */
function withCacheFacts(profile: Profile, { cache, engine }: AnalyzeOptions, log: Log): Profile {
  if (!cache || engine === 'rules') return profile;
  const { hits: allHits, lookups: allLookups } = cacheUse(cache);
  const hits = log.requests.filter(({ cached }) => cached).length;
  const warnings = log.cacheFailures > 0 ? [...profile.meta.warnings, cacheFailed()] : profile.meta.warnings;
  const facts = { hits, requests: log.requests.length, allHits, allLookups };
  return { ...profile, meta: { ...profile.meta, warnings, cache: facts } };
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VivierError('cancelled');
}

async function chosenReading(document: ExtractedDocument, options: AnalyzeOptions, log: Log): Promise<Profile> {
  const { engine, ollama, referenceDate } = options;
  if (document.structured !== undefined) return analyzeStructured(document, { referenceDate });
  const rules = analyzeWithRules(document, { referenceDate, explain: options.explain });
  if (engine === 'model' && !ollama) throw new VivierError('invalid-input', { what: 'Ollama' });
  if (engine === 'rules' || !ollama) return rules;
  try {
    return combine(rules, await askModel(document, ollama, options, log), referenceDate);
  } catch (caught) {
    const error = toVivierError(caught);
    if (engine === 'model' || error.code === 'cancelled') throw error;
    return withWarning(rules, error);
  }
}

async function askModel(
  document: ExtractedDocument,
  ollama: ModelClient,
  options: AnalyzeOptions,
  log: Log,
): Promise<ModelReading> {
  const { engine, cache, again = false, onProgress, referenceDate, signal, timeoutMs } = options;
  const onFailure = () => (log.cacheFailures += 1);
  const client = cache ? withCache(ollama, { cache, subject: document.textSha256, again, onFailure }) : ollama;
  return inTime(client, { timeoutMs, signal, fileName: document.fileName }, (own, timeUp) =>
    readWithModel(document, {
      client,
      readers: readersFor(document),
      referenceDate,
      signal: own,
      timeUp,
      strict: engine === 'model',
      onRequest: (record, digest) => {
        log.requests.push(record);
        log.digest ??= digest;
        onProgress?.({ task: record.task, answers: log.requests.length });
      },
    }),
  );
}

/** Both readings as one; what is computed is computed again from it. */
function combine(rules: Profile, reading: ModelReading, referenceDate: string): Profile {
  const merged = mergeProfiles(rules, reading.profile);
  const warnings = [...merged.meta.warnings, ...reading.warnings];
  const meta = { ...merged.meta, model: reading.run, warnings };
  return { ...merged, derived: derive(merged, referenceDate), meta };
}

/** Degraded in the open: the profile says that it is the rules' own, and why. */
function withWarning(rules: Profile, error: VivierError): Profile {
  const warnings = [...rules.meta.warnings, modelUnavailable(error)];
  return { ...rules, meta: { ...rules.meta, engine: 'rules', warnings } };
}
