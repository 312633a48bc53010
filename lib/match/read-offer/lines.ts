import type { JobOffer } from '../types';
import { fold } from '../text';

/** Lines of an offer as people and the model count them: the title is line 1, the text begins on line 2. */
export const linesOf = ({ title, text }: JobOffer): string[] => [title, ...text.split(/\r?\n/)];

export interface Place {
  /** First and last line. */
  lines: [number, number];
  /** The line as the offer writes it. */
  quote: string;
}

export interface FoundWords extends Place {
  /** The words as the offer spells them. */
  text: string;
}

/** Models miscount by a line or two. */
const LINE_SLIP = 2;
const LONGEST_QUOTE = 300;

/** The words in the line that is named or next to it; null when they don't stand there. */
export function wordsNear(lines: string[], words: string, line: number): FoundWords | null {
  const order = [0, ...Array.from({ length: LINE_SLIP }, (_, at) => [-at - 1, at + 1]).flat()];
  for (const slip of order) {
    const found = wordsAt(lines, words, line + slip);
    if (found) return found;
  }
  return null;
}

/** The first line that has the words. */
export function wordsAnywhere(lines: string[], words: string): FoundWords | null {
  for (let line = 1; line <= lines.length; line += 1) {
    const found = wordsAt(lines, words, line);
    if (found) return found;
  }
  return null;
}

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Case, accents and spaces may differ; every word has to be there, whole and in this order. */
function wordsAt(lines: string[], words: string, line: number): FoundWords | null {
  const written = lines[line - 1];
  const wanted = fold(words).split(/\s+/).filter(Boolean).map(escape).join('\\s+');
  if (written === undefined || wanted === '') return null;
  // Letter by letter, so that places in the folded line are places in the line.
  const letters = [...written].map((letter) => (fold(letter).length === letter.length ? fold(letter) : letter));
  const match = new RegExp(`(?<![\\p{L}\\p{N}])${wanted}(?![\\p{L}\\p{N}])`, 'u').exec(letters.join(''));
  if (!match) return null;
  const text = written.slice(match.index, match.index + match[0].length);
  return { lines: [line, line], quote: written.trim().slice(0, LONGEST_QUOTE), text };
}
