import type { Locale } from '../../../errors';
import { isHarmless, wordsOf } from './words';

/** Done to somebody rather than by them: « j'ai été formée par », "was supervised by". */
const PASSIVE =
  /(?<!\p{L})(?:suis|es|est|sommes|etes|sont|ete|etais|etait|etiez|etaient|fus|was|were|been|being|am|are|is|be)\s+(?:\p{L}+\s+){0,2}?\p{L}+\s+(?:par|by)(?!\p{L})/u;
/** Somebody else is the one who did it: « m'ont formée », "supervised me", "against me". */
const TO_ME_FR =
  /(?<!\p{L})(?:m'|me\s|vous\s)(?:a|ont|avait|avaient|aura|auront)\s+(?:\p{L}+ment\s+)?(?:tous\s+)?(\p{L}+)/u;
const TO_ME_EN = /(?<!\p{L})(\p{L}+)\s+(?:me|us)(?!\p{L})/gu;
const KINDLY =
  /^(?:to|for|with|of|from|about|allow\w*|let\w*|gave|give[sn]?|taught|teach\w*|help\w*|led|prepar\w*|brought|enabl\w*|make|made|interest\w*|attract\w*|suit\w*|fit\w*|mean\w*|appeal\w*|motivat\w*|contact|tell|told|send|offer\w*|join|around|behind|employ\w*)$/;
const GIVEN =
  /^(?:permis|appris|donne|amenee?s?|conduite?s?|menee?s?|aidee?s?|preparee?s?|apporte|offert|plu|interessee?s?|attiree?s?|motivee?s?|enrichie?s?|retenu|ouvert|fait|renforcee?s?)$/;

/** The candidate is the one who does things; what others did to them, no CV is read for. */
export function doneByOthers(folded: string, locale: Locale): string | null {
  const passive = PASSIVE.exec(folded);
  if (passive && wordsOf(passive[0]).some(({ raw }) => !isHarmless(raw) && !FEELINGS.test(raw))) return passive[0];
  const french = locale === 'fr' && TO_ME_FR.exec(folded);
  if (french && !GIVEN.test(french[1])) return french[0];
  if (locale === 'fr') return null;
  const english = [...folded.matchAll(TO_ME_EN)].find(
    ({ 1: word }) => !KINDLY.test(word) && !['and', 'or', 'that', 'as', 'like'].includes(word),
  );
  return english ? english[0] : null;
}

const FEELINGS =
  /^(?:interess\w*|attir\w*|motiv\w*|seduit\w*|enthousias\w*|touche\w*|attract\w*|drawn|interest\w*|excited|encouraged|delighted|by|par)$/;
