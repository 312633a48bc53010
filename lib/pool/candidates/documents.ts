import { randomUUID } from 'node:crypto';
import type { PoolContext, Trx } from '../context';
import { place, sealText } from '../sealed';
import type { CheckedDocument } from './wanted';

/** The new file takes the place of the earlier ones, which are kept. @returns false when the candidate already has this file. */
export async function storeDocument(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  document: CheckedDocument,
): Promise<boolean> {
  const { secrets } = context;
  const fileKey = secrets.fingerprint('file', document.sha256);
  const same = await trx
    .selectFrom('vivier_personal.documents')
    .select(['id', 'replaced_by'])
    .where('candidate_id', '=', candidateId)
    .where('file_key', 'in', [fileKey, ...secrets.olderFingerprints('file', document.sha256)])
    .executeTakeFirst();
  if (same && same.replaced_by === null) return false;
  const id = same?.id ?? (await insertDocument(context, trx, candidateId, document, fileKey));
  if (same)
    await trx.updateTable('vivier_personal.documents').set({ replaced_by: null }).where('id', '=', id).execute();
  await trx
    .updateTable('vivier_personal.documents')
    .set({ replaced_by: id })
    .where('candidate_id', '=', candidateId)
    .where('id', '<>', id)
    .where('replaced_by', 'is', null)
    .execute();
  return true;
}

async function insertDocument(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  document: CheckedDocument,
  fileKey: Buffer,
): Promise<string> {
  const row = documentRow(context, candidateId, document, fileKey);
  await trx.insertInto('vivier_personal.documents').values(row).execute();
  return row.id;
}

/** A file as it is kept: sealed, under an identifier of its own. */
export function documentRow(
  { secrets, now }: PoolContext,
  candidateId: string,
  document: CheckedDocument,
  fileKey = secrets.fingerprint('file', document.sha256),
) {
  const id = randomUUID();
  return {
    id,
    candidate_id: candidateId,
    file_key: fileKey,
    file_name: sealText(secrets, document.fileName, place.fileName(id)),
    mime_type: document.mimeType,
    byte_size: document.data.length,
    content: secrets.seal(document.data, place.content(id)),
    text: sealText(secrets, document.text, place.text(id)),
    text_sha256: document.textSha256 ? sealText(secrets, document.textSha256, place.textHash(id)) : null,
    created_at: now(),
  };
}

export async function hasFile(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  document: CheckedDocument | null,
): Promise<boolean> {
  if (!document) return false;
  const { secrets } = context;
  const row = await trx
    .selectFrom('vivier_personal.documents')
    .select('id')
    .where('candidate_id', '=', candidateId)
    .where('file_key', 'in', [
      secrets.fingerprint('file', document.sha256),
      ...secrets.olderFingerprints('file', document.sha256),
    ])
    .executeTakeFirst();
  return row !== undefined;
}
