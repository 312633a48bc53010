import { sql } from 'kysely';
import type { PoolContext } from '../context';
import type { PageInput, RankedDecision } from '../types';
import { page } from '../validate';

interface DecisionRow {
  id: string;
  offer_id: string;
  place: number;
  changed_by: string;
  at: Date;
  to_stage: string;
}

/**
 * See TalentPool.applications.decisions. The first move counts, as that is where somebody looks at the ranking; a person who withdraws decides for themselves.
 * Equal scores share the better place, so that nobody departs from a ranking by choosing among equals.
 */
export async function listDecisions(context: PoolContext, input: PageInput = {}): Promise<RankedDecision[]> {
  const { limit, offset } = page(input);
  const { rows } = await sql<DecisionRow>`
    with ranked as (
      select id, offer_id, (rank() over (partition by offer_id order by score desc))::integer as place
      from vivier_personal.applications where score is not null)
    select ranked.id, ranked.offer_id, ranked.place, first.changed_by, first.at, first.to_stage
    from ranked
    join lateral (
      select changed_by, at, to_stage from vivier_personal.stage_changes
      where application_id = ranked.id and to_stage <> 'withdrawn' order by at, id limit 1) first on true
    order by first.at desc, ranked.id
    limit ${limit} offset ${offset}`.execute(context.db);
  return rows.map((row) => ({
    applicationId: row.id,
    offerId: row.offer_id,
    by: row.changed_by,
    at: row.at.toISOString(),
    rank: row.place,
    selected: row.to_stage !== 'rejected',
  }));
}
