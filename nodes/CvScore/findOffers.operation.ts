import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { offersFor, parseOffers, prepareOffer, type PreparedOffer } from '../../lib/match';
import { extend, forEachItem, profileOf } from '../shared';

/** Item with `profile` -> the same item with `offers`: those of the list that suit the candidate best, each with its score. */
export async function findOffers(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const known = new Map<string, PreparedOffer[]>();
  return await forEachItem(ctx, async (index, item) => {
    const given: unknown = ctx.getNodeParameter('offers', index);
    const text = typeof given === 'string' ? given : JSON.stringify(given);
    const prepared = known.get(text) ?? parseOffers(text, 'Offers').map(prepareOffer);
    known.set(text, prepared);
    const found = offersFor(profileOf(item), prepared, ctx.getNodeParameter('limit', index) as number);
    return [extend(item, index, { offers: found.map(({ offer, score }) => ({ offer: offer.offer, score })) })];
  });
}
