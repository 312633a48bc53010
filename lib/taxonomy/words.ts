/** Words that carry no meaning in a term, folded, French and English: « gestion de la paie » is "gestion paie". */
const STOP_WORDS = new Set('a au aux d de des du en et l la le les un une of the and for in to an on'.split(' '));

const LETTERS: Record<string, string> = { œ: 'oe', æ: 'ae', ß: 'ss' };

function fold(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[œæß]/g, (letter) => LETTERS[letter]);
}

/** Feminine to masculine, then plural to singular; the number is the fewest letters that the word must have. */
const ENDINGS: readonly (readonly [RegExp, string, number])[] = [
  [/trices?$/, 'teur', 8],
  [/euses?$/, 'eur', 7],
  [/ieres?$/, 'ier', 7],
  [/(?<=[aei])nnes?$/, 'n', 6],
  [/ives?$/, 'if', 6],
  [/ffes?$/, 'f', 5],
  [/ies$/, 'y', 7],
  [/aux$/, 'al', 6],
  [/ales?$/, 'al', 6],
  [/ees?$/, 'e', 5],
  [/(?<=sh|ch|x|ss)es$/, '', 6],
  [/(?<=[^s])s$/, '', 4],
];

/** One word in the form that plural and gender share; applied until nothing changes, so that a key stays its own key. */
function lemma(word: string): string {
  if (/\d/.test(word)) return word;
  const rule = ENDINGS.find(([ending, , least]) => word.length >= least && ending.test(word));
  const next = rule ? word.replace(rule[0], rule[1]) : dropMute(word);
  return next === word ? word : lemma(next);
}

/** « assistante » and « assistant », "chargée" and "chargé": a last mute e after a consonant, in words long enough to bear it. */
const dropMute = (word: string) => (word.length >= 6 && /[^aeiouyu]e$/.test(word) ? word.slice(0, -1) : word);

/** C++, C#, .NET and Node.js are words. Inclusive endings are set aside: « assistant(e) », « chargé·e ». */
const WORD = /\.?[\p{L}\p{N}]+(?:[+#]+|(?:\.[\p{L}\p{N}]+)+)?/gu;
const INCLUSIVE =
  /\((?:e|ne|le|se|ère|euse|trice|rice|fe|ve|s|es)\)s?|[·•](?:e|ne|le|se|ère|euse|trice|rice|fe|ve)s?(?:[·•]s)?(?!\p{L})/gu;

/** What two wordings of the same term share, whatever their case, accents, articles, plural and gender; empty when no word is left. */
export function termKey(text: string): string {
  const list = fold(text.replace(INCLUSIVE, '')).match(WORD) ?? [];
  if (list.length < 2) return list.map(lemma).join('');
  const words = list.filter((word) => !STOP_WORDS.has(word));
  // R&D is not R.
  return words.length === 1 && words[0].length === 1 ? '' : words.map(lemma).join(' ');
}
