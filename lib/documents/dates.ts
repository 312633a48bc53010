import type { Locale } from '../errors';
import { words } from './words';

/** « mars 2021 », "March 2021" or the year alone, as precise as the CV is. */
export function dateInWords(date: string | null, locale: Locale): string {
  const parts = /^(\d{4})(?:-(\d{2}))?$/.exec(date ?? '');
  if (!parts) return '';
  if (!parts[2]) return parts[1];
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  return month.format(Date.UTC(Number(parts[1]), Number(parts[2]) - 1)).replace(/ /g, '\u00A0');
}

/** « mars 2021 – aujourd’hui »; empty when neither end is known. */
export function periodInWords(
  period: { start: string | null; end: string | null; current?: boolean },
  locale: Locale,
): string {
  const end = period.current ? words[locale].today : dateInWords(period.end, locale);
  return [dateInWords(period.start, locale), end].filter(Boolean).join(' – ');
}

/** The day of an ISO 8601 moment, in UTC: the same bytes on every machine. */
export function dayInWords(moment: string, locale: Locale): string {
  const date = new Date(moment);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(locale === 'en' ? 'en-GB' : locale, { dateStyle: 'long', timeZone: 'UTC' }).format(
    date,
  );
}

/** Months as « 8 ans », « 7 mois »; null when not known. */
export function monthsInWords(months: number | null, locale: Locale): string {
  if (months === null) return words[locale].notStated;
  const years = Math.floor(months / 12);
  return years === 0 ? words[locale].months(months) : words[locale].years(years);
}
