import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { limitProperty, offerIdProperty, offsetProperty, type OperationCall, textOf, toItem } from '../../operation';
import { filtersProperty, readFilters } from '../../searchFilters';

export const option = {
  name: 'Find for Offer',
  value: 'forOffer',
  action: 'Find candidates for an offer',
  description:
    'Scores everybody in the pool, or who matches the filters, for an offer; the best first. Nobody is ruled out.',
};

export const properties: INodeProperties[] = [offerIdProperty, limitProperty, offsetProperty, filtersProperty];

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { ctx, index, pool } = call;
  const offset = ctx.getNodeParameter('offset', index, 0) as number;
  const offer = await pool.offers.get(textOf(call, 'offerId'));
  const { ranked } = await pool.candidates.forOffer(
    { id: offer.offerId, title: offer.title, text: offer.text, criteria: offer.criteria },
    { limit: offset + (ctx.getNodeParameter('limit', index, 50) as number), filters: readFilters(call) },
  );
  return ranked.slice(offset).map((row) => toItem({ ...row, offerId: offer.offerId }, index));
}
