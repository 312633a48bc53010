import type { DraftLine } from '../reader';

/** A date or a label heads the line beside it; a heading does not. */
export const isRowLabel = (text: string): boolean => text.length < 60 && (/\d/.test(text) || /:\s*$/.test(text));

/**
 * The lines of a table's row. Short cells make one line with tabs; a one-line date or label joins the first line of the next cell; other cells follow each
 * other whole, as in a layout table.
 */
export function joinCells(cells: DraftLine[][]): DraftLine[] {
  const filled = cells.filter((lines) => lines.length > 0);
  if (filled.length === 0) return [];
  const [first, second] = filled;
  if (filled.every((lines) => lines.length === 1)) return [joined(filled.map(([line]) => line))];
  if (filled.length >= 2 && first.length === 1 && isRowLabel(first[0].text) && !first[0].heading) {
    return [joined([first[0], second[0]]), ...second.slice(1), ...filled.slice(2).flat()];
  }
  return filled.flat();
}

function joined(lines: DraftLine[]): DraftLine {
  const main = lines.reduce((a, b) => (b.text.length > a.text.length ? b : a));
  return { ...main, text: lines.map((line) => line.text).join('\t') };
}
