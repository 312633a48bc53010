import { findPeriods, withoutPeriods, type FoundPeriod } from '../dates';
import { fold, trimEnds } from '../text';
import type { Row } from './rows';
import { degreeIn } from './score';
import { MONTHS } from './vocabulary/dates';

/** A row of an experience or education section with the period that stands in it. */
export interface DatedRow {
  row: Row;
  /** Rows that it was put together from. */
  rows: Row[];
  period: FoundPeriod | null;
  /** The row's text without its period, cells parted by tabs. */
  rest: string;
}

const MONTH_END = new RegExp(
  `(?:[-–—→]|[-–—→]\\s?(?:a ce|ce|a|jusqu'a ce)|\\b(?:${MONTHS.flat().join('|')})\\.?|\\bau?|\\bto|\\bbis|[-–—]\\s?en|jusqu'a)$`,
);
const MONTH_START = new RegExp(
  `^(?:(?:de|du|depuis|from|von|since|seit|desde|dal|da|vanaf)\\s+|d')?(?:${MONTHS.flat().join('|')})\\b`,
);

/** A date cell that a narrow column cut: « déc. 2018 – déc. » above « 2021 », « 01.10.2015 – » above « 31.03.2019 ». */
function continued(row: Row, next: Row | undefined, referenceDate: string): { row: Row; next: Row | null } | null {
  if (!next || next.page !== row.page || row.bullet) return null;
  const cell = row.cells.findIndex((text) => text.length < 40 && isCutDate(text, next.cells));
  if (cell < 0) return null;
  for (const at of next.cells.keys()) {
    if (at > cell && next.cells.length === row.cells.length) break;
    const merged = `${row.cells[cell]} ${next.cells[at]}`;
    const period = findPeriods(merged, referenceDate)[0];
    if (!period?.range || period.index > 3 || period.index + period.length <= row.cells[cell].length) continue;
    const rest = trimEnds(merged.slice(period.index + period.length));
    const cells = row.cells.map((text, i) => (i === cell ? merged.slice(0, period.index + period.length) : text));
    const others = next.cells.flatMap((text, i) => (i !== at ? [text] : rest ? [rest] : []));
    return withRest(row, cells, next, others);
  }
  return null;
}

const SINCE = /^(?:depuis|since|seit|desde|dal|sinds|from|von|de|du)$/;
const UNTIL = /^(?:[-–—]\s?|(?:a|au|to|bis|al|tot|until)\s+).*\d{4}/;

/** It speaks of a date and can't end there: « Depuis » above « mai 2022 », « Été 2016 » above « à 2018 ». */
function isCutDate(text: string, below: readonly string[]): boolean {
  const folded = fold(text);
  if (SINCE.test(folded)) return true;
  if (/\d{4}$/.test(folded) && below.some((cell) => UNTIL.test(fold(cell)))) return true;
  return (/\d{4}/.test(folded) || MONTH_START.test(folded)) && MONTH_END.test(folded);
}

/** What else wrapped beside the date: « Lycée » above « d’Alembert », or after a comma. */
function withRest(row: Row, cells: string[], next: Row, others: string[]): { row: Row; next: Row | null } {
  const wide = cells.findIndex(
    (text, i) => i < cells.length - 1 && (/,$/.test(text) || /^\p{Ll}/u.test(others[0] ?? '')) && text.length > 20,
  );
  const joins = others.length === 1 && cells.length === 2 && wide >= 0 && !/,$/.test(others[0]);
  const all = joins ? cells.map((text, i) => (i === wide ? `${text} ${others[0]}` : text)) : cells;
  const left = joins ? [] : others;
  return {
    row: { ...row, cells: all, text: all.join('\t') },
    next: left.length > 0 ? { ...next, cells: left, text: left.join('\t') } : null,
  };
}

function isPresent(text: string, referenceDate: string): boolean {
  return text.length < 25 && (findPeriods(`2000 - ${text}`, referenceDate)[0]?.current ?? false);
}

/** The period that dates an entry: at an edge of the row or of a cell, not in the middle of a sentence. */
function datingPeriod(row: Row, referenceDate: string): FoundPeriod | null {
  const found = findPeriods(row.text, referenceDate);
  const edged = found.filter((period) => {
    const before = row.text.slice(0, period.index);
    const after = row.text.slice(period.index + period.length);
    return /(?:^|[\t|,;:(·•–—-]\s*|\s{2,})$/.test(before) || /^\s*(?:$|[\t|):;·•–—-]|\()/.test(after);
  });
  return edged.find((period) => period.range) ?? edged[0] ?? null;
}

const whole = (row: Row | null): { row: Row; next: null } | null => (row ? { row, next: null } : null);

/** A head that the column cut after a joining word: « Licence Métiers de la » above « gestion ». */
const JOINING =
  /(?:^|\s)(?:de|du|des|d['’]|la|le|les|en|et|à|au|aux|of|and|the|for|in|und|der|für|y|del|di|e|van|voor|-|&)$/iu;

function wrapped(row: Row, next: Row | undefined, referenceDate: string): Row | null {
  if (!next || row.bullet || next.bullet || next.page !== row.page || next.block !== row.block) return null;
  if (next.cells.length > 1 || next.gapAbove || !/^\p{Ll}/u.test(next.text)) return null;
  const joining = row.cells.findIndex((cell) => JOINING.test(cell));
  const cut = joining < 0 && degreeGoesOn(row, next, referenceDate) ? 0 : joining;
  if (cut < 0) return null;
  const cells = row.cells.map((cell, i) => (i === cut ? `${cell} ${next.text}` : cell));
  return { ...row, cells, text: cells.join('\t') };
}

/** Characters from which the column beside a date may have cut a degree. */
const WIDE = 35;
const REMARK_BELOW =
  /^(?:mention|avec|major|en |obtenue?|with|cours|courses?|modules?|projet|memoire|sujet|these|thesis)\b/;

/** « Licence Métiers de la gestion des ressources [tab] 2016 » above « humaines », one edge: the degree goes on. */
function degreeGoesOn(row: Row, next: Row, referenceDate: string): boolean {
  const [head, date, ...more] = row.cells;
  if (more.length > 0 || date === undefined || head.length < WIDE || degreeIn(head)?.index !== 0) return false;
  const dates = withoutPeriods(date, findPeriods(date, referenceDate)) === '';
  const aligned = row.x0 !== null && next.x0 !== null && Math.abs(row.x0 - next.x0) < 1;
  return dates && aligned && /^(?:\p{L}+ ?){1,3}$/u.test(next.text) && !REMARK_BELOW.test(fold(next.text));
}

interface Stacked {
  row: Row;
  next: Row | null;
  start: string;
}

/** Start and end of a post one above the other in a cell of their own: « 03/2021 » above « présent ». */
function stacked(row: Row, next: Row | undefined, referenceDate: string): Stacked | null {
  if (!next || row.bullet || next.bullet || next.page !== row.page || next.block !== row.block) return null;
  const upper = findPeriods(row.cells[0], referenceDate);
  if (upper.length !== 1 || upper[0].range || withoutPeriods(row.cells[0], upper) !== '') return null;
  const lower = next.cells[0];
  if (withoutPeriods(lower, findPeriods(lower, referenceDate)) !== '' && !isPresent(lower, referenceDate)) return null;
  const both = `${row.cells[0]} – ${lower}`;
  const period = findPeriods(both, referenceDate)[0];
  if (!period?.range || !period.start || withoutPeriods(both, [period]) !== '') return null;
  const joined = [both, ...row.cells.slice(1)];
  const rest = next.cells.slice(1);
  return {
    row: { ...row, cells: joined, text: joined.join('\t') },
    next: rest.length > 0 ? { ...next, cells: rest, text: rest.join('\t') } : null,
    start: period.start,
  };
}

/**
 * Joins dates that stand one above the other. Single dates of studies may also follow each other, so all of a section's dates must pair, and
 * the pairs go back in time while the dates of each go forward.
 */
function withStackedDates(rows: readonly Row[], referenceDate: string): readonly Row[] {
  const out: Row[] = [];
  const starts: string[] = [];
  for (let i = 0; i < rows.length; i++) {
    const pair = stacked(rows[i], rows[i + 1], referenceDate);
    if (!pair) {
      const cell = rows[i].cells[0];
      const found = findPeriods(cell, referenceDate);
      if (found.length > 0 && withoutPeriods(cell, found) === '' && !rows[i].bullet) return rows;
      out.push(rows[i]);
      continue;
    }
    starts.push(pair.start);
    out.push(pair.row, ...(pair.next ? [pair.next] : []));
    i++;
  }
  return starts.length >= 2 && starts.every((start, i) => i === 0 || start <= starts[i - 1]) ? out : rows;
}

/** A wrapped date and the text that begins beside its first row: both dates of a table and those that fit in one row read alike. */
function withBeside(date: Row, next: Row | undefined): Row {
  if (!next || next.bullet || next.page !== date.page || date.cells.length > 1) return date;
  if (date.x1 === null || next.x0 === null || date.y === null || next.y === null) return date;
  if (next.x0 < date.x1 || Math.abs(next.y - date.y) > BESIDE * (date.size ?? 10)) return date;
  const cells = [...date.cells, ...next.cells];
  return { ...date, cells, text: cells.join('\t'), bold: next.bold, x1: next.x1 };
}

/** Font sizes by which two rows on one baseline may differ in height. */
const BESIDE = 0.4;

/** A period in brackets that the column cut: « Stagiaire – Moutardes Reverchon (janvier 2023 – mars » above « 2023) ». */
function bracketed(row: Row, next: Row | undefined, referenceDate: string): { row: Row; next: null } | null {
  const open = /\([^()]*$/.exec(row.text);
  if (!open || !next || next.page !== row.page || next.block !== row.block || !/^[^()]{2,30}\)$/.test(next.text))
    return null;
  const [period] = findPeriods(`${open[0]} ${next.text}`, referenceDate);
  if (!period?.range || period.index > 1) return null;
  const cells = [...row.cells.slice(0, -1), `${row.cells.at(-1)} ${next.text}`];
  return { row: { ...row, cells, text: cells.join('\t') }, next: null };
}

export function datedRows(rows: readonly Row[], referenceDate: string): DatedRow[] {
  const queue = [...withStackedDates(rows, referenceDate)];
  const out: DatedRow[] = [];
  for (let i = 0; i < queue.length; i++) {
    const joined =
      continued(queue[i], queue[i + 1], referenceDate) ??
      bracketed(queue[i], queue[i + 1], referenceDate) ??
      whole(wrapped(queue[i], queue[i + 1], referenceDate));
    const row = joined?.row ?? queue[i];
    const used = joined ? [queue[i], queue[i + 1]] : [row];
    if (joined?.next) queue[i + 1] = joined.next;
    else if (joined) i++;
    const dated = joined ? withBeside(row, queue[i + 1]) : row;
    if (dated !== row) used.push(queue[++i]);
    const period = datingPeriod(dated, referenceDate);
    out.push({ row: dated, rows: used, period, rest: period ? withoutPeriods(dated.text, [period]) : dated.text });
  }
  return out;
}
