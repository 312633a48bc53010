import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { JobOffer, Score } from '../../lib/match';
import { forEachItem, required } from '../shared';
import { withCompanyCv } from './companyCv.operation';

/** Item with `profile`, `offer` and `score` -> the same item with a CV in which what the offer asks for stands first. */
export async function makeTailoredCv(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const { title } = required<JobOffer>(item, 'offer', 'CV Score');
    const score = required<Score>(item, 'score', 'CV Score');
    return [await withCompanyCv(ctx, index, item, { title, score })];
  });
}
