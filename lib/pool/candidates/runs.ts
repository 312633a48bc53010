import { randomUUID } from 'node:crypto';
import type { Profile } from '../../profile';
import type { PoolContext, Trx } from '../context';
import type { AnalysisEntry } from '../types';
import { notFound, uuid } from '../validate';

/** Which program said what the profile says: for the decision log, without a word of the CV. */
export function runDetails(profile: Profile): Record<string, string | null> {
  const { engine, model, run } = profile.meta;
  if (!model) return { engine };
  return {
    engine,
    model: model.name,
    modelDigest: model.digest,
    promptVersion: model.promptVersion,
    promptSha256: run?.promptSha256 ?? null,
  };
}

export async function recordRun(
  context: PoolContext,
  trx: Trx,
  candidateId: string,
  version: number,
  profile: Profile,
): Promise<void> {
  const row = runRow(context, candidateId, version, profile);
  await trx.insertInto('vivier_personal.analysis_runs').values(row).execute();
}

/** How a profile was made, as it is kept. */
export function runRow(context: PoolContext, candidateId: string, version: number, profile: Profile) {
  const { engine, status, schemaVersion, ms, warnings, model, run } = profile.meta;
  return {
    id: randomUUID(),
    candidate_id: candidateId,
    profile_version: version,
    engine,
    status,
    model: model?.name ?? null,
    model_digest: model?.digest ?? null,
    prompt_version: model?.promptVersion ?? null,
    prompt_hash: run?.promptSha256 ?? null,
    schema_version: schemaVersion,
    requests: model?.requests ?? 0,
    attempts: model?.attempts ?? 0,
    tokens_in: model?.tokensIn ?? 0,
    tokens_out: model?.tokensOut ?? 0,
    ms,
    warnings: warnings.length,
    run: run ? JSON.stringify(run) : null,
    at: context.now(),
  };
}

/** Newest first. */
export async function listRuns(context: PoolContext, candidateId: string): Promise<AnalysisEntry[]> {
  const id = uuid(candidateId, 'candidateId');
  const rows = await context.db
    .selectFrom('vivier_personal.candidates as candidate')
    .leftJoin('vivier_personal.analysis_runs as run', 'run.candidate_id', 'candidate.id')
    .where('candidate.id', '=', id)
    .selectAll('run')
    .orderBy('run.at', 'desc')
    .orderBy('run.id')
    .execute();
  if (rows.length === 0) throw notFound('candidate');
  return rows.flatMap((row) => {
    if (row.id === null) return [];
    return {
      profileVersion: row.profile_version ?? 0,
      engine: row.engine ?? '',
      status: row.status ?? '',
      model: row.model,
      modelDigest: row.model_digest,
      promptVersion: row.prompt_version,
      promptSha256: row.prompt_hash,
      schemaVersion: row.schema_version ?? 0,
      requests: row.requests ?? 0,
      attempts: row.attempts ?? 0,
      tokensIn: row.tokens_in ?? 0,
      tokensOut: row.tokens_out ?? 0,
      ms: row.ms ?? 0,
      warnings: row.warnings ?? 0,
      run: row.run as AnalysisEntry['run'],
      at: row.at?.toISOString() ?? '',
    };
  });
}
