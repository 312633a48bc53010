import { classify } from './columns';
import { wordsToLines, type WordLine } from './lines';
import { median, type Word } from './types';

/** Narrowest white lane that can part two columns, in points and in font sizes. */
const LANE_POINTS = 7;
const LANE_SIZES = 0.8;
const DEEPEST = 6;

/** Lines that are read together; the regions of a page follow each other in reading order. */
export type Region = WordLine[];

interface Lane {
  top: number;
  bottom: number;
  left: Word[];
  right: Word[];
  score: number;
}

const top = (w: Word) => w.y - w.size;

/**
 * Reading order by white lanes (after the recursive X-Y cut of Nagy and Seth, 1984): the tallest vertical lane that parts two columns cuts the region into
 * what stands above, left, right and below, and each part is cut again. Rows that only look like columns (a date set to the right, a table's cells)
 * are kept together by `classify`.
 */
export function readingOrder(words: Word[], depth = 0): Region[] {
  if (words.length === 0) return [];
  const lanes = depth < DEEPEST ? findLanes(words) : [];
  for (const lane of lanes) {
    const left = wordsToLines(lane.left);
    const right = wordsToLines(lane.right);
    const kind = classify(left, right);
    if (kind === 'rows') continue;
    const above = words.filter((w) => w.y < lane.top);
    const below = words.filter((w) => w.y > lane.bottom);
    const middle =
      kind === 'columns'
        ? [...readingOrder(lane.left, depth + 1), ...readingOrder(lane.right, depth + 1)]
        : [tableRows(left, right, depth)];
    return [...readingOrder(above, depth + 1), ...middle, ...readingOrder(below, depth + 1)];
  }
  return [wordsToLines(words)];
}

/** A table whose left cells head the right ones: each row's left cell, then its right cell. */
function tableRows(left: WordLine[], right: WordLine[], depth: number): Region {
  const starts = cellStarts(left, right);
  const out: WordLine[] = [];
  for (let i = 0; i <= starts.length; i++) {
    const from = i === 0 ? -Infinity : starts[i - 1];
    const to = starts[i] ?? Infinity;
    const inside = (line: WordLine) => line.y >= from - 0.3 * line.size && line.y < to - 0.3 * line.size;
    const cell = left.filter(inside);
    const text = readingOrder(
      right.filter(inside).flatMap((line) => line.words),
      depth + 1,
    ).flat();
    out.push(...joinCells(cell, text));
  }
  return out;
}

/** A one-line cell with a date or a label joins the line beside it; a heading or a longer cell stays on its own. */
function joinCells(cell: WordLine[], text: WordLine[]): WordLine[] {
  const [head] = text;
  const label = cell.length === 1 ? cell[0].words.map((w) => w.text).join(' ') : '';
  const joins = /\d/.test(label) || /:$/.test(label);
  if (!head || !joins || Math.abs(head.y - cell[0].y) > 0.4 * Math.max(head.size, cell[0].size))
    return [...cell, ...text];
  const words = [...cell[0].words, ...head.words];
  return [{ ...head, words, x0: cell[0].x0 }, ...text.slice(1)];
}

/** Baselines at which a left cell begins beside a line of the right side. */
function cellStarts(left: WordLine[], right: WordLine[]): number[] {
  const gaps = left.slice(1).map((line, i) => line.y - left[i].y);
  return left
    .filter((line, i) => {
      const isAligned = right.some((other) => Math.abs(other.y - line.y) <= 0.3 * Math.max(other.size, line.size));
      return i === 0 || (isAligned && gaps[i - 1] > 1.5 * line.size);
    })
    .map((line) => line.y);
}

function findLanes(words: Word[]): Lane[] {
  const size = median(words.map((w) => w.size));
  const width = Math.max(LANE_POINTS, LANE_SIZES * size);
  const edges = [...new Set(words.map((w) => Math.round(w.x0 * 2) / 2))];
  const lanes = edges.flatMap((edge) => lanesAt(words, edge, width));
  return lanes.sort((a, b) => b.score - a.score).slice(0, 40);
}

/** The stretches of height over which the lane that ends at `edge` is free of words. */
function lanesAt(words: Word[], edge: number, width: number): Lane[] {
  const blocks = words.filter((w) => w.x0 < edge - 0.5 && w.x1 > edge - width);
  const limits = [-Infinity, ...blocks.map((w) => w.y).sort((a, b) => a - b), Infinity];
  const lanes: Lane[] = [];
  for (let i = 0; i < limits.length - 1; i++) {
    const inside = words.filter((w) => w.y > limits[i] + 0.5 && w.y < limits[i + 1] - 0.5);
    const left = inside.filter((w) => w.x1 <= edge - width);
    const right = inside.filter((w) => w.x0 >= edge - 0.5);
    if (left.length < 2 || right.length < 2) continue;
    const overlapTop = Math.max(Math.min(...left.map(top)), Math.min(...right.map(top)));
    const overlapBottom = Math.min(Math.max(...left.map((w) => w.y)), Math.max(...right.map((w) => w.y)));
    const size = median(inside.map((w) => w.size));
    if (overlapBottom - overlapTop < 1.8 * size) continue;
    const whiteWidth = edge - Math.max(...left.map((w) => w.x1));
    const ys = inside.map((w) => w.y);
    const score = overlapBottom - overlapTop + Math.min(whiteWidth, 40) / 10;
    lanes.push({ top: Math.min(...ys) - 0.1, bottom: Math.max(...ys) + 0.1, left, right, score });
  }
  return lanes;
}
