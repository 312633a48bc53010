import { likelyKind, mentionsLanguage, type RowSection as Section } from '../../extract';
import { findPeriods, withoutPeriods } from '../dates';
import { words } from '../text';
import { levelOf } from './languages';
import type { Row } from './rows';
import { degreeIn, EMPLOYER_FEATURES, INSTITUTION_FEATURES, scoreOf, TITLE_FEATURES } from './score';
import { isKnownPlace } from './slots';

type Kind = Section['kind'];

const LONGEST = 50;
const MOST_WORDS = 7;
/** Points by which a heading is larger than the text. */
const LARGER = 0.8;
/** Rows at the top of a CV that hold its name and title, and head nothing. */
const TOP_ROWS = 2;
/** So many known headings set alike make a look. */
const ALIKE = 3;

interface Looks {
  known: readonly Row[];
  /** Size of most rows; null where the format has none. */
  body: number | null;
}

function looksOf(sections: readonly Section[]): Looks {
  const known = sections.flatMap(({ heading }) => (heading && heading.cells.length === 1 ? [heading] : []));
  const sizes = sections.flatMap(({ rows }) => rows.flatMap((row) => row.size ?? [])).sort((a, b) => a - b);
  return { known, body: sizes[Math.floor(sizes.length / 2)] ?? null };
}

const isLarger = (row: Row, { body }: Looks) => row.size !== null && body !== null && row.size > body + LARGER;

function setAlike(a: Row, b: Row): boolean {
  const sameSize = a.size === null || b.size === null ? a.size === b.size : Math.abs(a.size - b.size) <= 0.4;
  return sameSize && a.heading === b.heading && a.bold === b.bold && a.upper === b.upper;
}

/** By a reader of pictures sizes are guessed, and weights not seen. */
function readAlike(a: Row, b: Row): boolean {
  if (a.size === null || b.size === null || a.upper !== b.upper || b.text.includes('\t')) return false;
  return Math.abs(a.size - b.size) <= 0.15 * b.size && Math.abs((a.x0 ?? 0) - (b.x0 ?? 0)) < b.size;
}

/** « Où j’ai coiffé », "Kitchens I have worked in": only headings say I, whatever words stand beside it. */
const SAYS_I =
  /(?:^|\s)(?:j['’]|je\s|i\s|i['’](?:ve|m)\s|ich\s|ik\s|he\s(?:trabajado|estudiado)|ho\s(?:lavorato|studiato))/iu;

/** Set as the CV's known headings are: like one of them where that look is plainly a heading's, like several where it is only bold. */
function looksLikeHeading(row: Row, looks: Looks): boolean {
  if (row.recognised) return row.gapAbove && looks.known.some((heading) => readAlike(row, heading));
  const alike = looks.known.filter((heading) => setAlike(row, heading)).length;
  const loud = row.heading || isLarger(row, looks) || (row.upper && (row.bold || row.gapAbove));
  return loud ? alike >= 1 : row.bold && alike >= ALIKE;
}

const IS_POST = /^(?:stage|formation|emploi|projet|poste|mission|intern|work)(?![\p{L}])/iu;

/** Few words that are no title, employer, degree, school or town. */
function readsLikeHeading(row: Row): boolean {
  const { text } = row;
  if (row.bullet || row.cells.length > 1 || text.length > LONGEST) return false;
  if (/[\d@]|[.,;!?]$/.test(text) || words(text).length > MOST_WORDS || words(text).length === 0) return false;
  if (SAYS_I.test(text)) return true;
  // « Expériences en magasin » speaks of its section, though a shop stands in it; « Stage en magasin » may be a post.
  if (likelyKind(text) !== null && !IS_POST.test(text)) return scoreOf(TITLE_FEATURES, text) < 1.5;
  return (
    scoreOf(TITLE_FEATURES, text) < 1.5 &&
    scoreOf(EMPLOYER_FEATURES, text) < 1.2 &&
    scoreOf(INSTITUTION_FEATURES, text) < 1.8 &&
    degreeIn(text) === null &&
    !isKnownPlace(text)
  );
}

interface Content {
  dates: number;
  ranges: number;
  titles: number;
  degrees: number;
}

const partsOf = (text: string) => text.split(/\t|\s[–—|•·-]\s|\s?:\s|,\s/);

function contentOf(rows: readonly Row[], referenceDate: string): Content {
  const content: Content = { dates: 0, ranges: 0, titles: 0, degrees: 0 };
  for (const row of rows) {
    const periods = findPeriods(row.text, referenceDate);
    const parts = partsOf(withoutPeriods(row.text, periods));
    if (periods.length > 0) content.dates++;
    if (periods.some((period) => period.range)) content.ranges++;
    if (parts.some((part) => degreeIn(part)?.index === 0)) content.degrees++;
    else if (parts.some((part) => scoreOf(TITLE_FEATURES, part) >= 1.5)) content.titles++;
  }
  return content;
}

/** What rows are about by themselves; null where they could be several things. */
export function kindByContent(rows: readonly Row[], referenceDate: string): Kind | null {
  if (rows.length === 0) return null;
  const { dates, ranges, titles, degrees } = contentOf(rows, referenceDate);
  if (degrees > 0 && dates > 0 && degrees >= titles) return 'education';
  if (titles > 0 && titles > degrees && (ranges > 0 || dates > 1)) return 'experience';
  const speaks = (row: Row) => mentionsLanguage(row.text) && levelOf(row.text) !== null;
  return dates === 0 && rows.every((row) => row.text.length <= 90) && rows.every(speaks) ? 'languages' : null;
}

/** The kind of what a row heads, `other` for what is read by nobody; null when it heads nothing. */
function kindBelow(
  row: Row,
  below: readonly Row[],
  current: Kind,
  { looks, alone, referenceDate }: { looks: Looks; alone: boolean; referenceDate: string },
): Kind | null {
  const byContent = kindByContent(below, referenceDate);
  const kind = likelyKind(row.text) ?? byContent;
  const larger = isLarger(row, looks) && looks.known.filter((heading) => setAlike(row, heading)).length >= 2;
  if (kind === current) return larger && alone ? kind : null;
  if (kind !== null) return kind;
  return larger && alone && current !== 'header' ? 'other' : null;
}

/** Where a look heads every entry (the employers of a CV whose titles stand below them), one row of it heads no section. */
const isAlone = (row: Row, rows: readonly Row[]) => rows.every((other) => other === row || !setAlike(other, row));

function split(section: Section, looks: Looks, referenceDate: string): Section[] {
  const { rows } = section;
  // Right below a heading its section begins.
  const first = section.kind === 'header' ? TOP_ROWS : section.heading ? 1 : 0;
  const found = rows.flatMap((row, i) =>
    i >= first && looksLikeHeading(row, looks) && readsLikeHeading(row) ? [i] : [],
  );
  // A heading is followed by what it heads: the second of two is the first entry's.
  const marks = found.filter((at) => !found.includes(at - 1));
  const out: Section[] = [{ ...section, rows: rows.slice(0, marks[0] ?? rows.length) }];
  marks.forEach((at, i) => {
    const below = rows.slice(at + 1, marks[i + 1] ?? rows.length);
    const last = out[out.length - 1];
    const kind =
      below.length > 0
        ? kindBelow(rows[at], below, last.kind, { looks, alone: isAlone(rows[at], rows), referenceDate })
        : null;
    if (kind) out.push({ kind, heading: rows[at], rows: [...below] });
    else last.rows.push(rows[at], ...below);
  });
  return out;
}

/** « Ce que j’apporte » above a list of a few words each names skills; what somebody says of themselves has sentences. */
const listsSkills = ({ heading, rows }: Section) =>
  heading !== null &&
  rows.length > 0 &&
  rows.every(({ text }) => !/[.!?]$/.test(text) && !/@|\d{4}/.test(text)) &&
  rows.flatMap(({ text }) => text.split(/[,;•|\t]/)).length >= 3 &&
  rows.flatMap(({ text }) => text.split(/[,;•|\t]/)).every((part) => words(part).length <= 4);

/** « Métier » heads what somebody can do, or the posts they held: periods beside titles tell. */
function rekinded(section: Section, referenceDate: string): Section {
  if (section.kind === 'summary' && listsSkills(section)) return { ...section, kind: 'skills' };
  if (section.kind !== 'skills') return section;
  const { ranges, titles, degrees } = contentOf(section.rows, referenceDate);
  return ranges >= 2 && titles >= 2 && titles > degrees ? { ...section, kind: 'experience' } : section;
}

/**
 * Sections whose headings no list of words knows (« Saisons », « Avant le freelance »): set as the CV's known headings are, and named by what
 * stands below them. Premise: a CV sets its headings alike; a row that could be a title, an employer or a school is none.
 */
export function withOwnHeadings(sections: readonly Section[], referenceDate: string): Section[] {
  const looks = looksOf(sections);
  return sections
    .flatMap((section) => split(section, looks, referenceDate))
    .map((section) => rekinded(section, referenceDate));
}
