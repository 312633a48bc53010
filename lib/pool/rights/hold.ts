import { randomUUID } from 'node:crypto';
import { appendAudit } from '../audit';
import { transact, type PoolContext, type Trx } from '../context';
import { VivierError } from '../../errors';
import { openText, place, sealText } from '../sealed';
import type { LegalHold } from '../types';
import { notFound, requiredText, uuid } from '../validate';

/**
 * Keeps a candidate's data although they would be erased: a dispute (GDPR, articles 17(3)(e) and 18). Placing it again changes
 * nothing. The reason stays with the person's data; the log keeps that there is one.
 */
export async function placeHold(
  context: PoolContext,
  candidateId: string,
  input: { by: string; reason: string },
): Promise<LegalHold> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  const reason = requiredText(input?.reason, 'reason', 2_000);
  return transact(context, async (trx) => {
    await lockCandidate(trx, id);
    const active = await activeHold(context, trx, id);
    if (active) return active;
    const holdId = randomUUID();
    const at = context.now();
    await trx
      .insertInto('vivier_personal.legal_holds')
      .values({
        id: holdId,
        candidate_id: id,
        placed_by: by,
        placed_at: at,
        reason: sealText(context.secrets, reason, place.hold(holdId)),
      })
      .execute();
    await appendAudit(context, trx, {
      actor: by,
      action: 'candidate.held',
      subjectKind: 'candidate',
      subjectId: id,
      details: { holdId },
    });
    return { holdId, candidateId: id, by, reason, at: at.toISOString() };
  });
}

/** @throws VivierError `not-found` when there is none. */
export async function liftHold(context: PoolContext, candidateId: string, input: { by: string }): Promise<LegalHold> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  return transact(context, async (trx) => {
    await lockCandidate(trx, id);
    const active = await activeHold(context, trx, id);
    if (!active) throw notFound('hold');
    await trx
      .updateTable('vivier_personal.legal_holds')
      .set({ lifted_by: by, lifted_at: context.now() })
      .where('id', '=', active.holdId)
      .execute();
    await appendAudit(context, trx, {
      actor: by,
      action: 'candidate.hold-lifted',
      subjectKind: 'candidate',
      subjectId: id,
      details: { holdId: active.holdId },
    });
    return active;
  });
}

export async function activeHold(
  context: PoolContext,
  db: PoolContext['db'],
  candidateId: string,
): Promise<LegalHold | null> {
  const row = await db
    .selectFrom('vivier_personal.legal_holds')
    .selectAll()
    .where('candidate_id', '=', candidateId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  if (!row) return null;
  return {
    holdId: row.id,
    candidateId,
    by: row.placed_by,
    reason: openText(context.secrets, row.reason, place.hold(row.id)),
    at: row.placed_at.toISOString(),
  };
}

/** The database refuses too: a hold's row forbids to delete the candidate's. */
export async function refuseWhileHeld(trx: Trx, candidateId: string): Promise<void> {
  const held = await trx
    .selectFrom('vivier_personal.legal_holds')
    .select('placed_at')
    .where('candidate_id', '=', candidateId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  if (held) throw new VivierError('on-hold', { what: held.placed_at.toISOString().slice(0, 10) });
}

/** Waits for other writers of this candidate. @throws VivierError `not-found` */
export async function lockCandidate(trx: Trx, id: string): Promise<void> {
  const row = await trx
    .selectFrom('vivier_personal.candidates')
    .select('id')
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  if (!row) throw notFound('candidate');
}
