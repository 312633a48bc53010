import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { lintText, type LintOptions } from '../../lib/match';
import { extend, forEachItem } from '../shared';

/** Each item -> the same item with `textCheck`: words of a note, prompt, letter or offer that the law forbids to go by or that are risky. */
export async function checkText(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await forEachItem(ctx, async (index, item) => {
    const kind = ctx.getNodeParameter('textKind', index) as LintOptions['kind'];
    const findings = lintText(String(ctx.getNodeParameter('textToCheck', index)), { kind });
    const count = (wanted: string) => findings.filter(({ severity }) => severity === wanted).length;
    const [forbidden, risky] = [count('forbidden'), count('risky')];
    return [extend(item, index, { textCheck: { kind, lawful: forbidden === 0, forbidden, risky, findings } })];
  });
}
