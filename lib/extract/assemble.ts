import type { DraftLine, ReaderResult } from './reader';
import { cleanText, tidySpaces, unseenReport } from './text/clean';
import { joinCutWords } from './text/cut-words';
import type { DocumentLink, ExtractedDocument, HiddenText, TextLine } from './types';

/** A document before its file is named and `complete` has read what else it tells. */
export type Assembled = Omit<
  ExtractedDocument,
  'fileName' | 'bytes' | 'sha256' | 'textSha256' | 'language' | 'sections' | 'photo' | 'quality'
>;

/** Cleans a reader's lines, leaves out the empty ones, numbers the rest and lets the links follow. */
export function assemble(result: ReaderResult): Assembled {
  const hidden: HiddenText[] = [...(result.hiddenText ?? [])];
  const drafts = result.lines.map((line): DraftLine => {
    hidden.push(...unseenReport(line.text, line.page));
    return { ...line, text: tidySpaces(cleanText(line.text).text) };
  });
  const numbers = new Map<number, number>();
  const lines: TextLine[] = [];
  const urls = (result.links ?? []).map((link) => decodeUrl(link.url));
  joinCutWords(drafts, urls).forEach((line, i) => {
    if (line.text !== '') lines.push({ number: lines.length + 1, ...line });
    // An emptied line went into the one before it: its links point there.
    numbers.set(i, Math.max(1, lines.length));
  });
  const code = result.partial;
  return {
    format: result.format,
    mimeType: result.mimeType,
    text: lines.map((line) => line.text).join('\n'),
    lines,
    pages: result.pages,
    links: (result.links ?? []).map((link) => numbered(link, numbers)),
    hiddenText: mergeUnseen(hidden),
    properties: result.properties ?? {},
    ...(result.structured !== undefined && { structured: result.structured }),
    warnings: result.warnings ?? [],
    meta: {
      status: code ? 'partial' : 'ok',
      ...(code && { code }),
      ms: 0,
      ocrPages: result.pages.filter((page) => page.source === 'ocr').length,
    },
  };
}

function decodeUrl(url: string): string {
  try {
    return decodeURI(url);
  } catch {
    return url;
  }
}

function numbered(link: { url: string; page: number; draft?: number }, numbers: Map<number, number>): DocumentLink {
  const line = link.draft === undefined ? undefined : numbers.get(link.draft);
  return { url: link.url, page: link.page, ...(line !== undefined && { line }) };
}

/** One report of the same kind, page and text is enough. */
function mergeUnseen(hidden: HiddenText[]): HiddenText[] {
  const seen = new Set<string>();
  return hidden.filter((piece) => {
    const key = `${piece.reason} ${piece.page} ${piece.text}`;
    if (piece.reason === 'zero-width' && seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
