import { toVivierError, VivierError } from '../errors';
import type { ExtractedDocument } from '../extract';
import { createDeadline, type OllamaClient } from '../ollama';
import { derive, type Profile } from '../profile';
import { mergeProfiles } from './merge';
import { readWithModel, type ModelReading } from './model';
import { readersFor } from './model/readers';
import { analyzeStructured, analyzeWithRules } from './rules';
import { modelUnavailable } from './warnings';

export { PROMPT_VERSION } from './model';

export interface AnalyzeOptions {
  /**
   * `rules`: rules only. `auto`: rules, then the model when a client is given; without an answer the rules' profile and a warning.
   * `model`: as `auto`, but without the model's answer it fails.
   */
  engine: 'rules' | 'model' | 'auto';
  ollama?: OllamaClient;
  /** `YYYY-MM-DD`: the day the CV was received; dates « à ce jour » and "Present". */
  referenceDate: string;
  signal?: AbortSignal;
  /** Wall clock of the model's part in milliseconds, waiting for its turn not counted; default 30 minutes. */
  timeoutMs?: number;
}

const DEFAULT_TIMEOUT_MS = 30 * 60_000;

/**
 * An extracted CV as a profile whose every value stands in the CV.
 *
 * A source that is structured already (JSON Resume, Europass) is taken as it is, whatever the engine.
 * @throws VivierError `no-text`, `not-a-cv`, `cancelled`; with the engine `model` also what the model's requests throw
 * (`OllamaClient.chatJson`), and `invalid-input` when no client was given.
 */
export async function analyze(document: ExtractedDocument, options: AnalyzeOptions): Promise<Profile> {
  const started = performance.now();
  stopIfCancelled(options.signal);
  const profile = await chosenReading(document, options);
  stopIfCancelled(options.signal);
  return { ...profile, meta: { ...profile.meta, ms: Math.round(performance.now() - started) } };
}

function stopIfCancelled(signal: AbortSignal | undefined): void {
  if (signal?.aborted) throw new VivierError('cancelled');
}

async function chosenReading(document: ExtractedDocument, options: AnalyzeOptions): Promise<Profile> {
  const { engine, ollama, referenceDate } = options;
  if (document.structured !== undefined) return analyzeStructured(document, { referenceDate });
  const rules = analyzeWithRules(document, { referenceDate });
  if (engine === 'model' && !ollama) throw new VivierError('invalid-input', { what: 'Ollama' });
  if (engine === 'rules' || !ollama) return rules;
  try {
    return combine(rules, await askModel(document, ollama, options), referenceDate);
  } catch (caught) {
    const error = toVivierError(caught);
    if (engine === 'model' || error.code === 'cancelled') throw error;
    return withWarning(rules, error);
  }
}

async function askModel(
  document: ExtractedDocument,
  ollama: OllamaClient,
  options: AnalyzeOptions,
): Promise<ModelReading> {
  const { engine, referenceDate, signal, timeoutMs = DEFAULT_TIMEOUT_MS } = options;
  const deadline = createDeadline([signal], timeoutMs);
  try {
    return await ollama.sequence(() => {
      deadline.start();
      return readWithModel(document, {
        client: ollama,
        readers: readersFor(document),
        referenceDate,
        signal: deadline.signal,
        strict: engine === 'model',
      });
    }, deadline.signal);
  } catch (error) {
    if (!deadline.expired()) throw error;
    throw new VivierError('timeout', { fileName: document.fileName, limit: Math.round(timeoutMs / 1000) });
  } finally {
    deadline.clear();
  }
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
