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
const SHORTEST = 20;

/** ISO 639-1, or null when the text is too short to tell. Addresses and numbers are left out: they speak no language. */
export async function detectLanguage(text: string): Promise<string | null> {
  const words = text
    .replace(/\S*[@/\d]\S*/g, ' ')
    .replace(/\s+/g, ' ')
    .slice(0, 8000);
  if ((words.match(/\p{L}/gu) ?? []).length < SHORTEST) return null;
  const { detect } = await import('tinyld');
  return detect(words, { only: LANGUAGES }) || null;
}
