import type { ExtractedDocument, TextLine } from '../extract';
import type { EngineName, Evidence } from '../profile';
import { key } from './text';

/** Longest quote kept, in characters: enough to recognise the place, short enough for a table cell. */
const QUOTE_LENGTH = 300;
/** A value may run over so many lines (narrow columns wrap). */
const SPAN = 4;

/** Evidence from line numbers that are known. `quote` is what stands there, as written. */
export function evidenceOf(
  lines: readonly { number: number; page: number }[],
  quote: string,
  source: EngineName = 'rules',
): Evidence {
  const numbers = lines.map((line) => line.number);
  return {
    page: lines[0].page,
    lines: [Math.min(...numbers), Math.max(...numbers)],
    quote: quote.replace(/\s+/g, ' ').trim().slice(0, QUOTE_LENGTH),
    source,
  };
}

/** Letters and digits only, so that wrapping, hyphens, case and diacritics do not matter. */
function squeeze(text: string): string {
  return key(text).replace(/[ ]/g, '');
}

/**
 * Finds where a value stands: the first line, else the first run of up to four lines, that holds it after folding case, diacritics,
 * punctuation and white space. Null when it stands nowhere; then it must not enter a profile.
 */
export function locate(
  document: Pick<ExtractedDocument, 'lines'>,
  value: string,
  source: EngineName = 'rules',
): Evidence | null {
  const wanted = squeeze(value);
  if (!wanted) return null;
  const squeezed = document.lines.map((line) => squeeze(line.text));
  const whole = key(value);
  const asWords = document.lines.findIndex((line) => ` ${key(line.text)} `.includes(` ${whole} `));
  if (asWords >= 0) return fromLines(document.lines.slice(asWords, asWords + 1), source);
  for (let span = 1; span <= SPAN; span++) {
    for (let i = 0; i + span <= squeezed.length; i++) {
      if (
        squeezed
          .slice(i, i + span)
          .join('')
          .includes(wanted)
      )
        return fromLines(document.lines.slice(i, i + span), source);
    }
  }
  return null;
}

function fromLines(lines: readonly TextLine[], source: EngineName): Evidence {
  return evidenceOf(lines, lines.map((line) => line.text).join(' '), source);
}
