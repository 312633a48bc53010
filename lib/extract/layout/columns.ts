import type { WordLine } from './lines';
import { median } from './types';

/**
 * How two sides of a white lane are read: `columns` one after the other, `rows` line by line across (a date to the right of a title), `table` row by row,
 * the left cell before the right one (dates or headings in a column of their own).
 */
export type SideBySide = 'columns' | 'rows' | 'table';

export const isAligned = (line: WordLine, others: WordLine[]) =>
  others.some((other) => Math.abs(other.y - line.y) <= 0.25 * Math.max(line.size, other.size));

/** True for a line with nothing beside it: a heading over the whole width that happens to be short. */
export const isAlone = (line: WordLine, others: WordLine[]) =>
  !others.some((other) => other.y > line.y - 0.9 * line.size && other.y - 0.8 * other.size < line.y + 0.1 * line.size);

const share = <T>(items: T[], test: (item: T) => boolean) =>
  items.length === 0 ? 0 : items.filter(test).length / items.length;

const isBold = (line: WordLine) => line.words.every((word) => word.bold);

/** Set larger than most lines, or bold where most are not. */
export function louder(lines: WordLine[]): (line: WordLine) => boolean {
  const body = median(lines.map((line) => line.size));
  const mostlyBold = lines.filter(isBold).length > lines.length / 2;
  return (line) => line.size > body + 0.8 || (isBold(line) && !mostlyBold);
}

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

const textOf = (line: WordLine) => line.words.map((w) => w.text).join(' ');

/** A month's name, cut short or not, in the languages of Western Europe, and the year behind it in two digits: « Sept. 22 ». */
const MONTH_AND_YEAR =
  /(?:^|\s)(?:jan|f[eé]v|feb|mar|m[äa]r|apr|avr|abr|ma[iy]|ju[inl]|ao[uû]|aug|ago|sep|set|o[ckt]t|nov|d[eé][cz]|dic|ene|gen|lug)\p{L}*\.?\s['’]?\d\d(?:\s|$)/iu;

const hasDate = (line: WordLine) =>
  line.words.some((w) => /(^|\D)(19|20)\d\d(\D|$)|^\d{1,2}[/.]\d{2,4}/.test(w.text)) ||
  MONTH_AND_YEAR.test(textOf(line));

const DATE_START =
  /^(?:[(\d]|(?:jan|f[eé]v|feb|mar|m[äa]r|apr|avr|abr|ma[iy]|ju[inl]|ao[uû]|aug|ago|sep|set|o[ckt]t|nov|d[eé][cz]|dic|ene|gen|lug|depuis|since|seit|desde|dal|sinds|from|[eé]t[eé]|hiver|printemps|automne|summer|winter|spring|autumn|fall|d[eu]\s|d['’]))/iu;

/** Longest text, in characters, of a line that is a date, and of a place or length of time beside one. */
const LONGEST_DATE = 34;
const LONGEST_COMPANION = 26;
/** Lines of one cell follow each other within so many font sizes. */
const CELL_LEADING = 1.8;

/** Right-hand lines that date what stands to their left; the rest of the column, before and after them, may be something else. */
export interface DateRun {
  from: number;
  to: number;
}

/**
 * Stretches of a right side that only date the lines beside them: at least two dates, each on a baseline of the left side, among at most as many
 * short lines (places) that touch them. One date is enough where nothing else stands on that side.
 */
export function dateRuns(left: WordLine[], right: WordLine[]): DateRun[] {
  const isDate = right.map(
    (line) => hasDate(line) && DATE_START.test(textOf(line)) && textOf(line).length <= LONGEST_DATE,
  );
  const isShort = right.map((line) => !/\d{3}|@/.test(textOf(line)) && textOf(line).length <= LONGEST_COMPANION);
  const touches = (i: number, j: number) =>
    j >= 0 && j < right.length && Math.abs(right[i].y - right[j].y) < CELL_LEADING * right[i].size;
  const isNear = right.map((_, i) => isShort[i] && [i - 1, i + 1].some((j) => isDate[j] && touches(i, j)));
  const isLoud = right.map((line, i) => !isDate[i] && line.words.every((word) => word.bold));
  const fits = right.map((line, i) => isDate[i] || isNear[i] || (isShort[i] && !isLoud[i] && isAligned(line, left)));
  const runs: DateRun[] = [];
  for (let start = 0; start < right.length; start++) {
    if (!fits[start]) continue;
    let [from, to] = [start, start];
    while (fits[to + 1]) to++;
    start = to;
    // At its ends, a run has at most one line that neither is a date nor touches one.
    while (from < to && !isDate[from] && !isNear[from] && !isDate[from + 1]) from++;
    while (to > from && !isDate[to] && !isNear[to] && !isDate[to - 1]) to--;
    const isWhole = to - from + 1 === right.length;
    const dates = right.flatMap((_, i) => (i >= from && i <= to && isDate[i] ? [i] : []));
    const leading = dates.filter((i) => !isDate[i - 1] || !touches(i, i - 1)).map((i) => right[i]);
    const isEnough = leading.length >= (isWhole ? 1 : 2) && 2 * dates.length >= to - from + 1;
    if (isEnough && share(leading, (line) => isAligned(line, left)) >= 0.85) runs.push({ from, to });
  }
  return runs;
}

const LABEL =
  /^(?:t[eé]l(?:[eé]phone)?|phone|mobile|portable|handy|telefon|tel[eé]fono|e-?mail|mail|courriel|correo|adresse|address|anschrift|direcci[oó]n|ville|city|ort|permis|linkedin|github|site(?: web)?|web|n[eé]e?(?: le)?|[aâ]ge|nationalit[eéy]|naissance|geburtsdatum|geboren|name|nom|pr[eé]nom)\.?\s?:?$/iu;

/** The name of a contact datum that stands beside it: « Tél. », "Address". */
export const isLabel = (line: WordLine) => LABEL.test(textOf(line));

/** Lines of a left side that is a paragraph, and share of them that run on. */
const LEAST_PARAGRAPH = 4;
const MOSTLY_FLOWING = 0.4;

/** Decides by alignment: cells of a row share a baseline, lines of two columns do so only by chance. */
export function classify(left: WordLine[], right: WordLine[]): SideBySide {
  // Nothing really stands beside anything: short lines and indented ones that follow each other.
  if (share(left, (line) => isAlone(line, right)) > 0.5 && share(right, (line) => isAlone(line, left)) > 0.5)
    return 'rows';
  if (dateRuns(left, right).some((run) => run.from === 0 && run.to === right.length - 1)) return 'rows';
  if (right.length <= left.length && isRowSide(right, left)) return 'rows';
  if (areLabelled(left, right)) return 'rows';
  if (left.length >= 2 && share(left, isLabel) > 0.5 && share(left, (line) => isAligned(line, right)) >= 0.85)
    return 'table';
  const starts = groupStarts(left);
  const beside = starts.filter((line) => !isAlone(line, right));
  const heads = groupStarts(right);
  const aligned = share(beside, (line) => isAligned(line, right));
  const headed = share(beside, (line) => isAligned(line, heads));
  const isDated = share(
    left.filter((line) => !isAlone(line, right)),
    hasDate,
  );
  // A paragraph is no label, though its lines may stand on those of a list beside it.
  if (left.length >= LEAST_PARAGRAPH && isDated === 0 && flowing(left) > MOSTLY_FLOWING) return 'columns';
  const leftIsSparse = left.length <= 0.7 * right.length || isDated > 0.4;
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

/** White between words of one cell, in font sizes, at most. */
const CELL_WHITE = 1.5;

const hasCells = ({ words }: WordLine) =>
  words.some((word, i) => i > 0 && word.x0 - (words[i - 1].reach ?? words[i - 1].x1) > CELL_WHITE * word.size);

/**
 * True where short texts on the left name what stands beside them, line by line: kinds of skills and their lists, languages and levels. Only a heading above
 * them or the page's foot, set otherwise, may have nothing beside it; a heading among them would begin a column.
 */
function areLabelled(left: WordLine[], right: WordLine[]): boolean {
  const labels = left.filter((line) => !isAlone(line, right));
  if (labels.length < 2 || labels.length !== right.length || right.some(hasCells)) return false;
  const isLoud = louder([...labels, ...right]);
  if ([...labels, ...right].some(isLoud)) return false;
  const others = left.filter((line) => !labels.includes(line));
  const isSetAlike = (a: WordLine, b: WordLine) => Math.abs(a.size - b.size) < 0.5 && isBold(a) === isBold(b);
  return !others.some((line) => labels.some((label) => isSetAlike(line, label))) && isRowSide(labels, right);
}
