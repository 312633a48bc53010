import { sql } from 'kysely';
import type { Activity, ActivityGroup } from '../documents';
import { errorCode } from './codes';
import type { PoolContext } from './context';
import { invalid } from './validate';

export interface ActivityInput {
  /** ISO 8601, inclusive; by default twelve weeks before `to`. */
  from?: string;
  /** ISO 8601, exclusive; by default now. */
  to?: string;
  /** Groups of fewer are not shown; 2 to 100, default 5. */
  smallestGroup?: number;
}

const WEEK = 7 * 24 * 3_600_000;
const DEFAULT_WEEKS = 12;
const MOST_WEEKS = 157;
const SMALLEST_GROUP = 5;
/** PostgreSQL manual, appendix A: the role may not read that. */
const INSUFFICIENT_PRIVILEGE = '42501';

/** See TalentPool.activity. */
export async function activity(context: PoolContext, input: ActivityInput = {}): Promise<Activity> {
  const { from, to, smallest } = readInput(context, input);
  const shown = (groups: Counted[]) => hideSmall(groups, smallest);
  const sources = await unlessForbidden(() => sourcesOf(context, from, to));
  return {
    ...{ from: from.toISOString(), to: to.toISOString(), smallestGroup: smallest },
    weeks: await weeksOf(context, from, to),
    firstLook: await unlessForbidden(() => firstLook(context, from, to, smallest)),
    sources: sources && shown(sources),
    stages: shown(await stagesOf(context, from, to)),
    decisions: shown(await decisionsOf(context, from, to)),
    overrides: await overridesOf(context, from, to, smallest),
    erased: await erasedOf(context, from, to),
  };
}

function readInput(context: PoolContext, input: ActivityInput) {
  const moment = (text: string | undefined, name: string, otherwise: () => Date) => {
    if (text === undefined || text === '') return otherwise();
    const date = new Date(text);
    if (Number.isNaN(date.getTime())) throw invalid(name, 'an ISO 8601 date', 'une date ISO 8601');
    return date;
  };
  const to = moment(input.to, 'to', context.now);
  const from = moment(input.from, 'from', () => new Date(to.getTime() - DEFAULT_WEEKS * WEEK));
  const weeks = (to.getTime() - from.getTime()) / WEEK;
  if (weeks <= 0 || weeks > MOST_WEEKS)
    throw invalid('from', 'up to three years before “to”', 'au plus trois ans avant « to »');
  const smallest = input.smallestGroup ?? SMALLEST_GROUP;
  if (!Number.isInteger(smallest) || smallest < 2 || smallest > 100)
    throw invalid('smallestGroup', '2 to 100', 'de 2 à 100');
  return { from, to, smallest };
}

async function unlessForbidden<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (errorCode(error) === INSUFFICIENT_PRIVILEGE) return null;
    throw error;
  }
}

interface Counted {
  name: string | null;
  count: number;
}

/**
 * Groups under the limit lose their number; when that would leave one that is found by subtraction, or several that sum to less than the limit, the next
 * smallest loses its own too (secondary suppression: Hundepool et al., "Handbook on Statistical Disclosure Control", ESSNet, 2010).
 */
export function hideSmall(groups: Counted[], smallest: number): ActivityGroup[] {
  const ascending = groups.filter(({ count }) => count > 0).sort((a, b) => a.count - b.count);
  const hidden = new Set<Counted>();
  let sum = 0;
  for (const group of ascending) {
    const wanted = group.count < smallest || (hidden.size > 0 && (hidden.size === 1 || sum < smallest));
    if (!wanted) break;
    hidden.add(group);
    sum += group.count;
  }
  return ascending.reverse().map((group) => ({ name: group.name, count: hidden.has(group) ? null : group.count }));
}

async function weeksOf(context: PoolContext, from: Date, to: Date): Promise<Activity['weeks']> {
  const { rows } = await sql<{ start: string; action: string; count: number }>`
    select to_char(date_trunc('week', at at time zone 'UTC'), 'YYYY-MM-DD') as start, action, count(*)::integer as count
    from vivier.audit_events
    where action in ('candidate.created', 'application.created') and at >= ${from} and at < ${to}
    group by 1, 2`.execute(context.db);
  const count = (start: string, action: string) =>
    rows.find((row) => row.start === start && row.action === action)?.count ?? 0;
  return mondays(from, to).map((start) => ({
    start,
    candidates: count(start, 'candidate.created'),
    applications: count(start, 'application.created'),
  }));
}

/** The first day of each week (ISO 8601) that the time touches. */
function mondays(from: Date, to: Date): string[] {
  const day = new Date(Date.UTC(from.getUTCFullYear(), from.getUTCMonth(), from.getUTCDate()));
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  const days: string[] = [];
  for (; day < to; day.setUTCDate(day.getUTCDate() + 7)) days.push(day.toISOString().slice(0, 10));
  return days;
}

async function firstLook(context: PoolContext, from: Date, to: Date, smallest: number): Promise<Activity['firstLook']> {
  const { rows } = await sql<Record<'looked' | 'waiting', number> & Record<'median' | 'slowest', number | null>>`
    with looks as (
      select a.created_at, least(
        (select min(at) from vivier_personal.stage_changes where application_id = a.id),
        (select min(at) from vivier_personal.application_notes where application_id = a.id),
        (select min(at) from vivier_personal.score_overrides where application_id = a.id),
        (select min(invited_at) from vivier_personal.external_tests where application_id = a.id)) as looked_at
      from vivier_personal.applications a where a.created_at >= ${from} and a.created_at < ${to}),
    hours as (select extract(epoch from looked_at - created_at) / 3600.0 as hours from looks)
    select count(hours)::integer as looked, (count(*) - count(hours))::integer as waiting,
      (percentile_cont(0.5) within group (order by hours))::double precision as median,
      (percentile_cont(0.9) within group (order by hours))::double precision as slowest
    from hours`.execute(context.db);
  const { looked = 0, waiting = 0, median = null, slowest = null } = rows.at(0) ?? {};
  const enough = looked >= smallest;
  return { looked, waiting, medianHours: enough ? median : null, slowestTenthHours: enough ? slowest : null };
}

async function sourcesOf(context: PoolContext, from: Date, to: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select source as name, count(*)::integer as count from vivier_personal.applications
    where created_at >= ${from} and created_at < ${to} group by source order by count desc, source`.execute(context.db);
  return rows;
}

async function stagesOf(context: PoolContext, from: Date, to: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select stage as name, count(*)::integer as count from vivier_personal.applications
    where created_at >= ${from} and created_at < ${to} group by stage order by count desc, stage`.execute(context.db);
  return rows;
}

async function decisionsOf(context: PoolContext, from: Date, to: Date): Promise<Counted[]> {
  const { rows } = await sql<Counted>`
    select to_stage as name, count(distinct application_id)::integer as count from vivier_personal.stage_changes
    where at >= ${from} and at < ${to} group by to_stage order by count desc, to_stage`.execute(context.db);
  return rows;
}

async function overridesOf(
  context: PoolContext,
  from: Date,
  to: Date,
  smallest: number,
): Promise<Activity['overrides']> {
  const { rows } = await sql<{ decided: number; against: number }>`
    with decided as (
      select application_id, bool_or(against) as against from (
        select application_id, against_score as against from vivier_personal.stage_changes
        where at >= ${from} and at < ${to}
        union all
        select application_id, true from vivier_personal.score_overrides where at >= ${from} and at < ${to}) d
      join vivier_personal.applications a on a.id = d.application_id and a.score_version > 0
      group by application_id)
    select count(*)::integer as decided, count(*) filter (where against)::integer as against from decided`.execute(
    context.db,
  );
  const { decided = 0, against = 0 } = rows.at(0) ?? {};
  return decided < smallest ? { decided, against: null, rate: null } : { decided, against, rate: against / decided };
}

async function erasedOf(context: PoolContext, from: Date, to: Date): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from vivier.erasures where erased_at >= ${from} and erased_at < ${to}`.execute(
    context.db,
  );
  return rows.at(0)?.count ?? 0;
}
