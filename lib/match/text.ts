/** Words that carry no meaning for a match, folded, French and English (and the articles of a few neighbours). */
const STOP_WORDS = new Set(
  `a au aux avec ce ces cet cette chez comme dans de des du elle en entre es est et etc il ils je l la le les leur leurs lors lui ma mais me mes
mon ne nos notre nous on ou par pas plus pour pourrait qu que qui sa sans se ses si son sont sous sur ta te tes ton toute tout tous toutes tres tu un une vers vos
votre vous y d c j m n s t the an and are as at be been but by can for from has have having he her his how if in into is it its my no not of off or our out over
own per she so some such than that their them then there these they this to up upon us was we were what when where which while who will with you your
der die das und mit von zu im el los las del y con para por het een van voor op`.split(/\s+/),
);

/** Words kept with their folded and stemmed forms: texts of work repeat theirs. Bounded, so that a long-lived process doesn't grow. */
const MOST_KNOWN = 50_000;
const known = new Map<string, { folded: string; stem: string }>();

function wordOf(raw: string): { folded: string; stem: string } {
  const found = known.get(raw);
  if (found) return found;
  const folded = fold(raw);
  const word = { folded, stem: stem(folded) };
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(raw, word);
  return word;
}

const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', '’': "'", '‘': "'", ʼ: "'" };

// eslint-disable-next-line no-control-regex -- the whole of ASCII is meant, control characters too
const ASCII = /^[\u0000-\u007f]*$/;

/** Lower case, no accents, ligatures and typographic apostrophes written plainly. Length may change. */
export function fold(text: string): string {
  if (ASCII.test(text)) return text.toLowerCase();
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæßø’‘ʼ]/g, (letter) => LETTERS[letter] ?? letter);
}

/** Folds character by character so that places in the result are places in the text. */
export function foldKeepingLength(text: string): string {
  return [...text]
    .map((character) => (character.length === fold(character).length ? fold(character) : character))
    .join('');
}

/** Applied once, first match wins. The number is the shortest stem that may be left, so that short words keep apart. */
const ENDINGS: [RegExp, string, number][] = [
  [/trices?$/, 'teur', 5],
  [/euses?$/, 'eur', 5],
  [/ieres?$/, 'ier', 5],
  [/iennes?$/, 'ien', 5],
  [/ennes?$/, 'en', 4],
  [/onnes?$/, 'on', 4],
  [/ffes?$/, 'f', 4],
  [/ives?$/, 'if', 4],
  [/(?:eaux|eau)$/, 'eau', 4],
  [/(?:aux|ales?|als)$/, 'al', 4],
  [/elles?$/, 'el', 4],
  [/ies$/, 'y', 6],
  [/ees?$/, '', 4],
  [/sses$/, 'ss', 4],
  [/ss$/, 'ss', 4],
  [/(?:es|s|x|e)$/, '', 4],
];

/**
 * A light stemmer for French and English alike: plural and gender only. It brings the same word's forms together (« infirmière », « infirmiers »)
 * and keeps different words apart ("account", "accounting"); meaning is the lexicon's work.
 */
export function stem(folded: string): string {
  if (/\d/.test(folded)) return folded;
  if (folded.length < 5) return folded.length === 4 && !folded.endsWith('ss') ? folded.replace(/s$/, '') : folded;
  for (const [ending, replacement, shortest] of ENDINGS) {
    if (!ending.test(folded)) continue;
    const shorter = folded.replace(ending, replacement);
    if (shorter.length >= shortest) return shorter;
  }
  return folded;
}

export interface Token {
  stem: string;
  /** As written, accents and case kept. */
  raw: string;
  /** Place in the text. */
  start: number;
  end: number;
}

/** A word, with C++ and C# whole; inclusive endings are set aside: « assistant(e) », « chargé·e », « directeur/trice », « infirmier(ère) ». */
const WORD =
  /([\p{L}\p{N}\p{M}]+(?:\+\+|#)?)(?:\((?:e|ne|le|se|ère|ere|euse|trice|rice|fe|ve|x|s|es)\)s?|[·•‧∙](?:e|ne|le|se|ère|euse|trice|rice|fe|ve)s?(?:[·•‧∙]s)?(?!\p{L})|\/-?(?:trice|euse|ère|rice|ne|e)(?!\p{L}))?/gu;

/** The words of a text that can be matched, stop words left out (a capital single letter such as C or R is kept). */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  for (const match of text.matchAll(WORD)) {
    const raw = match[1];
    const { folded, stem: stemmed } = wordOf(raw);
    const programmingLanguage = raw.length === 1 && /[A-Z]/.test(raw);
    if (STOP_WORDS.has(folded) && !programmingLanguage && !isAcronym(raw)) continue;
    tokens.push({ stem: stemmed, raw, start: match.index, end: match.index + raw.length });
  }
  return tokens;
}

/** Two or more capitals that would otherwise be a stop word, such as IS (impôt sur les sociétés) or CE. */
function isAcronym(raw: string): boolean {
  return raw.length >= 2 && raw.length <= 5 && raw === raw.toUpperCase() && /^[A-Z]+$/.test(raw);
}

/** Stems of the words, in order; what a text without known concepts is compared by. */
export function stems(text: string): string[] {
  return tokenize(text).map((token) => token.stem);
}

/** Sentences and lines, trimmed; abbreviations are rare enough in offers and CVs to be ignored. */
export function sentences(text: string): string[] {
  return text
    .split(/(?<=[.!?…])\s+(?=[\p{Lu}\d«"“(])|\n+|;\s+|•/u)
    .map((part) => part.trim())
    .filter((part) => part !== '');
}
