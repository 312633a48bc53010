import type { TextLine } from '../../extract';
import { key } from '../text';
import { createVerifier } from '../verify';
import type { QuestionAnswer } from './prompt';

export interface CvQuote {
  page: number;
  /** First and last line, as `ExtractedDocument` numbers them. */
  lines: [number, number];
  /** As the CV writes it. */
  quote: string;
}

export interface Verified {
  quotes: CvQuote[];
  dropped: number;
  /** The model's sentence; null when it says something that neither its quotes nor the question say. */
  sentence: string | null;
  /** True when it was left out for that. */
  replaced: boolean;
}

/** A quote of one letter would stand anywhere. */
const LEAST_CHARACTERS = 2;
const LONGEST_SENTENCE = 400;
/** No dates are read here, so the day that dates are counted from does not matter. */
const NO_DATE = '1970-01-01';

/** Numbers in words, folded, French and English: a sentence may not count what its quotes do not count. */
const NUMBER_WORDS = new Set(
  (
    'deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante cinquante cent ' +
    'two three four five seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty ' +
    'forty fifty hundred'
  ).split(' '),
);

/** Words that begin a sentence with a capital without naming anything; folded. */
const OPENERS = new Set(
  (
    'a au aucun aucune c ce cette d dans depuis elle en il ils j l la le les non on oui par pour sa selon ses si son sur un une candidat ' +
    'candidate an according and at from he her his in it no not of on she since the their they this to with yes person'
  ).split(' '),
);

/** Words of the sentence that claim a fact: numbers, and names (a capital, not just an opener). */
function claimsOf(sentence: string): string[] {
  return (sentence.match(/[\p{L}\p{N}+#]+/gu) ?? [])
    .filter((word) => {
      const folded = key(word);
      if (/\p{N}/u.test(word) || NUMBER_WORDS.has(folded)) return true;
      return /^\p{Lu}/u.test(word) && !OPENERS.has(folded);
    })
    .map(key);
}

/** True when every number and name of the sentence stands in the quotes, in the lines they come from or in the question. */
export function isGrounded(sentence: string, sources: readonly string[]): boolean {
  const known = new Set(sources.flatMap((source) => key(source).split(' ')));
  return claimsOf(sentence).every((claim) => claim.split(' ').every((word) => known.has(word)));
}

function uniqueQuotes(quotes: readonly CvQuote[]): CvQuote[] {
  const seen = new Set<string>();
  return quotes.filter(({ lines, quote }) => {
    const id = `${lines.join('-')} ${key(quote)}`;
    return !seen.has(id) && seen.add(id);
  });
}

/** What holds of the model's answers to one question, one a part of the CV: quotes that stand in or beside the lines they cite. */
export function verifyAnswers(
  answers: readonly QuestionAnswer[],
  lines: readonly TextLine[],
  question: string,
): Verified {
  const verifier = createVerifier(lines, NO_DATE);
  const quotes: CvQuote[] = [];
  const sentences: string[] = [];
  let dropped = 0;
  for (const answer of answers) {
    const before = quotes.length;
    for (const { line, text } of answer.quotes) {
      const hit = key(text).replace(/ /g, '').length >= LEAST_CHARACTERS ? verifier.text(text, line) : null;
      if (hit) quotes.push({ page: hit.evidence.page, lines: hit.evidence.lines, quote: hit.value });
      else dropped += 1;
    }
    // A sentence without a quote behind it is an opinion.
    const sentence = answer.answer.replace(/\s+/g, ' ').trim().slice(0, LONGEST_SENTENCE);
    if (quotes.length > before && sentence) sentences.push(sentence);
  }
  const cited = new Set(quotes.flatMap(({ lines: [from, to] }) => [from, to]));
  const sources = [question, ...lines.filter(({ number }) => cited.has(number)).map(({ text }) => text)];
  const sentence = [...new Set(sentences)].join(' ');
  const grounded = sentence !== '' && isGrounded(sentence, [...sources, ...quotes.map(({ quote }) => quote)]);
  return {
    quotes: uniqueQuotes(quotes),
    dropped,
    sentence: grounded ? sentence : null,
    replaced: sentence !== '' && !grounded,
  };
}
