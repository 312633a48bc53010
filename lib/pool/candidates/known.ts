import { createHash } from 'node:crypto';
import type { PoolContext } from '../context';
import { fileKeys } from '../identity';
import type { KnownFile, KnownFileInput } from '../types';
import { invalid, sha256Of } from '../validate';

/**
 * Whether a file is in the pool already: the same bytes, else the same words in another file. Asked before any work is done on
 * it.
 */
export async function knownFile(context: PoolContext, input: KnownFileInput): Promise<KnownFile> {
  const file = input?.data
    ? createHash('sha256').update(input.data).digest('hex')
    : input?.sha256
      ? sha256Of(input.sha256, 'sha256')
      : null;
  const text = input?.textSha256 ? sha256Of(input.textSha256, 'textSha256') : null;
  if (!file && !text)
    throw invalid('sha256', 'a file or its hash is needed', 'un fichier ou son empreinte est attendu');
  for (const key of fileKeys(context.secrets, { file, text })) {
    const row = await context.db
      .selectFrom('vivier_personal.identity_keys as known')
      .leftJoin('vivier_personal.documents as document', (join) =>
        join.onRef('document.candidate_id', '=', 'known.candidate_id').onRef('document.file_key', '=', 'known.hash'),
      )
      .where('known.kind', '=', key.kind)
      .where('known.hash', 'in', [key.hash, ...key.older])
      .select(['known.candidate_id', 'document.id', 'document.replaced_by'])
      .executeTakeFirst();
    if (row) {
      return {
        known: true,
        by: key.kind === 'text' ? 'text' : 'file',
        candidateId: row.candidate_id,
        documentId: row.id,
        replaced: row.replaced_by !== null,
      };
    }
  }
  return { known: false, by: null, candidateId: null, documentId: null, replaced: false };
}
