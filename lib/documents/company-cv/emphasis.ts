import type { Score } from '../../match';
import { clean } from '../clean';
import type { CvContent, Item } from './content';

/** What to put first and mark. Reorders and marks, never adds or takes away. */
export interface Emphasis {
  isWanted: (text: string) => boolean;
  order: (items: Item[]) => Item[];
  orderGroups: (groups: CvContent['skills']) => CvContent['skills'];
}

export const none: Emphasis = { isWanted: () => false, order: (items) => items, orderGroups: (groups) => groups };

/** Shorter words say too little about a line: « de », "and". */
const SHORTEST = 4;

/**
 * What the offer asks for and the CV shows: the quotes that the score rests on, and the names of the criteria that are met. A text is wanted when it stands in
 * such a quote, or names such a criterion: a short one (« TVA », "SQL") only when it is the whole text. Criteria that are missing mark nothing.
 */
export function emphasisOf(score: Score): Emphasis {
  const met = score.criteria.filter(({ status }) => status === 'met' || status === 'partly');
  const names = met.map(({ label }) => fold(label));
  const named = new Set(names);
  const quotes = met.flatMap(({ evidence }) => evidence.map(({ quote }) => fold(quote))).filter(isTelling);
  const labels = names.filter(isTelling);
  const isWanted = (text: string) => {
    const folded = fold(text);
    if (folded === '') return false;
    return (
      named.has(folded) ||
      quotes.some((quote) => isQuoted(folded, quote)) ||
      labels.some((label) => hasWords(folded, label) || hasWords(label, folded))
    );
  };
  const order = (items: Item[]) => [...items.filter(({ strong }) => strong), ...items.filter(({ strong }) => !strong)];
  const wanted = ({ names }: CvContent['skills'][number]) => names.filter(({ strong }) => strong).length;
  return { isWanted, order, orderGroups: (groups) => [...groups].sort((a, b) => wanted(b) - wanted(a)) };
}

/** Lower case without accents and marks, one space between words and one at either end. */
export function fold(text: string): string {
  const bare = clean(text)
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]+/gu, ' ')
    .trim();
  return bare === '' ? '' : ` ${bare} `;
}

/** A line of the CV may be one of several that were joined to one text. */
const WHOLE_LINE = 16;
const isQuoted = (folded: string, quote: string) =>
  folded === quote || (quote.length >= WHOLE_LINE && folded.includes(quote));
const isTelling = (folded: string) => folded.trim().length >= SHORTEST;
const hasWords = (folded: string, part: string) => isTelling(part) && folded.includes(part);
