import { sql } from 'kysely';
import type { PoolContext } from './context';
import { STAGES, type Statistics } from './types';

export async function statistics(context: PoolContext): Promise<Statistics> {
  const { rows } = await sql<
    Record<
      | 'candidates'
      | 'profiles'
      | 'documents'
      | 'open'
      | 'closed'
      | 'erased'
      | 'held'
      | 'rescore'
      | 'decided'
      | 'against',
      number
    >
  >`
    select
      (select count(*)::integer from vivier_personal.candidates) as candidates,
      (select count(*)::integer from vivier_personal.candidate_profiles) as profiles,
      (select count(*)::integer from vivier_personal.documents) as documents,
      (select count(*)::integer from vivier.job_offers where is_open) as open,
      (select count(*)::integer from vivier.job_offers where not is_open) as closed,
      (select count(*)::integer from vivier.erasures) as erased,
      (select count(*)::integer from vivier_personal.legal_holds where lifted_at is null) as held,
      (select count(*)::integer from vivier_personal.applications where rescore_needed) as rescore,
      (select count(*)::integer from vivier_personal.applications a where a.score_version > 0 and (
        exists (select 1 from vivier_personal.stage_changes c where c.application_id = a.id)
        or exists (select 1 from vivier_personal.score_overrides o where o.application_id = a.id))) as decided,
      (select count(*)::integer from vivier_personal.applications a where a.score_version > 0 and (
        exists (select 1 from vivier_personal.stage_changes c where c.application_id = a.id and c.against_score)
        or exists (select 1 from vivier_personal.score_overrides o where o.application_id = a.id))) as against`.execute(
    context.db,
  );
  const stages = await context.db
    .selectFrom('vivier_personal.applications')
    .groupBy('stage')
    .select((eb) => ['stage', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .execute();
  const counts = rows[0];
  const byStage = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<string, number>;
  for (const { stage, count } of stages) byStage[stage] = count;
  const [decided, against] = [counts?.decided ?? 0, counts?.against ?? 0];
  return {
    candidates: counts?.candidates ?? 0,
    profileVersions: counts?.profiles ?? 0,
    documents: counts?.documents ?? 0,
    offers: { open: counts?.open ?? 0, closed: counts?.closed ?? 0 },
    applications: Object.values(byStage).reduce((sum, count) => sum + count, 0),
    byStage,
    erased: counts?.erased ?? 0,
    overrides: { decided, against, rate: decided === 0 ? null : against / decided },
    held: counts?.held ?? 0,
    toRescore: counts?.rescore ?? 0,
  };
}
