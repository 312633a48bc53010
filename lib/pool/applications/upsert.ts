import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Score } from '../../match';
import { appendAudit, SYSTEM } from '../audit';
import { orderOf, whereOf, type Fields } from '../conditions';
import { transact, type PoolContext, type Trx } from '../context';
import { notHeld } from '../staff/held';
import { openProfile, openScore, sealScore } from '../sealed';
import type { ApplicationRow } from '../tables';
import type { Application, ApplicationInput, ApplicationListInput, Stage, UpsertedApplication } from '../types';
import { canonicalJson, invalid, notFound, optionalDate, optionalText, page, requiredText, uuid } from '../validate';
import { stepsOf } from './order';

/** See TalentPool.applications.upsert. */
export async function upsertApplication(context: PoolContext, input: ApplicationInput): Promise<UpsertedApplication> {
  const candidateId = uuid(input?.candidateId, 'candidateId');
  const offerId = requiredText(input.offerId, 'offerId', 200);
  const source = optionalText(input.source, 'source', 200);
  const score = readScore(input.score);
  const by = optionalText(input.by, 'by', 200) ?? SYSTEM;
  const details = readDetails(context, input);
  return transact(context, async (trx) => {
    const firstStage = await requireBoth(trx, candidateId, offerId);
    const existing = await trx
      .selectFrom('vivier_personal.applications')
      .selectAll()
      .where('candidate_id', '=', candidateId)
      .where('offer_id', '=', offerId)
      .forUpdate()
      .executeTakeFirst();
    const application = existing ?? (await insert(context, trx, candidateId, offerId, source, firstStage));
    const scoreVersion = score ? await addScore(context, trx, application, score) : application.score_version;
    const rescored = scoreVersion !== application.score_version;
    if (Object.keys(details).length > 0) {
      await trx.updateTable('vivier_personal.applications').set(details).where('id', '=', application.id).execute();
    }
    if (!existing || rescored) {
      await appendAudit(context, trx, {
        actor: by,
        action: existing ? 'application.scored' : 'application.created',
        subjectKind: 'application',
        subjectId: application.id,
        details: { candidateId, offerId, score: score?.score ?? null, scoreVersion, formula: formulaOf(score) },
      });
    }
    return {
      applicationId: application.id,
      candidateId,
      offerId,
      created: !existing,
      stage: application.stage,
      scoreVersion,
    };
  });
}

/** See TalentPool.applications.list. */
const FIELDS: Fields = {
  stage: { column: 'application.stage', kind: 'text' },
  source: { column: 'application.source', kind: 'text' },
  score: { column: 'application.score', kind: 'number' },
  assignedTo: { column: 'application.assigned_to', kind: 'text' },
  rescoreNeeded: { column: 'application.rescore_needed', kind: 'boolean' },
  consent: { column: 'application.consent_scope', kind: 'text' },
  createdAt: { column: 'application.created_at', kind: 'date' },
  updatedAt: { column: 'application.updated_at', kind: 'date' },
};

export async function listApplications(context: PoolContext, input: ApplicationListInput): Promise<Application[]> {
  const { limit, offset } = page(input);
  let query = applicationRows(context)
    .where('application.offer_id', '=', requiredText(input?.offerId, 'offerId', 200))
    .where(whereOf(input, FIELDS))
    .orderBy(orderOf(input, FIELDS, sql`application.score desc nulls last, application.created_at, application.id`))
    .limit(limit)
    .offset(offset);
  const stage = optionalText(input.stage, 'stage', 60);
  if (stage) query = query.where('application.stage', '=', stage);
  const assignedTo = optionalText(input.assignedTo, 'assignedTo', 200);
  if (assignedTo) query = query.where('application.assigned_to', '=', assignedTo);
  if (input.withoutHeld === true) query = query.where(notHeld('candidate.id'));
  if (input.rescoreNeeded === true) query = query.where('application.rescore_needed', '=', true);
  const rows = await query.execute();
  return rows.map((row) => toApplication(context, row));
}

/** Applications with the candidate's current profile and the latest score. */
export function applicationRows(context: PoolContext) {
  return context.db
    .selectFrom('vivier_personal.applications as application')
    .innerJoin('vivier_personal.candidates as candidate', 'candidate.id', 'application.candidate_id')
    .innerJoin('vivier_personal.candidate_profiles as profile', (join) =>
      join
        .onRef('profile.candidate_id', '=', 'candidate.id')
        .onRef('profile.version', '=', 'candidate.profile_version'),
    )
    .leftJoin('vivier_personal.application_scores as score', (join) =>
      join
        .onRef('score.application_id', '=', 'application.id')
        .onRef('score.version', '=', 'application.score_version'),
    )
    .selectAll('application')
    .select(['candidate.profile_version', 'profile.body', 'score.body as score_body']);
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof applicationRows>['execute']>>[number];

export function toApplication(context: PoolContext, row: ListedRow): Application {
  const scope = row.consent_scope as 'application' | 'pool' | null;
  return {
    applicationId: row.id,
    candidateId: row.candidate_id,
    offerId: row.offer_id,
    stage: row.stage,
    source: row.source,
    score: row.score_body ? openScore(context.secrets, row.score_body, row.id, row.score_version) : null,
    scoreVersion: row.score_version,
    rescoreNeeded: row.rescore_needed,
    assignedTo: row.assigned_to,
    consent: scope && row.consent_at ? { scope, at: row.consent_at.toISOString() } : null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    profile: openProfile(context.secrets, row.body, row.candidate_id, row.profile_version),
  };
}

/** What is given besides the score; what is not given stays as it is. */
function readDetails(context: PoolContext, input: ApplicationInput) {
  const assigned = optionalText(input.assignedTo, 'assignedTo', 200);
  return {
    ...(assigned ? { assigned_to: assigned } : {}),
    ...(input.consent ? readConsent(context, input.consent) : {}),
  };
}

export function readConsent(context: PoolContext, consent: { scope: unknown; at?: string }) {
  if (consent.scope !== 'application' && consent.scope !== 'pool') {
    throw invalid('consent.scope', '“application” or “pool”', '« application » ou « pool »');
  }
  return { consent_scope: consent.scope, consent_at: optionalDate(consent.at, 'consent.at') ?? context.now() };
}

/** @returns the offer's first stage. */
async function requireBoth(trx: Trx, candidateId: string, offerId: string): Promise<Stage> {
  const candidate = await trx
    .selectFrom('vivier_personal.candidates')
    .select('id')
    .where('id', '=', candidateId)
    .forKeyShare()
    .executeTakeFirst();
  if (!candidate) throw notFound('candidate');
  const offer = await trx.selectFrom('vivier.job_offers').select('stages').where('id', '=', offerId).executeTakeFirst();
  if (!offer) throw notFound('offer');
  return stepsOf(offer.stages)[0].name;
}

async function insert(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  offerId: string,
  source: string | null,
  stage: Stage,
): Promise<ApplicationRow> {
  const at = context.now();
  return trx
    .insertInto('vivier_personal.applications')
    .values({
      id: randomUUID(),
      candidate_id: candidateId,
      offer_id: offerId,
      stage,
      source,
      score: null,
      score_version: 0,
      rescore_needed: false,
      created_at: at,
      updated_at: at,
    })
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** @returns the score's version: the current one when nothing changed. */
async function addScore(context: PoolContext, trx: Trx, application: ApplicationRow, score: Score): Promise<number> {
  const { secrets } = context;
  const { id, score_version: current } = application;
  if (current > 0) {
    const { body } = await trx
      .selectFrom('vivier_personal.application_scores')
      .select('body')
      .where('application_id', '=', id)
      .where('version', '=', current)
      .executeTakeFirstOrThrow();
    if (canonicalJson(openScore(secrets, body, id, current)) === canonicalJson(score)) {
      await setShown(trx, id, {});
      return current;
    }
  }
  const version = current + 1;
  const at = context.now();
  await trx
    .insertInto('vivier_personal.application_scores')
    .values({
      application_id: id,
      version,
      score: score.score,
      body: sealScore(secrets, score, id, version),
      created_at: at,
    })
    .execute();
  await setShown(trx, id, { score: score.score, score_version: version, updated_at: at });
  return version;
}

/** Scored with the profile as it is now. */
async function setShown(trx: Trx, id: string, changed: Partial<ApplicationRow>): Promise<void> {
  await trx
    .updateTable('vivier_personal.applications')
    .set({ ...changed, rescore_needed: false })
    .where('id', '=', id)
    .execute();
}

/** A name and a number, as `vivier-score/1`: a score comes through a workflow, and the log keeps no free text of it. */
function formulaOf(score: Score | null): string | null {
  return score && /^[a-z-]{1,40}\/\d{1,4}$/.test(score.formula) ? score.formula : null;
}

function readScore(score: Score | undefined): Score | null {
  if (score === undefined || score === null) return null;
  const value: unknown = score.score;
  if (typeof value === 'number' && value >= 0 && value <= 100 && Array.isArray(score.criteria)) return score;
  throw invalid(
    'score',
    'a score from 0 to 100 with its criteria',
    'un score de 0 à 100 avec ses critères est attendu',
  );
}
