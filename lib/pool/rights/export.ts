import { createHash } from 'node:crypto';
import type { DataExport, ExportedApplication } from '../../documents';
import { workOn } from '../applications';
import { appendAudit } from '../audit';
import { getCandidate, listVersions, readDocument } from '../candidates/read';
import { listRuns } from '../candidates/runs';
import { transact, type PoolContext } from '../context';
import { listsNaming } from '../lists';
import { listRecords, readRecord } from '../records';
import { openText, place } from '../sealed';
import type { CandidateDetails } from '../types';
import { requiredText, uuid } from '../validate';
import { dueOf } from './retention';

const PAGE = 1_000;

/** See TalentPool.candidates.export. */
export async function exportCandidate(
  context: PoolContext,
  candidateId: string,
  input: { by: string },
): Promise<DataExport> {
  const id = uuid(candidateId, 'candidateId');
  const by = requiredText(input?.by, 'by', 200);
  const candidate = await getCandidate(context, id);
  const applications = await exportApplications(context, candidate);
  const due = await dueOf(context, id);
  const result: DataExport = {
    format: 'vivier-data-export',
    version: 1,
    generatedAt: context.now().toISOString(),
    candidateId: id,
    profile: candidate.profile,
    profileVersions: await listVersions(context, id),
    documents: await exportDocuments(context, candidate),
    applications,
    records: await exportRecords(context, id),
    corrections: await exportCorrections(context, id),
    analyses: (await listRuns(context, id)).map(({ engine, model, modelDigest, promptVersion, at }) => ({
      engine,
      model,
      modelDigest,
      promptVersion,
      at,
    })),
    sources: sourcesOf(candidate, applications),
    recipients: await recipientsOf(context, id),
    retention: {
      dueAt: due?.dueAt ?? null,
      rule: due?.rule ?? 'last-contact',
      consentUntil: due?.consentUntil ?? null,
      held: due?.held ?? false,
    },
    events: await eventsAbout(context, candidate),
  };
  await transact(context, (trx) =>
    appendAudit(context, trx, {
      actor: by,
      action: 'candidate.exported',
      subjectKind: 'candidate',
      subjectId: id,
      details: { documents: result.documents.length, applications: applications.length },
    }),
  );
  return result;
}

async function exportDocuments(context: PoolContext, candidate: CandidateDetails): Promise<DataExport['documents']> {
  const documents: DataExport['documents'] = [];
  for (const { documentId } of candidate.documents) {
    const { fileName, mimeType, bytes, createdAt, replacedBy, data, text } = await readDocument(
      context,
      candidate.candidateId,
      documentId,
    );
    const sha256 = createHash('sha256').update(data).digest('hex');
    documents.push({ fileName, mimeType, bytes, sha256, createdAt, current: replacedBy === null, text });
  }
  return documents;
}

/** Conversations with all that was said; of other files only what they are: the person has them, or asks for them by name. */
async function exportRecords(context: PoolContext, id: string): Promise<DataExport['records']> {
  const records: DataExport['records'] = [];
  for (const { recordId, ...record } of await listRecords(context, id, { limit: PAGE })) {
    const { kind, name, mimeType, bytes, createdAt, chat, made, profileVersion } = record;
    const text = chat ? (await readRecord(context, recordId)).data.toString('utf8') : undefined;
    const madeWith = made && { template: made.template.name, profileVersion, model: made.model?.name ?? null };
    records.push({
      ...{ kind, name, mimeType, bytes, createdAt },
      ...(chat ? { platform: chat.platform, text } : {}),
      ...(madeWith ? { madeWith } : {}),
    });
  }
  for (const { name, mime_type, made, created_at, profile_version, score } of await listsNaming(context, id)) {
    records.push({
      ...{ kind: 'list_entry', name, mimeType: mime_type, bytes: 0, createdAt: created_at.toISOString() },
      madeWith: { template: made.template.name, profileVersion: profile_version, model: made.model?.name ?? null },
      listed: { offerTitle: made.offer?.title ?? null, score },
    });
  }
  return records;
}

async function exportApplications(context: PoolContext, candidate: CandidateDetails): Promise<ExportedApplication[]> {
  const rows = await context.db
    .selectFrom('vivier_personal.applications as application')
    .innerJoin('vivier.job_offers as offer', 'offer.id', 'application.offer_id')
    .selectAll('application')
    .select('offer.title')
    .where('application.candidate_id', '=', candidate.candidateId)
    .orderBy('application.created_at')
    .execute();
  const exported: ExportedApplication[] = [];
  for (const row of rows) {
    const { history, notes, tests, overrides, scores } = await workOn(context, row.id);
    exported.push({
      offerTitle: row.title,
      stage: row.stage,
      source: row.source,
      consent:
        row.consent_scope && row.consent_at ? { scope: row.consent_scope, at: row.consent_at.toISOString() } : null,
      createdAt: row.created_at.toISOString(),
      history: history.map(({ from, to, reason, at, againstScore }) => ({ from, to, reason, at, againstScore })),
      scores,
      notes: notes.map(({ text, at }) => ({ text, at })),
      tests: tests.map(({ name, status, invitedAt, result, resultAt }) => ({
        name,
        status,
        invitedAt,
        result,
        resultAt,
      })),
      overrides: overrides.map(({ decision, reason, criterionId, at }) => ({ decision, reason, criterionId, at })),
    });
  }
  return exported;
}

async function exportCorrections(context: PoolContext, id: string): Promise<DataExport['corrections']> {
  const rows = await context.db
    .selectFrom('vivier_personal.corrections')
    .selectAll()
    .where('candidate_id', '=', id)
    .orderBy('at')
    .execute();
  return rows.map((row) => ({
    paths: row.paths,
    reason: openText(context.secrets, row.reason, place.correction(row.id)),
    at: row.at.toISOString(),
  }));
}

function sourcesOf(candidate: CandidateDetails, applications: ExportedApplication[]): string[] {
  const named = [candidate.source, ...applications.map(({ source }) => source)];
  return [...new Set(named.filter((source): source is string => source !== null))];
}

/** Kinds of recipients, as far as the pool knows them: who works with it, and the services that gave tests. */
async function recipientsOf(context: PoolContext, id: string): Promise<string[]> {
  const tests = await context.db
    .selectFrom('vivier_personal.external_tests as test')
    .innerJoin('vivier_personal.applications as application', 'application.id', 'test.application_id')
    .where('application.candidate_id', '=', id)
    .select('test.name')
    .distinct()
    .orderBy('test.name')
    .execute();
  return ['recruitment', ...tests.map(({ name }) => `test:${name}`)];
}

async function eventsAbout(context: PoolContext, candidate: CandidateDetails): Promise<DataExport['events']> {
  const subjects = [candidate.candidateId, ...candidate.applications.map(({ applicationId }) => applicationId)];
  const rows = await context.db
    .selectFrom('vivier.audit_events')
    .select(['at', 'action'])
    .where('subject_id', 'in', subjects)
    .orderBy('seq')
    .execute();
  return rows.map((row) => ({ at: row.at.toISOString(), action: row.action }));
}
