import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import type { Score } from '../../../../lib/match';
import { extend } from '../../../shared';
import { candidateIdProperty, offerIdProperty, type OperationCall, textOf } from '../../operation';

export const option = {
  name: 'Save',
  value: 'upsert',
  action: 'Save an application',
  description: 'A candidate for an offer, once; a new score is kept beside the earlier ones (upsert)',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  offerIdProperty,
  { displayName: 'Source', name: 'source', type: 'string', default: '', placeholder: 'e.g. e-mail' },
];

/** Item with `score` or without -> the same item with `application`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const application = await call.pool.applications.upsert({
    candidateId: textOf(call, 'candidateId'),
    offerId: textOf(call, 'offerId'),
    source: textOf(call, 'source') || undefined,
    score: call.item.json.score as unknown as Score | undefined,
  });
  return [extend(call.item, call.index, { application })];
}
