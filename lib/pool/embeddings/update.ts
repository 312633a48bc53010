import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { VivierError } from '../../errors';
import { currentCandidateRows, toCandidate } from '../candidates/read';
import { transact, type PoolContext } from '../context';
import { isVector } from '../search/hybrid';
import type { Embedder, EmbeddingProgress } from '../types';
import { requiredText, wholeNumber } from '../validate';
import { ensureVectorIndex } from './index-vectors';
import { embeddedText } from './text';

const BATCH = 16;
const MOST = 1_000_000;

/** See TalentPool.embeddings.update. Interrupted at any moment, the next call goes on. */
export async function updateEmbeddings(
  context: PoolContext,
  embedder: Embedder,
  input: { limit?: number } = {},
): Promise<EmbeddingProgress> {
  const model = requiredText(embedder?.model, 'model', 200);
  const limit = wholeNumber(input.limit ?? 1_000, 'limit', 1, MOST);
  const progress: EmbeddingProgress = { embedded: 0, unchanged: 0, remaining: 0 };
  while (progress.embedded + progress.unchanged < limit) {
    const ids = await outdated(context, model, Math.min(BATCH, limit - progress.embedded - progress.unchanged));
    if (ids.length === 0) break;
    await embedBatch(context, { ...embedder, embed: (...given) => embedder.embed(...given), model }, ids, progress);
  }
  progress.remaining = await countOutdated(context, model);
  return progress;
}

const OUTDATED = (model: string) => sql`from vivier_personal.candidates candidate
  left join vivier_personal.embeddings embedding on embedding.candidate_id = candidate.id and embedding.model = ${model}
  where embedding.profile_version is distinct from candidate.profile_version`;

async function outdated(context: PoolContext, model: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select candidate.id ${OUTDATED(model)} order by candidate.updated_at desc, candidate.id limit ${limit}`.execute(
    context.db,
  );
  return rows.map((row) => row.id);
}

async function countOutdated(context: PoolContext, model: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`select count(*)::integer as n ${OUTDATED(model)}`.execute(context.db);
  return rows[0].n;
}

async function embedBatch(
  context: PoolContext,
  embedder: Embedder,
  ids: string[],
  progress: EmbeddingProgress,
): Promise<void> {
  const people = (await currentCandidateRows(context.db, ids)).map((row) => {
    const { candidateId, profileVersion, profile } = toCandidate(context.secrets, row);
    const text = embeddedText(profile);
    return { candidateId, profileVersion, text, hash: createHash('sha256').update(text).digest() };
  });
  const { rows: same } = await sql<{ id: string; hash: Buffer }>`
    select candidate_id as id, text_hash as hash from vivier_personal.embeddings
    where model = ${embedder.model} and candidate_id = any(${ids}::uuid[])`.execute(context.db);
  const known = new Map(same.map((row) => [row.id, Buffer.from(row.hash)]));
  const changed = people.filter((one) => !known.get(one.candidateId)?.equals(one.hash));
  const vectors =
    changed.length > 0
      ? await embedder.embed(
          changed.map(({ text }) => text || '—'),
          'document',
        )
      : [];
  const dimensions = vectors[0]?.length ?? 0;
  if (vectors.length !== changed.length || vectors.some((one) => !isVector(one) || one.length !== dimensions)) {
    throw new VivierError('model-answer-invalid', { what: embedder.model });
  }
  if (dimensions > 0) await ensureVectorIndex(context, embedder.model, dimensions);
  await transact(context, async (trx) => {
    for (const one of people) {
      const floats = vectors[changed.indexOf(one)] as number[] | undefined;
      const noted = { profile_version: one.profileVersion, at: context.now() };
      if (!floats) {
        await trx
          .updateTable('vivier_personal.embeddings')
          .set(noted)
          .where('candidate_id', '=', one.candidateId)
          .execute();
        progress.unchanged++;
        continue;
      }
      await sql`insert into vivier_personal.embeddings
          (candidate_id, model, dimensions, profile_version, text_hash, floats, at)
        select id, ${embedder.model}, ${floats.length}, ${one.profileVersion}, ${one.hash}, ${floats}::real[], ${noted.at}
          from vivier_personal.candidates where id = ${one.candidateId} for key share
        on conflict (candidate_id) do update set model = excluded.model, dimensions = excluded.dimensions,
          profile_version = excluded.profile_version, text_hash = excluded.text_hash, floats = excluded.floats,
          at = excluded.at`.execute(trx);
      progress.embedded++;
    }
  });
}
