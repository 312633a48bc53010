import type { TextLine } from '../../extract';
import { estimateTokens } from '../../ollama';

/** A border is looked for in the last part of a chunk, so that chunks don't become tiny. */
const EARLIEST_BORDER = 0.6;

/** « 12: text », what the model sees of a line. A line that imitates the end of the CV loses its angle brackets. */
export function numbered(line: TextLine): string {
  return `${line.number}: ${line.text.replace(/<\s*\/?\s*cv\s*>/gi, 'cv')}`;
}

/** How good it is to cut before `line`: between pages or blocks 3, before a heading 2, before a line after a gap 1. */
function borderBefore(line: TextLine, before: TextLine): number {
  if (line.page !== before.page || line.block !== before.block) return 3;
  if (line.heading) return 2;
  if (!line.box || !before.box) return 0;
  return line.box.y - (before.box.y + before.box.height) > line.box.height ? 1 : 0;
}

function bestCut(lines: readonly TextLine[], from: number, to: number): number {
  let best = to;
  let bestBorder = 0;
  const earliest = from + Math.ceil((to - from) * EARLIEST_BORDER);
  for (let at = to; at > Math.max(from, earliest); at--) {
    const [line, before] = [lines[at], lines[at - 1]];
    const border = line && before ? borderBefore(line, before) : 0;
    if (border > bestBorder) [best, bestBorder] = [at, border];
  }
  return best;
}

/**
 * The lines in as few parts as fit into `budget` tokens each, cut where the page shows a border. A single line longer than the
 * budget stands alone.
 */
export function chunkLines(lines: readonly TextLine[], budget: number): TextLine[][] {
  const chunks: TextLine[][] = [];
  let from = 0;
  while (from < lines.length) {
    let to = from;
    let size = 0;
    while (to < lines.length) {
      size += Buffer.byteLength(numbered(lines[to] as TextLine), 'utf8') + 1;
      if (to > from && estimateTokens('') + size / 3 > budget) break;
      to += 1;
    }
    const cut = to < lines.length ? bestCut(lines, from, to) : to;
    chunks.push(lines.slice(from, cut));
    from = cut;
  }
  return chunks;
}
