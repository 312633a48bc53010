import type { INodeExecutionData, INodeProperties } from 'n8n-workflow';
import { prepareOffer, scoreProfile } from '../../../../lib/match';
import type { Correction, Rectified } from '../../../../lib/pool';
import { extend } from '../../../shared';
import { byProperty, candidateIdProperty, type OperationCall, reasonProperty, textOf } from '../../operation';

export const option = {
  name: 'Rectify',
  value: 'rectify',
  action: 'Rectify the profile of a candidate',
  description: 'Correct what is said about the person at their request; scores are made again (GDPR, article 16)',
};

export const properties: INodeProperties[] = [
  candidateIdProperty,
  {
    displayName: 'Corrections',
    name: 'changes',
    type: 'json',
    default: '[{ "path": "contact.email", "value": "" }]',
    required: true,
    description:
      'A list of what to set: path into the profile (such as <code>headline</code> or <code>experiences.0.employer</code>) and value',
  },
  byProperty,
  reasonProperty('e.g. asked by the person by mail', 'Kept with the person’s data'),
];

/** Any item -> the same item with `rectified`. */
export async function execute(call: OperationCall): Promise<INodeExecutionData[]> {
  const { pool, item, index } = call;
  const rectified = await pool.candidates.rectify(textOf(call, 'candidateId'), {
    changes: changesOf(call),
    by: textOf(call, 'by'),
    reason: textOf(call, 'reason'),
  });
  await scoreAgain(call, rectified);
  return [extend(item, index, { rectified })];
}

/** What is no JSON becomes no list, which the pool refuses by name. */
function changesOf({ ctx, index }: OperationCall): Correction[] {
  const value: unknown = ctx.getNodeParameter('changes', index);
  try {
    return (typeof value === 'string' ? JSON.parse(value) : value) as Correction[];
  } catch {
    return [];
  }
}

/** The score is arithmetic over the profile: no model is needed to make it again. */
async function scoreAgain({ pool }: OperationCall, { profile, candidateId, toRescore }: Rectified): Promise<void> {
  for (const { offerId } of toRescore) {
    const { title, text, language, criteria } = await pool.offers.get(offerId);
    const offer = prepareOffer({ id: offerId, title, text, language: language ?? undefined, criteria });
    await pool.applications.upsert({ candidateId, offerId, score: scoreProfile(profile, offer) });
  }
}
