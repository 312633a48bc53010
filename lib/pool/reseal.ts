import { reindex } from './candidates/reindex';
import type { Trx } from './context';
import { identityKeys } from './identity';
import { openProfile, openScore, openText, place, sealProfile, sealScore, sealText } from './sealed';
import type { Secrets } from './secrets';
import { createHash } from 'node:crypto';

/** Seals everything again with another key, one candidate after the other, so that memory holds one person's files at most. */
export async function resealAll(trx: Trx, from: Secrets, to: Secrets): Promise<void> {
  const candidates = await trx.selectFrom('vivier_personal.candidates').select(['id', 'profile_version']).execute();
  await trx.deleteFrom('vivier_personal.identity_keys').execute();
  for (const { id, profile_version } of candidates) {
    await resealDocuments(trx, from, to, id);
    await resealProfiles(trx, from, to, id, profile_version);
    await resealScores(trx, from, to, id);
  }
}

async function resealProfiles(trx: Trx, from: Secrets, to: Secrets, id: string, current: number): Promise<void> {
  const rows = await trx
    .selectFrom('vivier_personal.candidate_profiles')
    .select(['version', 'body'])
    .where('candidate_id', '=', id)
    .orderBy('version')
    .execute();
  for (const { version, body } of rows) {
    const profile = openProfile(from, body, id, version);
    await trx
      .updateTable('vivier_personal.candidate_profiles')
      .set({ body: sealProfile(to, profile, id, version) })
      .where('candidate_id', '=', id)
      .where('version', '=', version)
      .execute();
    for (const key of identityKeys(to, profile, null)) await addKey(trx, { ...key, candidate_id: id });
    if (version === current) await reindex(trx, to, id, profile);
  }
}

async function resealDocuments(trx: Trx, from: Secrets, to: Secrets, candidateId: string): Promise<void> {
  const documents = trx.selectFrom('vivier_personal.documents').where('candidate_id', '=', candidateId);
  for (const { id } of await documents.select('id').execute()) {
    const row = await documents.selectAll().where('id', '=', id).executeTakeFirstOrThrow();
    const content = from.open(row.content, place.content(id));
    const fileKey = to.fingerprint('file', createHash('sha256').update(content).digest('hex'));
    await trx
      .updateTable('vivier_personal.documents')
      .set({
        file_key: fileKey,
        file_name: sealText(to, openText(from, row.file_name, place.fileName(id)), place.fileName(id)),
        content: to.seal(content, place.content(id)),
        text: sealText(to, openText(from, row.text, place.text(id)), place.text(id)),
      })
      .where('id', '=', id)
      .execute();
    await addKey(trx, { kind: 'file', hash: fileKey, candidate_id: candidateId });
  }
}

async function resealScores(trx: Trx, from: Secrets, to: Secrets, candidateId: string): Promise<void> {
  const rows = await trx
    .selectFrom('vivier_personal.application_scores as score')
    .innerJoin('vivier_personal.applications as application', 'application.id', 'score.application_id')
    .where('application.candidate_id', '=', candidateId)
    .select(['score.application_id', 'score.version', 'score.body'])
    .execute();
  for (const { application_id: id, version, body } of rows) {
    await trx
      .updateTable('vivier_personal.application_scores')
      .set({ body: sealScore(to, openScore(from, body, id, version), id, version) })
      .where('application_id', '=', id)
      .where('version', '=', version)
      .execute();
  }
}

async function addKey(
  trx: Trx,
  row: { kind: 'email' | 'phone' | 'file'; hash: Buffer; candidate_id: string },
): Promise<void> {
  await trx
    .insertInto('vivier_personal.identity_keys')
    .values(row)
    .onConflict((conflict) => conflict.columns(['kind', 'hash']).doNothing())
    .execute();
}
