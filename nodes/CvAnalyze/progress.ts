import type { IExecuteFunctions, INodeExecutionData, NodeExecutionHint } from 'n8n-workflow';
import type { AnalysisStep } from '../../lib/analyze';
import { currentLocale } from '../../lib/errors';
import type { Profile } from '../../lib/profile';

const french = () => currentLocale() === 'fr';

/** Signs of life for the person who watches a run in the editor: in the browser's console, the one live place that n8n offers. No names, no words of a CV. */
export function showProgress(ctx: IExecuteFunctions) {
  const total = ctx.getInputData().length;
  let finished = 0;
  const name = ctx.getNode().name;
  return {
    step(index: number, { task, answers }: AnalysisStep): void {
      ctx.sendMessageToUI(`${name}: CV ${index + 1}/${total}, ${task} (${answers})`);
    },
    done(): void {
      finished += 1;
      ctx.sendMessageToUI(`${name}: ${finished}/${total} ✓`);
    },
  };
}

const warn = (message: string): NodeExecutionHint => ({ message, type: 'warning', location: 'outputPane' });

/** What the person should know before using the output, above it in n8n. */
export function tellWhatToKnow(
  ctx: IExecuteFunctions,
  profiles: readonly Profile[],
  items: readonly INodeExecutionData[],
): void {
  const alone = profiles.filter(({ meta }) => meta.run?.outcome === 'degraded').length;
  if (alone > 0) {
    const share = `${alone}/${profiles.length}`;
    ctx.addExecutionHints(
      warn(
        french()
          ? `${share} CV lus par les règles seules, car le modèle n’a pas répondu : voyez meta.warnings de chaque profil.`
          : `${share} CVs were read by the rules alone, as the model did not answer: see meta.warnings of each profile.`,
      ),
    );
  }
  const missing = ctx.getInputData().length - items.length;
  if (missing > 0 && ctx.getExecutionCancelSignal()?.aborted) {
    ctx.addExecutionHints(
      warn(
        french()
          ? `Exécution annulée : ${missing} CV n’ont pas été lus. Relancez, ce qui est lu reste en mémoire.`
          : `The run was cancelled: ${missing} CVs were not read. Run it again, what was read is kept in memory.`,
      ),
    );
  }
}
