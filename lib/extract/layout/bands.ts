import { dateRuns, isAlone, isAligned, louder } from './columns';
import type { Rule, Word } from './types';
import type { WordLine } from './lines';

/** A rule parts a region when it runs over this share of the region's width. */
const RULE_SHARE = 0.75;
/** A heading stands at most so many font sizes above the rule that underlines it. */
const UNDERLINE = 1;
/** Share of the right lines that may lack a neighbour on their baseline where two columns are rows of cells; one always may, the page's foot. */
const UNMATCHED = 0.15;

/** The words between the heights `cuts`, from top to bottom. */
export function bandsOf(words: Word[], cuts: number[]): Word[][] {
  const limits = [-Infinity, ...cuts.sort((a, b) => a - b), Infinity];
  return limits
    .slice(1)
    .map((to, i) => words.filter((word) => word.y > limits[i] && word.y <= to))
    .filter((band) => band.length > 0);
}

/** Baselines between which a right side only dates the left one, where another part of it is a column: the page's head, a row of columns at its foot. */
export function cutsAroundDates(left: WordLine[], right: WordLine[]): number[] {
  const all = [...left, ...right].sort((a, b) => a.y - b.y);
  return dateRuns(left, right).flatMap(({ from, to }) => [
    ...(from > 0 ? widestBand(all, right[from - 1].y, right[from].y) : []),
    ...(to + 1 < right.length ? widestBand(all, right[to].y, right[to + 1].y) : []),
  ]);
}

/** The middle of the widest white between two baselines. */
function widestBand(lines: WordLine[], from: number, to: number): number[] {
  const inside = lines.filter((line) => line.y >= from - 0.1 && line.y <= to + 0.1);
  const bands = inside.slice(1).map((line, i) => ({ from: inside[i].y, to: line.y - line.size }));
  const widest = bands.sort((a, b) => b.to - b.from - (a.to - a.from))[0];
  return widest ? [(widest.from + widest.to + 0.2) / 2] : [];
}

const lineTop = (line: WordLine) => line.y - 0.95 * line.size;

/**
 * Heights at which two columns are parted from what follows: a rule or the edge of a box that runs over both of them, and headings over the whole width
 * above rows of cells. Only heights with columns above as well as below count.
 */
export function cutsAcross(left: WordLine[], right: WordLine[], rules: Rule[]): number[] {
  const all = [...left, ...right].sort((a, b) => a.y - b.y);
  const [first, last] = [all[0], all[all.length - 1]];
  const cuts = [...ruledCuts(all, rules), ...headedCuts(left, right)];
  return cuts.filter((y) => y > first.y && y < last.y);
}

function ruledCuts(all: WordLine[], rules: Rule[]): number[] {
  const [x0, x1] = [Math.min(...all.map((line) => line.x0)), Math.max(...all.map((line) => line.x1))];
  return rules
    .filter((rule) => Math.min(rule.x1, x1) - Math.max(rule.x0, x0) >= RULE_SHARE * (x1 - x0))
    .filter((rule) => !all.some((line) => line.y > rule.y + 0.5 && lineTop(line) + 0.3 * line.size < rule.y))
    .map((rule) => {
      // A heading that the rule underlines goes with what follows.
      const above = all.filter((line) => line.y <= rule.y + 0.5).at(-1);
      const near = above && rule.y - above.y < UNDERLINE * above.size;
      const isHeading =
        near && !all.some((line) => line !== above && line.y > lineTop(above) && line.y <= above.y + 0.5);
      return isHeading ? lineTop(above) : rule.y;
    });
}

/**
 * Headings of the left side that have nothing beside them, where the right side has no heading of its own and all its lines stand on the baselines of left ones:
 * lists set in two or three columns, each under a heading over the whole width.
 */
function headedCuts(left: WordLine[], right: WordLine[]): number[] {
  const isLoud = louder([...left, ...right]);
  const bottom = right[right.length - 1].y;
  const headings = left.filter((line) => isLoud(line) && line.y < bottom);
  const inner = headings.filter((line) => line.y > right[0].y);
  if (inner.length === 0 || right.some(isLoud) || headings.some((line) => !isAlone(line, right))) return [];
  const unmatched = right.filter((line) => !isAligned(line, left)).length;
  return right.length >= 3 && unmatched <= Math.max(1, UNMATCHED * right.length) ? inner.map(lineTop) : [];
}
