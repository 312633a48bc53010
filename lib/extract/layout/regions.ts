import { bandsOf, cutsAcross, cutsAroundDates } from './bands';
import { classify, dateRuns, isAlone, isLabel } from './columns';
import { wordsToLines, type WordLine } from './lines';
import { median, type Rule, type Word } from './types';

/** Words nearer than this (in font sizes) on one row belong together: no lane runs between them. */
const TOGETHER = 0.7;
/** A bullet or number stands this near (in font sizes) to its text. */
const BULLET_INDENT = 2.5;
/** White that a lane needs beside every such group of words, in points. */
const LANE = 2.5;
/** How far, in points, and which share of a column's lines may hang over into the next column. */
const OVERHANG = 20;
const MOST_HANGING = 0.12;
/** Words that overlap by this much, in font sizes, are painted over each other. */
const OVERPRINT = 0.3;
const DEEPEST = 6;
const MOST_LANES = 40;

/** Lines that are read together; the regions of a page follow each other in reading order. */
export type Region = WordLine[];

interface Lane {
  top: number;
  bottom: number;
  edge: number;
  left: Word[];
  right: Word[];
  score: number;
}

const isBeside = (a: Span, b: Span) => Math.abs(a.y - b.y) < 0.5 * Math.max(a.size, b.size);
const top = (s: Span) => s.y - s.size;

/**
 * Reading order by white lanes (after the recursive X-Y cut of Nagy and Seth, 1984): the tallest vertical lane that parts two columns cuts the region into
 * what stands above, left, right and below, and each part is cut again. Rows that only look like columns (a date set to the right, a table's cells)
 * are kept together by `classify`.
 */
export function readingOrder(words: Word[], rules: Rule[] = [], depth = 0): Region[] {
  if (words.length === 0) return [];
  const lanes = depth < DEEPEST ? findLanes(words) : [];
  for (const lane of lanes) {
    const left = wordsToLines(lane.left);
    const right = wordsToLines(lane.right);
    const kind = classify(left, right);
    if (kind === 'rows') continue;
    if (kind === 'columns' && partsDates(lanes, lane, left)) continue;
    const cuts = kind === 'columns' ? cutsAroundDates(left, right) : [];
    if (cuts.some((y) => isCrossed(lanes, lane, y))) continue;
    if (cuts.length > 0) return bandsOf(words, cuts).flatMap((band) => readingOrder(band, rules, depth + 1));
    const across = kind === 'columns' ? cutsAcross(left, right, rules) : [];
    if (across.length > 0) return bandsOf(words, across).flatMap((band) => readingOrder(band, rules, depth + 1));
    const inLane = new Set([...lane.left, ...lane.right]);
    for (const word of headingBelow(lane, left, right, words)) inLane.delete(word);
    const inside = (word: Word) => inLane.has(word);
    const above = words.filter((w) => !inLane.has(w) && w.y < lane.top + w.size * 0.5);
    const below = words.filter((w) => !inLane.has(w) && w.y >= lane.top + w.size * 0.5);
    const middle =
      kind === 'columns'
        ? [
            ...readingOrder(lane.left.filter(inside), rules, depth + 1),
            ...readingOrder(lane.right.filter(inside), rules, depth + 1),
          ]
        : [
            tableRows(
              left.filter((line) => line.words.some(inside)),
              right,
              rules,
              depth,
            ),
          ];
    return [...readingOrder(above, rules, depth + 1), ...middle, ...readingOrder(below, rules, depth + 1)];
  }
  return [labelsFirst(wordsToLines(words))];
}

/** A cell's one line set at half the height of the two beside it (a date in a table whose cells are centred) is read before them. */
function labelsFirst(lines: WordLine[]): WordLine[] {
  const out = [...lines];
  for (let i = 1; i < out.length - 1; i++) {
    const [above, label, below] = [out[i - 1], out[i], out[i + 1]];
    const isLeft = label.x1 + LANE < Math.min(above.x0, below.x0);
    const isBetween = Math.max(label.y - above.y, below.y - label.y) < 0.9 * label.size;
    if (isLeft && isBetween) out.splice(i - 1, 2, label, above);
  }
  return out;
}

/** True when the right side begins with dates of the left one: another lane, to the right of them, parts the columns. */
function partsDates(lanes: Lane[], own: Lane, left: WordLine[]): boolean {
  return lanes.some((lane) => {
    if (lane.edge < own.edge + 20) return false;
    const between = own.right.filter((word) => word.x0 < lane.edge - 0.5);
    if (between.length === 0 || between.some((word) => word.x1 > lane.edge - LANE)) return false;
    const lines = wordsToLines(between);
    return lines.length >= 2 && dateRuns(left, lines).some((run) => run.from === 0 && run.to === lines.length - 1);
  });
}

/** True where another lane, further to the left, runs through the height `y`: a cut there would go through its columns. */
function isCrossed(lanes: Lane[], own: Lane, y: number): boolean {
  return lanes.some(
    (lane) =>
      lane.edge < own.edge - 30 &&
      lane.top < y &&
      lane.bottom > y &&
      classify(wordsToLines(lane.left), wordsToLines(lane.right)) === 'columns',
  );
}

/** A louder last line of one side with nothing beside it heads what follows below the lane; it does not end its column. */
function headingBelow(lane: Lane, left: WordLine[], right: WordLine[], words: Word[]): Word[] {
  const [side, other] = (left.at(-1)?.y ?? 0) > (right.at(-1)?.y ?? 0) ? [left, right] : [right, left];
  const last = side.at(-1);
  const before = side.at(-2);
  if (!last || !before || side.length < 3 || !isAlone(last, other)) return [];
  const isBeside = (word: Word) => Math.abs(word.y - last.y) < last.size && !last.words.includes(word);
  if (words.some(isBeside)) return [];
  const isBold = (line: WordLine) => line.words.every((word) => word.bold);
  const isLouder = last.size > before.size + 0.4 || (isBold(last) && !isBold(before));
  const next = Math.min(...words.filter((word) => word.y > lane.bottom).map((word) => word.y));
  const isNear = next - last.y < 3 * last.size && last.y - before.y > next - last.y - 0.1 * last.size;
  return isLouder && isNear ? last.words : [];
}

/** A table whose left cells head the right ones: each row's left cell, then its right cell. */
function tableRows(left: WordLine[], right: WordLine[], rules: Rule[], depth: number): Region {
  const starts = cellStarts(left, right);
  const out: WordLine[] = [];
  for (let i = 0; i <= starts.length; i++) {
    const from = i === 0 ? -Infinity : starts[i - 1];
    const to = starts[i] ?? Infinity;
    const inside = (line: WordLine) => line.y >= from - 0.3 * line.size && line.y < to - 0.3 * line.size;
    const cell = left.filter(inside);
    const text = readingOrder(
      right.filter(inside).flatMap((line) => line.words),
      rules,
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
  const joins = /\d/.test(label) || /:$/.test(label) || (cell.length === 1 && isLabel(cell[0]));
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
      const isLevel = right.some((other) => Math.abs(other.y - line.y) <= 0.3 * Math.max(other.size, line.size));
      return i === 0 || ((isLevel || isAlone(line, right)) && gaps[i - 1] > 1.3 * line.size);
    })
    .map((line) => line.y);
}

/** Neighbouring words of one row: what a lane can't cut. */
interface Span {
  x0: number;
  x1: number;
  /** Right edge with the blank after it. */
  reach: number;
  y: number;
  size: number;
  words: Word[];
}

/** Painted over each other: a long address that runs out of its narrow column into the next. */
const isOverprint = (a: { x0: number; x1: number }, b: { x0: number; size: number }) =>
  b.x0 > a.x0 + b.size && b.x0 < a.x1 - OVERPRINT * b.size;

function spansOf(words: Word[]): Span[] {
  return wordsToLines(words).flatMap((line) => {
    const spans: Span[] = [];
    for (const word of line.words) {
      const last = spans[spans.length - 1];
      const isBullet = last?.words.length === 1 && last.words[0].text.length <= 2;
      const reach = isBullet ? BULLET_INDENT : TOGETHER;
      if (
        last &&
        !isOverprint(last, word) &&
        word.x0 - Math.max(last.x1, last.reach) < reach * Math.min(last.size, word.size)
      ) {
        last.words.push(word);
        last.x1 = Math.max(last.x1, word.x1);
        last.reach = word.reach ?? word.x1;
        last.size = Math.max(last.size, word.size);
      } else
        spans.push({
          x0: word.x0,
          x1: word.x1,
          reach: word.reach ?? word.x1,
          y: line.y,
          size: word.size,
          words: [word],
        });
    }
    return spans;
  });
}

function findLanes(words: Word[]): Lane[] {
  const spans = spansOf(words);
  const edges = [...new Set(spans.map((s) => Math.round(s.x0 * 2) / 2))];
  const lanes = edges.flatMap((edge) => [...lanesAt(spans, edge, 0), ...lanesAt(spans, edge, OVERHANG)]);
  return lanes.sort((a, b) => b.score - a.score).slice(0, MOST_LANES);
}

/** Spans from top to bottom whose baseline lies between two heights. */
function between(spans: Span[], from: number, to: number): Span[] {
  let [low, high] = [0, spans.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spans[middle].y > from) high = middle;
    else low = middle + 1;
  }
  let end = low;
  while (end < spans.length && spans[end].y < to) end++;
  return spans.slice(low, end);
}

/**
 * The stretches of height over which the lane that ends at `edge` is free of words. A few lines of the left side may reach over it by `overhang` points where
 * nothing stands beside them, as a long heading in a narrow column does.
 */
function lanesAt(spans: Span[], edge: number, overhang: number): Lane[] {
  const isRight = (s: Span) => s.x0 >= edge - 0.5;
  const hangsOver = (s: Span) =>
    s.x0 < edge - 3 * overhang &&
    s.x1 > edge - LANE &&
    s.x1 < edge + overhang &&
    !spans.some((o) => isRight(o) && isBeside(o, s) && o.x0 < s.x1 + s.size && !isOverprint(s, o));
  const hanging = new Set(overhang > 0 ? spans.filter(hangsOver) : []);
  if (overhang > 0 && hanging.size === 0) return [];
  const blocks = spans.filter((s) => s.x0 < edge - 0.5 && s.x1 > edge - LANE && !hanging.has(s));
  const limits = [-Infinity, ...blocks.map((s) => s.y), Infinity];
  const lanes: Lane[] = [];
  for (let i = 0; i < limits.length - 1; i++) {
    // Between neighbouring rows there is nothing.
    if (limits[i + 1] - limits[i] <= 1) continue;
    const inside = between(spans, limits[i] + 0.5, limits[i + 1] - 0.5);
    const left = inside.filter((s) => s.x1 <= edge - LANE || hanging.has(s));
    const right = inside.filter(isRight);
    if (left.length < 2 || right.length < 2) continue;
    if (left.filter((s) => hanging.has(s)).length > MOST_HANGING * left.length) continue;
    const overlapTop = Math.max(Math.min(...left.map(top)), Math.min(...right.map(top)));
    const overlapBottom = Math.min(Math.max(...left.map((s) => s.y)), Math.max(...right.map((s) => s.y)));
    if (overlapBottom - overlapTop < 1.8 * median(inside.map((s) => s.size))) continue;
    const white =
      edge -
      median(
        left
          .map((s) => s.x1)
          .sort((a, b) => b - a)
          .slice(0, Math.ceil(left.length / 4)),
      );
    const ys = inside.map((s) => s.y);
    lanes.push({
      top: Math.min(...ys) - 0.1,
      bottom: Math.max(...ys) + 0.1,
      edge,
      left: left.flatMap((s) => s.words),
      right: right.flatMap((s) => s.words),
      score: overlapBottom - overlapTop + Math.min(white, 40) / 10,
    });
  }
  return lanes;
}
