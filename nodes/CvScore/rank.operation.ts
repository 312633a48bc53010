import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { compareScores, scoreProfile, type Score } from '../../lib/match';
import { extend, forEachItem, profileOf } from '../shared';
import { readOffer } from './offer';

/** All items against the offer of the first one -> the same items, best first, with `rank` (1 is best; equal scores share it) and `score`. */
export async function rankCandidates(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  if (!ctx.getInputData().length) return [];
  const prepared = await readOffer(ctx, 0);
  const scored = await forEachItem(ctx, async (index, item) => [
    extend(item, index, { score: scoreProfile(profileOf(item), prepared), offer: prepared.offer }),
  ]);
  const failed = scored.filter(isFailed);
  const ranked = scored.filter((item) => !isFailed(item)).sort((a, b) => compareScores(scoreOf(a), scoreOf(b)));
  ranked.forEach((item, position) => {
    const tied = position > 0 && scoreOf(ranked[position - 1]).score === scoreOf(item).score;
    item.json = { ...item.json, rank: tied ? (ranked[position - 1].json as IDataObject).rank : position + 1 };
  });
  return [...ranked, ...failed];
}

const isFailed = (item: INodeExecutionData) => 'error' in item.json;
const scoreOf = (item: INodeExecutionData) => item.json.score as unknown as Score;
