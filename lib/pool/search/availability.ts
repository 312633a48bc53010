import { sql } from 'kysely';
import type { Profile } from '../../profile';
import type { FoundCandidate, SearchFilters } from '../types';
import { optionalDate } from '../validate';
import type { Condition } from './filters';

/** The longest that a month, and so a notice of months, can be. */
const DAYS: Record<string, number> = { M: 31, W: 7, D: 1 };

export interface Available {
  /** `YYYY-MM-DD`; of a month or year its first day, since CVs say « à partir de ». */
  available_from: string | null;
  notice_days: number | null;
}

/** What the filter looks at. A notice counts from the day of the search, unless the CV tells the date as well. */
export function availableColumns({ availability, meta }: Profile): Available {
  if (!availability) return { available_from: null, notice_days: null };
  const { from, immediate, notice } = availability;
  if (from) return { available_from: `${from}-01-01`.slice(0, 10), notice_days: null };
  const [, count, unit] = /^P(\d+)([MWD])$/.exec(notice ?? '') ?? [];
  return {
    available_from: immediate ? meta.referenceDate : null,
    notice_days: unit ? Number(count) * (DAYS[unit] ?? 1) : null,
  };
}

/** Leaves out only those whose CV tells a later day: most CVs tell none, and whether these people are free is asked, not guessed. */
export function readAvailable(filters: SearchFilters, now: Date): Condition[] {
  const day = optionalDate(filters.availableBy, 'availableBy');
  if (!day) return [];
  const by = day.toISOString().slice(0, 10);
  const days = Math.floor((Date.parse(by) - Date.parse(now.toISOString().slice(0, 10))) / 86_400_000);
  return [
    sql<boolean>`(candidate.available_from is null or candidate.available_from <= ${by}::date)`,
    sql<boolean>`(candidate.notice_days is null or candidate.notice_days <= ${days}::integer)`,
  ];
}

/** Beside each person found with that filter: whether the CV says it, or says nothing. */
export function saidAvailable(
  filters: SearchFilters | undefined,
  { availability }: Profile,
): Pick<FoundCandidate, 'availability'> {
  if (!filters?.availableBy) return {};
  return { availability: availability ? 'in-time' : 'not-said' };
}
