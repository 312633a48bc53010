import type { DocumentFormat, ExtractedDocument, ExtractLimits, HiddenText, PageInfo, TextLine } from './types';
import type { Warning } from '../profile';
import type { BesideText } from './suspicion';

/** A file as it came. */
export interface SourceFile {
  data: Uint8Array;
  fileName: string;
  mimeType?: string;
  /** Set where whoever took the document out of its container knows what it is; else its content tells. */
  format?: DocumentFormat;
}

/** A line before it is numbered and cleaned. */
export type DraftLine = Omit<TextLine, 'number'>;

/** A link before its line has a number: `draft` is the line's index among the reader's lines. */
export interface DraftLink {
  url: string;
  page: number;
  draft?: number;
}

/** What a format's reader gives; `extractDocument` cleans, numbers and completes it. */
export interface ReaderResult {
  format: DocumentFormat;
  mimeType: string;
  lines: DraftLine[];
  pages: PageInfo[];
  links?: DraftLink[];
  hiddenText?: HiddenText[];
  properties?: ExtractedDocument['properties'];
  /** Texts that the file carries beside what it shows (properties, descriptions of pictures, comments): reported only when they are more than usual. */
  beside?: BesideText[];
  /** Whether there is a portrait, where the format can tell. */
  photo?: boolean | null;
  structured?: unknown;
  warnings?: Warning[];
  /** Why only a part was read, as an error code. */
  partial?: string;
}

/** Limits and cancellation, handed down to every reader. */
export interface ReadContext {
  limits: ExtractLimits;
  /** Tried in turn on what is locked. */
  passwords: readonly string[];
  ocr: 'auto' | 'never' | 'always';
  ocrLanguages: string[];
  /** Throws `cancelled` or `timeout` when there is no reason to go on. */
  check(): void;
  signal: AbortSignal;
}

export interface FormatReader {
  format: DocumentFormat;
  read(file: SourceFile, context: ReadContext): Promise<ReaderResult>;
}

/** One page without layout: what TXT, Markdown, DOCX and the like have. */
export const flatPage: PageInfo = { number: 1, width: 0, height: 0, source: 'text' };
