import type { ExtractedDocument, TextLine } from '../../../lib/extract';

export type LineInput = string | (Partial<TextLine> & { text: string });

/** A document as a reader would give it, from bare lines or lines with places. */
export function documentOf(lines: readonly LineInput[], more: Partial<ExtractedDocument> = {}): ExtractedDocument {
  const full = lines.map((line, i): TextLine => ({
    number: i + 1,
    page: 1,
    ...(typeof line === 'string' ? { text: line } : line),
  }));
  const text = full.map((line) => line.text).join('\n');
  return {
    fileName: 'cv.txt',
    format: 'text',
    mimeType: 'text/plain',
    bytes: text.length,
    sha256: 'x',
    textSha256: 'x',
    text,
    lines: full,
    pages: [{ number: 1, width: 595, height: 842, source: 'text' }],
    language: 'fr',
    links: [],
    hiddenText: [],
    properties: {},
    sections: [],
    photo: null,
    quality: { score: 1, reasons: [] },
    warnings: [],
    meta: { status: 'ok', ms: 0, ocrPages: 0 },
    ...more,
  };
}

/** A line with a place, as a PDF gives it. */
export function placed(text: string, x: number, y: number, more: Partial<TextLine> = {}): LineInput {
  const size = more.fontSize ?? 10;
  return { text, box: { x, y, width: text.length * size * 0.5, height: size }, fontSize: size, block: 0, ...more };
}

export const REFERENCE = { referenceDate: '2026-01-15' };
