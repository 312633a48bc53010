import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { biasAuditInputs, renderBiasAudit } from '../../lib/documents';
import { auditBias } from '../../lib/match';
import { madeList, profileOf, withoutLetters } from '../shared';
import { oneDocument } from './document';
import { readOffer } from './offer';

/** All items with `profile` -> one item with the bias audit as a file and as data. */
export async function auditScores(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await oneDocument(ctx, async () => {
    const prepared = await readOffer(ctx, 0);
    const items = withoutLetters(ctx.getInputData());
    const field = (name: string) => (ctx.getNodeParameter(name, 0, '') as string).trim();
    const [group, decision] = [field('groupField'), field('decisionField')];
    const audit = auditBias(items.map(profileOf), prepared, {
      groups: group ? items.map(({ json }) => textOf(json[group])) : undefined,
      selected: decision ? items.map(({ json }) => json[decision] === true || json[decision] === 'true') : undefined,
      smallestGroup: ctx.getNodeParameter('smallestGroup', 0, 30) as number,
    });
    return {
      ...{ json: { audit }, fileName: 'bias-audit', language: prepared.locale },
      render: (format, locale, generatedAt) => renderBiasAudit({ audit, generatedAt, locale }, format),
      inputs: (format, locale, generatedAt, data) =>
        madeList(biasAuditInputs({ audit, generatedAt, locale }, format, data), [], []),
    };
  });
}

const textOf = (value: unknown) => (typeof value === 'string' || typeof value === 'number' ? String(value) : null);
