import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import {
  offerIdProperty,
  offsetPagingProperties,
  type OperationCall,
  readRanking,
  textOf,
  toItem,
} from '../../operation';
import { filtersProperty, readFilters } from '../../searchFilters';

export const option = {
  name: 'Find for Offer',
  value: 'forOffer',
  action: 'Find candidates for an offer',
  description:
    'Scores everybody in the pool, or who matches the filters, for an offer; the best first. Nobody is ruled out.',
};

export const properties: INodeProperties[] = [offerIdProperty, ...offsetPagingProperties(), filtersProperty];

/** As many as the pool ranks. */
const MOST = 1_000_000;

export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { index, pool } = call;
  const { limit, offset } = readRanking(call, MOST);
  const offer = await pool.offers.get(textOf(call, 'offerId'));
  const { ranked } = await pool.candidates.forOffer(
    { id: offer.offerId, title: offer.title, text: offer.text, criteria: offer.criteria },
    { limit, filters: readFilters(call) },
  );
  return ranked.slice(offset).map((row) => toItem({ ...row, offerId: offer.offerId }, index));
}
