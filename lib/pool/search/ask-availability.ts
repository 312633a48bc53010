import type { SearchFilters } from '../types';
import { normalise } from '../words';

const DAY_MS = 86_400_000;
/** Names of the months, of any year. */
const MONTHS = ['fr', 'en'].map((locale) => {
  const format = new Intl.DateTimeFormat(locale, { month: 'long', timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => normalise(format.format(Date.UTC(2026, month, 1))));
});

const FREE = String.raw`(?<!\p{L})(?:dispo(?:nible)?s?|libres?|available|free)\s+`;
const LATER = new RegExp(
  `${FREE}(?:(?<now>imm[ée]diate(?:ment|ly)|(?:tout )?de suite|d[èe]s (?:maintenant|[àa] pr[ée]sent)|maintenant|now|at once)|` +
    `(?:sous|dans|d['’]ici|within|in)\\s+(?<count>\\d{1,3})\\s*(?<unit>mois|months?|semaines?|weeks?|jours?|days?)|` +
    `(?<lead>avant|before|by|d['’]ici|au plus tard|d[èe]s|[àa] partir d[eu]|from|en|in|au|le|on|pour)\\s+(?:(?:le|la|the|fin|d[ée]but|mois de)\\s+)*` +
    `(?:(?<iso>\\d{4}-\\d{2}-\\d{2})|(?<dmy>\\d{1,2}/\\d{1,2}/\\d{4})|(?:(?<day>\\d{1,2})(?:er|st|nd|rd|th)?\\s+(?:of\\s+)?)?(?<month>\\p{L}{3,9})\\.?(?:\\s+(?<year>\\d{4}))?))(?![\\p{L}\\d])`,
  'iu',
);

/**
 * « disponible immédiatement », « dispo avant juin », "available in 2 weeks" as a day. A month without a year is the next one; « avant juin » ends
 * with May, « dès juin » is its first day, « en juin » lasts until its end.
 */
export function readAvailableBy(
  question: string,
  filters: SearchFilters,
  take: (part: string) => void,
  now: Date,
): void {
  const match = LATER.exec(question);
  const day = match?.groups && dayOf(match.groups, now);
  if (!match || !day) return;
  filters.availableBy = day.toISOString().slice(0, 10);
  take(match[0]);
}

type Groups = Record<string, string | undefined>;

function dayOf(groups: Groups, now: Date): Date | null {
  if (groups.now) return now;
  if (groups.count) return later(now, Number(groups.count), groups.unit ?? '');
  const before = /^(?:avant|before)$/i.test(groups.lead ?? '') ? -DAY_MS : 0;
  const written =
    groups.iso ??
    groups.dmy
      ?.split('/')
      .reverse()
      .map((part) => part.padStart(2, '0'))
      .join('-');
  const day = written ? new Date(written) : monthDay(groups, now);
  return day && !Number.isNaN(day.getTime()) ? new Date(day.getTime() + before) : null;
}

function later(now: Date, count: number, unit: string): Date {
  if (/^m/i.test(unit)) return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() + count, now.getUTCDate()));
  return new Date(now.getTime() + count * (/^[sw]/i.test(unit) ? 7 : 1) * DAY_MS);
}

function monthDay({ month, year, day, lead }: Groups, now: Date): Date | null {
  const name = normalise(month ?? '');
  const index = MONTHS.map((names) => names.findIndex((one) => one.startsWith(name))).find((found) => found >= 0);
  if (index === undefined) return null;
  const next = index < now.getUTCMonth() ? 1 : 0;
  const of = year ? Number(year) : now.getUTCFullYear() + next;
  if (day) return new Date(Date.UTC(of, index, Number(day)));
  return new Date(/^(?:en|in)$/i.test(lead ?? '') ? Date.UTC(of, index + 1, 0) : Date.UTC(of, index, 1));
}
