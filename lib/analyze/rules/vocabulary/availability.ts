/** Words by which CVs say when somebody can begin; deaccented and in lower case, French and English. */

const START = String.raw`(?<![\p{L}\p{N}-])`;
const STOP = String.raw`(?![\p{L}\p{N}])`;
/** What may stand between: « disponible pour un CDI à partir de ». */
const BETWEEN = String.raw`(?:\s*:)?\s*(?:[\p{L}'()/-]+\s+){0,6}?`;
const COUNT = String.raw`(\d{1,3}|une?|deux|trois|quatre|cinq|six|one|a|two|three|four|five)`;
const UNIT = String.raw`(mois|months?|semaines?|weeks?|jours?|days?)`;

export const COUNTS: Record<string, number | undefined> = {
  ...{ un: 1, une: 1, one: 1, a: 1, deux: 2, two: 2, trois: 3, three: 3 },
  ...{ quatre: 4, four: 4, cinq: 5, five: 5, six: 6 },
};
/** By the first letter of the unit. */
export const UNITS: Record<string, string | undefined> = { m: 'M', s: 'W', w: 'W', j: 'D', d: 'D' };

/** Of one person: « références disponibles » is no such word. */
export const FREE = new RegExp(`${START}(?:disponible|disponibilites?|libre|available|availability)${STOP}`, 'gu');

/** What is at hand rather than free, in front of that word. */
export const NOT_A_PERSON = new RegExp(
  `${START}(?:references?|referees?|portfolio|book|recommandations?|recommendations?|attestations?|certificates?|certificats?|documents?|site|application|app|logiciel|version|code|temps|copy|copie|transcripts?)\\s+(?:(?:is|are|est|sont)\\s+)?$`,
  'u',
);

export const NOW = new RegExp(
  `^${BETWEEN}(?:immediate(?:ment|ly)?|immediat|(?:tout )?de suite|des (?:maintenant|a present|aujourd'hui)|sans delai|maintenant|now|at once|straight away|right away|with immediate effect|asap)${STOP}`,
  'u',
);

/** What leads from that word to a date; « en », « le », "in" only at once behind it. */
export const FROM_DATE = new RegExp(
  `^(?:\\s*:\\s*(?=\\S)(?:(?:le|en|au|du|on|in)\\s+)?(?=\\d|\\p{L}+\\.?\\s+\\d{4})|${BETWEEN}(?:a partir d(?:e|u)\\s+|a partir d'|a compter d(?:e|u)\\s+|a compter d'|des (?:le |la )?(?:mois de )?(?:debut |mi[- ]|fin )?|from\\s+(?:the\\s+)?|as (?:of|from)\\s+|starting(?: in| from)?\\s+|avant\\s+(?:le\\s+)?|before\\s+|until\\s+)(?:le\\s+|the\\s+)?(?:mois de |debut |mi[- ]|fin |early |mid[- ]|late )?|\\s+(?:le|en|au|du|on|in)\\s+(?:the\\s+)?)`,
  'u',
);

/** « disponible sous 3 mois », "available in two weeks". */
export const AFTER = new RegExp(
  `^${BETWEEN}(?:sous|dans|d'ici|in|within|after|apres)\\s+${COUNT}[\\s-]+${UNIT}${STOP}`,
  'u',
);

/** « préavis de 3 mois », "notice period: 1 month"; « 3 mois de préavis », "one month's notice". Of a span, the longer. */
export const NOTICE = new RegExp(
  `${START}(?:preavis|notice(?: period)?)${STOP}[^.;]{0,25}?(?<![\\p{L}\\p{N}])${COUNT}[\\s-]+${UNIT}${STOP}|(?<![\\p{L}\\p{N}])${COUNT}[\\s-]+${UNIT}'?s?\\s+(?:de |d'un |of )?(?:preavis|notice)${STOP}`,
  'u',
);

export const NO_NOTICE = new RegExp(
  `${START}(?:sans preavis|aucun preavis|pas de preavis|preavis\\s*:\\s*(?:aucun|neant)|no notice(?: period)?|notice(?: period)?\\s*:\\s*none)${STOP}`,
  'u',
);

/** A label whose value stands in the next row. */
export const BARE_LABEL =
  /^(?:(?:date|periode) de )?(?:disponibilites?|preavis)\s*:?$|^(?:availability|notice period)\s*:?$/;
