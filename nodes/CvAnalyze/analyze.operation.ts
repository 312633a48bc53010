import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { analyze, reviewReasons, type AnalyzeOptions, type ReviewWhen } from '../../lib/analyze';
import { VivierError } from '../../lib/errors';
import type { ExtractedDocument } from '../../lib/extract';
import type { Profile } from '../../lib/profile';
import { extend, forEachItem, required } from '../shared';
import { analysisCache, chosenModel, type ModelOptions } from './model';
import { withOutput, withTable } from './output';
import { showProgress, tellWhatToKnow } from './progress';

/** The client itself limits the requests per host; these many CVs wait in its queue at once. */
const CONCURRENCY = 4;

interface Options extends ModelOptions {
  referenceDate?: string;
  review?: ReviewWhen;
}

/** Item with `cv` -> the same item with `profile`, and `review` that says whether a person should look at the CV itself. */
export async function analyzeCvs(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const progress = showProgress(ctx);
  const profiles: Profile[] = [];
  const items = await forEachItem(
    ctx,
    async (index, item, signal) => {
      const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
      const chosen = ctx.getNodeParameter('options', index, {}) as Options;
      const options = await readOptions(ctx, index, chosen);
      const onProgress: AnalyzeOptions['onProgress'] = (step) => progress.step(index, step);
      const profile = await analyze(document, { ...options, signal, onProgress });
      profiles.push(profile);
      progress.done();
      const reasons = reviewReasons(profile, chosen.review ?? 'disagreements');
      const review = { needed: reasons.length > 0, reasons };
      return [await withOutput(ctx, index, extend(item, index, { profile, review }), profile)];
    },
    CONCURRENCY,
  );
  tellWhatToKnow(ctx, profiles);
  return await withTable(ctx, items);
}

async function readOptions(ctx: IExecuteFunctions, index: number, chosen: Options): Promise<AnalyzeOptions> {
  const engine = ctx.getNodeParameter('engine', index) as AnalyzeOptions['engine'];
  return {
    engine,
    ollama: engine === 'rules' ? undefined : await chosenModel(ctx, index, chosen),
    referenceDate: readDate(chosen.referenceDate),
    timeoutMs: chosen.seconds ? chosen.seconds * 1000 : undefined,
    cache: analysisCache,
    again: chosen.again === true,
  };
}

/** `YYYY-MM-DD` of whatever n8n's date field gave; today when it is empty. */
function readDate(value: string | undefined): string {
  const date = value ? new Date(value) : new Date();
  if (Number.isNaN(date.getTime())) throw new VivierError('invalid-input', { what: 'Reference Date' });
  return date.toISOString().slice(0, 10);
}
