import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { calibrate, parseOffer, type JobOffer, type PastDecision, type Score } from '../../lib/match';
import { failItem, profileOf, withoutLetters } from '../shared';
import { readJobOffer } from './offer';

/**
 * All items, one past decision each -> one item with `calibration`: proposed weights beside today's, how well both tell the decisions, the audit for bias
 * and `weights` for the parameter of that name, once a person agrees. Too few decisions are refused.
 */
export async function calibrateWeights(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const items = ctx.getInputData();
  if (!items.length) return [];
  try {
    const calibration = calibrate(await decisionsOf(ctx, withoutLetters(items)));
    const weights = Object.fromEntries(calibration.weights.map(({ kind, factor }) => [kind, factor]));
    const json = { calibration: { ...calibration, proposedWeights: weights } } as unknown as IDataObject;
    return [{ json, pairedItem: items.map((_, item) => ({ item })) }];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}

async function decisionsOf(ctx: IExecuteFunctions, items: INodeExecutionData[]): Promise<PastDecision[]> {
  const field = (name: string) => (ctx.getNodeParameter(name, 0, '') as string).trim();
  const [selected, group] = [field('selectedField'), field('groupField')];
  const needsOne = items.some(({ json }) => !hasOffer(json));
  const common = needsOne ? await readJobOffer(ctx, 0) : null;
  const known = new Map<string, JobOffer>();
  return items.map((item) => {
    const { json } = item;
    return {
      profile: profileOf(item),
      offer: hasOffer(json) ? sameOffer(json.offer, known) : (common as JobOffer),
      selected: json[selected] === true || json[selected] === 'true',
      score: json.score as unknown as Score | undefined,
      group: group && json[group] != null ? String(json[group]) : null,
    };
  });
}

const hasOffer = (json: IDataObject): json is IDataObject & { offer: object } =>
  typeof json.offer === 'object' && json.offer !== null && 'title' in json.offer;

/** Each offer is read once, however many decisions there are on it. */
function sameOffer(given: object, known: Map<string, JobOffer>): JobOffer {
  const text = JSON.stringify(given);
  const offer = known.get(text) ?? parseOffer(text, 'offer');
  known.set(text, offer);
  return offer;
}
