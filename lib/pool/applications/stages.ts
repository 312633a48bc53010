import type { Score } from '../../match';
import { appendAudit } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { isNamedPerson } from '../people';
import { openScore } from '../sealed';
import type { ApplicationRow } from '../tables';
import type { Stage, StageMove } from '../types';
import { invalid, notFound, optionalText, requiredText, uuid } from '../validate';
import { isAgainst, needsReason, readStage, stepsOf } from './order';

/**
 * See TalentPool.applications.moveStage. A rejection is a person's decision: it needs their name and their reason. The reason stays
 * with the candidate's data and goes with it; the log keeps who, when and from which stage to which.
 */
export async function moveStage(
  context: PoolContext,
  input: { id: string; stage: Stage; by: string; reason?: string },
): Promise<StageMove> {
  const id = uuid(input?.id, 'id');
  const wanted = requiredText(input.stage, 'stage', 60);
  const by = requiredText(input.by, 'by', 200);
  const reason = optionalText(input.reason, 'reason', 2_000);
  if (wanted === 'rejected') requireDecision(by, reason);
  return transact(context, async (trx) => {
    const row = await trx
      .selectFrom('vivier_personal.applications as application')
      .innerJoin('vivier.job_offers as offer', 'offer.id', 'application.offer_id')
      .selectAll('application')
      .select('offer.stages')
      .where('application.id', '=', id)
      .forUpdate('application')
      .executeTakeFirst();
    if (!row) throw notFound('application');
    const steps = stepsOf(row.stages);
    const stage = readStage(wanted, steps);
    const from = row.stage;
    const at = context.now();
    if (from !== stage) {
      if (!reason && needsReason(steps, from, stage)) requireReason(steps, from, stage);
      const score = await shownScore(context, trx, row);
      const against = score !== null && isAgainst(score.band, steps, stage);
      await recordMove(context, trx, row, { stage, by, reason, at, against });
    }
    return {
      applicationId: id,
      candidateId: row.candidate_id,
      offerId: row.offer_id,
      from,
      stage,
      by,
      at: at.toISOString(),
    };
  });
}

function requireDecision(by: string, reason: string | null): void {
  if (!isNamedPerson(by)) {
    throw invalid(
      'by',
      'a rejection needs the name of the person who decided it',
      'un refus doit porter le nom de la personne qui l’a décidé',
    );
  }
  if (!reason) throw invalid('reason', 'a rejection needs a reason', 'un refus doit être motivé');
}

function requireReason(steps: readonly { name: string }[], from: Stage, to: Stage): never {
  const order = steps.map(({ name }) => name).join(' → ');
  throw invalid(
    'reason',
    `from ${from} to ${to} is not the offer’s order (${order}): say why`,
    `de ${from} à ${to}, ce n’est pas l’ordre de l’offre (${order}) : dites pourquoi`,
  );
}

async function shownScore(context: PoolContext, trx: Trx, row: ApplicationRow): Promise<Score | null> {
  if (row.score_version === 0) return null;
  const { body } = await trx
    .selectFrom('vivier_personal.application_scores')
    .select('body')
    .where('application_id', '=', row.id)
    .where('version', '=', row.score_version)
    .executeTakeFirstOrThrow();
  return openScore(context.secrets, body, row.id, row.score_version);
}

async function recordMove(
  context: PoolContext,
  trx: Trx,
  row: ApplicationRow,
  move: { stage: Stage; by: string; reason: string | null; at: Date; against: boolean },
): Promise<void> {
  await trx
    .updateTable('vivier_personal.applications')
    .set({ stage: move.stage, updated_at: move.at })
    .where('id', '=', row.id)
    .execute();
  await trx
    .insertInto('vivier_personal.stage_changes')
    .values({
      application_id: row.id,
      from_stage: row.stage,
      to_stage: move.stage,
      changed_by: move.by,
      reason: move.reason,
      at: move.at,
      against_score: move.against,
    })
    .execute();
  await appendAudit(context, trx, {
    actor: move.by,
    action: 'application.stage-changed',
    subjectKind: 'application',
    subjectId: row.id,
    details: {
      candidateId: row.candidate_id,
      offerId: row.offer_id,
      from: row.stage,
      to: move.stage,
      scoreVersion: row.score_version,
      againstScore: move.against,
    },
  });
}
