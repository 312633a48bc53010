import { randomUUID } from 'node:crypto';
import { SYSTEM } from './audit';
import { transact, type PoolContext } from './context';
import { lockCandidate } from './rights/hold';
import { openText, place, sealText } from './sealed';
import type { RecordRow } from './tables';
import { RECORD_KINDS, type NewRecord, type PageInput, type RecordInfo, type StoredRecord } from './types';
import { invalid, notFound, optionalText, page, requiredText, uuid } from './validate';

/** Keeps with a candidate what was made about them (a letter, a company CV) or said with them (a chat): an erasure takes it along. */
export async function addRecord(context: PoolContext, input: NewRecord): Promise<RecordInfo> {
  const candidateId = uuid(input?.candidateId, 'candidateId');
  const applicationId = input.applicationId ? uuid(input.applicationId, 'applicationId') : null;
  const kind = RECORD_KINDS.find((known) => known === input.kind);
  if (!kind) throw invalid('kind', `one of ${RECORD_KINDS.join(', ')}`, `l’une de : ${RECORD_KINDS.join(', ')}`);
  if (!(input.data instanceof Uint8Array)) throw invalid('data', 'bytes are expected', 'des octets sont attendus');
  const name = requiredText(input.name, 'name', 500);
  const mime_type = requiredText(input.mimeType, 'mimeType', 200);
  const created_by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  const { secrets } = context;
  return transact(context, async (trx) => {
    await lockCandidate(trx, candidateId);
    if (applicationId) {
      const own = await trx
        .selectFrom('vivier_personal.applications')
        .select('id')
        .where('id', '=', applicationId)
        .where('candidate_id', '=', candidateId)
        .executeTakeFirst();
      if (!own) throw notFound('application');
    }
    const id = randomUUID();
    const row = {
      id,
      candidate_id: candidateId,
      application_id: applicationId,
      kind,
      name: sealText(secrets, name, place.recordName(id)),
      mime_type,
      byte_size: input.data.length,
      content: secrets.seal(input.data, place.record(id)),
      created_by,
      created_at: context.now(),
    };
    await trx.insertInto('vivier_personal.records').values(row).execute();
    return toInfo(context, row);
  });
}

/** Newest first. */
export async function listRecords(
  context: PoolContext,
  candidateId: string,
  input: PageInput = {},
): Promise<RecordInfo[]> {
  const { limit, offset } = page(input);
  const rows = await context.db
    .selectFrom('vivier_personal.records')
    .select([
      'id',
      'candidate_id',
      'application_id',
      'kind',
      'name',
      'mime_type',
      'byte_size',
      'created_by',
      'created_at',
    ])
    .where('candidate_id', '=', uuid(candidateId, 'candidateId'))
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => toInfo(context, row));
}

export async function readRecord(context: PoolContext, recordId: string): Promise<StoredRecord> {
  const row = await context.db
    .selectFrom('vivier_personal.records')
    .selectAll()
    .where('id', '=', uuid(recordId, 'recordId'))
    .executeTakeFirst();
  if (!row) throw notFound('document');
  return { ...toInfo(context, row), data: context.secrets.open(row.content, place.record(row.id)) };
}

function toInfo(context: PoolContext, row: Omit<RecordRow, 'content'>): RecordInfo {
  return {
    recordId: row.id,
    candidateId: row.candidate_id,
    applicationId: row.application_id,
    kind: row.kind as RecordInfo['kind'],
    name: openText(context.secrets, row.name, place.recordName(row.id)),
    mimeType: row.mime_type,
    bytes: row.byte_size,
    by: row.created_by,
    createdAt: row.created_at.toISOString(),
  };
}
