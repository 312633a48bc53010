import { datedRows, type DatedRow } from './periods';
import type { FoundPeriod } from '../dates';
import type { Row } from './rows';
import { isDeed } from './score';
import { isKnownPlace } from './slots';

/** One job or one course of study: the rows that head it and the rows that describe it. */
export interface Entry {
  period: FoundPeriod | null;
  periodRows: Row[];
  head: HeadRow[];
  body: Row[];
  /** The row above is the end of something else, so that nothing of this entry's head can be missing there. */
  closedAbove: boolean;
}

export interface HeadRow {
  row: Row;
  /** Without the period. */
  text: string;
  /** Where it stands: -2, -1 before the row with the period, 0 that row, 1… after it. */
  slot: number;
}

const MOST_LEADS = 3;
const MOST_TRAILS = 3;
const LONGEST_HEAD = 110;

/** Running text rather than a head: ends like a sentence, or too long. */
export function isSentence(text: string): boolean {
  const plain = text.replace(/\t/g, ' ').trim();
  if (plain.length > LONGEST_HEAD) return true;
  if (/[;!?]$/.test(plain)) return true;
  return (
    /\.$/.test(plain) &&
    plain.split(/\s+/).length > 3 &&
    !isEnumerated(plain) &&
    !/\b(?:S\.A|Inc|Ltd|Co|Corp|Cie|S\.L|S\.p\.A|S\.r\.l|e\.V|etc|apr|jr|st)\.$/i.test(plain)
  );
}

/** « Maîtresse de conférences, Université de Reims, Reims. »: names in a row, though a full stop closes them (as moderncv sets them). */
function isEnumerated(plain: string): boolean {
  const parts = plain.slice(0, -1).split(/,\s+/);
  const isName = (part: string) => /^\p{Lu}/u.test(part) && !/[.:]\s|\d/.test(part) && part.split(/\s+/).length <= 6;
  return parts.length > 1 && parts.every(isName);
}

const withoutStop = (text: string) => (/\.$/.test(text) && isEnumerated(text) ? text.slice(0, -1) : text);

function isAnchor(dated: DatedRow, bulletsToo: boolean): boolean {
  if (!dated.period || (dated.row.bullet && !bulletsToo)) return false;
  if (dated.period.range) return !isSentence(dated.rest) || dated.rest.length === 0;
  return !isSentence(dated.rest) && (dated.rest.length <= 90 || dated.row.cells.length > 1);
}

function sameLooks(a: Row, b: Row, bold: boolean): boolean {
  const tolerance = a.recognised ? 0.3 * (a.size ?? 0) : 0.6;
  if (a.size !== null && b.size !== null && Math.abs(a.size - b.size) > tolerance) return false;
  if (a.heading !== b.heading) return false;
  return !bold || a.recognised || a.bold === b.bold || a.size !== b.size;
}

const isHeadLike = (dated: DatedRow) => !dated.row.bullet && !isSentence(dated.rest);

/** How many rows the first entry has above its period; entries of one section are laid out alike. */
function leadRows(list: readonly DatedRow[], first: number): DatedRow[] {
  const before = list.slice(0, first);
  const heads = before.slice(-MOST_LEADS);
  const cut = heads.findLastIndex((dated) => !isHeadLike(dated));
  return cut < 0 ? heads : heads.slice(cut + 1);
}

/** Bold type is told unreliably from some fonts: it counts only where most entries keep to it. */
function keepsBold(list: readonly DatedRow[], anchors: readonly number[], pattern: readonly DatedRow[]): boolean {
  const whole = anchors
    .slice(1)
    .filter((anchor, i) => leadsOf(list, anchors[i] + 1, anchor, pattern, true) === pattern.length);
  return whole.length >= 0.6 * (anchors.length - 1);
}

/** The rows just above an anchor that belong to it, as many as and looking like those of the first entry. */
function leadsOf(
  list: readonly DatedRow[],
  from: number,
  anchor: number,
  pattern: readonly DatedRow[],
  bold: boolean,
): number {
  let count = 0;
  while (count < pattern.length && anchor - count - 1 >= from) {
    const candidate = list[anchor - count - 1];
    // What somebody did ends the job above; a job's own title stands in its row with the period.
    if (isDeed(candidate.rest) && list[anchor].rest !== '') break;
    if (!isHeadLike(candidate) || candidate.period?.range || continuesAbove(list, anchor - count - 1)) break;
    const model = pattern[pattern.length - 1 - count];
    if (!sameLooks(candidate.row, model.row, bold)) break;
    // A place that closes the entry above.
    if (isKnownPlace(candidate.rest) && !isKnownPlace(model.rest)) break;
    count++;
    // White above this row begins the entry, unless the first entry too has white inside its head.
    if (candidate.row.gapAbove && !pattern[pattern.length - count].row.gapAbove) break;
  }
  return count;
}

/** A period alone in its row just above the next entry: what it dates can only stand above it, after some white. */
function headAbove(list: readonly DatedRow[], from: number, anchor: number, next: number | undefined): number {
  const above = list[anchor - 1];
  const alone = list[anchor].rest === '' && next === anchor + 1 && list[next].rest !== '';
  return alone && anchor - 1 >= from && above.row.gapAbove && isHeadLike(above) && !above.period ? 1 : 0;
}

/** A row that runs on from the sentence above (a bullet wrapped by the column). */
function continuesAbove(list: readonly DatedRow[], index: number): boolean {
  const row = list[index].row;
  const above = list[index - 1]?.row;
  if (!above || row.gapAbove) return false;
  const lower = /^[\p{Ll}(]/u.test(row.text);
  return lower && !above.heading && !/[.!?:]$/.test(above.text);
}

function trailsOf(list: readonly DatedRow[], first: number, anchor: number, to: number): number {
  let count = 0;
  for (let i = anchor + 1; i < to && count < MOST_TRAILS; i++) {
    if (!isHeadLike(list[i]) || (count > 0 && continuesAbove(list, i))) break;
    if (isIndented(list[i].row, list.slice(first, i))) break;
    count++;
  }
  return count;
}

/** Points by which a list below a head stands to the right of it. */
const INDENT = 10;

/** A list whose bullets are drawn, not written: set in from a head that says all it has to, or whose rows share one edge. Centred rows are not set in. */
function isIndented(row: Row, above: readonly DatedRow[]): boolean {
  const heads = above.filter(({ rest }) => rest !== '');
  const said = heads
    .flatMap(({ rest }) => rest.split(/\t|,\s|\s[–—|•·-]\s/))
    .filter((part) => !isKnownPlace(part)).length;
  const last = heads.at(-1)?.row;
  const edges = above.filter(({ row: other }) => Math.abs((other.x0 ?? 0) - (last?.x0 ?? 0)) < 1).length;
  if ((said < 2 && edges < 2) || !last || last.cells.length > 1 || last.page !== row.page) return false;
  if (last.x0 === null || last.x1 === null || row.x0 === null || row.x1 === null) return false;
  const centred = Math.abs(last.x0 + last.x1 - row.x0 - row.x1) < INDENT;
  return !centred && row.x0 > last.x0 + INDENT;
}

/** May take back rows from the first entry's lead, given its period's row and the rows after the last period. */
export type RefineLeads = (leads: DatedRow[], anchor: DatedRow, tail: readonly DatedRow[]) => DatedRow[];

/** Entries of a section, anchored on their periods. With no period at all, see `undatedEntries`. */
export function entriesOf(
  rows: readonly Row[],
  referenceDate: string,
  refine: RefineLeads = (leads) => leads,
): Entry[] {
  const list = datedRows(rows, referenceDate);
  const plain = list.flatMap((dated, i) => (isAnchor(dated, false) ? [i] : []));
  const ranges = plain.filter((i) => list[i].period?.range);
  const withBullets = list.flatMap((dated, i) => (isAnchor(dated, true) ? [i] : []));
  const anchors = plain.length > 0 ? consistent(list, plain, ranges) : withBullets;
  if (anchors.length === 0) return undatedEntries(list);
  const pattern = refine(leadRows(list, anchors[0]), list[anchors[0]], list.slice((anchors.at(-1) ?? 0) + 1));
  const bold = keepsBold(list, anchors, pattern);
  const leads = anchors.map((anchor, i) =>
    i === 0
      ? pattern.length
      : Math.max(
          leadsOf(list, anchors[i - 1] + 1, anchor, pattern, bold),
          headAbove(list, anchors[i - 1] + 1, anchor, anchors[i + 1]),
        ),
  );
  return anchors.map((anchor, i) =>
    entryAt(list, anchor, leads[i], i + 1 < anchors.length ? anchors[i + 1] - leads[i + 1] : list.length),
  );
}

/** Beside ranges, a single date counts when it stands as the ranges do: alone, or in a cell or at the edge of a short row. */
function consistent(list: readonly DatedRow[], anchors: number[], ranges: number[]): number[] {
  if (ranges.length === 0) return anchors;
  const alone = ranges.every((i) => list[i].rest === '');
  return anchors.filter((i) => list[i].period?.range || !alone || list[i].rest === '' || list[i].row.cells.length > 1);
}

function entryAt(list: readonly DatedRow[], anchor: number, leads: number, to: number): Entry {
  const dated = list[anchor];
  const trails = trailsOf(list, anchor - leads, anchor, to);
  const head: HeadRow[] = [];
  for (let i = anchor - leads; i <= anchor + trails; i++) {
    if (list[i].rest) head.push({ row: list[i].row, text: withoutStop(list[i].rest), slot: i - anchor });
  }
  return {
    period: dated.period,
    periodRows: dated.rows,
    head,
    body: list.slice(anchor + 1, to).map((d) => d.row),
    closedAbove: isClosed(list[anchor - leads - 1]),
  };
}

function isClosed(above: DatedRow | undefined): boolean {
  return (
    above === undefined || isDeed(above.rest) || !isHeadLike(above) || above.period !== null || isKnownPlace(above.rest)
  );
}

/** Without periods: a row set off by a gap, weight or style heads an entry. */
function undatedEntries(list: readonly DatedRow[]): Entry[] {
  const entries: Entry[] = [];
  const styled = list.some((d) => d.row.bold || d.row.heading) && !list.every((d) => d.row.bold || d.row.heading);
  list.forEach((dated, i) => {
    const starts =
      i === 0 ||
      (styled
        ? (dated.row.bold || dated.row.heading) && !(list[i - 1].row.bold || list[i - 1].row.heading)
        : dated.row.gapAbove);
    const entry = entries.at(-1);
    if (starts && isHeadLike(dated))
      entries.push({
        period: null,
        periodRows: [],
        head: [{ row: dated.row, text: dated.rest, slot: 0 }],
        closedAbove: false,
        body: [],
      });
    else if (entry) {
      const slot = entry.body.length + 1;
      if (isHeadLike(dated) && slot <= MOST_TRAILS && entry.head.length === slot)
        entry.head.push({ row: dated.row, text: dated.rest, slot });
      entry.body.push(dated.row);
    }
  });
  return entries;
}
