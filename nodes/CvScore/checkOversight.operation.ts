import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { currentLocale, VivierError } from '../../lib/errors';
import { oversightOf, type ReviewedDecision } from '../../lib/match';
import { failItem } from '../shared';

/** All items, one decision each -> one item with `oversight`: how often people decide otherwise, and hints where rankings are followed unread. */
export async function checkOversight(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const items = ctx.getInputData();
  if (!items.length) return [];
  try {
    const least = ctx.getNodeParameter('fewestDecisions', 0) as number;
    const oversight = oversightOf(items.map(decisionOf), { least, locale: currentLocale() });
    const json = { oversight } as unknown as IDataObject;
    return [{ json, pairedItem: items.map((_, item) => ({ item })) }];
  } catch (error) {
    return [failItem(ctx, error, 0)];
  }
}

function decisionOf({ json }: INodeExecutionData, index: number): ReviewedDecision {
  const { by, at, rank, selected, offerId, openedEvidence } = json;
  const wrong = (what: string) => new VivierError('invalid-input', { what: `“${what}”`, reason: `item ${index + 1}` });
  if (typeof by !== 'string' || by.trim() === '') throw wrong('by');
  if (typeof at !== 'string') throw wrong('at');
  if (!Number.isInteger(Number(rank)) || Number(rank) < 1) throw wrong('rank');
  if (typeof selected !== 'boolean') throw wrong('selected');
  return {
    ...{ by: by.trim(), at, rank: Number(rank), selected },
    offerId: typeof offerId === 'string' ? offerId : null,
    openedEvidence: typeof openedEvidence === 'boolean' ? openedEvidence : undefined,
  };
}
