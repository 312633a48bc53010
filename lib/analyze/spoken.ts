import { findInstructions, type ExtractedDocument, type TextLine } from '../extract';

/** A longer line is a paragraph that also tells of the person: only the sentence is cut out of it. */
const LONGEST_LINE = 300;
/** Lines that a sentence may run over. */
const MOST_LINES = 4;

interface Span {
  from: number;
  to: number;
}

/** From the sentence's first word to its stop; without a stop, to the end of the lines that go on with a small letter. */
function sentenceAround(text: string, { from, to }: Span): Span {
  const before = text.slice(0, from);
  const start = Math.max(before.lastIndexOf('\n'), ...['. ', '! ', '? '].map((stop) => before.lastIndexOf(stop))) + 1;
  let end = to;
  for (let line = 0; line < MOST_LINES; line++) {
    const rest = text.slice(end);
    const stop = /[.!?](?=\s|$)|\n|$/.exec(rest);
    end += (stop?.index ?? rest.length) + (stop?.[0] === '\n' ? 0 : (stop?.[0].length ?? 0));
    if (stop?.[0] !== '\n' || !/^\n\p{Ll}/u.test(text.slice(end))) break;
    end += 1;
  }
  return { from: start, to: end };
}

/** What is left of a line of the text, or null when nothing is. */
function rest(line: TextLine, at: number, spans: readonly Span[]): TextLine | null {
  const end = at + line.text.length;
  const own = spans.filter(({ from, to }) => from < end && to > at);
  if (own.length === 0) return line;
  if (line.text.length <= LONGEST_LINE) return null;
  const kept = own.reduceRight(
    (text, { from, to }) => text.slice(0, Math.max(0, from - at)) + text.slice(Math.max(0, to - at)),
    line.text,
  );
  return /\p{L}/u.test(kept) ? { ...line, text: kept } : null;
}

/**
 * The document without the lines that speak to a program: no fact is taken from them, so that a CV has the same profile with and without them,
 * whatever a model would make of them. The lines keep their numbers; extraction has warned of them, and named them.
 */
export function withoutInstructions(document: ExtractedDocument): ExtractedDocument {
  const text = document.lines.map((line) => line.text).join('\n');
  const spans = findInstructions(text).map((span) => sentenceAround(text, span));
  if (spans.length === 0) return document;
  let at = 0;
  const lines = document.lines.flatMap((line) => {
    const kept = rest(line, at, spans);
    at += line.text.length + 1;
    return kept ? [kept] : [];
  });
  return { ...document, lines, text: lines.map((line) => line.text).join('\n') };
}
