import { lineText } from './lines';
import { readingOrder } from './regions';
import type { LayoutLine, Rule, Word } from './types';

export { lettersToWords } from './words';
export { median } from './types';
export type { LayoutLine, Letter, Rule, Word } from './types';

/** Lines of a page in reading order; the words may come in any order, `rules` part what stands above them from what stands below. */
export function layoutWords(words: Word[], rules: Rule[] = []): LayoutLine[] {
  return readingOrder(words, rules).flatMap((lines, block) => {
    const right = Math.max(...lines.map((line) => line.x1));
    return lines.map((line) => {
      const confidences = line.words.flatMap((w) => w.confidence ?? []);
      const letters = line.words.reduce((n, w) => n + w.text.length, 0);
      const boldLetters = line.words.reduce((n, w) => n + (w.bold ? w.text.length : 0), 0);
      return {
        text: lineText(line, right),
        x0: line.x0,
        x1: line.x1,
        y: line.y,
        size: line.size,
        bold: boldLetters * 2 > letters,
        block,
        ...(confidences.length > 0 && { confidence: confidences.reduce((a, b) => a + b, 0) / confidences.length }),
      };
    });
  });
}
