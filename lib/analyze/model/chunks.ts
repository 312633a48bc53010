import { headingKind, type TextLine } from '../../extract';
import { estimateTokens } from '../../ollama';

/** A border is looked for in the last part of a chunk, so that chunks don't become tiny. */
const EARLIEST_BORDER = 0.6;

/** « 12: text », what the model sees of a line. A line that imitates the end of the CV loses its angle brackets. */
export function numbered(line: TextLine): string {
  return `${line.number}: ${line.text.replace(/<\s*\/?\s*cv\s*>/gi, 'cv')}`;
}

/** The head of an entry is short and has a year in it. */
const LONGEST_HEAD = 80;
const isHead = ({ text }: TextLine) => text.length <= LONGEST_HEAD && /\b(?:19|20)\d{2}\b/.test(text);

/** Room above a line: told by its format, or seen on the page. */
function gapAbove(line: TextLine, before: TextLine): boolean {
  if (line.gapBefore || before.text.trim() === '') return true;
  if (!line.box || !before.box) return false;
  return line.box.y - (before.box.y + before.box.height) > line.box.height;
}

/**
 * How good it is to cut before `line`: at a section's heading 5, between pages or blocks 4, above an entry with room over it 3, above any other
 * room 2, above an entry 1. An entry that is cut in two would be read as two, or lose its lines.
 */
function borderBefore(line: TextLine, before: TextLine): number {
  if (line.heading || headingKind(line.text) !== null) return 5;
  if (line.page !== before.page || line.block !== before.block) return 4;
  if (gapAbove(line, before)) return isHead(line) ? 3 : 2;
  return isHead(line) ? 1 : 0;
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
