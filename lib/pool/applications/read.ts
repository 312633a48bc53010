import type { PoolContext } from '../context';
import { openScore, openText, place } from '../sealed';
import type { ExternalTestRow } from '../tables';
import type { ApplicationDetails, ExternalTest, PageInput, Refusal, StageChange, TestStatus } from '../types';
import { notFound, page, requiredText, uuid } from '../validate';
import { applicationRows, toApplication } from './upsert';

/** See TalentPool.applications.get. */
export async function getApplication(context: PoolContext, applicationId: string): Promise<ApplicationDetails> {
  const id = uuid(applicationId, 'id');
  const row = await applicationRows(context).where('application.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('application');
  return { ...toApplication(context, row), ...(await workOn(context, id)) };
}

/** What people and scores added to an application, oldest first. */
export async function workOn(
  context: PoolContext,
  id: string,
): Promise<Pick<ApplicationDetails, 'history' | 'notes' | 'tests' | 'overrides' | 'scores'>> {
  const { db, secrets } = context;
  const changes = await db
    .selectFrom('vivier_personal.stage_changes')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('at')
    .orderBy('id')
    .execute();
  const notes = await db
    .selectFrom('vivier_personal.application_notes')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('at')
    .execute();
  const tests = await db
    .selectFrom('vivier_personal.external_tests')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('invited_at')
    .execute();
  const overrides = await db
    .selectFrom('vivier_personal.score_overrides')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('at')
    .execute();
  const scores = await db
    .selectFrom('vivier_personal.application_scores')
    .selectAll()
    .where('application_id', '=', id)
    .orderBy('version')
    .execute();
  return {
    history: changes.map((change): StageChange => ({
      from: change.from_stage,
      to: change.to_stage,
      by: change.changed_by,
      reason: change.reason,
      at: change.at.toISOString(),
      againstScore: change.against_score,
    })),
    notes: notes.map((note) => ({
      noteId: note.id,
      by: note.author,
      text: openText(secrets, note.body, place.note(note.id)),
      at: note.at.toISOString(),
    })),
    tests: tests.map((test) => toTest(context, test)),
    overrides: overrides.map((one) => ({
      overrideId: one.id,
      scoreVersion: one.score_version,
      criterionId: one.criterion_id,
      decision: one.decision,
      by: one.decided_by,
      reason: openText(secrets, one.reason, place.override(one.id)),
      at: one.at.toISOString(),
    })),
    scores: scores.map((one) => ({
      version: one.version,
      score: openScore(secrets, one.body, id, one.version),
      createdAt: one.created_at.toISOString(),
    })),
  };
}

/** See TalentPool.offers.refusals. */
export async function listRefusals(context: PoolContext, offerId: string, input: PageInput = {}): Promise<Refusal[]> {
  const { limit, offset } = page(input);
  const rows = await context.db
    .selectFrom('vivier_personal.applications as application')
    .innerJoin('vivier.job_offers as offer', 'offer.id', 'application.offer_id')
    .innerJoinLateral(
      (eb) =>
        eb
          .selectFrom('vivier_personal.stage_changes as change')
          .whereRef('change.application_id', '=', 'application.id')
          .where('change.to_stage', '=', 'rejected')
          .orderBy('change.at', 'desc')
          .orderBy('change.id', 'desc')
          .limit(1)
          .select(['change.changed_by', 'change.at', 'change.reason', 'change.against_score'])
          .as('refusal'),
      (join) => join.onTrue(),
    )
    .where('application.offer_id', '=', requiredText(offerId, 'offerId', 200))
    .where('application.stage', '=', 'rejected')
    .selectAll(['refusal'])
    .select([
      'application.id',
      'application.candidate_id',
      'application.score',
      'application.score_version',
      'offer.refusal_months',
    ])
    .orderBy('refusal.at', 'desc')
    .orderBy('application.id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => ({
    applicationId: row.id,
    candidateId: row.candidate_id,
    decidedBy: row.changed_by,
    decidedAt: row.at.toISOString(),
    reason: row.reason ?? '',
    score: row.score,
    scoreVersion: row.score_version,
    againstScore: row.against_score,
    keptUntil: row.refusal_months === null ? null : addMonths(row.at, row.refusal_months).toISOString(),
  }));
}

export function toTest(context: PoolContext, row: ExternalTestRow): ExternalTest {
  return {
    testId: row.id,
    name: row.name,
    status: row.status as TestStatus,
    invitedBy: row.invited_by,
    invitedAt: row.invited_at.toISOString(),
    expiresAt: row.expires_at?.toISOString() ?? null,
    result: row.result
      ? (JSON.parse(openText(context.secrets, row.result, place.testResult(row.id))) as unknown)
      : null,
    resultBy: row.result_by,
    resultAt: row.result_at?.toISOString() ?? null,
  };
}

function addMonths(date: Date, months: number): Date {
  const later = new Date(date);
  later.setUTCMonth(later.getUTCMonth() + months);
  return later;
}
