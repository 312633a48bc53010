import type { Locale } from '../errors';

const NBSP = '\u00A0';

/** Pairs of what to look for and what stands there in French print (Imprimerie nationale, « Lexique des règles typographiques »). */
const FRENCH: [RegExp, string][] = [
  [/(?<=\p{L})'(?=\p{L})/gu, '’'],
  [/(?<=^|[\s\u00A0]|[\s\u00A0]\()"(?=\S)([^"\n]*?\S)"(?=$|[\s.,;:!?)])/gu, `«${NBSP}$1${NBSP}»`],
  [/« ?(?=\S)/gu, `«${NBSP}`],
  [/(?<=\S) ?»/gu, `${NBSP}»`],
  [/(?<=\S) (?=:(?:\s|$))/gu, NBSP],
  [/(?<=\S) (?=[;!?](?:\s|$|\p{P}))/gu, NBSP],
  [/(?<=\d) (?=(?:%|€|k€|M€|h|km|kg|ans|mois|jours|heures|personnes|\d{3})(?![\p{L}\d]))/gu, NBSP],
  [/(?<=(?:^|\s)n°) (?=\d)/gu, NBSP],
];

/**
 * The same words with the spaces, apostrophes and quotation marks of French print, so that no line begins with « : » or « % ». Nothing but spaces and marks is
 * changed, and an existing mark is never given a space that the writer left out. Other languages come back as they are.
 */
export function typographic(text: string, locale: Locale): string {
  if (locale !== 'fr') return text;
  return FRENCH.reduce((changed, [what, by]) => changed.replace(what, by), text);
}
