import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { compared, comparisonInputs, renderComparison } from '../../lib/documents';
import { scoreProfile } from '../../lib/match';
import { madeList, profileOf, withoutLetters } from '../shared';
import { answersOf } from './answers';
import { oneDocument } from './document';
import { readOffer } from './offer';

/** Two to five items with `profile` -> one item with the comparison as a file and as data. */
export async function compareItems(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await oneDocument(ctx, async () => {
    const prepared = await readOffer(ctx, 0);
    const items = withoutLetters(ctx.getInputData());
    const people = items.map((item, position) => {
      const profile = profileOf(item);
      return { position, profile, score: scoreProfile(profile, prepared, answersOf(item)) };
    });
    const { comparison, names } = compared(people);
    return {
      ...{ json: { comparison, names }, fileName: 'comparison', language: prepared.locale },
      render: (format, locale, generatedAt) => renderComparison({ comparison, names, generatedAt, locale }, format),
      inputs: (format, locale, generatedAt, data) =>
        madeList(comparisonInputs({ comparison, names, generatedAt, locale }, format, data), people, items),
    };
  });
}
