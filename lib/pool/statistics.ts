import { sql } from 'kysely';
import type { PoolContext } from './context';
import { STAGES, type Stage, type Statistics } from './types';

export async function statistics(context: PoolContext): Promise<Statistics> {
  const { rows } = await sql<Record<'candidates' | 'profiles' | 'documents' | 'open' | 'closed' | 'erased', number>>`
    select
      (select count(*)::integer from vivier_personal.candidates) as candidates,
      (select count(*)::integer from vivier_personal.candidate_profiles) as profiles,
      (select count(*)::integer from vivier_personal.documents) as documents,
      (select count(*)::integer from vivier.job_offers where is_open) as open,
      (select count(*)::integer from vivier.job_offers where not is_open) as closed,
      (select count(*)::integer from vivier.erasures) as erased`.execute(context.db);
  const stages = await context.db
    .selectFrom('vivier_personal.applications')
    .groupBy('stage')
    .select((eb) => ['stage', eb.cast<number>(eb.fn.countAll(), 'integer').as('count')])
    .execute();
  const counts = rows[0];
  const byStage = Object.fromEntries(STAGES.map((stage) => [stage, 0])) as Record<Stage, number>;
  for (const { stage, count } of stages) byStage[stage as Stage] = count;
  return {
    candidates: counts?.candidates ?? 0,
    profileVersions: counts?.profiles ?? 0,
    documents: counts?.documents ?? 0,
    offers: { open: counts?.open ?? 0, closed: counts?.closed ?? 0 },
    applications: Object.values(byStage).reduce((sum, count) => sum + count, 0),
    byStage,
    erased: counts?.erased ?? 0,
  };
}
