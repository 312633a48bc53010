import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { MIME, renderShortlist, shortlistInputs, type ReportFormat, type ShortlistRow } from '../../lib/documents';
import type { JobOffer, Score } from '../../lib/match';
import { documentLocale, failItem, madeList, profileOf, required, withoutLetters } from '../shared';

/** All items with `profile`, `score` and `offer` -> one item with the shortlist as a file and the ranking as data. */
export async function makeShortlist(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const input = ctx.getInputData();
  const items = withoutLetters(input);
  if (!items.length) return [];
  try {
    const offer = required<JobOffer>(items[0], 'offer', 'CV Score');
    const rows = items.map(toRow);
    const format = ctx.getNodeParameter('format', 0) as ReportFormat;
    const locale = documentLocale(ctx, 0, offer.language ?? rows[0].profile.meta.language);
    const shown = { offer, rows, generatedAt: new Date().toISOString(), locale };
    const data = await renderShortlist(shown, format);
    const file = await ctx.helpers.prepareBinaryData(data, `shortlist.${format}`, MIME[format]);
    const ranking = rows.map(({ profile, score, fileName }, index) => ({
      rank: items[index].json.rank ?? index + 1,
      name: profile.identity.fullName,
      score: score.score,
      band: score.band,
      engine: profile.meta.engine,
      missingMustHaves: score.missingMustHaves,
      fileName: fileName ?? null,
    }));
    return [
      {
        json: {
          ...{ offer: offer.title, candidates: rows.length, ranking },
          ...madeList(shortlistInputs(shown, format, data), rows, items),
        },
        binary: { [ctx.getNodeParameter('binaryPropertyName', 0) as string]: file },
        pairedItem: input.map((_, item) => ({ item })),
      },
    ];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}

function toRow(item: INodeExecutionData): ShortlistRow {
  const profile = profileOf(item);
  return { profile, score: required<Score>(item, 'score', 'CV Score'), fileName: profile.meta.fileName ?? undefined };
}
