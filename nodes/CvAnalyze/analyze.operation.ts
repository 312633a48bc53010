import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { analyze, type AnalyzeOptions } from '../../lib/analyze';
import { VivierError } from '../../lib/errors';
import type { ExtractedDocument } from '../../lib/extract';
import { extend, forEachItem, required } from '../shared';
import { chosenOllama } from './ollama';
import { withOutput, withTable } from './output';

/** The client itself limits the requests per host; these many CVs wait in its queue at once. */
const CONCURRENCY = 4;

/** Item with `cv` -> the same item with `profile`. */
export async function analyzeCvs(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const items = await forEachItem(
    ctx,
    async (index, item) => {
      const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
      const profile = await analyze(document, await readOptions(ctx, index));
      return [await withOutput(ctx, index, extend(item, index, { profile }), profile)];
    },
    CONCURRENCY,
  );
  return await withTable(ctx, items);
}

async function readOptions(ctx: IExecuteFunctions, index: number): Promise<AnalyzeOptions> {
  const engine = ctx.getNodeParameter('engine', index) as AnalyzeOptions['engine'];
  const chosen = ctx.getNodeParameter('options', index, {}) as { referenceDate?: string; seconds?: number };
  return {
    engine,
    ollama: engine === 'rules' ? undefined : await chosenOllama(ctx, index),
    referenceDate: readDate(chosen.referenceDate),
    timeoutMs: chosen.seconds ? chosen.seconds * 1000 : undefined,
    signal: ctx.getExecutionCancelSignal(),
  };
}

/** `YYYY-MM-DD` of whatever n8n's date field gave; today when it is empty. */
function readDate(value: string | undefined): string {
  const date = value ? new Date(value) : new Date();
  if (Number.isNaN(date.getTime())) throw new VivierError('invalid-input', { what: 'Reference Date' });
  return date.toISOString().slice(0, 10);
}
