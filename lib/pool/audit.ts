import { sql } from 'kysely';
import { VivierError } from '../errors';
import { chainOf, signedText } from './chain';
import type { PoolContext, Trx } from './context';
import { brokenFormerLog } from './former-logs';
import type { AuditRow } from './tables';
import type { AuditEvent, AuditFilter, AuditVerification } from './types';
import { optionalDate, optionalText, page, sha256Of } from './validate';

/** Who acts when a workflow does not say. */
export const SYSTEM = 'system';

export type AuditAction =
  | 'candidate.created'
  | 'candidate.updated'
  | 'candidate.erased'
  | 'candidate.exported'
  | 'candidate.rectified'
  | 'candidate.merged'
  | 'candidate.held'
  | 'candidate.hold-lifted'
  | 'candidate.consent-renewed'
  | 'offer.created'
  | 'offer.updated'
  | 'offer.confirmed'
  | 'offer.closed'
  | 'offer.opened'
  | 'application.created'
  | 'application.scored'
  | 'application.stage-changed'
  | 'application.assigned'
  | 'application.noted'
  | 'application.test-invited'
  | 'application.test-updated'
  | 'application.score-overridden'
  | 'application.consent'
  | 'pool.restored'
  | 'pool.moved'
  | 'pool.key-rotated'
  | 'api-key.created'
  | 'api-key.revoked'
  | 'document.read'
  | 'candidate.viewed'
  | 'candidates.listed'
  | 'staff.added'
  | 'staff.changed'
  | 'staff.signed-in'
  | 'staff.locked';

export interface NewAuditEvent {
  actor: string;
  action: AuditAction;
  subjectKind: 'candidate' | 'offer' | 'application' | 'pool' | 'staff';
  subjectId: string | null;
  /** Numbers, identifiers, stages. No personal data: what is written here can never be erased. */
  details?: Record<string, string | number | boolean | null>;
}

/**
 * Appends to the decision log. Call it last in a transaction: it waits for every other writer's commit, because each entry signs
 * the one before (a hash chain as in RFC 6962's spirit, with one line and a keyed hash).
 */
export async function appendAudit(
  context: Pick<PoolContext, 'secrets' | 'now'>,
  trx: Trx,
  event: NewAuditEvent,
): Promise<AuditEvent> {
  const [entry] = await appendAudits(context, trx, [event]);
  return entry;
}

/** The same for several entries at once, in their order. */
export async function appendAudits(
  { secrets, now }: Pick<PoolContext, 'secrets' | 'now'>,
  trx: Trx,
  events: NewAuditEvent[],
): Promise<AuditEvent[]> {
  if (events.length === 0) return [];
  const head = await trx.selectFrom('vivier.audit_head').select(['seq', 'hash']).forUpdate().executeTakeFirstOrThrow();
  let previous: Uint8Array = head.hash;
  const rows = events.map((event, index) => {
    const unsigned = {
      seq: head.seq + 1 + index,
      at: now(),
      actor: event.actor,
      action: event.action,
      subject_kind: event.subjectKind,
      subject_id: event.subjectId,
      details: event.details ?? {},
      key_id: secrets.currentKeyId,
    };
    const hash = secrets.chain(unsigned.key_id, previous, signedText(unsigned));
    if (!hash) throw new VivierError('internal', { reason: 'the pool has no key' });
    previous = hash;
    return { ...unsigned, hash };
  });
  await trx
    .insertInto('vivier.audit_events')
    .values(rows.map((row) => ({ ...row, details: JSON.stringify(row.details) })))
    .execute();
  const last = rows[rows.length - 1];
  await trx.updateTable('vivier.audit_head').set({ seq: last.seq, hash: last.hash }).execute();
  return rows.map(toEvent);
}

export async function listAudit(context: PoolContext, filter: AuditFilter = {}): Promise<AuditEvent[]> {
  const { limit, offset } = page(filter);
  const action = optionalText(filter.action, 'action', 100);
  const subjectId = optionalText(filter.subjectId, 'subjectId', 200);
  const subjectKind = optionalText(filter.subjectKind, 'subjectKind', 100);
  const by = optionalText(filter.by, 'by', 200);
  const from = optionalDate(filter.from, 'from');
  const to = optionalDate(filter.to, 'to');
  const log = filter.formerLog ? sha256Of(filter.formerLog, 'formerLog') : null;
  const entries = context.db.selectFrom(log ? 'vivier.former_logs' : 'vivier.audit_events');
  let query = (log ? entries.where(sql<boolean>`log = decode(${log}, 'hex')`) : entries)
    .select(['seq', 'at', 'actor', 'action', 'subject_kind', 'subject_id', 'details', 'key_id', 'hash'])
    .orderBy('seq', 'desc')
    .limit(limit)
    .offset(offset);
  if (action) query = query.where('action', '=', action);
  if (subjectId) query = query.where('subject_id', '=', subjectId);
  if (subjectKind) query = query.where('subject_kind', '=', subjectKind);
  if (by) query = query.where('actor', '=', by);
  if (from) query = query.where('at', '>=', from);
  if (to) query = query.where('at', '<', to);
  return (await query.execute()).map(toEvent);
}

/**
 * Recomputes the whole chain. A changed, removed or inserted entry breaks it at its place; a cut-off end, at the head; a change in a log that
 * a restore set aside, at the entry of that restore.
 */
export async function verifyAudit({ db, secrets }: PoolContext): Promise<AuditVerification> {
  const head = await db.selectFrom('vivier.audit_head').select(['seq', 'hash']).executeTakeFirstOrThrow();
  const end = await chainOf(db, 'vivier.audit_events', secrets, { seq: 0, hash: Buffer.alloc(0) }, head.seq);
  if (!end.ok) return { ok: false, checked: end.seq, firstBroken: end.seq + 1 };
  if (!Buffer.from(head.hash).equals(end.hash)) return { ok: false, checked: end.seq, firstBroken: end.seq };
  const broken = await brokenFormerLog(db, end.formerLogs);
  return broken ? { ok: false, checked: end.seq, firstBroken: broken.seq } : { ok: true, checked: end.seq };
}

function toEvent(row: AuditRow): AuditEvent {
  return {
    seq: row.seq,
    at: row.at.toISOString(),
    by: row.actor,
    action: row.action,
    subjectKind: row.subject_kind,
    subjectId: row.subject_id,
    details: row.details as AuditEvent['details'],
    hash: Buffer.from(row.hash).toString('hex'),
  };
}
