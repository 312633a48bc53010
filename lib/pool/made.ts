import { makeAgain, profileSum, sha256 } from '../documents';
import { currentLocale } from '../errors';
import { getCandidate } from './candidates/read';
import type { PoolContext } from './context';
import { explainMade } from './explained';
import { profileBehind, readRecord } from './records';
import type { RecordExplanation, RemadeRecord } from './types';
import { invalid } from './validate';

/** See TalentPool.records.explain. */
export async function explainRecord(context: PoolContext, recordId: string): Promise<RecordExplanation> {
  const { data, ...record } = await readRecord(context, recordId);
  const { profile } = await getCandidate(context, record.candidateId);
  const sum = sha256(data);
  const profileChanged = Boolean(record.made?.profileSha256) && record.made?.profileSha256 !== profileSum(profile);
  const untouched = record.made ? record.made.sha256 === sum : true;
  return {
    ...record,
    sha256: sum,
    profileChanged,
    untouched,
    sentences: explainMade({ ...record, profileChanged }, currentLocale()),
  };
}

/** See TalentPool.records.makeAgain. */
export async function makeRecordAgain(context: PoolContext, recordId: string): Promise<RemadeRecord> {
  const { data: stored, ...record } = await readRecord(context, recordId);
  const profile = await profileBehind(context, recordId);
  if (!record.made || !profile) {
    throw invalid(
      'documentId',
      'what it was made from was not kept',
      'ce dont le document est issu n’a pas été conservé',
    );
  }
  const data = await makeAgain(profile, record.made, stored);
  return { ...record, data, identical: sha256(data) === sha256(stored) };
}
