import type { WordLine } from './lines';
import { median } from './types';

/**
 * How two sides of a white lane are read: `columns` one after the other, `rows` line by line across (a date to the right of a title), `table` row by row,
 * the left cell before the right one (dates or headings in a column of their own).
 */
export type SideBySide = 'columns' | 'rows' | 'table';

const isAligned = (line: WordLine, others: WordLine[]) =>
  others.some((other) => Math.abs(other.y - line.y) <= 0.25 * Math.max(line.size, other.size));

/** True for a line with nothing beside it: a heading over the whole width that happens to be short. */
export const isAlone = (line: WordLine, others: WordLine[]) =>
  !others.some((other) => other.y > line.y - 0.9 * line.size && other.y - 0.8 * other.size < line.y + 0.1 * line.size);

const share = <T>(items: T[], test: (item: T) => boolean) =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;

/** Lines that begin a paragraph or entry: the first, or one after a gap that is wider than the side's usual leading. */
export function groupStarts(lines: WordLine[]): WordLine[] {
  const gaps = lines.slice(1).map((line, i) => line.y - lines[i].y);
  const tight = median(gaps.filter((gap, i) => gap < 2 * lines[i + 1].size));
  const limit = tight > 0 ? 1.25 * tight : 0;
  return lines.filter((line, i) => i === 0 || gaps[i - 1] > Math.max(limit, 1.3 * line.size));
}

/** Share of lines that run on into the next one: text set to a width, not a list of short statements. */
function flowing(lines: WordLine[]): number {
  const width = Math.max(...lines.map((l) => l.x1)) - Math.min(...lines.map((l) => l.x0));
  const left = Math.min(...lines.map((l) => l.x0));
  return share(lines.slice(0, -1), (line) => {
    const next = lines[lines.indexOf(line) + 1];
    const isFull = line.x1 - left > 0.7 * width;
    return isFull && next.y - line.y < 1.8 * line.size && /^\p{Ll}/u.test(next.words[0].text);
  });
}

function textWidth(lines: WordLine[]): number {
  return median(lines.map((l) => l.x1 - l.x0));
}

const hasDate = (line: WordLine) => line.words.some((w) => /(^|\D)(19|20)\d\d(\D|$)|^\d{1,2}[/.]\d{2,4}/.test(w.text));

/** Decides by alignment: cells of a row share a baseline, lines of two columns do so only by chance. */
export function classify(left: WordLine[], right: WordLine[]): SideBySide {
  // Nothing really stands beside anything: short lines and indented ones that follow each other.
  if (share(left, (line) => isAlone(line, right)) > 0.5 && share(right, (line) => isAlone(line, left)) > 0.5)
    return 'rows';
  if (right.length <= left.length && isRowSide(right, left)) return 'rows';
  const starts = groupStarts(left);
  const beside = starts.filter((line) => !isAlone(line, right));
  const heads = groupStarts(right);
  const aligned = share(beside, (line) => isAligned(line, right));
  const headed = share(beside, (line) => isAligned(line, heads));
  const leftIsSparse = left.length <= 0.7 * right.length || share(left, hasDate) > 0.6;
  if (beside.length >= 2 && leftIsSparse && aligned >= 0.85 && headed >= 0.7) return 'table';
  if (left.length < right.length && isRowSide(left, right) && left.length / starts.length <= 1.5) return 'table';
  return 'columns';
}

/** True for a side that only completes the other's lines: short, aligned with them, and not running text. */
function isRowSide(side: WordLine[], other: WordLine[]): boolean {
  if (share(side, (line) => isAligned(line, other)) < 0.85) return false;
  if (flowing(side) > 0.2) return false;
  const isSparse = side.length <= 0.6 * other.length;
  const isMatched = share(other, (line) => isAligned(line, side)) > 0.85;
  if (isSparse || share(side, hasDate) > 0.6) return true;
  return isMatched && flowing(other) < 0.2 && textWidth(side) < 200;
}
