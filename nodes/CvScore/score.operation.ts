import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { scoreProfile } from '../../lib/match';
import { extend, forEachItem, profileOf } from '../shared';
import { answersOf } from './answers';
import { similarities } from './model';
import { readOffer } from './offer';

/** Item with `profile` -> the same item with `score`, `similarity` and the `offer` it was scored against. Answers of people on the item count. */
export async function scoreCandidates(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item, signal) => {
    const prepared = await readOffer(ctx, index);
    const profile = profileOf(item);
    const score = scoreProfile(profile, prepared, answersOf(item));
    const alike = await similarities(ctx, index, prepared, [profile], signal);
    return [extend(item, index, { score, ...(alike && { similarity: alike[0] }), offer: prepared.offer })];
  });
}
