import { receivedDay, type ExtractedDocument } from '../extract';
import { findPeriods } from './dates';

/** Where the day came from, the most trusted first. */
export type ReferenceSource = 'mail' | 'upload' | 'file' | 'today';

export interface ReferenceDay {
  /** `YYYY-MM-DD` */
  day: string;
  source: ReferenceSource;
}

type Dated = Pick<ExtractedDocument, 'lines' | 'origin' | 'properties'>;

/** Clocks that were never set write 1970, 1980 or 1990; PDF is of 1993. */
const EARLIEST = '1995-01-01';
const ISO_DAY = /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])/;

const dayOf = (value: string | null | undefined): string | null => ISO_DAY.exec(value ?? '')?.[0] ?? null;

/** The latest date that the CV names and that is not to come (a diploma's or a certificate's end may be). */
function newestNamed(lines: Dated['lines'], today: string): string {
  const named = lines.flatMap(({ text }) => findPeriods(text, today).flatMap(({ start, end }) => [start, end]));
  return named.reduce<string>((newest, date) => (date && date <= today && date > newest ? date : newest), '');
}

/**
 * The day that "present" means in a CV: its mail's, else its upload's, else its file's own (last change, else making), else today.
 *
 * A file's date is believed only when it is not to come and not before what the CV itself tells of: files are copied, converted and made from old
 * templates. A mail's and an upload's only need to have come already.
 * @param today `YYYY-MM-DD`
 * @param uploaded ISO 8601, when the form or the inbox says when the CV came in.
 */
export function referenceDay(document: Dated, today: string, uploaded?: string | null): ReferenceDay {
  const come = (day: string | null): day is string => day !== null && day >= EARLIEST && day <= today;
  const mail = dayOf(receivedDay(document));
  if (come(mail)) return { day: mail, source: 'mail' };
  const upload = dayOf(uploaded);
  if (come(upload)) return { day: upload, source: 'upload' };
  const { modified, created } = document.properties;
  const candidates = [modified, created].map(dayOf).filter(come);
  if (candidates.length === 0) return { day: today, source: 'today' };
  const newest = newestNamed(document.lines, today);
  const own = candidates.find((day) => day.slice(0, newest.length) >= newest);
  return own ? { day: own, source: 'file' } : { day: today, source: 'today' };
}
