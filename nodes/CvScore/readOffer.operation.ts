import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { parseOfferWithModel, readOfferByRules } from '../../lib/match';
import { extend, forEachItem } from '../shared';
import { chosenOllama } from './model';
import { readJobOffer } from './offer';

/**
 * Each item -> the same item with `offer`, whose criteria were read from its text and are marked as unconfirmed, and `offerReading`: each criterion with
 * its line, what the model claimed and the offer doesn't say, and who read it. A person edits `offer.criteria` and sets `confirmed`.
 */
export async function readOffers(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item, signal) => {
    const given = await readJobOffer(ctx, index);
    const withModel = ctx.getNodeParameter('method', index, 'rules') === 'model';
    const read = withModel
      ? await parseOfferWithModel(given, await chosenOllama(ctx, index), signal)
      : readOfferByRules(given);
    const { offer, found, dropped, model, fallback } = read;
    return [
      extend(item, index, { offer, offerReading: { confirmed: false, criteria: found, dropped, model, fallback } }),
    ];
  });
}
