import type { TextLine } from '../extract';
import type { Evidence } from '../profile';
import { findPeriods, type FoundPeriod } from './dates';
import { escapeRegExp, fold, key } from './text';

/** Models miscount by a line or two, above all after empty or very short lines. */
const LINE_SLIP = 2;
/** A title or a name may run over a line's end; more than three lines are no single value. */
const LONGEST_SPAN = 3;
const LONGEST_QUOTE = 200;

export interface Found {
  /** As the CV writes it. */
  value: string;
  evidence: Evidence;
}

export interface FoundDates extends Pick<FoundPeriod, 'start' | 'end' | 'current'> {
  evidence: Evidence;
}

/** The document's lines, for looking up what a model claims to have read in them. */
export interface Verifier {
  /** The value in or near the lines `from` to `to` (numbers as the model cites them); null when it does not stand there. */
  text(value: string, from: number, to?: number): Found | null;
  /** The period near those lines that agrees with the dates claimed, as precise as the CV is. */
  dates(claim: { start: string; end: string }, from: number, to?: number): FoundDates | null;
  /** The lines themselves as one text; null when the numbers are not lines of this document. */
  range(from: number, to: number): Found | null;
}

const wordsOnly = (text: string) => ` ${key(text)} `;

/** The part of `text` that says `value`, in the CV's own spelling. */
function spelling(text: string, value: string): string {
  const folded = fold(text);
  const exact = folded.indexOf(fold(value));
  if (exact >= 0) return text.slice(exact, exact + value.length);
  const loose = key(value).split(' ').map(escapeRegExp).join('[^\\p{L}\\p{N}+#]+');
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${loose}(?![\\p{L}\\p{N}])`, 'u').exec(folded);
  return match ? text.slice(match.index, match.index + match[0].length) : value;
}

/** Consecutive lines as one text; a word hyphenated at a line's end is tried both ways. */
function joined(lines: readonly TextLine[]): string[] {
  const plain = lines.map((line) => line.text.trim()).join(' ');
  const unhyphenated = plain.replace(/(\p{L})[-\u00ad] (?=\p{Ll})/gu, '$1');
  return plain === unhyphenated ? [plain] : [plain, unhyphenated];
}

/** Indexes from nearest to farthest: the cited lines, then one and two lines around them. */
function nearest(first: number, last: number, count: number): number[] {
  const order: number[] = [];
  for (let at = first; at <= last; at++) order.push(at);
  for (let slip = 1; slip <= LINE_SLIP; slip++) order.push(first - slip, last + slip);
  return order.filter((at) => at >= 0 && at < count);
}

const agrees = (claimed: string | null, found: string | null) =>
  claimed === null || found === null ? claimed === found : found.startsWith(claimed) || claimed.startsWith(found);

/**
 * What the model's two strings mean, read by the parser that also reads the CV. An end that is no date (« en cours », "") leaves
 * it to the CV whether the job is still held.
 */
function readClaim(claim: { start: string; end: string }, referenceDate: string) {
  const single = (text: string) => findPeriods(text, referenceDate)[0];
  const start = single(claim.start);
  const end = single(claim.end);
  return { start: start?.start ?? start?.end ?? null, end: end?.end ?? end?.start ?? null };
}

function matchPeriod(period: FoundPeriod, claim: ReturnType<typeof readClaim>): Omit<FoundDates, 'evidence'> | null {
  const { start, end, current } = period;
  if (!claim.start && !claim.end) return null;
  if (!period.range) {
    const only = claim.end ?? claim.start;
    const contradicted = claim.start !== null && claim.end !== null && !agrees(claim.start, claim.end);
    return !contradicted && agrees(only, end) ? { start: null, end, current: false } : null;
  }
  if (claim.start !== null && !agrees(claim.start, start)) return null;
  if (claim.end !== null && !current && !agrees(claim.end, end)) return null;
  if (claim.end !== null && current) return null;
  return { start, end, current };
}

/**
 * @param referenceDate `YYYY-MM-DD`, passed on to the date parser.
 */
export function createVerifier(lines: readonly TextLine[], referenceDate: string): Verifier {
  const indexOf = new Map(lines.map((line, index) => [line.number, index]));

  const evidenceOf = (span: readonly TextLine[], quote: string): Evidence => ({
    page: span[0]?.page ?? 1,
    lines: [span[0]?.number ?? 1, span.at(-1)?.number ?? 1],
    quote: quote.slice(0, LONGEST_QUOTE),
    source: 'model',
  });

  function indexes(from: number, to: number): number[] {
    const first = indexOf.get(from);
    if (first === undefined) return [];
    return nearest(first, Math.max(first, indexOf.get(to) ?? first), lines.length);
  }

  function text(value: string, from: number, to = from): Found | null {
    const wanted = wordsOnly(value);
    if (wanted.trim() === '') return null;
    const order = indexes(from, to);
    for (let length = 1; length <= LONGEST_SPAN; length++) {
      for (const at of order) {
        const span = lines.slice(at, at + length);
        const written = joined(span).find((candidate) => wordsOnly(candidate).includes(wanted));
        if (written === undefined) continue;
        const found = spelling(written, value.trim());
        return { value: found, evidence: evidenceOf(span, found) };
      }
    }
    return null;
  }

  function dates(claim: { start: string; end: string }, from: number, to = from): FoundDates | null {
    const wanted = readClaim(claim, referenceDate);
    const order = indexes(from, to);
    for (let length = 1; length <= 2; length++) {
      for (const at of order) {
        const span = lines.slice(at, at + length);
        const written = joined(span)[0] ?? '';
        for (const period of findPeriods(written, referenceDate)) {
          const match = matchPeriod(period, wanted);
          if (!match) continue;
          const quote = written.slice(period.index, period.index + period.length);
          return { ...match, evidence: evidenceOf(span, quote) };
        }
      }
    }
    return null;
  }

  function range(from: number, to: number): Found | null {
    const [first, last] = [indexOf.get(from), indexOf.get(to)];
    if (first === undefined || last === undefined || last < first) return null;
    const span = lines.slice(first, last + 1);
    const value = span.map((line) => line.text.trim()).join('\n');
    return { value, evidence: evidenceOf(span, value) };
  }

  return { text, dates, range };
}
