import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { scoreProfile } from '../../lib/match';
import { extend, forEachItem, profileOf } from '../shared';
import { answersOf } from './answers';
import { readOffer } from './offer';

/** Item with `profile` -> the same item with `score` and the `offer` it was scored against. Answers of people on the item count. */
export async function scoreCandidates(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const prepared = await readOffer(ctx, index);
    return [
      extend(item, index, { score: scoreProfile(profileOf(item), prepared, answersOf(item)), offer: prepared.offer }),
    ];
  });
}
