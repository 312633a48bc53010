import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { renderComparison } from '../../lib/documents';
import { compareCandidates, scoreProfile } from '../../lib/match';
import { profileOf, withoutLetters } from '../shared';
import { answersOf } from './answers';
import { oneDocument } from './document';
import { readOffer } from './offer';

/** Two to five items with `profile` -> one item with the comparison as a file and as data. */
export async function compareItems(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await oneDocument(ctx, async () => {
    const prepared = await readOffer(ctx, 0);
    const items = withoutLetters(ctx.getInputData());
    const people = items.map((item, index) => ({ item, id: String(index + 1), profile: profileOf(item) }));
    const names = Object.fromEntries(people.map(({ id, profile }) => [id, profile.identity.fullName ?? id]));
    const comparison = compareCandidates(
      people.map(({ id, profile, item }) => ({ id, score: scoreProfile(profile, prepared, answersOf(item)) })),
    );
    return {
      ...{ json: { comparison, names }, fileName: 'comparison', language: prepared.locale },
      render: (format, locale, generatedAt) => renderComparison({ comparison, names, generatedAt, locale }, format),
    };
  });
}
