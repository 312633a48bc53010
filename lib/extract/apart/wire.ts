import { toVivierError, VivierError, type ErrorCode, type ErrorDetails } from '../../errors';
import type { Opened } from '../containers/opened';
import type { Part } from '../containers/types';
import type { PageImage, PageSettings } from '../pages/types';
import type { ReadContext, SourceFile } from '../reader';

/** What a parser is told: the file and the settings of a ReadContext that can cross to another process. It knows no clock and no signal, it is ended from outside. */
export interface ParseJob extends Pick<ReadContext, 'limits' | 'passwords' | 'ocr' | 'ocrLanguages'> {
  file: SourceFile;
  /** A file that holds several documents is opened rather than refused. */
  open?: boolean;
  /** `never`: a file that can't be read directly is not tried with LibreOffice. */
  convert?: 'auto' | 'never';
  /** Its pages are drawn, it isn't read. */
  draw?: PageSettings;
}

/** An error as plain data: classes don't survive the crossing, and messages are worded on the caller's side. */
export interface WiredError {
  code: ErrorCode;
  details: ErrorDetails;
  cause?: { name: string; message: string; stack?: string };
}

export type WiredPart = Omit<Part, 'error'> & { error?: WiredError };

type Wired<T> = T extends { unpacked: infer U } ? { unpacked: Omit<U, 'parts'> & { parts: WiredPart[] } } : T;

export type Answer = Wired<Opened> | { images: PageImage[] } | { error: WiredError };

/** The errors of single parts cross as plain data, too. */
export function openedToWire(opened: Opened): Wired<Opened> {
  if ('document' in opened) return opened;
  const parts = opened.unpacked.parts.map(({ error, ...part }) =>
    error ? { ...part, error: toWire(error, part.fileName) } : part,
  );
  return { unpacked: { ...opened.unpacked, parts } };
}

export function openedFromWire(answer: Wired<Opened>): Opened {
  if ('document' in answer) return answer;
  const parts = answer.unpacked.parts.map(({ error, ...part }) => (error ? { ...part, error: fromWire(error) } : part));
  return { unpacked: { ...answer.unpacked, parts } };
}

export function toWire(error: unknown, fileName: string): WiredError {
  const { code, details, cause } = toVivierError(error, { fileName });
  if (!(cause instanceof Error)) return { code, details };
  const { name, message, stack } = cause;
  return { code, details, cause: { name, message, stack } };
}

export function fromWire({ code, details, cause }: WiredError): VivierError {
  return new VivierError(code, details, { cause: cause && Object.assign(new Error(cause.message), cause) });
}
