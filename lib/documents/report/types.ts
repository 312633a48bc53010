import type { Locale } from '../../errors';

export type Tone = 'met' | 'partly' | 'missing' | 'unknown';

export interface RichCell {
  text: string;
  /** Below the text, smaller. */
  small?: string;
  tone?: Tone;
  /** 0 to 1: a bar under the text, which says the same in words. */
  share?: number;
  /** What a spreadsheet calculates with, instead of the text. */
  value?: number;
  /** ISO 8601: a day that a spreadsheet sorts by, instead of the text. */
  day?: string;
  /** How a spreadsheet shows `value`: as it is, or 0.25 as 25 %. */
  unit?: 'number' | 'percent';
}
export type ReportCell = string | RichCell;

export interface Bar {
  label: string;
  /** 0 to 1: how long the bar is. */
  share: number;
  /** What stands behind the bar: the number in words. */
  text: string;
  value: number | null;
  unit?: RichCell['unit'];
  tone?: Tone;
}

export type ReportBlock =
  | { kind: 'heading'; text: string; level?: 2 | 3; newPage?: boolean }
  | { kind: 'text'; text: string; tone?: Tone }
  | { kind: 'note'; title: string; text: string }
  | { kind: 'list'; title?: string; items: string[]; tone?: Tone }
  /** Names and values. */
  | { kind: 'facts'; items: { label: string; text: string; value?: number; unit?: RichCell['unit'] }[] }
  | { kind: 'table'; head: string[]; rows: ReportCell[][]; widths: (number | '*')[] }
  /** Lying bars, one a line, each with its words. `title` is what they show, for those who don't see them. */
  | { kind: 'bars'; title: string; head: [string, string]; items: Bar[] }
  /** Standing bars, for what goes on in time. */
  | { kind: 'columns'; title: string; head: [string, string]; items: { label: string; value: number; day?: string }[] };

/** A document of headings, sentences, tables and charts, the same in every format. */
export interface Report {
  locale: Locale;
  /** Above the title: what kind of document this is. */
  eyebrow: string;
  title: string;
  subtitle: string;
  landscape?: boolean;
  /** ISO 8601. The only date in the document. */
  generatedAt: string;
  blocks: ReportBlock[];
}

export type ReportFormat = 'html' | 'pdf' | 'docx' | 'md' | 'xlsx';
