import { fold } from '../text/fold';
import { INSTRUCTION_PATTERNS, TRADE } from './patterns';

export interface InstructionLike {
  /** Place in the text, in UTF-16 units. */
  from: number;
  to: number;
}

/** Longest text, in characters, that is searched: nobody's CV is longer. */
const LONGEST = 200_000;
/** Characters around a quotation in which its trade is looked for. */
const AROUND = 120;

/** Every kind of blank as a plain one, as many as before: places stay valid. */
const plainBlanks = (text: string) => text.replace(/[^\S\n]/g, ' ');

/** Quoted beside a word of the trade. */
const isExample = (text: string, from: number, to: number) =>
  /["«“‘(]\s?$/.test(text.slice(Math.max(0, from - 2), from)) &&
  TRADE.test(text.slice(Math.max(0, from - AROUND), to + AROUND));

/** A line that begins with a small letter goes on with the sentence above. */
const goesOn = (text: string, from: number) =>
  /\n\s*$/.test(text.slice(Math.max(0, from - 3), from)) && /^\p{Ll}/u.test(text.slice(from, from + 2));

/** Places where a text speaks to a program that reads it rather than to a person. In order, never overlapping. */
export function findInstructions(text: string): InstructionLike[] {
  const folded = plainBlanks(fold(text.slice(0, LONGEST)));
  const found: InstructionLike[] = [];
  for (const { pattern, opensSentence } of INSTRUCTION_PATTERNS) {
    // `matchAll` would compile each pattern anew.
    pattern.lastIndex = 0;
    for (let match = pattern.exec(folded); match; match = pattern.exec(folded)) {
      const from = match.index + (/^[^\p{L}<[#]*/u.exec(match[0])?.[0].length ?? 0);
      const to = match.index + match[0].length;
      if (isExample(folded, from, to) || (opensSentence && goesOn(text, from))) continue;
      found.push({ from, to });
    }
  }
  found.sort((a, b) => a.from - b.from);
  return found.filter((place, i) => i === 0 || place.from >= found[i - 1].to);
}

export const hasInstructions = (text: string): boolean => findInstructions(text).length > 0;
