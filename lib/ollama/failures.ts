import { VivierError } from '../errors';
import type { RawAnswer } from './types';

/** What can go wrong with one attempt, by what is to be done about it. */
export type FailureKind =
  | 'unreachable'
  | 'circuit-open'
  | 'timeout'
  | 'server'
  | 'invalid-answer'
  | 'cut'
  | 'missing'
  | 'refused'
  | 'context'
  | 'stopped';

export class AttemptFailure extends Error {
  constructor(
    readonly kind: FailureKind,
    /** A few words for a person; never text of the request or of the answer. */
    readonly reason: string,
    readonly host?: string,
    /** What had come of an answer that was cut or looped. Text of the CV: never for logs or messages. */
    readonly partial?: RawAnswer,
  ) {
    super(reason);
    this.name = 'AttemptFailure';
  }

  /** The same failure, with the host that it happened on. */
  at(host: string): AttemptFailure {
    return this.host === host ? this : new AttemptFailure(this.kind, this.reason, host, this.partial);
  }
}

/** Faults of the host: they open its circuit. A wrong request or a bad answer does not. */
const HOST_FAULTS: readonly FailureKind[] = ['unreachable', 'timeout', 'server'];
/** Worth trying again after a pause. `cut` is not: the same prompt would be cut at the same place. */
const TRANSIENT: readonly FailureKind[] = [...HOST_FAULTS, 'invalid-answer'];
/** Cost no time, so that the next host is asked at once. */
const NEXT_HOST: readonly FailureKind[] = ['unreachable', 'missing', 'circuit-open'];

const isKind = (kinds: readonly FailureKind[]) => (error: unknown) =>
  error instanceof AttemptFailure && kinds.includes(error.kind);

export const isHostFault = isKind(HOST_FAULTS);
export const isTransient = isKind(TRANSIENT);
export const isForNextHost = isKind(NEXT_HOST);

/** Complaints of Ollama that help whoever runs it and carry nothing of the request. Other texts are not passed on. */
const SAFE_COMPLAINTS = [
  /model requires more system memory \([^)]{1,20}\) than is available \([^)]{1,20}\)/i,
  /llama runner process has terminated/i,
  /timed out waiting for llama runner to start/i,
  /server busy, please try again/i,
  /does not support (chat|embeddings|generate)/i,
  /unauthorized/i,
  /no space left on device/i,
];

/** Phrasings of several Ollama versions; some send them as HTTP 500. */
const CONTEXT_COMPLAINT = /context[_ ](length|size|window)|prompt (is )?too long|input length|longer than the context/i;

/** Ollama's library has no model of that name; said with HTTP 500 or in mid-stream. */
const UNKNOWN_MODEL = /pull model manifest:.{0,40}(file does not exist|not found)|invalid model name/i;

/** Ollama's complaint, sorted by what it says rather than by its status alone. */
export function httpFailure(status: number, complaint: string, host?: string): AttemptFailure {
  const known = SAFE_COMPLAINTS.map((pattern) => pattern.exec(complaint)?.[0]).find(Boolean);
  const reason = known ? `HTTP ${status}: ${known}` : `HTTP ${status}`;
  if (status !== 404 && CONTEXT_COMPLAINT.test(complaint)) return new AttemptFailure('context', reason, host);
  if (UNKNOWN_MODEL.test(complaint)) return new AttemptFailure('missing', 'no such model', host);
  if (status === 404 && /model/i.test(complaint)) return new AttemptFailure('missing', reason, host);
  if (status === 404) return new AttemptFailure('unreachable', 'HTTP 404: not an Ollama server', host);
  if (status === 408 || status === 429 || status >= 500) return new AttemptFailure('server', reason, host);
  return new AttemptFailure('refused', reason, host);
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** The system's error code (ECONNREFUSED, UND_ERR_SOCKET…), wherever fetch put it. */
function systemCode(error: unknown): string {
  const cause = fieldOf(error, 'cause');
  const nested = fieldOf(cause, 'errors');
  const code =
    fieldOf(cause, 'code') ?? fieldOf(Array.isArray(nested) ? nested[0] : undefined, 'code') ?? fieldOf(error, 'code');
  return typeof code === 'string' ? code : 'connection failed';
}

/** Anything that one attempt threw, sorted. `error.message` is never kept: parsers quote the text they choke on. */
export function classify(error: unknown, host: string): AttemptFailure {
  if (error instanceof AttemptFailure) return error;
  // fetch wraps what a body's own stream threw.
  const inner = fieldOf(error, 'cause');
  if (inner instanceof AttemptFailure) return inner;
  // `status_code` is the ollama package's, `status` that of most others.
  const status = fieldOf(error, 'status_code') ?? fieldOf(error, 'status');
  if (typeof status === 'number') return httpFailure(status, String(fieldOf(error, 'error') ?? ''), host);
  if (fieldOf(error, 'name') === 'SyntaxError')
    return new AttemptFailure('invalid-answer', 'the answer is not JSON', host);
  return new AttemptFailure('unreachable', systemCode(error), host);
}

/** True for what a server says of a text that its model can't take whole. */
export const isTooLong = (error: unknown) => classify(error, '').kind === 'context';

/** The reason of a time-out that the wall clock of all attempts made. */
export const OVERALL = 'all attempts together were too slow';

export interface FailureContext {
  model: string;
  hosts: string[];
  timeoutMs: number;
  overallTimeoutMs: number;
  promptTokens: number;
  contextTokens: number;
  maxTokens: number;
}

/** The failure that remains after all attempts, in words for the person who meets it. */
export function toPublicError(failure: AttemptFailure, context: FailureContext): VivierError {
  const { reason } = failure;
  switch (failure.kind) {
    case 'missing':
      return new VivierError('model-missing', { what: context.model });
    case 'timeout':
      return new VivierError('timeout', {
        limit: Math.round((reason === OVERALL ? context.overallTimeoutMs : context.timeoutMs) / 1000),
        what: context.model,
      });
    case 'context':
      return new VivierError('context-exceeded', { actual: context.promptTokens, limit: context.contextTokens });
    case 'cut':
      return new VivierError('answer-cut', { limit: context.maxTokens });
    case 'invalid-answer':
      return new VivierError('model-answer-invalid', { reason });
    case 'refused':
    case 'server':
      return new VivierError('model-refused', { reason });
    case 'stopped':
      return new VivierError('cancelled');
    case 'unreachable':
    case 'circuit-open':
      return new VivierError('ollama-unreachable', { what: failure.host ?? context.hosts.join(', '), reason });
  }
}
