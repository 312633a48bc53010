import { createHash } from 'node:crypto';
import type { TextLine } from '../extract';
import type { ModelClient } from '../ollama';
import { PROFILE_SCHEMA_VERSION, type AnalysisRun, type Profile, type RequestRecord } from '../profile';
import { PROMPT_SHA256, PROMPT_VERSION } from './model';

/** SHA-256 of the numbered lines as the engines see them: the same text broken into other lines is another input. */
export function inputSha256(lines: readonly TextLine[]): string {
  const hash = createHash('sha256');
  for (const { number, text } of lines) hash.update(`${number}: ${text}\n`);
  return hash.digest('hex');
}

export interface RunFacts {
  at: Date;
  lines: readonly TextLine[];
  asked: AnalysisRun['asked'];
  client: ModelClient | undefined;
  options: { referenceDate: string; timeoutMs: number; again: boolean };
  requests: readonly RequestRecord[];
  /** The weights that answered, or would have. */
  digest: string | null;
  ms: number;
  /** What came of it: the profile, or the code of the error. */
  result: Profile | string;
}

function outcomeOf({ result, asked, client }: RunFacts): string {
  if (typeof result === 'string') return result;
  const codes = result.meta.warnings.map(({ code }) => code);
  if (asked !== 'rules' && client && codes.includes('model-unavailable')) return 'degraded';
  return codes.includes('model-incomplete') ? 'partial' : 'ok';
}

/** The entry for the decision log of one run; nothing in it is a word of the CV. */
export function decisionOf(facts: RunFacts): AnalysisRun {
  const { at, lines, asked, client, options, requests, digest, ms, result } = facts;
  const spent = requests.filter(({ cached }) => !cached);
  const used = asked === 'rules' ? undefined : client;
  const total = (field: 'tokensIn' | 'tokensOut') => spent.reduce((sum, request) => sum + request[field], 0);
  return {
    at: at.toISOString(),
    inputSha256: inputSha256(lines),
    asked,
    outcome: outcomeOf(facts),
    model: used ? { name: used.model, digest } : null,
    promptVersion: PROMPT_VERSION,
    promptSha256: PROMPT_SHA256,
    schemaVersion: PROFILE_SCHEMA_VERSION,
    options: {
      referenceDate: options.referenceDate,
      contextTokens: used?.contextTokens ?? null,
      timeoutMs: used ? options.timeoutMs : null,
      again: options.again,
    },
    requests: [...requests],
    tokensIn: total('tokensIn'),
    tokensOut: total('tokensOut'),
    ms,
    warnings: typeof result === 'string' ? [] : result.meta.warnings.map(({ code }) => code),
  };
}
