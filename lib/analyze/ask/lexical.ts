import type { TextLine } from '../../extract';
import { words } from '../text';

/** Words of questions that say nothing of what is asked. Folded; French, then English. */
const STOP = new Set(
  (
    'a ai as au aux avec avez avait ce ces cet cette combien comment dans de depuis des deux du dit elle en est et etre eu fait faire ' +
    'il ils je la le les leur lui ma mais me meme mes moi mon ne nos notre nous on ont ou par pas personne peut plus pour pourquoi qu ' +
    'quand que quel quelle quelles quels qui quoi sa se ses si son sont sur ta te tes tu un une vos votre vous y candidat candidate cv ' +
    'about an and any are at be been but by can candidate could did do does for from had has have he her his how i in into is it its ' +
    'much many my no not of on or our person she should that the their them there they this to was we were what when where which who ' +
    'whom why will with would you your'
  ).split(' '),
);

const MOST_LINES = 5;
/** Two words are forms of one when they begin alike for so long and differ little in length (« comptable », « comptabilité »). */
const STEM = 5;
const MOST_ENDING = 4;

const sameWord = (a: string, b: string) =>
  a === b ||
  (a.length >= STEM &&
    b.length >= STEM &&
    a.slice(0, STEM) === b.slice(0, STEM) &&
    Math.abs(a.length - b.length) <= MOST_ENDING);

/**
 * Lines that share words with the question, the most telling first: a word that stands in few lines tells more than one that stands in many
 * (inverse document frequency, as in search engines). It understands nothing; it only finds.
 */
export function linesLike(lines: readonly TextLine[], question: string): TextLine[] {
  const wanted = [...new Set(words(question))].filter((word) => word.length > 1 && !STOP.has(word));
  const inLines = lines.map((line) => words(line.text));
  const hits = wanted.map((word) => inLines.map((line) => line.some((other) => sameWord(word, other))));
  const weights = hits.map((found) => {
    const count = found.filter(Boolean).length;
    return count === 0 ? 0 : Math.log(1 + lines.length / count);
  });
  const scored = lines.map((line, at) => ({
    line,
    score: hits.reduce((sum, found, word) => sum + (found[at] ? (weights[word] ?? 0) : 0), 0),
  }));
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored
    .filter(({ score }) => score > 0 && score >= best / 2)
    .sort((a, b) => b.score - a.score || a.line.number - b.line.number)
    .slice(0, MOST_LINES)
    .map(({ line }) => line);
}
