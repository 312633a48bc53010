import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { rankScores, scoreMany } from '../../lib/match';
import type { Profile } from '../../lib/profile';
import { extend, forEachItem, isLetter, profileOf } from '../shared';
import { answersOf } from './answers';
import { similarities } from './model';
import { readOffer } from './offer';

/**
 * All items against the offer of the first one -> the same items, best first, with `rank` (1 is best; equals share it), `score`, `similarity` and `ranking`:
 * who is level, the share of the others below, and what a person would have to confirm for this one to come before the one above.
 */
export async function rankCandidates(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  if (!ctx.getInputData().length) return [];
  const prepared = await readOffer(ctx, 0);
  const profiles = new Map<number, Profile>();
  const read = await forEachItem(ctx, async (index, item) => {
    profiles.set(index, profileOf(item));
    return [extend(item, index, { offer: prepared.offer })];
  });
  const [rest, others] = [read.filter(isCandidate), read.filter((item) => !isCandidate(item))];
  const people = [...profiles.values()];
  const explain = (ctx.getNodeParameter('explain', 0, 0) as number) || people.length;
  const scores = scoreMany(people, prepared, { explain, answers: rest.map(answersOf) });
  const alike = await similarities(ctx, 0, prepared, people, ctx.getExecutionCancelSignal());
  const ranked = rankScores(scores.map((score, place) => ({ id: String(place), score })));
  const rankOf = new Map(ranked.map(({ id, rank }) => [id, rank]));
  const best = ranked.map(({ id, score, rank, tiedWith, percentile, change }) => {
    const place = Number(id);
    const item = rest[place];
    const above = change && { ...change, above: rankOf.get(change.above) };
    const ranking = { of: ranked.length, level: tiedWith.length, percentile, change: above };
    const similarity = alike && { similarity: alike[place] };
    return { ...item, json: { ...item.json, rank, score, ...similarity, ranking } };
  });
  return [...best, ...others] as unknown as INodeExecutionData[];
}

/** What failed, and the letters of mails, come after those who were ranked. */
const isCandidate = (item: INodeExecutionData) => !('error' in item.json) && !isLetter(item);
