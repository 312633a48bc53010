import { createHash } from 'node:crypto';
import { sql, type Kysely, type SelectQueryBuilder } from 'kysely';
import { orderOf, whereOf, type Fields } from '../conditions';
import type { PoolContext } from '../context';
import { openProfile, openText, place } from '../sealed';
import type { Secrets } from '../secrets';
import type { CandidateRow, Database, DocumentRow, ProfileRow } from '../tables';
import type {
  Candidate,
  CandidateDetails,
  DocumentInfo,
  ListInput,
  ProfileVersion,
  Stage,
  StoredDocument,
} from '../types';
import { notFound, page, uuid } from '../validate';

export type ListedRow = Pick<CandidateRow, 'id' | 'profile_version' | 'source' | 'created_at' | 'updated_at'> &
  Pick<ProfileRow, 'body'>;

/** Candidates with their current profile, under the aliases `candidate` and `profile`. */
export function currentCandidates(context: Pick<PoolContext, 'db'>) {
  return context.db
    .selectFrom('vivier_personal.candidates as candidate')
    .innerJoin('vivier_personal.candidate_profiles as profile', (join) =>
      join
        .onRef('profile.candidate_id', '=', 'candidate.id')
        .onRef('profile.version', '=', 'candidate.profile_version'),
    )
    .select([
      'candidate.id',
      'candidate.profile_version',
      'candidate.source',
      'candidate.created_at',
      'candidate.updated_at',
      'profile.body',
    ]);
}

/** The rows of some candidates, in no order. */
export function currentCandidateRows(db: Kysely<Database>, ids: string[]): Promise<ListedRow[]> {
  return currentCandidates({ db }).where('candidate.id', 'in', ids).execute();
}

export function toCandidate(secrets: Secrets, row: ListedRow): Candidate {
  return {
    candidateId: row.id,
    profile: openProfile(secrets, row.body, row.id, row.profile_version),
    profileVersion: row.profile_version,
    source: row.source,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

const FIELDS: Fields = {
  source: { column: 'candidate.source', kind: 'text' },
  profileVersion: { column: 'candidate.profile_version', kind: 'number' },
  createdAt: { column: 'candidate.created_at', kind: 'date' },
  updatedAt: { column: 'candidate.updated_at', kind: 'date' },
  lastContactAt: { column: 'candidate.last_contact_at', kind: 'date' },
  consentUntil: { column: 'candidate.consent_until', kind: 'date' },
};

export async function listCandidates(context: PoolContext, input: ListInput = {}): Promise<Candidate[]> {
  const { limit, offset } = page(input);
  const rows = await currentCandidates(context)
    .where(whereOf(input, FIELDS))
    .orderBy(orderOf(input, FIELDS, sql`candidate.updated_at desc, candidate.id`))
    .limit(limit)
    .offset(offset)
    .execute();
  return rows.map((row) => toCandidate(context.secrets, row));
}

export async function getCandidate(context: PoolContext, candidateId: string): Promise<CandidateDetails> {
  const id = uuid(candidateId, 'candidateId');
  const row = await currentCandidates(context).where('candidate.id', '=', id).executeTakeFirst();
  if (!row) throw notFound('candidate');
  const documents = await documentsOf(context, id)
    .select(['id', 'file_name', 'mime_type', 'byte_size', 'created_at', 'replaced_by'])
    .execute();
  const applications = await context.db
    .selectFrom('vivier_personal.applications')
    .select(['id', 'offer_id', 'stage', 'score'])
    .where('candidate_id', '=', id)
    .orderBy('created_at')
    .execute();
  return {
    ...toCandidate(context.secrets, row),
    documents: documents.map((document) => toDocumentInfo(context.secrets, document)),
    applications: applications.map((application) => ({
      applicationId: application.id,
      offerId: application.offer_id,
      stage: application.stage as Stage,
      score: application.score,
    })),
  };
}

export async function listVersions(context: PoolContext, candidateId: string): Promise<ProfileVersion[]> {
  const id = uuid(candidateId, 'candidateId');
  const rows = await context.db
    .selectFrom('vivier_personal.candidate_profiles')
    .selectAll()
    .where('candidate_id', '=', id)
    .orderBy('version')
    .execute();
  if (rows.length === 0) throw notFound('candidate');
  return rows.map((row) => ({
    version: row.version,
    profile: openProfile(context.secrets, row.body, id, row.version),
    source: row.source,
    createdAt: row.created_at.toISOString(),
  }));
}

export async function readDocument(
  context: PoolContext,
  candidateId: string,
  documentId?: string,
): Promise<StoredDocument> {
  const { secrets } = context;
  const id = uuid(candidateId, 'candidateId');
  let query = documentsOf(context, id).selectAll();
  if (documentId) query = query.where('id', '=', uuid(documentId, 'documentId'));
  const row = await query.executeTakeFirst();
  if (!row) throw notFound('document');
  const data = secrets.open(row.content, place.content(row.id));
  return {
    ...toDocumentInfo(secrets, row),
    candidateId: id,
    data,
    text: openText(secrets, row.text, place.text(row.id)),
    sha256: createHash('sha256').update(data).digest('hex'),
  };
}

function documentsOf(
  context: PoolContext,
  candidateId: string,
): SelectQueryBuilder<Database, 'vivier_personal.documents', object> {
  return context.db
    .selectFrom('vivier_personal.documents')
    .where('candidate_id', '=', candidateId)
    .orderBy((eb) => eb('replaced_by', 'is', null), 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('id');
}

function toDocumentInfo(
  secrets: Secrets,
  row: Pick<DocumentRow, 'id' | 'file_name' | 'mime_type' | 'byte_size' | 'created_at' | 'replaced_by'>,
): DocumentInfo {
  return {
    documentId: row.id,
    fileName: openText(secrets, row.file_name, place.fileName(row.id)),
    mimeType: row.mime_type,
    bytes: row.byte_size,
    createdAt: row.created_at.toISOString(),
    replacedBy: row.replaced_by,
  };
}
