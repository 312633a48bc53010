import { FROM, MONTHS, PRESENT, SEASONS, SINCE, TO } from './rules/vocabulary/dates';
import { alternation, fold, trimEnds } from './text';

/** A period found in a text. Dates are `YYYY` or `YYYY-MM`; `index` and `length` tell where it stands, its introducing words included. */
export interface FoundPeriod {
  start: string | null;
  /** For a single date that is no range: that date. */
  end: string | null;
  current: boolean;
  /** False for a single date (« 2018 », "June 2019"). */
  range: boolean;
  index: number;
  length: number;
}

interface Atom {
  kind: 'date' | 'month' | 'present';
  year: number;
  month: number | null;
  index: number;
  end: number;
  /** Two-digit years without an apostrophe are only believed inside a range. */
  weak: boolean;
}

const MONTH_WORDS = new Map(MONTHS.flatMap((names, i) => names.map((name) => [name, i + 1] as const)));
const MONTH = `(${alternation([...MONTH_WORDS.keys()])})`;
const YEAR = `((?:19|20)\\d{2})`;
const SHORT_YEAR = `(?:'(\\d{2})|(\\d{2}))`;
const START = '(?<![\\p{L}\\p{N}])';
const STOP = '(?![\\p{L}\\p{N}])';
const DAY = `(?:(?:0?[1-9]|[12]\\d|3[01])(?:er|st|nd|rd|th|\\.|º)?[^\\S\\t]+(?:de\\s+)?)?`;
/** A part of a year: « T3 », "Q3", « 1er semestre », "2. Halbjahr". */
const PART = `[qths][1-4]|(?:1er|2e|2eme|2nd|[1-4]e?|[1-4]\\.|1st|3rd)\\s*(?:trimestre|semestre|quarter|semester|quartal|halbjahr|half)`;
const DASH = '[-–—−‒→~>]|->|=>';

/** Tried in this order at each place; the first that matches wins. Groups are read by `atomOf`. */
const ATOM = new RegExp(
  [
    `(?<monthName>${START}${DAY}${MONTH}\\.?(?:\\s*(?:,|/|-|de|del|of)?\\s*)(?:${YEAR}|${SHORT_YEAR})(?!\\d|/\\d))`,
    `(?<season>${START}(?:${alternation(SEASONS)}|${PART})[-/,]?\\s*(?:de\\s+|of\\s+)?${YEAR}${STOP})`,
    `(?<iso>${START}${YEAR}[-/.](0[1-9]|1[0-2])(?:[-/.](?:0[1-9]|[12]\\d|3[01]))?(?![\\d]))`,
    `(?<dmy>${START}(\\d{1,2})[/.-](\\d{1,2})[/.-]${YEAR}(?![\\d]))`,
    `(?<shortDmy>${START}(0?[1-9]|[12]\\d|3[01])[/.](0?[1-9]|1[0-2])[/.](\\d{2})(?![\\d/.]))`,
    `(?<my>${START}(0?[1-9]|1[0-2])\\s?[/.-]\\s?${YEAR}(?![\\d]))`,
    `(?<shortMy>${START}(0[1-9]|1[0-2])/(\\d{2})(?![\\d/]))`,
    `(?<year>(?<![\\p{N}\\p{L}.,])${YEAR}(?![\\p{L}\\p{N}%€$£]|[.,]\\d|\\s?(?:%|€|\\$|£|k€)))`,
    `(?<month>${START}${DAY}${MONTH}\\.?(?![\\p{L}\\p{N}]))`,
    `(?<present>${START}(?:${alternation(PRESENT)})${STOP})`,
  ].join('|'),
  'gu',
);

const BETWEEN = new RegExp(`^\\s*\\.?\\s*(?:${DASH}|/|${alternation(TO)})\\s*(?:le\\s+|the\\s+)?$`, 'u');
const SINCE_BEFORE = new RegExp(`${START}(?:${alternation(SINCE)})\\s*:?\\s*(?:le\\s+)?$`, 'u');
const FROM_BEFORE = new RegExp(`${START}(?:${alternation(FROM)})\\s*(?:le\\s+)?$`, 'u');
const OPEN_AFTER = new RegExp(`^\\s*(?:${DASH})\\s*(?:\\.{3}|…)?\\s*(?=$|[)|\\t])`, 'u');
const DURATION =
  /^\s*[,;·•|(–-]*\s*(?:\d+\s*(?:ans?|annees?|years?|yrs?|jahre?|anos?|anni|jaar)\s*(?:,|et|and|und|y|e|en)?\s*)?(?:\d+\s*(?:mois|months?|mos?|monate?|meses|mes|mesi|maanden|semaines|weeks)\.?)?\s*\)?/u;

function fullYear(twoDigits: number, referenceYear: number): number {
  return twoDigits <= (referenceYear % 100) + 6 ? 2000 + twoDigits : 1900 + twoDigits;
}

function atomOf(match: RegExpExecArray, referenceYear: number): Atom | null {
  const groups = match.groups ?? {};
  const values = match.slice(1);
  const numbers = (name: string): string[] => {
    const at = values.indexOf(groups[name]);
    return values.slice(at + 1).filter((value): value is string => value !== undefined);
  };
  const atom = (kind: Atom['kind'], year: number, month: number | null, weak = false): Atom => ({
    kind,
    year,
    month,
    index: match.index,
    end: match.index + match[0].length,
    weak,
  });
  if (groups.monthName) {
    const [name, year] = numbers('monthName');
    const value = Number(year);
    const short = value < 100;
    return atom(
      'date',
      short ? fullYear(value, referenceYear) : value,
      MONTH_WORDS.get(name) ?? null,
      short && !/'\d\d$/.test(match[0]),
    );
  }
  if (groups.season) return atom('date', Number(numbers('season')[0]), null);
  if (groups.iso) return atom('date', Number(numbers('iso')[0]), Number(numbers('iso')[1]));
  if (groups.dmy) {
    const [first, second, year] = numbers('dmy').map(Number);
    const month = second > 12 ? first : second;
    return month >= 1 && month <= 12 ? atom('date', year, month) : null;
  }
  if (groups.my) return atom('date', Number(numbers('my')[1]), Number(numbers('my')[0]));
  if (groups.shortMy) {
    const [month, year] = numbers('shortMy').map(Number);
    return atom('date', fullYear(year, referenceYear), month, true);
  }
  if (groups.shortDmy) {
    const [, month, year] = numbers('shortDmy').map(Number);
    return atom('date', fullYear(year, referenceYear), month, true);
  }
  if (groups.year) return atom('date', Number(numbers('year')[0]), null);
  if (groups.month) return atom('month', 0, MONTH_WORDS.get(numbers('month')[0]) ?? null);
  return atom('present', 0, null);
}

function atoms(folded: string, referenceYear: number): Atom[] {
  const found: Atom[] = [];
  ATOM.lastIndex = 0;
  for (let match = ATOM.exec(folded); match; match = ATOM.exec(folded)) {
    const atom = atomOf(match, referenceYear);
    if (atom && (atom.kind !== 'date' || (atom.year >= 1940 && atom.year <= referenceYear + 8))) found.push(atom);
  }
  return found;
}

const iso = (year: number, month: number | null) =>
  month ? `${year}-${String(month).padStart(2, '0')}` : String(year);

function period(
  first: Atom,
  second: Atom | null,
  current: boolean,
  range: boolean,
): Omit<FoundPeriod, 'index' | 'length'> {
  if (first.kind === 'month' && second) {
    // « novembre à février 2020 » began in the year before.
    const year = (first.month ?? 0) > (second.month ?? 12) ? second.year - 1 : second.year;
    return { start: iso(year, first.month), end: iso(second.year, second.month), current: false, range: true };
  }
  const start = iso(first.year, first.month);
  if (!range) return { start: null, end: start, current: false, range: false };
  return { start, end: second && !current ? iso(second.year, second.month) : null, current, range: true };
}

/** « 2015-18 »: the second year has two digits, and cannot be a month. */
function shortSecondYear(folded: string, atom: Atom): { year: number; end: number } | null {
  const match = /^\s?[-–/]\s?(\d{2})(?![\d/.-])/.exec(folded.slice(atom.end));
  if (!match || atom.month !== null || Number(match[1]) <= 12) return null;
  const year = Math.floor(atom.year / 100) * 100 + Number(match[1]);
  return year >= atom.year && year - atom.year < 50 ? { year, end: atom.end + match[0].length } : null;
}

/** Two dates of a range: a dash or a word between them, or nothing where a layout drew the dash (« 2015   2018 »). */
function joins(first: Atom, second: Atom, between: string): boolean {
  if (BETWEEN.test(between)) return true;
  const alike = first.kind === 'date' && second.kind === 'date' && (first.month === null) === (second.month === null);
  // OCR reads « to » as « ro »; two dates with one short word between them are a range all the same.
  const short = /^\s*\p{L}{2,3}\s*$/u.test(between) && !/\b(?:ou|or|und|oder|vs|dec)\b/.test(between);
  return alike && (short || /^\s+$/.test(between)) && first.year < second.year;
}

const DIGITS: Record<string, string> = { o: '0', i: '1', l: '1', '|': '1', s: '5', b: '8' };
const MISREAD = /(?<![\p{L}\p{N}])(?:1[9g]|2[0o])[\doils|b]{2}(?![\p{L}\p{N}])|(?<![\p{L}\p{N}])o(?=[1-9][/.]\d{4})/gu;

/** Letters that OCR (or a hurried hand) put for digits inside a year: « 2O15 », « 20l8 »; as long as the text. */
function withDigits(folded: string): string {
  return folded.replace(MISREAD, (year) => year.replace('g', '9').replace(/[oils|b]/g, (letter) => DIGITS[letter]));
}

/**
 * The periods that stand in a line, in order. Premise: a CV writes a period as « début – fin » with the words of `vocabulary/dates`;
 * a month without a year takes the year of the end; days are cut to the month, seasons to the year.
 * @param referenceDate `YYYY-MM-DD`, used to read two-digit years and to reject years in a far future.
 */
export function findPeriods(text: string, referenceDate: string): FoundPeriod[] {
  const folded = withDigits(fold(text));
  const referenceYear = Number(referenceDate.slice(0, 4));
  const list = atoms(folded, referenceYear);
  const found: FoundPeriod[] = [];
  const push = (first: number, last: number, value: Omit<FoundPeriod, 'index' | 'length'>) => {
    const intro = FROM_BEFORE.exec(folded.slice(0, first)) ?? SINCE_BEFORE.exec(folded.slice(0, first));
    const index = value.range && intro ? intro.index : first;
    found.push({ ...value, index, length: last - index });
  };
  for (let i = 0; i < list.length; i++) {
    const first = list[i];
    const second = list[i + 1];
    if (first.kind === 'present') continue;
    const joined = second !== undefined && joins(first, second, folded.slice(first.end, second.index));
    if (joined && (first.kind === 'date' || second.kind === 'date') && second.kind !== 'month') {
      if (second.kind === 'present' && first.kind === 'month') continue;
      push(first.index, second.end, period(first, second, second.kind === 'present', true));
      i++;
      continue;
    }
    if (first.kind === 'month') continue;
    const shortEnd = shortSecondYear(folded, first);
    if (shortEnd) {
      push(first.index, shortEnd.end, {
        start: iso(first.year, null),
        end: iso(shortEnd.year, null),
        current: false,
        range: true,
      });
      continue;
    }
    const before = folded.slice(0, first.index);
    const since = SINCE_BEFORE.exec(before);
    const open = OPEN_AFTER.exec(folded.slice(first.end));
    if (since) found.push({ ...period(first, null, true, true), index: since.index, length: first.end - since.index });
    else if (second?.kind === 'present' && /^\s*[(,]?\s*$/.test(folded.slice(first.end, second.index))) {
      push(first.index, second.end, period(first, null, true, true));
      i++;
    } else if (open && !first.weak && /[-–—→]/.test(open[0]))
      push(first.index, first.end + open[0].length, period(first, null, true, true));
    else if (!first.weak) push(first.index, first.end, period(first, null, false, false));
  }
  return found.filter((p) => !p.start || !p.end || p.start.slice(0, 4) <= p.end.slice(0, 4));
}

/** The text without its periods and the durations beside them (« 2 ans 3 mois »), separators trimmed. */
export function withoutPeriods(text: string, periods: readonly FoundPeriod[]): string {
  let out = text;
  for (const found of [...periods].sort((a, b) => b.index - a.index)) {
    const after = out.slice(found.index + found.length);
    const duration = DURATION.exec(fold(after));
    const cut = duration && /\d/.test(duration[0]) ? duration[0].length : 0;
    out = `${out.slice(0, found.index)}\t${after.slice(cut)}`;
  }
  return out.split('\t').map(trimEnds).filter(Boolean).join('\t');
}

/** Months from `start` to `end`, both counted (March to May: 3). A year alone counts from its January to its January. */
export function monthIndex(date: string, fallbackMonth = 1): number {
  const [year, month] = date.split('-').map(Number);
  return year * 12 + (month ?? fallbackMonth) - 1;
}
