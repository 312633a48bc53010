import { headingKind, languageNamed } from '../../extract';
import { findPeriods, withoutPeriods } from '../dates';
import { blocksOf, type Row } from './rows';

/** Share of a block's rows that must be labels (headings, dates, names of languages) for it to be a margin and no column of its own. */
const LABELS = 0.6;
/** A label belongs to the text that begins at most so many of its font sizes above it. */
const ABOVE = 0.9;
/** Points below the last label within which text may still begin that belongs to it. */
const REACH = 60;

interface Extent {
  x0: number;
  x1: number;
  top: number;
  bottom: number;
}

function extentOf(rows: readonly Row[]): Extent | null {
  if (rows.some((row) => row.x0 === null || row.x1 === null || row.y === null)) return null;
  return {
    x0: Math.min(...rows.map((row) => row.x0 ?? 0)),
    x1: Math.max(...rows.map((row) => row.x1 ?? 0)),
    top: Math.min(...rows.map((row) => row.y ?? 0)),
    bottom: Math.max(...rows.map((row) => row.y ?? 0)),
  };
}

function isDate(row: Row, referenceDate: string): boolean {
  const found = findPeriods(row.text, referenceDate);
  return found.length > 0 && withoutPeriods(row.text, found) === '';
}

function isMargin(rows: readonly Row[], referenceDate: string): boolean {
  const dates = rows.filter((row) => isDate(row, referenceDate)).length;
  const languages = rows.filter((row) => languageNamed(row.text)).length;
  const headings = rows.filter((row) => headingKind(row.text) !== null).length;
  // Headings alone also make up the frame of a sidebar: it takes dates or labels that mean nothing by themselves.
  return rows.length >= 2 && dates + languages >= 1 && (dates + languages + headings) / rows.length >= LABELS;
}

/** Share of a margin's dates that share their baseline with the text beside it, where the margin also holds the headings. */
const ALIGNED = 0.7;

/** A table without lines, read as two columns: headings, labels and at least two dates to the left; to the right no heading, but text beside nearly every date. */
function isTable(rows: readonly Row[], beside: readonly Row[], referenceDate: string): boolean {
  const dates = rows.filter((row) => isDate(row, referenceDate));
  const kinds = rows.map((row) => headingKind(row.text));
  if (dates.length < 2 || !kinds.includes('experience') || beside.some((row) => headingKind(row.text))) return false;
  const level = (row: Row) => beside.some((other) => Math.abs((other.y ?? 0) - (row.y ?? 0)) < 0.3 * (row.size ?? 10));
  return dates.filter(level).length >= ALIGNED * dates.length;
}

/** A row in the text's weight that stands right above a bold one, as each entry's employer above its title: it begins the entry. */
function withLead(start: Row, edge: readonly Row[]): Row {
  const at = edge.indexOf(start);
  const lead = edge[at - 1];
  if (!lead || lead.bold) return start;
  const step = (start.y ?? 0) - (lead.y ?? 0);
  const above = edge[at - 2];
  const parted = !above || (lead.y ?? 0) - (above.y ?? 0) > step + 2;
  return step < 1.4 * (start.size ?? 10) && parted ? lead : start;
}

/** Rows that begin an entry: at the text's left edge, and in bold where it uses bold there. */
function entryStarts(text: readonly Row[]): Row[] {
  const left = Math.min(...text.map((row) => row.x0 ?? Infinity));
  const edge = text.filter((row) => (row.x0 ?? 0) <= left + 3);
  const bold = edge.filter((row) => row.bold);
  return bold.length > 0 && bold.length < text.length ? bold.map((row) => withLead(row, edge)) : [];
}

/** A heading centred beside its text: the first row of the evenly spaced group, not above `top`. */
function groupStart(rows: readonly Row[], index: number, top: number): number {
  let at = index;
  const y = (i: number) => rows[i]?.y ?? 0;
  while (
    at > 0 &&
    rows[at + 1] &&
    y(at - 1) >= top &&
    y(at) - y(at - 1) <= 1.25 * (y(at + 1) - y(at)) &&
    y(at) > y(at - 1)
  )
    at--;
  return at;
}

/** Whether the margin cut a date after its dash: « 2019 – » above « aujourd’hui ». */
function isCut(label: Row, next: Row | undefined, referenceDate: string): boolean {
  if (!next || !/[–—-]$/.test(label.text) || (next.y ?? 0) - (label.y ?? 0) > 1.7 * (label.size ?? 10)) return false;
  return isDate({ ...label, text: `${label.text} ${next.text}` }, referenceDate);
}

/** Puts each label in front of the text that stands beside or below it; a date in front of the entry that it stands in. */
function interleave(labels: readonly Row[], text: readonly Row[], referenceDate: string): Row[] {
  const block = labels[0].block;
  const starts = entryStarts(text);
  const out = [...text];
  const isLabel = (row: Row) => !text.includes(row);
  for (const [i, label] of labels.entries()) {
    if (i > 0 && isCut(labels[i - 1], label, referenceDate)) {
      out.splice(out.indexOf(labels[i - 1]) + 1, 0, label);
      continue;
    }
    const reach = ABOVE * (label.size ?? 10);
    const y = label.y ?? 0;
    const beside = out.findIndex((row) => !isLabel(row) && Math.abs((row.y ?? 0) - y) < reach / 2);
    const above = isDate(label, referenceDate)
      ? starts.findLastIndex((row) => (row.y ?? 0) <= y && (row.y ?? 0) > y - 4 * reach)
      : -1;
    const below = out.findIndex((row) => !isLabel(row) && (row.y ?? 0) >= y - reach);
    const first = beside >= 0 ? beside : above >= 0 ? out.indexOf(starts[above]) : below;
    const at = headingKind(label.text) ? groupStart(out, first, y - 2 * (label.size ?? 10)) : first;
    out.splice(at < 0 ? out.length : at, 0, label);
  }
  return out.map((row) => ({ ...row, block }));
}

/**
 * Rows of a margin column (dates or headings set to the left of what they belong to) moved in front of the text beside them, where a reader of the
 * document took margin and text for two columns. Premise: a column of which most rows are dates, headings or names of languages is no text of its own.
 */
export function withMargins(rows: readonly Row[], referenceDate: string): Row[] {
  const blocks = blocksOf(rows);
  const taken = new Set<Row[]>();
  return blocks.flatMap((block, i) => {
    if (taken.has(block)) return [];
    const own = extentOf(block);
    const isLabels = isMargin(block, referenceDate);
    const mayBeTable = !isLabels && block.some((row) => headingKind(row.text) === 'experience');
    if (!own || !(isLabels || mayBeTable)) return block;
    const below = blocks.slice(i + 1).flatMap((other) => {
      const extent = other[0].page === block[0].page ? extentOf(other) : null;
      return extent && extent.x0 < own.x1 && extent.top > own.bottom ? [extent.top] : [];
    });
    const end = Math.min(own.bottom + REACH, ...below);
    const beside = blocks.slice(i + 1).filter((other) => {
      const extent = other[0].page === block[0].page ? extentOf(other) : null;
      return (
        extent !== null &&
        extent.x0 > own.x1 - 0.15 * (own.x1 - own.x0) &&
        extent.bottom >= own.top - 10 &&
        extent.top < end
      );
    });
    if (beside.length === 0 || (mayBeTable && !isTable(block, beside.flat(), referenceDate))) return block;
    beside.forEach((other) => taken.add(other));
    return interleave(block, beside.flat(), referenceDate);
  });
}
