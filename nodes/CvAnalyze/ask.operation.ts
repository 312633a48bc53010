import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { ask } from '../../lib/analyze';
import type { ExtractedDocument } from '../../lib/extract';
import { extend, forEachItem, required, withAnswers } from '../shared';
import { chosenEngine, chosenModel, type ModelOptions } from './model';

const CONCURRENCY = 4;

/** Item with `cv` -> the same item with `answer`: a sentence with the quotes it rests on, or that the CV does not say. */
export async function askCvs(ctx: IExecuteFunctions): Promise<INodeExecutionData[]> {
  return await withAnswers(ctx, (cache) =>
    forEachItem(
      ctx,
      async (index, item, signal) => {
        const document = required<ExtractedDocument>(item, 'cv', 'CV Extract');
        const question = ctx.getNodeParameter('question', index) as string;
        const wanted = chosenEngine(ctx, index);
        // A question has no later.
        const engine = wanted === 'later' ? 'rules' : wanted;
        const chosen = ctx.getNodeParameter('options', index, {}) as ModelOptions;
        const answer = await ask(document, question, {
          engine,
          // Whoever asks waits for the answer.
          ollama: engine === 'rules' ? undefined : await chosenModel(ctx, index, { ...chosen, urgent: true }),
          timeoutMs: chosen.seconds ? chosen.seconds * 1000 : undefined,
          cache,
          again: chosen.again === true,
          signal,
        });
        return [extend(item, index, { answer })];
      },
      CONCURRENCY,
    ),
  );
}
