import { randomUUID } from 'node:crypto';
import { profileSum, type DocumentInputs } from '../documents';
import type { Profile } from '../profile';
import { SYSTEM } from './audit';
import { listVersions } from './candidates/read';
import { transact, type PoolContext, type Trx } from './context';
import { lockCandidate } from './rights/hold';
import { openText, place, sealText } from './sealed';
import type { RecordRow } from './tables';
import {
  RECORD_KINDS,
  type ChatHead,
  type NewRecord,
  type PageInput,
  type RecordInfo,
  type StoredRecord,
} from './types';
import { invalid, notFound, optionalText, page, requiredText, storableJson, uuid } from './validate';

/** What is sealed beside a record's bytes. */
interface Details {
  made: DocumentInputs | null;
  chat: ChatHead | null;
  /** The profile itself, where no stored version is the same. */
  profile: Profile | null;
}

const NO_DETAILS: Details = { made: null, chat: null, profile: null };

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
  const profile_version = await versionOf(context, candidateId, input.made);
  const details: Details = {
    made: input.made ?? null,
    chat: input.chat ?? null,
    profile: input.made && profile_version === null ? (input.profile ?? null) : null,
  };
  const { secrets } = context;
  return transact(context, async (trx) => {
    await lockCandidate(trx, candidateId);
    if (applicationId) await refuseOthersApplication(trx, applicationId, candidateId);
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
      ...{ profile_version, list_id: null },
      details: sealText(secrets, JSON.stringify(storableJson(details)), place.recordDetails(id)),
    };
    await trx.insertInto('vivier_personal.records').values(row).execute();
    return toInfo(context, row);
  });
}

async function refuseOthersApplication(trx: Trx, applicationId: string, candidateId: string): Promise<void> {
  const own = await trx
    .selectFrom('vivier_personal.applications')
    .select('id')
    .where('id', '=', applicationId)
    .where('candidate_id', '=', candidateId)
    .executeTakeFirst();
  if (!own) throw notFound('application');
}

/** The newest version of the profile that says what the document was made from. */
async function versionOf(context: PoolContext, id: string, made: DocumentInputs | undefined): Promise<number | null> {
  if (!made?.profileSha256) return null;
  const versions = await listVersions(context, id);
  return versions.findLast(({ profile }) => profileSum(profile) === made.profileSha256)?.version ?? null;
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
      ...(['id', 'candidate_id', 'application_id', 'kind', 'name', 'mime_type', 'byte_size'] as const),
      ...(['created_by', 'created_at', 'profile_version', 'details'] as const),
    ])
    .where('candidate_id', '=', uuid(candidateId, 'candidateId'))
    .where('list_id', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => toInfo(context, row));
}

export async function readRecord(context: PoolContext, recordId: string): Promise<StoredRecord> {
  const row = await recordRow(context, recordId);
  return { ...toInfo(context, row), data: context.secrets.open(row.content, place.record(row.id)) };
}

/** The profile that a document was made from: the stored version, or the one kept beside it. */
export async function profileBehind(context: PoolContext, recordId: string): Promise<Profile | null> {
  const row = await recordRow(context, recordId);
  const versions = row.profile_version === null ? [] : await listVersions(context, row.candidate_id);
  return (
    versions.find(({ version }) => version === row.profile_version)?.profile ?? detailsOf(context, row).profile ?? null
  );
}

async function recordRow(context: PoolContext, recordId: string): Promise<RecordRow> {
  const row = await context.db
    .selectFrom('vivier_personal.records')
    .selectAll()
    .where('id', '=', uuid(recordId, 'recordId'))
    .where('list_id', 'is', null)
    .executeTakeFirst();
  if (!row) throw notFound('document');
  return row;
}

function detailsOf({ secrets }: PoolContext, row: Pick<RecordRow, 'id' | 'details'>): Details {
  if (!row.details) return NO_DETAILS;
  return { ...NO_DETAILS, ...(JSON.parse(openText(secrets, row.details, place.recordDetails(row.id))) as Details) };
}

function toInfo(context: PoolContext, row: Omit<RecordRow, 'content' | 'list_id'>): RecordInfo {
  const { made, chat } = detailsOf(context, row);
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
    profileVersion: row.profile_version,
    made,
    chat,
  };
}
