import { toVivierError, VivierError, type ErrorCode, type ErrorDetails } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import type { ExtractedDocument } from '../types';

/** What a parser is told: the file and the settings of a ReadContext that can cross to another process. It knows no clock and no signal, it is ended from outside. */
export interface ParseJob extends Pick<ReadContext, 'limits' | 'password' | 'ocr' | 'ocrLanguages'> {
  file: SourceFile;
}

/** An error as plain data: classes don't survive the crossing, and messages are worded on the caller's side. */
export interface WiredError {
  code: ErrorCode;
  details: ErrorDetails;
  cause?: { name: string; message: string; stack?: string };
}

export type Answer = { document: ExtractedDocument } | { error: WiredError };

export function toWire(error: unknown, fileName: string): WiredError {
  const { code, details, cause } = toVivierError(error, { fileName });
  if (!(cause instanceof Error)) return { code, details };
  const { name, message, stack } = cause;
  return { code, details, cause: { name, message, stack } };
}

export function fromWire({ code, details, cause }: WiredError): VivierError {
  return new VivierError(code, details, { cause: cause && Object.assign(new Error(cause.message), cause) });
}
