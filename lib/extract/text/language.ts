/** ISO 639-1 codes a CV is likely to be in; the fewer the choices, the surer the answer on a short text. */
const LANGUAGES = [
  'fr',
  'en',
  'de',
  'es',
  'nl',
  'it',
  'pt',
  'pl',
  'ro',
  'sv',
  'da',
  'no',
  'fi',
  'cs',
  'hu',
  'tr',
  'ar',
  'ru',
  'uk',
  'el',
  'zh',
  'ja',
  'vi',
];
/** Twenty letters, whatever stands between them. */
const ENOUGH_LETTERS = /(?:\p{L}\P{L}*){20}/u;

/** Small words that only one of the languages has, or one far more than the others: what a page of running text is full of. */
const SMALL_WORDS: Record<string, string> = {
  fr: 'et les des une dans pour avec sur aux du est au ou ses leur leurs chez sous cette depuis',
  en: 'and the with from this that using their which were have has our through within across',
  de: 'und der die das mit für von bei im zur zum den dem eine einer nach über sowie durch seit',
  es: 'y los las del el para por una desde hasta como sus mediante entre',
  nl: 'het een van voor met bij naar aan op tot werd heb zijn onze deze door',
  it: 'di della delle per gli nel nella presso dei degli il con sono dal alla',
  pt: 'do da dos das em com uma na no ao pela pelo não às',
};
const LANGUAGE_OF = new Map(
  Object.entries(SMALL_WORDS).flatMap(([code, words]) => words.split(' ').map((word) => [word, code] as const)),
);
/** Small words that settle it, how many different ones, and how many times as many as of any other language: less than that is weighed letter by letter. */
const ENOUGH = 8;
const DIFFERENT = 4;
const AHEAD = 4;

/** The language of a text in which one language's small words stand alone; null otherwise. */
function byCount(text: string): string | null {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const word of text.toLowerCase().split(/[^\p{L}\p{M}]+/u)) {
    const code = LANGUAGE_OF.get(word);
    if (!code) continue;
    counts.set(code, (counts.get(code) ?? 0) + 1);
    seen.add(word);
  }
  const [best, second] = [...counts].sort((a, b) => b[1] - a[1]);
  if (!best || best[1] < ENOUGH || best[1] < AHEAD * (second?.[1] ?? 0)) return null;
  // Danish and Swedish share « der » and « den » with German, but not many more.
  return [...seen].filter((word) => LANGUAGE_OF.get(word) === best[0]).length < DIFFERENT ? null : best[0];
}

/** ISO 639-1, or null when the text is too short to tell. Addresses and numbers are left out: they speak no language. */
export async function detectLanguage(text: string): Promise<string | null> {
  const words = text
    .replace(/\S*[@/\d]\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 8000);
  if (!ENOUGH_LETTERS.test(words)) return null;
  const counted = byCount(words);
  if (counted) return counted;
  const { detect } = await import('tinyld');
  return detect(words, { only: LANGUAGES }) || null;
}
