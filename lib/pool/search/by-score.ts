import { sql } from 'kysely';
import { CandidateIndex, offersFor, prepareOffer, QuickScorer, type JobOffer, type Score } from '../../match';
import { getCandidate } from '../candidates/read';
import type { PoolContext } from '../context';
import type { RankedCandidates, RankedForOffer, SearchFilters } from '../types';
import { invalid, wholeNumber } from '../validate';
import { factsOf } from './facts';
import { readFilters } from './filters';

/** In memory at one time: about 3 KB a candidate. */
const BATCH = 2_000;
const MOST_SHOWN = 1_000_000;
const MOST_OFFERS = 1_000;

/** See TalentPool.candidates.forOffer. Everybody who matches is scored, with the same numbers as `scoreProfile`. */
export async function candidatesForOffer(
  context: PoolContext,
  offer: JobOffer,
  input: { limit?: number; filters?: SearchFilters } = {},
): Promise<RankedCandidates> {
  if (typeof offer?.title !== 'string' || typeof offer.text !== 'string')
    throw invalid('offer', 'a title and a text are expected', 'un titre et un texte sont attendus');
  const limit = wholeNumber(input.limit ?? 50, 'limit', 1, MOST_SHOWN);
  const prepared = prepareOffer(offer);
  const conditions = readFilters(context, input.filters);
  const where = conditions.length > 0 ? sql`and ${sql.join(conditions, sql` and `)}` : sql``;
  let best: RankedForOffer[] = [];
  let scored = 0;
  let last = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const { rows } = await sql<{ id: string }>`select candidate.id from vivier_personal.candidates candidate
      where candidate.id > ${last}::uuid ${where} order by candidate.id limit ${BATCH}`.execute(context.db);
    if (rows.length === 0) break;
    last = rows[rows.length - 1].id;
    const known = await factsOf(
      context,
      rows.map((row) => row.id),
    );
    best.push(...scoreAll(prepared, known, limit));
    // Sorted now and then only: with a long list each time would cost more than the scores.
    if (best.length > 2 * limit) best = bestOf(best, limit);
    scored += known.length;
    if (rows.length < BATCH) break;
  }
  return { ranked: bestOf(best, limit), scored };
}

function scoreAll(
  prepared: ReturnType<typeof prepareOffer>,
  known: Awaited<ReturnType<typeof factsOf>>,
  limit: number,
): RankedForOffer[] {
  const index = new CandidateIndex(known.map(({ facts }) => facts));
  return new QuickScorer(prepared, index).best(limit).map(({ position, score, missing }) => ({
    candidateId: known[position].candidateId,
    score,
    missingMustHaves: missing,
    reliability: known[position].facts.reliability,
  }));
}

function bestOf(ranked: RankedForOffer[], limit: number): RankedForOffer[] {
  return ranked
    .sort(
      (a, b) =>
        b.score - a.score || a.missingMustHaves - b.missingMustHaves || (a.candidateId < b.candidateId ? -1 : 1),
    )
    .slice(0, limit);
}

/** See TalentPool.candidates.offersFor. The newest thousand open offers are looked at. */
export async function offersForCandidate(
  context: PoolContext,
  candidateId: string,
  input: { limit?: number } = {},
): Promise<{ offerId: string; title: string; score: Score }[]> {
  const limit = wholeNumber(input.limit ?? 10, 'limit', 1, MOST_OFFERS);
  const { profile } = await getCandidate(context, candidateId);
  const rows = await context.db
    .selectFrom('vivier.job_offers')
    .select(['id', 'title', 'text', 'language', 'criteria'])
    .where('is_open', '=', true)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .limit(MOST_OFFERS)
    .execute();
  const offers = rows.map((row) =>
    prepareOffer({ ...row, language: row.language ?? undefined, criteria: row.criteria as JobOffer['criteria'] }),
  );
  return offersFor(profile, offers, limit).map(({ offer, score }) => {
    const row = rows[offers.indexOf(offer)];
    return { offerId: row.id, title: row.title, score };
  });
}
