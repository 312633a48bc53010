import { fold } from './text';

/** Abbreviations that are ordinary words in lower case ("but", "cap") or too short to trust otherwise. French names as in the RNCP. */
const ABBREVIATIONS: [number, RegExp][] = [
  [8, /\b(?:PhD|Ph\.D|DPhil|MD)\b/],
  [7, /\b(?:DEA|DESS|DSCG|DEC|MBA|M[12]|M\.?A|M\.?Sc|M\.?Eng|LL\.?M|LPC|PGCert|PGDip|PGCE|CAPES)\b/],
  [6, /\b(?:BUT|DCG|B\.?A|B\.?Sc|B\.?Eng|LL\.?B|HBO|DEI|DECF)\b/],
  [5, /\b(?:BTS|BTSA|DUT|DEUG|DEUST|HND|HNC|CPGE|MBO 4)\b/],
  [4, /\b(?:BP|BTEC|HAVO|VWO|NVQ (?:Level )?3|MBO 3|BPJEPS|DEAS)\b/i],
  [3, /\b(?:CAP|BEP|NVQ|GCSE|CQP|BEPA|CAPA)\b/],
];

/** Written out, folded; highest first, the first match wins. */
const LEVELS: [number, RegExp][] = [
  [8, /\b(?:doctorat|doctorate|these de doctorat|bac\s*\+\s*8)\b/],
  [
    7,
    /\b(?:bac\s*\+\s*[56]|master'?s?|mastere|ingenieur|diplom-?ingenieur|diplom|ecole d'ingenieurs?|ecole de commerce|grande ecole|expert-comptable|agregation|postgraduate|maestria)\b/,
  ],
  [
    6,
    /\b(?:bac\s*\+\s*[34]|bachelor'?s?|diplome d'etat|undergraduate|university degree|honours degree|(?:computing|business|nursing|engineering|law|college) degree|degree in|grado|licenciatura|laurea)\b|(?<!(?:driving|drivers?|driver's|forklift|truck|security|sia|operating|software|full|clean|valid|uk|hgv|van|your|a|or|le) )\blicence\b/,
  ],
  [5, /\b(?:bac\s*\+\s*[12]|foundation degree|associate'?s? degree|classe preparatoire|ciclo superior)\b/],
  [
    4,
    /\b(?:baccalaureat|bac|brevet professionnel|a-levels?|high school|abitur|bachillerato|secondary school|titre professionnel)\b/,
  ],
  [3, /\b(?:vocational certificate|ausbildung|gesellenbrief|apprenticeship|apprentissage)\b/],
];

/** EQF level (3 CAP to 8 doctorate) that a wording names, or null. A field of study alone (« comptabilité ») names none. */
export function degreeLevelIn(text: string): number | null {
  const folded = fold(text);
  const named = [
    ...ABBREVIATIONS.filter(([, pattern]) => pattern.test(text)),
    ...LEVELS.filter(([, pattern]) => pattern.test(folded)),
  ].map(([level]) => level);
  return named.length === 0 ? null : lowestAskedOr(named, folded);
}

/** « Bac » is inside « Bac+2 » and « Bac professionnel »; otherwise the highest level named is meant. */
function lowestAskedOr(levels: number[], folded: string): number {
  const highest = Math.max(...levels);
  return /\b(?:minimum|au moins|at least|ou equivalent)\b/.test(folded) && levels.length > 1 && !levels.includes(4)
    ? Math.min(...levels)
    : highest;
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
