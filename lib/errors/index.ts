import { catalogue, type ErrorCode, type ErrorDetails, type Locale } from './catalogue';
import { currentLocale } from './locale';

export { currentLocale } from './locale';
export type { ErrorCode, ErrorDetails, Locale } from './catalogue';

/**
 * The one error type that Vivier throws on purpose: a stable `code` for programs, and for people a `message` that says what
 * happened to which file or part, and a `hint` that says what to do next, in French or English.
 *
 * Never put CV text, names or addresses into `details`: messages end up in logs.
 */
export class VivierError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  /** What to do next, in the reader's language. */
  readonly hint: string;

  constructor(code: ErrorCode, details: ErrorDetails = {}, options: { cause?: unknown; locale?: Locale } = {}) {
    const words = catalogue[code][options.locale ?? currentLocale()];
    super(words.message(details), { cause: options.cause });
    this.name = 'VivierError';
    this.code = code;
    this.details = details;
    this.hint = words.hint(details);
  }
}

/**
 * `invalid-input` with its reason in the reader's language. `what` is the name of a field or parameter, never its value: values come from workflows and from people.
 */
export function invalid(what: string, en: string, fr: string, details: ErrorDetails = {}): VivierError {
  return new VivierError('invalid-input', { ...details, what, reason: currentLocale() === 'fr' ? fr : en });
}

/** Anything caught, as a VivierError: kept when it already is one, else wrapped as `internal` with the cause attached. */
export function toVivierError(error: unknown, details: ErrorDetails = {}): VivierError {
  if (error instanceof VivierError) return error;
  return new VivierError(
    'internal',
    { reason: error instanceof Error ? error.name : 'unknown', ...details },
    { cause: error },
  );
}
