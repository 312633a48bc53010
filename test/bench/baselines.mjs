/*
Two baselines for ranking people by an advertisement, as a full-text search would do it. They know words only: no trade, no year, no level, no negation.
Nothing in Vivier uses them.
*/

/** Usual constants of BM25 (Robertson and Zaragoza 2009, "The Probabilistic Relevance Framework"). */
const K1 = 1.2;
const B = 0.75;
/** Of 1 to 4, the length that serves both baselines best with the people’s data: the shorter words are articles and prepositions. */
const SHORTEST = 4;

/** Words without case and accents. */
export const wordsOf = (text) =>
  (
    text
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .match(/[\p{L}\p{N}+#]+/gu) ?? []
  ).filter((word) => word.length >= SHORTEST);

/**
 * How many of the query's distinct words each text has.
 * @param {string} query
 * @param {string[]} texts
 * @returns {number[]} in the order of the texts
 */
export function wordOverlap(query, texts) {
  const wanted = new Set(wordsOf(query));
  return texts.map((text) => [...new Set(wordsOf(text))].filter((word) => wanted.has(word)).length);
}

/**
 * Okapi BM25 with the texts themselves as the collection.
 * @param {string} query
 * @param {string[]} texts
 * @returns {number[]} in the order of the texts
 */
export function bm25(query, texts) {
  const documents = texts.map((text) => countsOf(wordsOf(text)));
  const lengths = documents.map((counts) => [...counts.values()].reduce((sum, count) => sum + count, 0));
  const meanLength = lengths.reduce((sum, length) => sum + length, 0) / lengths.length || 1;
  const idf = (word) => {
    const holding = documents.filter((counts) => counts.has(word)).length;
    return Math.log(1 + (documents.length - holding + 0.5) / (holding + 0.5));
  };
  const weights = new Map([...new Set(wordsOf(query))].map((word) => [word, idf(word)]));
  return documents.map((counts, index) => {
    const norm = K1 * (1 - B + (B * lengths[index]) / meanLength);
    return [...weights].reduce((sum, [word, weight]) => {
      const count = counts.get(word) ?? 0;
      return sum + (weight * count * (K1 + 1)) / (count + norm);
    }, 0);
  });
}

function countsOf(words) {
  const counts = new Map();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
