import { appendAudit } from '../audit';
import { getCandidate, readDocument } from '../candidates';
import { transact, type PoolContext, type Trx } from '../context';
import { readRecord } from '../records';
import { VIEWS, type CandidateDetails, type StoredDocument, type StoredRecord, type ViewOf } from '../types';
import { invalid, notFound, optionalText, requiredText, uuid } from '../validate';
import { notHeld } from './held';

interface View {
  by: string;
  /** People under a legal hold are not shown: recruiters don't see them (GDPR, article 18). */
  withoutHeld?: boolean;
}

/** See TalentPool.candidates.view. */
export async function viewCandidate(
  context: PoolContext,
  candidateId: string,
  input: View & { as: ViewOf },
): Promise<CandidateDetails> {
  const id = uuid(candidateId, 'candidateId');
  const as = VIEWS.find((known) => known === input.as);
  if (!as) throw invalid('as', `one of ${VIEWS.join(', ')}`, `l’un de : ${VIEWS.join(', ')}`);
  await logView(context, id, input, (trx, by) =>
    appendAudit(context, trx, {
      ...{ actor: by, action: 'candidate.viewed', subjectKind: 'candidate', subjectId: id },
      details: { as },
    }),
  );
  return getCandidate(context, id);
}

/** See TalentPool.candidates.viewDocument. */
export async function viewDocument(
  context: PoolContext,
  candidateId: string,
  documentId: string,
  input: View,
): Promise<StoredDocument> {
  const id = uuid(candidateId, 'candidateId');
  const document = uuid(documentId, 'documentId');
  await logFile(context, id, input, { documentId: document });
  return readDocument(context, id, document);
}

/** See TalentPool.candidates.viewRecord. */
export async function viewRecord(
  context: PoolContext,
  candidateId: string,
  recordId: string,
  input: View,
): Promise<StoredRecord> {
  const id = uuid(candidateId, 'candidateId');
  const record = uuid(recordId, 'recordId');
  await logFile(context, id, input, { recordId: record });
  const stored = await readRecord(context, record);
  if (stored.candidateId !== id) throw notFound('document');
  return stored;
}

const logFile = (
  context: PoolContext,
  id: string,
  input: View,
  details: { documentId: string } | { recordId: string },
) =>
  logView(context, id, input, (trx, by) =>
    appendAudit(context, trx, {
      ...{ actor: by, action: 'document.read', subjectKind: 'candidate', subjectId: id },
      details,
    }),
  );

/** Nothing is shown that the log does not know of. */
async function logView(
  context: PoolContext,
  id: string,
  { by, withoutHeld }: View,
  log: (trx: Trx, by: string) => Promise<unknown>,
): Promise<void> {
  const who = requiredText(by, 'by', 200);
  await transact(context, async (trx) => {
    let query = trx.selectFrom('vivier_personal.candidates as candidate').select('candidate.id');
    if (withoutHeld === true) query = query.where(notHeld('candidate.id'));
    const row = await query.where('candidate.id', '=', id).executeTakeFirst();
    if (!row) throw notFound('candidate');
    await log(trx, who);
  });
}

/** See TalentPool.staff.listed. */
export async function logListed(
  context: PoolContext,
  input: { by: string; people: number; offerId?: string },
): Promise<void> {
  const actor = requiredText(input?.by, 'by', 200);
  const offerId = optionalText(input.offerId, 'offerId', 200);
  await transact(context, (trx) =>
    appendAudit(context, trx, {
      ...{ actor, action: 'candidates.listed', subjectKind: offerId ? 'offer' : 'pool' },
      subjectId: offerId || null,
      details: { people: input.people },
    }),
  );
}
