import { words } from '../text/fold';
import { cleanText } from '../text/clean';
import type { HiddenText } from '../types';
import { hasInstructions } from './instructions';

/** A text that a file carries beside what it shows: a property, a description of a picture, a note, deleted words. */
export interface BesideText {
  text: string;
  page?: number;
  /** Instructions only are told of: a long text is usual here (a deleted paragraph, a reviewer's comment). */
  longIsUsual?: boolean;
}

/** Words from which on a property is a text of its own: titles, subjects and descriptions have fewer. */
const LONG = 60;
/** Terms parted by commas or semicolons, from which on keywords are no longer a handful. */
const MANY_TERMS = 25;
/** Share of words that also stand in the visible text, from which on the property repeats the document. */
const REPEATED = 0.7;
/** Characters quoted of one payload. */
const QUOTE = 2000;

const termsIn = (text: string) => text.split(/[,;|\n]/).filter((term) => /\p{L}/u.test(term)).length;

/** Properties that are more than usual metadata: they speak to a program, or are long and say what the document does not show. */
export function payloads(beside: readonly BesideText[], visible: string): HiddenText[] {
  const shown = new Set(words(visible));
  const seen = new Set<string>();
  return beside.flatMap(({ text, page = 1, longIsUsual = false }): HiddenText[] => {
    const { text: plain, tagged } = cleanText(text);
    const quote = `${plain} ${tagged}`.trim().slice(0, QUOTE);
    if (quote === '' || seen.has(quote)) return [];
    const isPayload =
      hasInstructions(quote) || tagged !== '' || (!longIsUsual && isLong(plain) && !repeats(plain, shown));
    if (!isPayload) return [];
    seen.add(quote);
    return [{ text: quote, page, reason: 'metadata' }];
  });
}

const isLong = (text: string) => words(text.slice(0, QUOTE)).length > LONG || termsIn(text) > MANY_TERMS;

function repeats(text: string, shown: ReadonlySet<string>): boolean {
  const list = words(text.slice(0, QUOTE));
  return list.filter((word) => shown.has(word)).length >= REPEATED * list.length;
}
