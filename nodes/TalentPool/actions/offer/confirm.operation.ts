import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { parseOffer, type OfferCriteria } from '../../../../lib/match';
import { extend } from '../../../shared';
import { byProperty, offerIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Confirm Criteria',
  value: 'confirm',
  action: 'Confirm the criteria of an offer',
  description: 'A person has looked at what was read from the offer’s text, and changed it where needed',
};

export const properties: INodeProperties[] = [
  offerIdProperty,
  {
    displayName: 'Criteria',
    name: 'criteria',
    type: 'json',
    default: '={{ $json.savedOffer?.criteria ?? $json.criteria }}',
    description:
      'As they should be: <code>mustHave</code>, <code>niceToHave</code>, <code>minYears</code>, <code>degreeLevel</code>, <code>languages</code>, <code>questions</code>. Empty: as they are.',
  },
  byProperty,
];

/** Any item -> the same item with `savedOffer`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const savedOffer = await call.pool.offers.confirm(textOf(call, 'offerId'), {
    by: textOf(call, 'by'),
    criteria: criteriaOf(call),
  });
  return [extend(call.item, call.index, { savedOffer })];
}

/** Checked like those of any offer. */
function criteriaOf({ ctx, index }: OperationCall): OfferCriteria | undefined {
  const value: unknown = ctx.getNodeParameter('criteria', index, '');
  if (value === undefined || value === null || value === '') return undefined;
  const criteria = typeof value === 'string' ? value : JSON.stringify(value);
  return parseOffer(`{ "title": "offer", "criteria": ${criteria} }`, 'criteria').criteria;
}
