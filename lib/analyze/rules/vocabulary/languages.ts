import type { Cefr } from '../../../profile';

/** Words for a level, folded, with the CEFR level they are commonly read as. The first that matches counts. */
export const LEVELS: readonly (readonly [pattern: RegExp, level: Cefr])[] = [
  [
    /\b(?:langue (?:maternelle|natale)|maternelle?s?|natif|native|native speaker|mother tongue|first language|muttersprache|muttersprachlich|muttersprachler(?:in)?|lengua materna|nativo|nativa|materna|madrelingua|lingua madre|moedertaal)\b/,
    'native',
  ],
  [/\bc2\b/, 'C2'],
  [/\bc1\b/, 'C1'],
  [/\bb2\b/, 'B2'],
  [/\bb1\b/, 'B1'],
  [/\ba2\b/, 'A2'],
  [/\ba1\b/, 'A1'],
  [/\bbilingu\w*|\bzweisprachig\b|\btweetalig\b|\bproficiency\b(?! )|\bcpe\b/, 'C2'],
  [
    /\b(?:niveau scolaire|scolaire|notions?|bases?|elementaire|debutant|grundkenntnisse|basic|basics|beginner|elementary|limited working|limited|school level|basico|nociones|nivel basico|nivel bajo|base|scolastico|elementare|basis|basiskennis|matig|anfanger|rudimentaire|lu)\b(?! ecrit)/,
    'A2',
  ],
  [
    /\b(?:courant|courante|couramment|fluent|fluently|flie(?:ss|s|ß)end|verhandlungssicher|vloeiend|fluido|fluida|fluente|nivel alto|full professional|excellent|excellente|tres bon niveau|tres bon|sehr gut|muy alto|alto|ottimo|ottima|uitstekend|business fluent|near native|dalf|cae)\b/,
    'C1',
  ],
  [
    /\b(?:lu ecrit (?:et )?parle|lu parle ecrit|parle lu ecrit|professionnel(?:le)?|professional(?: working)?|operationnel(?:le)?|technique|avance|avancee|advanced|bon niveau|bonne maitrise|good|gut|gute kenntnisse|goed|buono|buona|bueno|buen nivel|avanzado|avanzato|fce|upper intermediate|gehobene|maitrise|working proficiency|confirme|profesional)\b/,
    'B2',
  ],
  [
    /\b(?:intermediaire|intermediate|conversational|conversationnel|conversation|moyen|redelijk|nivel medio|medio|intermedio|mittel|mittelstufe|fortgeschritten|usuel|pratique|correct|satisfaisant|niveau moyen|pet|autonome|independent|gemiddeld|discreto|sufficiente)\b/,
    'B1',
  ],
];

/** Names of languages beyond what the platform knows by ISO 639-1, folded. */
export const EXTRA_LANGUAGES: Record<string, string> = {
  mandarin: 'zh',
  'chinois mandarin': 'zh',
  cantonais: 'zh',
  cantonese: 'zh',
  castillan: 'es',
  castellano: 'es',
  flamand: 'nl',
  flemish: 'nl',
  farsi: 'fa',
  dari: 'fa',
  moldave: 'ro',
  tagalog: 'tl',
  filipino: 'tl',
  'serbo croate': 'sh',
  gaelic: 'ga',
  gaelique: 'ga',
  irish: 'ga',
  'scottish gaelic': 'gd',
  'gaelique ecossais': 'gd',
  valenciano: 'ca',
  valencien: 'ca',
  valencian: 'ca',
  'greek modern': 'el',
  hochdeutsch: 'de',
  schweizerdeutsch: 'de',
  'swiss german': 'de',
  igbo: 'ig',
  ibo: 'ig',
  mandarijn: 'zh',
  mandarino: 'zh',
  chino: 'zh',
};

/** Languages without a two-letter code and sign languages: known, but with no ISO 639-1 code. */
export const LANGUAGES_WITHOUT_CODE: readonly string[] = [
  'kabyle',
  'berbere',
  'tamazight',
  'darija',
  'langue des signes',
  'langue des signes francaise',
  'lsf',
  'british sign language',
  'bsl',
  'american sign language',
  'asl',
  'dioula',
  'baoule',
  'creole',
  'creole antillais',
  'creole reunionnais',
  'soninke',
  'alsacien',
  'picard',
  'gallo',
  'mina',
  'fon',
  'tigrinya oral',
];

/** ISO 639-1 codes whose names are asked from the platform. */
export const ISO_639_1 =
  'aa ab af ak am an ar as av ay az ba be bg bi bm bn bo br bs ca ce ch co cs cv cy da de dv dz ee el en eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi hr ht hu hy hz ia id ig ii is it iu ja jv ka kg ki kk kl km kn ko ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my nb nd ne ng nl nn no nr nv ny oc om or os pa pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu'.split(
    ' ',
  );
