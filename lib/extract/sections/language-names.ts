import { key } from '../text/fold';
import { EXTRA_LANGUAGES, ISO_639_1, LANGUAGES_WITHOUT_CODE } from './vocabulary/languages';

const NAMES_IN = ['fr', 'en', 'de', 'es', 'it', 'nl', 'pt'];

let known: Map<string, string | null> | null = null;

/** Language names in seven languages as the platform knows them (CLDR), folded, with their ISO 639-1 codes. */
function languages(): Map<string, string | null> {
  if (known) return known;
  known = new Map<string, string | null>(LANGUAGES_WITHOUT_CODE.map((name) => [name, null]));
  for (const locale of [...NAMES_IN, ...['ar', 'pl', 'ru', 'zh']]) {
    const display = new Intl.DisplayNames([locale], { type: 'language' });
    for (const code of ISO_639_1) {
      const name = key(display.of(code) ?? '');
      if (name.length > 2 && !known.has(name)) known.set(name, code);
    }
  }
  for (const [name, code] of Object.entries(EXTRA_LANGUAGES)) known.set(name, code);
  return known;
}

/** True when the whole text is the name of a language. */
export function languageNamed(text: string): boolean {
  return languages().has(key(text));
}

export function mentionsLanguage(text: string): boolean {
  return namesIn(text).length > 0;
}

export interface Named {
  name: string;
  code: string | null;
  index: number;
  end: number;
}

/** Names of languages in a text, longest first at each place. */
export function namesIn(text: string): Named[] {
  const tokens = [...text.matchAll(/[\p{L}'’]+/gu)].map((match) => ({
    text: match[0],
    index: match.index,
    end: match.index + match[0].length,
  }));
  const found: Named[] = [];
  for (let i = 0; i < tokens.length;) {
    let taken = 0;
    for (let length = Math.min(4, tokens.length - i); length > 0 && !taken; length--) {
      const part = text.slice(tokens[i].index, tokens[i + length - 1].end);
      if (!languages().has(key(part))) continue;
      found.push({
        name: part,
        code: languages().get(key(part)) ?? null,
        index: tokens[i].index,
        end: tokens[i + length - 1].end,
      });
      taken = length;
    }
    i += taken || 1;
  }
  return found;
}
