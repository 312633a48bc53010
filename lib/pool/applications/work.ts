import { randomUUID } from 'node:crypto';
import { appendAudit, SYSTEM, type AuditAction } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { place, sealText } from '../sealed';
import type { ApplicationRow, ExternalTestRow } from '../tables';
import { TEST_STATUSES, type ApplicationNote, type ExternalTest, type ScoreOverride, type TestStatus } from '../types';
import { invalid, notFound, optionalDate, optionalText, requiredText, storableJson, uuid } from '../validate';
import { toTest } from './read';
import { readConsent } from './upsert';

const MAX_NOTE = 20_000;
const MAX_RESULT = 1_000_000;
/** A test that is over stays over. */
const OVER: readonly TestStatus[] = ['completed', 'cancelled'];

export async function addNote(
  context: PoolContext,
  input: { id: string; by: string; text: string },
): Promise<ApplicationNote> {
  const by = requiredText(input?.by, 'by', 200);
  const text = requiredText(input.text, 'text', MAX_NOTE);
  return onApplication(context, input.id, async (trx, row) => {
    const noteId = randomUUID();
    const at = context.now();
    const body = sealText(context.secrets, text, place.note(noteId));
    await trx
      .insertInto('vivier_personal.application_notes')
      .values({ id: noteId, application_id: row.id, author: by, body, at })
      .execute();
    await audit(context, trx, row, 'application.noted', by, { noteId });
    return { noteId, by, text, at: at.toISOString() };
  });
}

export async function assignApplication(
  context: PoolContext,
  input: { id: string; to: string | null; by: string },
): Promise<void> {
  const by = requiredText(input?.by, 'by', 200);
  const to = optionalText(input.to, 'to', 200);
  return onApplication(context, input.id, async (trx, row) => {
    if (row.assigned_to === to) return;
    await update(trx, row.id, { assigned_to: to });
    await audit(context, trx, row, 'application.assigned', by, { from: row.assigned_to, to });
  });
}

export async function recordConsent(
  context: PoolContext,
  input: { id: string; scope: 'application' | 'pool'; at?: string; by?: string },
): Promise<void> {
  const consent = readConsent(context, input ?? {});
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  return onApplication(context, input.id, async (trx, row) => {
    await update(trx, row.id, consent);
    await audit(context, trx, row, 'application.consent', by, { scope: consent.consent_scope });
  });
}

export async function inviteToTest(
  context: PoolContext,
  input: { id: string; name: string; by: string; expiresAt?: string },
): Promise<ExternalTest> {
  const by = requiredText(input?.by, 'by', 200);
  const name = requiredText(input.name, 'name', 300);
  const expires_at = optionalDate(input.expiresAt, 'expiresAt');
  return onApplication(context, input.id, async (trx, row) => {
    const test = await trx
      .insertInto('vivier_personal.external_tests')
      .values({
        id: randomUUID(),
        application_id: row.id,
        name,
        status: 'invited',
        invited_by: by,
        invited_at: context.now(),
        expires_at,
      })
      .returningAll()
      .executeTakeFirstOrThrow();
    await audit(context, trx, row, 'application.test-invited', by, { testId: test.id, test: name });
    return toTest(context, test);
  });
}

export async function updateTest(
  context: PoolContext,
  input: { testId: string; status: TestStatus; result?: unknown; by?: string },
): Promise<ExternalTest> {
  const testId = uuid(input?.testId, 'testId');
  const status = TEST_STATUSES.find((known) => known === input.status);
  if (!status) throw invalid('status', `one of ${TEST_STATUSES.join(', ')}`, `l’une de : ${TEST_STATUSES.join(', ')}`);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  const result = readResult(input.result, status);
  return transact(context, async (trx) => {
    const test = await trx
      .selectFrom('vivier_personal.external_tests')
      .selectAll()
      .where('id', '=', testId)
      .forUpdate()
      .executeTakeFirst();
    if (!test) throw notFound('test');
    if (OVER.includes(test.status as TestStatus) && test.status !== status) {
      throw invalid('status', `the test is ${test.status} already`, `le test est déjà « ${test.status} »`);
    }
    const row = await trx
      .updateTable('vivier_personal.external_tests')
      .set({ status, ...sealedResult(context, test, result, by) })
      .where('id', '=', testId)
      .returningAll()
      .executeTakeFirstOrThrow();
    await appendAudit(context, trx, {
      actor: by,
      action: 'application.test-updated',
      subjectKind: 'application',
      subjectId: row.application_id,
      details: { testId, status },
    });
    return toTest(context, row);
  });
}

export async function overrideScore(
  context: PoolContext,
  input: { id: string; decision: string; by: string; reason: string; criterionId?: string },
): Promise<ScoreOverride> {
  const by = requiredText(input?.by, 'by', 200);
  const reason = requiredText(input.reason, 'reason', 2_000);
  const decision = requiredText(input.decision, 'decision', 300);
  const criterionId = optionalText(input.criterionId, 'criterionId', 200);
  return onApplication(context, input.id, async (trx, row) => {
    if (row.score_version === 0) {
      throw invalid('id', 'the application was never scored', 'cette candidature n’a jamais été notée');
    }
    const overrideId = randomUUID();
    const at = context.now();
    await trx
      .insertInto('vivier_personal.score_overrides')
      .values({
        id: overrideId,
        application_id: row.id,
        score_version: row.score_version,
        criterion_id: criterionId,
        decision,
        decided_by: by,
        reason: sealText(context.secrets, reason, place.override(overrideId)),
        at,
      })
      .execute();
    await audit(context, trx, row, 'application.score-overridden', by, {
      scoreVersion: row.score_version,
      criterionId,
    });
    return {
      overrideId,
      scoreVersion: row.score_version,
      criterionId,
      decision,
      by,
      reason,
      at: at.toISOString(),
    };
  });
}

function readResult(result: unknown, status: TestStatus): string | null {
  if (result === undefined || result === null || result === '') {
    if (status !== 'completed') return null;
    throw invalid('result', 'a completed test needs a result', 'un test terminé doit avoir un résultat');
  }
  const text = JSON.stringify(storableJson(result)) as string | undefined;
  if (text === undefined || text.length > MAX_RESULT) {
    throw invalid('result', 'plain data of at most 1 MB', 'des données simples de 1 Mo au plus');
  }
  return text;
}

function sealedResult(context: PoolContext, test: ExternalTestRow, result: string | null, by: string) {
  if (result === null) return {};
  const sealed = sealText(context.secrets, result, place.testResult(test.id));
  return { result: sealed, result_by: by, result_at: context.now() };
}

async function onApplication<T>(
  context: PoolContext,
  applicationId: string,
  work: (trx: Trx, row: ApplicationRow) => Promise<T>,
): Promise<T> {
  const id = uuid(applicationId, 'id');
  return transact(context, async (trx) => {
    const row = await trx
      .selectFrom('vivier_personal.applications')
      .selectAll()
      .where('id', '=', id)
      .forUpdate()
      .executeTakeFirst();
    if (!row) throw notFound('application');
    return work(trx, row);
  });
}

async function update(trx: Trx, id: string, changed: Partial<ApplicationRow>): Promise<void> {
  await trx.updateTable('vivier_personal.applications').set(changed).where('id', '=', id).execute();
}

function audit(
  context: PoolContext,
  trx: Trx,
  row: ApplicationRow,
  action: AuditAction,
  actor: string,
  details: Record<string, string | number | null>,
) {
  return appendAudit(context, trx, {
    actor,
    action,
    subjectKind: 'application',
    subjectId: row.id,
    details: { candidateId: row.candidate_id, ...details },
  });
}
