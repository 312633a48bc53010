import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import {
  analyze,
  attachedLetter,
  letterOf,
  referenceDay,
  reviewReasons,
  type AnalyzeOptions,
  type ReviewWhen,
} from '../../lib/analyze';
import { toVivierError, VivierError } from '../../lib/errors';
import { countAnalysis } from '../../lib/metrics';
import type { ExtractedDocument } from '../../lib/extract';
import type { Profile } from '../../lib/profile';
import { extend, forEachItem, required, withAnswers } from '../shared';
import { receivedAt, withMails } from './letters';
import { chosenEngine, chosenModel, type ModelOptions } from './model';
import { withOutput, withTable } from './output';
import { showProgress, tellWhatToKnow } from './progress';

/** The client itself limits the requests per host; these many CVs wait in its queue at once. */
const CONCURRENCY = 4;

interface Options extends ModelOptions {
  mailTexts?: 'letters' | 'cvs';
  referenceDate?: string;
  review?: ReviewWhen;
}

/**
 * Item with `cv` -> the same item with `profile`, and `review` that says whether a person should look at the CV itself. The text of a mail is no
 * CV: its item passes with `letter`, and the CVs of the same mail get its words as `coverLetter`.
 */
export async function analyzeCvs(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  const progress = showProgress(ctx);
  const profiles: Profile[] = [];
  const items = await withAnswers(ctx, (cache) =>
    forEachItem(
      ctx,
      async (index, item, signal) => {
        const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
        const chosen = ctx.getNodeParameter('options', index, {}) as Options;
        const letter = chosen.mailTexts === 'cvs' ? null : letterOf(document);
        if (letter) {
          progress.done();
          return [extend(item, index, { letter })];
        }
        const options = await readOptions(ctx, index, chosen);
        const onProgress: AnalyzeOptions['onProgress'] = (step) => progress.step(index, step);
        const referenceDate = dayOf(item, document, chosen);
        const onDecision: AnalyzeOptions['onDecision'] = ({ ms, outcome, requests }) =>
          void countAnalysis({ outcome, seconds: ms / 1000, requests });
        const told = { onDecision, onProgress };
        const profile = await analyze(document, { ...options, ...told, referenceDate, cache, signal }).catch(
          (error: unknown) => attachedLetter(document, error) ?? Promise.reject(toVivierError(error)),
        );
        if (!('meta' in profile)) {
          progress.done();
          return [extend(item, index, { letter: profile })];
        }
        profiles.push(profile);
        progress.done();
        const reasons = reviewReasons(profile, chosen.review ?? 'disagreements');
        const review = { needed: reasons.length > 0, reasons };
        const later = chosenEngine(ctx, index) === 'later' && { modelLater: chosen.urgent ? 'person' : 'batch' };
        return [await withOutput(ctx, index, extend(item, index, { profile, review, ...later }), profile)];
      },
      CONCURRENCY,
    ),
  );
  tellWhatToKnow(ctx, profiles, items);
  return await withTable(ctx, withMails(items));
}

async function readOptions(
  ctx: IExecuteFunctions,
  index: number,
  chosen: Options,
): Promise<Pick<AnalyzeOptions, 'engine' | 'ollama' | 'timeoutMs' | 'again'>> {
  const wanted = chosenEngine(ctx, index);
  const engine = wanted === 'later' ? 'rules' : wanted;
  return {
    engine,
    ollama: engine === 'rules' ? undefined : await chosenModel(ctx, index, chosen),
    timeoutMs: chosen.seconds ? chosen.seconds * 1000 : undefined,
    again: chosen.again === true,
  };
}

/** `YYYY-MM-DD` of whatever n8n's date field gave; when it is empty, the day the CV came in as far as anything tells. */
function dayOf({ json }: INodeExecutionData, document: ExtractedDocument, { referenceDate }: Options): string {
  const iso = (date: Date) => date.toISOString().slice(0, 10);
  if (!referenceDate) return referenceDay(document, iso(new Date()), receivedAt(json)).day;
  const date = new Date(referenceDate);
  if (Number.isNaN(date.getTime())) throw new VivierError('invalid-input', { what: 'Reference Date' });
  return iso(date);
}
