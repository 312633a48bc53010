import type { RowSection as Section } from '../../extract';
import type { Availability } from '../../profile';
import { findPeriods } from '../dates';
import { evidenceOf } from '../evidence';
import { fold } from '../text';
import type { Row } from './rows';
import {
  AFTER,
  BARE_LABEL,
  COUNTS,
  FREE,
  FROM_DATE,
  NO_NOTICE,
  NOT_A_PERSON,
  NOTICE,
  NOW,
  UNITS,
} from './vocabulary/availability';

type Said = Partial<Pick<Availability, 'immediate' | 'from' | 'notice'>>;

/** What is told there of jobs, studies and works speaks of other things than the person: only a row that says nothing else counts. */
const OF_OTHER_THINGS: readonly Section['kind'][] = [
  'experience',
  'volunteer',
  'education',
  'projects',
  'certifications',
];
/** Longer rows are paragraphs of a body text that was taken for one row. */
const LONGEST = 400;

/**
 * When somebody can begin, as the CV says it (« disponible immédiatement », « préavis de 3 mois », "available from March 2026"); null when it
 * doesn't. A month without a year is not dated by guessing.
 */
export function readAvailability(sections: readonly Section[], referenceDate: string): Availability | null {
  const found: Availability = { immediate: false, from: null, notice: null, evidence: {} };
  for (const { rows, text, isWhole } of sections.flatMap(phrases)) {
    const said = saidIn(text, referenceDate, isWhole);
    const evidence = evidenceOf(rows, rows.map((row) => row.text).join(' '));
    if (said.immediate && !found.immediate) Object.assign(found, { immediate: true }).evidence.immediate = evidence;
    if (said.from && !found.from) Object.assign(found, { from: said.from }).evidence.from = evidence;
    if (said.notice && !found.notice) Object.assign(found, { notice: said.notice }).evidence.notice = evidence;
  }
  return Object.keys(found.evidence).length > 0 ? found : null;
}

interface Phrase {
  rows: Row[];
  text: string;
  /** It has to say when, and nothing else. */
  isWhole: boolean;
}

/** A section's rows; under a heading that is the label (« Disponibilité »), the first row with it. */
function phrases({ heading, kind, rows }: Section): Phrase[] {
  const isWhole = OF_OTHER_THINGS.includes(kind);
  const all = [...(heading ? [heading] : []), ...rows];
  return all.flatMap((row, index): Phrase[] => {
    const text = fold(row.text).trim();
    if (text.length > LONGEST) return [];
    const next = all[index + 1];
    const labelled = BARE_LABEL.test(text) && next && next.page === row.page;
    return labelled
      ? [{ rows: [row, next], text: `${text.replace(/\s*:$/, '')} : ${fold(next.text)}`, isWhole }]
      : [{ rows: [row], text, isWhole }];
  });
}

function saidIn(text: string, referenceDate: string, isWhole: boolean): Said {
  if (isWhole && !/^\W*(?:disponib|libre|availab|immediate|preavis|notice)/.test(text)) return {};
  const said = { ...noticeIn(text), ...whenFree(text, referenceDate) };
  return isWhole && text.length > 60 ? {} : said;
}

function whenFree(text: string, referenceDate: string): Said {
  for (const match of text.matchAll(FREE)) {
    const before = text.slice(0, match.index);
    const after = text.slice(match.index + match[0].length);
    if (NOT_A_PERSON.test(before)) continue;
    const isNegated = /(?:^|[^\p{L}])(?:pas|non|plus|not|un)[\s-]*$/u.test(before);
    const date = FROM_DATE.exec(after);
    const from =
      date && (!isNegated || /avant|before|until/.test(date[0])) && dateAt(after.slice(date[0].length), referenceDate);
    if (from) return { from };
    if (isNegated) continue;
    if (NOW.test(after) || /(?:^|[^\p{L}])immediate(?:ment|ly)?\s+$/u.test(before)) return { immediate: true };
    const delay = AFTER.exec(after);
    if (delay) return { notice: duration(delay[1], delay[2]) };
  }
  return {};
}

function noticeIn(text: string): Said {
  if (NO_NOTICE.test(text)) return { immediate: true };
  const match = NOTICE.exec(text);
  if (!match) return {};
  return { notice: duration(match[1] ?? match[3], match[2] ?? match[4]) };
}

/** The date that the text begins with; one with its year. */
function dateAt(text: string, referenceDate: string): string | null {
  const [first] = findPeriods(text, referenceDate);
  return first && first.index <= 1 ? (first.start ?? first.end) : null;
}

/** ISO 8601: `P3M`, `P2W`, `P15D`. */
function duration(count: string, unit: string): string {
  return `P${COUNTS[count] ?? Number(count)}${UNITS[unit[0]]}`;
}
