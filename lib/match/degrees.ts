import { fold } from './text';

/** Degrees by EQF level, highest first; tried in order, the first match wins. French names as in the RNCP, English ones as in UK and US use. */
const LEVELS: [number, RegExp][] = [
  [8, /\b(?:doctorat|these de doctorat|ph\.?\s?d|dphil|doctorate|bac\s*\+\s*8|promotion)\b/],
  [
    7,
    /\b(?:bac\s*\+\s*[56]|master'?s?|mba|m\.?sc|m\.?eng|llm|mastere|dea|dess|ingenieur|diplom-?ingenieur|ecole d'ingenieurs?|grande ecole|dscg|dec|expert-comptable|maestria|ma(?= \()|agregation|pgcert|pgdip|postgraduate|lpc|pgce|capes)\b|^m\.?a\.?$|\bm[12]\b/,
  ],
  [
    6,
    /\b(?:bac\s*\+\s*[34]|licence|bachelor'?s?|b\.?sc|b\.?eng|b\.?a(?=\b)|ba\b|llb|but|dcg|diplome d'?\s?etat d'infirmier|dei|undergraduate degree|university degree|degree in|grado|licenciatura|laurea|hbo|maitrise|honours degree)\b|\bdiplome d'etat\b/,
  ],
  [
    5,
    /\b(?:bac\s*\+\s*[12]|bts|dut|deug|deust|foundation degree|associate'?s? degree|hnd|hnc|cpge|classe preparatoire|ciclo superior|mbo 4)\b/,
  ],
  [
    4,
    /\b(?:baccalaureat|bac pro|bac professionnel|bac|bp|brevet professionnel|a-levels?|high school diploma|abitur|bachillerato|nvq level 3|level 3|secondary school|btec|havo|vwo|titre professionnel|mbo 3)\b/,
  ],
  [
    3,
    /\b(?:cap|bep|nvq level 2|nvq|level 2|gcse|vocational certificate|ausbildung|gesellenbrief|mbo 2|cqp|apprenticeship|apprentissage)\b/,
  ],
];

/** EQF level (3 CAP to 8 doctorate) that a wording names, or null. A field of study alone (« comptabilité ») names none. */
export function degreeLevelIn(text: string): number | null {
  const folded = fold(text);
  return LEVELS.find(([, pattern]) => pattern.test(folded))?.[0] ?? null;
}

const NAMES: Record<number, Record<'fr' | 'en', string>> = {
  1: { fr: 'niveau 1', en: 'level 1' },
  2: { fr: 'niveau 2', en: 'level 2' },
  3: { fr: 'CAP ou BEP', en: 'vocational certificate' },
  4: { fr: 'Bac', en: 'secondary diploma' },
  5: { fr: 'Bac+2', en: 'two-year degree' },
  6: { fr: 'Bac+3', en: 'bachelor’s degree' },
  7: { fr: 'Bac+5', en: 'master’s degree' },
  8: { fr: 'doctorat', en: 'doctorate' },
};

export function degreeLevelName(level: number, locale: 'fr' | 'en'): string {
  return NAMES[level]?.[locale] ?? String(level);
}
