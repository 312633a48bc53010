import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { extend, forEachItem } from '../shared';
import { readOffer } from './offer';

/** Each item -> the same item with `offer` and `offerCheck`: criteria that the law forbids or that are risky, and those that will be scored. */
export async function checkOffer(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const { offer, risks, criteria } = await readOffer(ctx, index);
    const offerCheck = {
      lawful: risks.every(({ severity }) => severity !== 'forbidden'),
      forbidden: risks.filter(({ severity }) => severity === 'forbidden').length,
      risky: risks.filter(({ severity }) => severity === 'risky').length,
      findings: risks,
      scoredCriteria: criteria.map(({ id, kind, label, must }) => ({ id, kind, label, must })),
    };
    return [extend(item, index, { offer, offerCheck })];
  });
}
