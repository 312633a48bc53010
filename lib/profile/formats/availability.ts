import type { Locale } from '../../errors';
import type { Profile } from '../schema';

type Said = Pick<NonNullable<Profile['availability']>, 'immediate' | 'from' | 'notice'>;

const WORDS = {
  fr: {
    immediate: 'immédiatement',
    from: (date: string) => `à partir de : ${date}`,
    notice: (time: string) => `préavis ou délai : ${time}`,
    units: { M: ['mois', 'mois'], W: ['semaine', 'semaines'], D: ['jour', 'jours'] },
  },
  en: {
    immediate: 'immediately',
    from: (date: string) => `from: ${date}`,
    notice: (time: string) => `notice: ${time}`,
    units: { M: ['month', 'months'], W: ['week', 'weeks'], D: ['day', 'days'] },
  },
} as const;

function span(notice: string, locale: Locale): string {
  const [, count, unit] = /^P(\d+)([MWD])$/.exec(notice) ?? [];
  if (unit === undefined) return notice;
  return `${count} ${WORDS[locale].units[unit as 'M' | 'W' | 'D'][Number(count) === 1 ? 0 : 1]}`;
}

/** When somebody can begin, for people to read; null where the CV says nothing of it. `dateText` words a date such as `2026-09`, which is left as it is otherwise. */
export function availabilityText(
  said: Said | null | undefined,
  locale: Locale,
  dateText: (date: string) => string = String,
): string | null {
  if (!said) return null;
  const words = WORDS[locale];
  const parts = [
    ...(said.immediate ? [words.immediate] : []),
    ...(said.from ? [words.from(dateText(said.from))] : []),
    ...(said.notice ? [words.notice(span(said.notice, locale))] : []),
  ];
  return parts.join(' ; ') || null;
}
