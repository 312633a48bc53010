import { VivierError, type Locale } from '../../errors';
import type { Appointment } from './types';
import { letterWords } from './words';

const LOCAL = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?$/;
const WITH_OFFSET = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/;

/**
 * The moment that an appointment begins.
 * @throws VivierError `invalid-input` for an unknown time zone, a date that is none, and a time that the clocks skip that day.
 */
export function momentOf({ start, timeZone }: Pick<Appointment, 'start' | 'timeZone'>): Date {
  const refuse = (what: string) =>
    new VivierError('invalid-input', { what, reason: what === 'timeZone' ? timeZone : start });
  try {
    new Intl.DateTimeFormat('en', { timeZone });
  } catch {
    throw refuse('timeZone');
  }
  if (WITH_OFFSET.test(start)) {
    const moment = new Date(start);
    if (!Number.isNaN(moment.getTime())) return moment;
  }
  const parts = LOCAL.exec(start.trim());
  if (!parts) throw refuse('start');
  const wall = Date.UTC(
    ...(parts
      .slice(1, 6)
      .map(Number)
      .map((part, at) => (at === 1 ? part - 1 : part)) as [number, number, number, number, number]),
  );
  if (new Date(wall).toISOString().slice(0, 16) !== `${parts[1]}-${parts[2]}-${parts[3]}T${parts[4]}:${parts[5]}`)
    throw refuse('start');
  // The offset near that moment, then the one at the moment found: right on both sides of a change of clocks.
  const first = wall - offsetAt(wall, timeZone);
  const moment = wall - offsetAt(first, timeZone);
  if (wallOf(moment, timeZone) !== wall) throw refuse('start');
  return new Date(moment);
}

const offsetAt = (moment: number, timeZone: string): number => wallOf(moment, timeZone) - moment;

/** What a clock at that place shows, as if it were UTC. */
function wallOf(moment: number, timeZone: string): number {
  const format = new Intl.DateTimeFormat('en-GB', {
    ...({ timeZone, hourCycle: 'h23', year: 'numeric', month: '2-digit', day: '2-digit' } as const),
    ...({ hour: '2-digit', minute: '2-digit', second: '2-digit' } as const),
  });
  const part = Object.fromEntries(format.formatToParts(moment).map(({ type, value }) => [type, Number(value)]));
  return Date.UTC(part.year, part.month - 1, part.day, part.hour, part.minute, part.second);
}

/** « le jeudi 3 décembre 2026 à 14 h 30 (heure de Paris) ». */
export function whenInWords({ start, timeZone }: Appointment, locale: Locale): string {
  const moment = momentOf({ start, timeZone });
  const language = locale === 'fr' ? 'fr' : 'en-GB';
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeZone }).format(moment);
  const time = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', hourCycle: 'h23', timeZone });
  // Europe/Paris: the town says more than "CET" or « heure normale d’Europe centrale ».
  const town = timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  return letterWords[locale].at(day.replace(',', ''), time.format(moment), town);
}
