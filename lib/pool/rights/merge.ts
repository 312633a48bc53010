import { sql } from 'kysely';
import { appendAudit } from '../audit';
import { currentCandidates, toCandidate } from '../candidates/read';
import { reindex } from '../candidates/reindex';
import { transact, type PoolContext, type Trx } from '../context';
import { openProfile, openScore, sealProfile, sealScore } from '../sealed';
import type { MergedCandidates, MergeInput } from '../types';
import { invalid, requiredText, uuid } from '../validate';
import { lockCandidate } from './hold';

/** What hangs on the candidate and moves as it is. */
const MOVED = [
  'vivier_personal.identity_keys',
  'vivier_personal.records',
  'vivier_personal.corrections',
  'vivier_personal.analysis_runs',
  'vivier_personal.former_ids',
] as const;

/** What hangs on an application. */
const ON_APPLICATION = [
  'vivier_personal.stage_changes',
  'vivier_personal.application_notes',
  'vivier_personal.external_tests',
] as const;

/**
 * Two entries of one person become one, by a person's decision. All of `remove` goes to `keep`: files, earlier profiles (as earlier versions),
 * applications with their history. Where both applied to the same offer, the stage of `keep`'s application stays: joining entries
 * rejects nobody. The log holds the identifiers that it would take to part them again.
 */
export async function mergeCandidates(context: PoolContext, input: MergeInput): Promise<MergedCandidates> {
  const keep = uuid(input?.keep, 'keep');
  const remove = uuid(input.remove, 'remove');
  const by = requiredText(input.by, 'by', 200);
  if (keep === remove) throw invalid('remove', 'it is the same candidate', 'c’est le même candidat');
  return transact(context, async (trx) => {
    for (const id of [keep, remove].sort()) await lockCandidate(trx, id);
    const documents = await moveDocuments(trx, keep, remove);
    const versions = await moveProfiles(context, trx, keep, remove);
    const applications = await moveApplications(context, trx, keep, remove);
    for (const table of MOVED) {
      await trx.updateTable(table).set({ candidate_id: keep }).where('candidate_id', '=', remove).execute();
    }
    await moveHolds(trx, keep, remove);
    await moveShared(trx, keep, remove);
    await moveClocks(trx, keep, remove);
    await trx
      .insertInto('vivier_personal.former_ids')
      .values({ id: remove, candidate_id: keep, at: context.now() })
      .execute();
    await trx.deleteFrom('vivier_personal.candidates').where('id', '=', remove).execute();
    const profileVersion = await reindexKept(context, trx, keep);
    await appendAudit(context, trx, {
      actor: by,
      action: 'candidate.merged',
      subjectKind: 'candidate',
      subjectId: keep,
      details: {
        removed: remove,
        profileVersionsFrom: versions.join(','),
        documents: documents.join(','),
        applicationsMoved: applications.moved.join(','),
        applicationsJoined: applications.joined.map(([from, into]) => `${from}>${into}`).join(','),
      },
    });
    return {
      candidateId: keep,
      removed: remove,
      profileVersion,
      documents: documents.length,
      applicationsMoved: applications.moved.length,
      applicationsJoined: applications.joined.length,
    };
  });
}

/** The same file under both stays once. The kept candidate's current file stays the current one. */
async function moveDocuments(trx: Trx, keep: string, remove: string): Promise<string[]> {
  await sql`delete from vivier_personal.documents theirs using vivier_personal.documents ours
    where theirs.candidate_id = ${remove} and ours.candidate_id = ${keep} and ours.file_key = theirs.file_key`.execute(
    trx,
  );
  const { rows } = await sql<{ id: string }>`
    update vivier_personal.documents document set candidate_id = ${keep},
      replaced_by = coalesce(document.replaced_by, (
        select ours.id from vivier_personal.documents ours
        where ours.candidate_id = ${keep} and ours.replaced_by is null order by ours.created_at desc limit 1))
    where document.candidate_id = ${remove} returning document.id`.execute(trx);
  return rows.map((row) => row.id);
}

/** Theirs become the latest-but-one versions: the kept candidate's current profile is stored once more on top. @returns the new numbers */
async function moveProfiles(context: PoolContext, trx: Trx, keep: string, remove: string): Promise<number[]> {
  const { secrets } = context;
  const profiles = (id: string) =>
    trx.selectFrom('vivier_personal.candidate_profiles').selectAll().where('candidate_id', '=', id).orderBy('version');
  const ours = await profiles(keep).execute();
  const theirs = await profiles(remove).execute();
  const { profile_version: shown } = await trx
    .selectFrom('vivier_personal.candidates')
    .select('profile_version')
    .where('id', '=', keep)
    .executeTakeFirstOrThrow();
  const last = Math.max(...ours.map((row) => row.version));
  const current = ours.find((row) => row.version === shown);
  const added = [
    ...theirs.map((row) => ({ row, from: remove })),
    ...(current ? [{ row: current, from: keep }] : []),
  ].map(({ row, from }, index) => ({
    ...row,
    candidate_id: keep,
    version: last + 1 + index,
    body: sealProfile(secrets, openProfile(secrets, row.body, from, row.version), keep, last + 1 + index),
  }));
  await trx.insertInto('vivier_personal.candidate_profiles').values(added).execute();
  const version = added[added.length - 1].version;
  await trx
    .updateTable('vivier_personal.candidates')
    .set({ profile_version: version, updated_at: context.now() })
    .where('id', '=', keep)
    .execute();
  for (const table of ['vivier_personal.corrections', 'vivier_personal.analysis_runs'] as const) {
    await trx
      .updateTable(table)
      .set((eb) => ({ profile_version: eb('profile_version', '+', last) }))
      .where('candidate_id', '=', remove)
      .execute();
  }
  await trx
    .updateTable('vivier_personal.records')
    .set((eb) => ({ profile_version: eb('profile_version', '+', last) }))
    .where('candidate_id', '=', remove)
    .execute();
  return added.slice(0, theirs.length).map((row) => row.version);
}

async function moveApplications(context: PoolContext, trx: Trx, keep: string, remove: string) {
  const { rows: both } = await sql<{ ours: string; theirs: string }>`
    select ours.id as ours, theirs.id as theirs from vivier_personal.applications theirs
    join vivier_personal.applications ours on ours.offer_id = theirs.offer_id and ours.candidate_id = ${keep}
    where theirs.candidate_id = ${remove} order by theirs.id`.execute(trx);
  for (const { ours, theirs } of both) await joinApplications(context, trx, ours, theirs);
  const moved = await trx
    .updateTable('vivier_personal.applications')
    .set({ candidate_id: keep, updated_at: context.now() })
    .where('candidate_id', '=', remove)
    .returning('id')
    .execute();
  return { moved: moved.map((row) => row.id), joined: both.map((row) => [row.theirs, row.ours] as const) };
}

/** Their history goes to ours; their scores too, below ours, which stays the one shown. */
async function joinApplications(context: PoolContext, trx: Trx, ours: string, theirs: string): Promise<void> {
  const { secrets } = context;
  for (const table of ON_APPLICATION) {
    await trx.updateTable(table).set({ application_id: ours }).where('application_id', '=', theirs).execute();
  }
  await trx
    .updateTable('vivier_personal.records')
    .set({ application_id: ours })
    .where('application_id', '=', theirs)
    .execute();
  const scores = trx.selectFrom('vivier_personal.application_scores').selectAll().orderBy('version');
  const oursScores = await scores.where('application_id', '=', ours).execute();
  const theirScores = await scores.where('application_id', '=', theirs).execute();
  const top = oursScores.at(-1);
  const added = [...theirScores, ...(top ? [top] : [])].map((row, index) => {
    const version = (top?.version ?? 0) + 1 + index;
    const score = openScore(secrets, row.body, row.application_id, row.version);
    return { ...row, application_id: ours, version, body: sealScore(secrets, score, ours, version) };
  });
  if (theirScores.length > 0) {
    await trx.insertInto('vivier_personal.application_scores').values(added).execute();
    const shown = added[added.length - 1];
    await trx
      .updateTable('vivier_personal.applications')
      .set({ score: shown.score, score_version: shown.version })
      .where('id', '=', ours)
      .execute();
    await trx
      .updateTable('vivier_personal.score_overrides')
      .set((eb) => ({ application_id: ours, score_version: eb('score_version', '+', top?.version ?? 0) }))
      .where('application_id', '=', theirs)
      .execute();
  }
  await trx.deleteFrom('vivier_personal.applications').where('id', '=', theirs).execute();
}

/** One active hold is enough; the other is kept as lifted by the merge. */
async function moveHolds(trx: Trx, keep: string, remove: string): Promise<void> {
  await sql`update vivier_personal.legal_holds theirs set lifted_by = 'merge', lifted_at = placed_at
    where candidate_id = ${remove} and lifted_at is null and exists (
      select 1 from vivier_personal.legal_holds ours where ours.candidate_id = ${keep} and ours.lifted_at is null)`.execute(
    trx,
  );
  await trx
    .updateTable('vivier_personal.legal_holds')
    .set({ candidate_id: keep })
    .where('candidate_id', '=', remove)
    .execute();
}

/** Rows of which both may have the same one. */
async function moveShared(trx: Trx, keep: string, remove: string): Promise<void> {
  await sql`insert into vivier_personal.name_keys (candidate_id, hash, key_id)
    select ${keep}::uuid, hash, key_id from vivier_personal.name_keys where candidate_id = ${remove}
    on conflict do nothing`.execute(trx);
  await sql`insert into vivier_personal.execution_traces (candidate_id, execution_id, workflow_id, at)
    select ${keep}::uuid, execution_id, workflow_id, at from vivier_personal.execution_traces
    where candidate_id = ${remove} on conflict do nothing`.execute(trx);
}

async function moveClocks(trx: Trx, keep: string, remove: string): Promise<void> {
  await sql`update vivier_personal.candidates ours set
      last_contact_at = greatest(ours.last_contact_at, theirs.last_contact_at),
      consent_until = coalesce(ours.consent_until, theirs.consent_until),
      created_at = least(ours.created_at, theirs.created_at)
    from vivier_personal.candidates theirs where ours.id = ${keep} and theirs.id = ${remove}`.execute(trx);
}

async function reindexKept(context: PoolContext, trx: Trx, id: string): Promise<number> {
  const row = await currentCandidates({ db: trx }).where('candidate.id', '=', id).executeTakeFirstOrThrow();
  const { profile, profileVersion } = toCandidate(context.secrets, row);
  await reindex(trx, context.secrets, id, profile);
  return profileVersion;
}
