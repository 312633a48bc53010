import type { Cefr } from '../../../profile';

/** Words for a level, folded, with the CEFR level they are commonly read as. The first that matches counts. */
export const LEVELS: readonly (readonly [pattern: RegExp, level: Cefr])[] = [
  [
    /\b(?:langue (?:maternelle|natale)|maternel(?:le)?s?|natif|native|native speaker|mother tongue|first language|muttersprache|muttersprachlich|muttersprachler(?:in)?|lengua materna|nativo|nativa|materna|madrelingua|lingua madre|moedertaal)\b/,
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
    /\b(?:niveau scolaire|scolaire|notions?|bases?|elementaire|debutant|grundkenntnisse|basic|basics|beginner|elementary|limited working|limited|school level|basico|nociones|nivel basico|nivel bajo|base|scolastico|elementare|basis|basiskennis|matig|anfanger|rudimentaire|lu)\b(?! (?:et )?(?:ecrit|parle))/,
    'A2',
  ],
  [
    /\b(?:courant|courante|couramment|fluent|fluently|flie(?:ss|s|ß)end|verhandlungssicher|vloeiend|fluido|fluida|fluente|nivel alto|full professional|excellent|excellente|tres bon niveau|tres bon|sehr gut|muy alto|alto|ottimo|ottima|uitstekend|business fluent|near native|dalf|cae|certificate in advanced english|cambridge advanced|jlpt n1|hsk 5)\b/,
    'C1',
  ],
  [
    /\b(?:lu ecrit (?:et )?parle|lu parle ecrit|parle lu ecrit|professionnel(?:le)?|professional(?: working)?|operationnel(?:le)?|technique|avance|avancee|advanced|bon niveau|bonne maitrise|good|gut|gute kenntnisse|goed|buono|buona|bueno|buen nivel|avanzado|avanzato|fce|upper intermediate|gehobene|maitrise|working proficiency|confirme|profesional|first certificate|cambridge first|jlpt n2|hsk 4)\b/,
    'B2',
  ],
  [
    /\b(?:intermediaire|intermediate|conversational|conversationnel|conversation|moyen|redelijk|nivel medio|medio|intermedio|mittel|mittelstufe|fortgeschritten|usuel|pratique|correct|satisfaisant|niveau moyen|pet|autonome|independent|gemiddeld|discreto|sufficiente|jlpt n3|hsk 3)\b/,
    'B1',
  ],
];
