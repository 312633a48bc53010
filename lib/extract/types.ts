import type { Warning } from '../profile';

/** In PDF points (1/72 inch), origin at the page's top left corner. */
export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface TextLine {
  /** 1-based over the whole document, in reading order: what evidence and the model refer to. */
  number: number;
  page: number;
  /** A tab stands for a wide gap inside the line (a date set to the right, cells of a table's row); everything else is single blanks. */
  text: string;
  /** Absent where the format has no layout (TXT, Markdown, DOCX). */
  box?: Box;
  /** Points. */
  fontSize?: number;
  bold?: boolean;
  /** Column or region that the line belongs to on its page, 0 first; text never runs from one into another. */
  block?: number;
  /** An empty line stands above, in a format whose lines have no place. */
  gapBefore?: boolean;
  /** True when the format itself says so (Word heading style, Markdown #, HTML h1…). */
  heading?: boolean;
  /** 0 to 1, only for recognised text (OCR). */
  confidence?: number;
}

export interface PageInfo {
  number: number;
  /** Points; 0 when the format has no pages. */
  width: number;
  height: number;
  source: 'text' | 'ocr' | 'none';
  /** Quarter turns clockwise that made a recognised page upright; the lines' boxes are those of the turned page. */
  turned?: number;
  /** Mean word confidence of an OCR page, 0 to 1. */
  confidence?: number;
}

/** Text a person reading the page would not see. Kept out of `text`, reported without judging why it is there. */
export interface HiddenText {
  text: string;
  page: number;
  box?: Box;
  reason:
    | 'same-colour'
    | 'tiny'
    | 'invisible'
    | 'transparent'
    | 'off-page'
    | 'covered'
    | 'zero-width'
    | 'hidden-run'
    | 'metadata';
}

export interface DocumentLink {
  url: string;
  page: number;
  /** Line under the link's rectangle, when there is one. */
  line?: number;
}

/** JSON Resume's names. `basics`: identity, contact, civil status; `other`: a heading of no known kind's content. */
export type SectionKind =
  | 'basics'
  | 'summary'
  | 'work'
  | 'education'
  | 'skills'
  | 'languages'
  | 'certificates'
  | 'projects'
  | 'interests'
  | 'volunteer'
  | 'awards'
  | 'publications'
  | 'references'
  | 'other';

export interface Section {
  kind: SectionKind;
  /** The heading as it stands in the document; null for what stands above the first one. */
  title: string | null;
  /** Numbers of the first and the last line, the heading's own included. */
  lines: [first: number, last: number];
}

/** How far the text can be trusted, and why not further. Judged by fixed rules: the same document always has the same. */
export interface ReadingQuality {
  /** 1: nothing to remark; below 0.5 somebody should look at the original. */
  score: number;
  /** The weightiest first. */
  reasons: Warning[];
}

export type DocumentFormat =
  | 'pdf'
  | 'docx'
  | 'doc'
  | 'odt'
  | 'rtf'
  | 'html'
  | 'text'
  | 'markdown'
  | 'image'
  | 'json-resume'
  | 'europass-xml'
  | 'hr-xml'
  | 'hr-open-json'
  | 'table-row';

/** Files that hold several documents: `extractDocuments` opens them. */
export type ContainerFormat = 'eml' | 'msg' | 'tnef' | 'zip' | 'csv' | 'xlsx' | 'pdf-portfolio';

/** What a mail says about itself, kept apart from any text. */
export interface MailOrigin {
  /** When it was sent (else received), ISO 8601; absent when the mail gives no usable date. */
  date?: string;
  from?: { name?: string; address?: string };
  subject?: string;
  messageId?: string;
  /** Names of parts that are no documents: logos of a signature, cryptographic signatures. */
  leftOut?: string[];
}

/** Where a document came from, when it was part of another file. */
export interface DocumentOrigin {
  /** Name of the file that was given: a mail, an archive, a table. */
  container: string;
  /** The document's place in it, nested containers first: `dossier/cv.pdf`, `message.eml/cv.pdf`, `Feuil1#12`. Never leads out of it. */
  path: string;
  role: 'entry' | 'body' | 'attachment' | 'row';
  /** The innermost mail around the document. */
  mail?: MailOrigin;
}

/** What every reader gives: the visible text as numbered lines with their places, everything else beside it. */
export interface ExtractedDocument {
  fileName: string;
  format: DocumentFormat;
  mimeType: string;
  bytes: number;
  sha256: string;
  /** SHA-256 of the text's letters and digits (NFKC, lower case): the same CV saved as PDF and as DOCX with the same words in the same order has the same. */
  textSha256: string;
  /** The lines' texts joined by `\n`. */
  text: string;
  lines: TextLine[];
  pages: PageInfo[];
  /** Ranges that cover every line once, in reading order. */
  sections: Section[];
  /** Whether there is a picture of the size, shape and place of a portrait; null where the format can't tell. The picture itself is never looked at. */
  photo: boolean | null;
  quality: ReadingQuality;
  /** ISO 639-1, null when the text is too short to tell. */
  language: string | null;
  links: DocumentLink[];
  hiddenText: HiddenText[];
  /** From the file's own properties; ISO 8601 dates. */
  properties: { author?: string; title?: string; created?: string; modified?: string };
  /** Already structured sources (JSON Resume, Europass) as parsed data, in JSON Resume's shape. */
  structured?: unknown;
  warnings: Warning[];
  /** Only for a part of another file. */
  origin?: DocumentOrigin;
  /** An earlier document of the same run that is the same file, or has the same text. */
  duplicateOf?: { fileName: string; by: 'file' | 'text' };
  meta: { status: 'ok' | 'partial'; code?: string; ms: number; ocrPages: number };
}

export interface ExtractOptions {
  /** Opens a protected PDF or ZIP archive; of several, each is tried on each locked file. */
  password?: string | readonly string[];
  /** ISO 639-3 codes of Tesseract's data, default `['fra', 'eng']`. */
  ocrLanguages?: string[];
  ocr?: 'auto' | 'never' | 'always';
  /**
   * `auto` (default): a Word, OpenDocument or RTF file that can't be read directly is tried with LibreOffice, where that is installed, and says so in its warnings.
   * The environment variable VIVIER_CONVERT=never turns it off everywhere.
   */
  convert?: 'auto' | 'never';
  limits?: Partial<ExtractLimits>;
  signal?: AbortSignal;
}

export interface ExtractLimits {
  /** Bytes of the file as it came. */
  fileBytes: number;
  /** Bytes after decompression (DOCX and other archives). */
  unpackedBytes: number;
  pages: number;
  characters: number;
  /** Pixels of one page picture. */
  pixels: number;
  /** Milliseconds for one document. */
  timeMs: number;
  /** Bytes of a mail, an archive or a table as it came. */
  containerBytes: number;
  /** Bytes of all documents in one container together, nested ones included. */
  containerUnpackedBytes: number;
  /** Documents in one container, nested ones included. */
  entries: number;
  /** Containers inside each other: 1 for an archive of plain files. */
  nesting: number;
  /** Candidates in one table. */
  rows: number;
  /** Milliseconds for one container with all its documents. */
  containerTimeMs: number;
}

export const DEFAULT_LIMITS: ExtractLimits = {
  fileBytes: 20 * 1024 * 1024,
  unpackedBytes: 64 * 1024 * 1024,
  pages: 50,
  characters: 100_000,
  pixels: 100_000_000,
  timeMs: 120_000,
  containerBytes: 64 * 1024 * 1024,
  containerUnpackedBytes: 128 * 1024 * 1024,
  entries: 500,
  nesting: 4,
  rows: 2000,
  containerTimeMs: 30 * 60_000,
};
