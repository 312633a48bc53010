import type { Cefr } from '../profile';
import { fold } from './text';

/** Names of languages as offers and CVs write them, folded; the value is the ISO 639-1 code. */
const NAMES: Record<string, string> = {
  ...named('fr', 'francais francaise french franzosisch frances frans'),
  ...named('en', 'anglais anglaise english englisch ingles engels'),
  ...named('de', 'allemand allemande german deutsch aleman duits'),
  ...named('es', 'espagnol espagnole spanish spanisch espanol castellano spaans'),
  ...named('it', 'italien italienne italian italienisch italiano italiaans'),
  ...named('pt', 'portugais portugaise portuguese portugiesisch portugues'),
  ...named('nl', 'neerlandais neerlandaise hollandais dutch nederlands niederlandisch flamand'),
  ...named('ar', 'arabe arabic arabisch'),
  ...named('zh', 'chinois mandarin chinese chinesisch'),
  ...named('ja', 'japonais japanese japanisch'),
  ...named('ru', 'russe russian russisch ruso'),
  ...named('pl', 'polonais polish polnisch polaco'),
  ...named('ro', 'roumain romanian'),
  ...named('tr', 'turc turkish turkisch'),
  ...named('uk', 'ukrainien ukrainian'),
  ...named('el', 'grec greek'),
  ...named('sv', 'suedois swedish'),
  ...named('da', 'danois danish'),
  ...named('no', 'norvegien norwegian'),
  ...named('fi', 'finnois finnish'),
  ...named('cs', 'tcheque czech'),
  ...named('hu', 'hongrois hungarian'),
  ...named('hi', 'hindi'),
  ...named('vi', 'vietnamien vietnamese'),
  ...named('ko', 'coreen korean'),
  ...named('ca', 'catalan'),
  ...named('eu', 'basque'),
  ...named('br', 'breton'),
  ...named('lb', 'luxembourgeois luxembourgish'),
};

function named(code: string, names: string): Record<string, string> {
  return Object.fromEntries(names.split(' ').map((name) => [name, code]));
}

/** ISO 639-1 code of a language's name in French, English, German, Spanish or Dutch; null when unknown. A code is taken as is. */
export function languageCode(name: string): string | null {
  const folded = fold(name).trim();
  if (/^[a-z]{2}$/.test(folded)) return folded;
  return Object.hasOwn(NAMES, folded) ? NAMES[folded] : null;
}

/** Languages named in a text, with the place of the word. */
export function languagesIn(text: string): { code: string; start: number; end: number; word: string }[] {
  return [...text.matchAll(/[\p{L}\p{M}]+/gu)].flatMap((match) => {
    const code = NAMES[fold(match[0])];
    return code ? [{ code, start: match.index, end: match.index + match[0].length, word: match[0] }] : [];
  });
}

const ORDER: Cefr[] = ['A1', 'A2', 'B1', 'B2', 'C1', 'C2', 'native'];

export function cefrRank(level: Cefr): number {
  return ORDER.indexOf(level);
}

/** Words for a level, most telling first (Council of Europe's own descriptors and the usual wording of offers and CVs). */
const LEVEL_WORDS: [Cefr, RegExp][] = [
  ['C2', /\b(?:near[- ]native|quasi[- ]natif|mother tongue or|native or near)\b/],
  [
    'native',
    /\b(?:natifs?|natives?|langue maternelle|maternelles?|mother tongue|muttersprache|lengua materna|moedertaal)\b/,
  ],
  ['C2', /\b(?:c2|bilingue|bilingual|sans faute|irreprochable|flawless|parfait|parfaite|parfaitement|zweisprachig)\b/],
  [
    'C1',
    /\b(?:c1|courante?s?|couramment|fluent|fluency|fluently|aisance|avance|advanced|excellent|excellente|verhandlungssicher|fliessend|fluido|vloeiend|maitrise)\b/,
  ],
  [
    'B2',
    /\b(?:b2|professionnel|professional|operationnel|bon niveau|good|bonne|bon|independent|upper[- ]intermediate|working|negocie|clear)\b/,
  ],
  [
    'B1',
    /\b(?:b1|intermediaire|intermediate|conversation|conversationnel|conversational|moyen|gute kenntnisse|intermedio)\b/,
  ],
  [
    'A2',
    /\b(?:a2|scolaire|elementaire|elementary|notions|basic|school level|quelques mots|grundkenntnisse|basico|pre[- ]intermediate)\b/,
  ],
  ['A1', /\b(?:a1|debutant|beginner|decouverte)\b/],
];

/** The CEFR level that a wording claims or asks for, or null. */
export function cefrIn(text: string): Cefr | null {
  const folded = fold(text);
  return LEVEL_WORDS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const DISPLAY: Record<string, Record<'fr' | 'en', string>> = {
  fr: { fr: 'français', en: 'French' },
  en: { fr: 'anglais', en: 'English' },
  de: { fr: 'allemand', en: 'German' },
  es: { fr: 'espagnol', en: 'Spanish' },
  it: { fr: 'italien', en: 'Italian' },
  pt: { fr: 'portugais', en: 'Portuguese' },
  nl: { fr: 'néerlandais', en: 'Dutch' },
};

export function languageName(code: string, locale: 'fr' | 'en'): string {
  return DISPLAY[code]?.[locale] ?? new Intl.DisplayNames([locale], { type: 'language' }).of(code) ?? code;
}
