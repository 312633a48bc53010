import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { rankScores, scoreProfile, type Score } from '../../lib/match';
import { extend, forEachItem, isLetter, profileOf } from '../shared';
import { answersOf } from './answers';
import { readOffer } from './offer';

/**
 * All items against the offer of the first one -> the same items, best first, with `rank` (1 is best; equals share it), `score` and `ranking`: who is
 * level, the share of the others below, and what a person would have to confirm for this one to come before the one above.
 */
export async function rankCandidates(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  if (!ctx.getInputData().length) return [];
  const prepared = await readOffer(ctx, 0);
  const scored = await forEachItem(ctx, async (index, item) => [
    extend(item, index, { score: scoreProfile(profileOf(item), prepared, answersOf(item)), offer: prepared.offer }),
  ]);
  const [rest, others] = [scored.filter(isScored), scored.filter((item) => !isScored(item))];
  const ranked = rankScores(
    rest.map((item, place) => ({ id: String(place), score: item.json.score as unknown as Score })),
  );
  const rankOf = new Map(ranked.map(({ id, rank }) => [id, rank]));
  const best = ranked.map(({ id, rank, tiedWith, percentile, change }) => {
    const item = rest[Number(id)];
    const above = change && { ...change, above: rankOf.get(change.above) };
    const ranking = { of: ranked.length, level: tiedWith.length, percentile, change: above };
    return { ...item, json: { ...item.json, rank, ranking } };
  });
  return [...best, ...others] as INodeExecutionData[];
}

/** What failed, and the letters of mails, come after those who were ranked. */
const isScored = (item: INodeExecutionData) => !('error' in item.json) && !isLetter(item);
