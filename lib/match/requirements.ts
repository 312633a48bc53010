import { conceptOf, mentions } from './concepts';
import { degreeLevelIn } from './degrees';
import { cefrIn, languageCode, languagesIn } from './languages';
import { fold } from './text';
import { isProfessional, unitsOf } from './search';
import type { Criterion, CriterionKind } from './types';
import { durationsIn } from './years';

/** Relative weights by kind for must-haves; a nice-to-have weighs a third of its kind. Published in docs/scoring.md. */
export const WEIGHTS: Record<CriterionKind, number> = {
  skill: 3,
  certification: 3,
  licence: 3,
  years: 3,
  language: 3,
  degree: 1.5,
  title: 4,
  text: 2,
  question: 1,
};
export const NICE_SHARE = 1 / 3;

export type Draft = Omit<Criterion, 'id'>;

const SPLIT_ALTERNATIVES = /\s+(?:ou|or)\s+|\s*\/\s+|\s+\/\s*/i;
const LICENCE = /\b(?:permis|driving licen[cs]e|driver'?s licen[cs]e)\b/;
const CERTIFICATION =
  /\b(?:certifi\w*|habilit\w*|caces|accredit\w*|agrement|carte pro\w*|regist(?:ered|ration)|inscrit\w*|adr|fimo|ssiap|afgsu|toeic|first aid|secouris\w*|forklift|brevet)\b/;
const DIPLOMA =
  /\b(?:diplom\w*|degree|graduate\w*|formation|ecole|licence|master\w*|bachelor\w*|bac|bts|dut|cap|bep|ingenieur|phd|doctorat\w*|bac\s*\+\s*\d|niveau)\b/;

/** A list's dash, dot, tick or number before its text. */
export function withoutBullet(text: string): string {
  return text.replace(/^\s*(?:[-–—•*·▪◦‣●○➢►✓✔]+|\d{1,2}[.)])\s+/u, '').trim();
}

/** True for a wish that only a diploma can fulfil. */
export function asksDiploma(label: string): boolean {
  return DIPLOMA.test(fold(label));
}

/** One requirement in free words, as a criterion that code can check. */
export function readRequirement(written: string, must: boolean, weight = 1): Draft {
  const label = withoutBullet(written);
  const share = must ? 1 : NICE_SHARE;
  const draft = (kind: CriterionKind, more: Partial<Draft>): Draft => ({
    ...{ kind, label, must, weight: WEIGHTS[kind] * share * weight },
    ...more,
  });
  const language = onlyLanguage(label);
  if (language) return draft('language', { languageCode: language.code, level: language.level });
  const terms = alternatives(label);
  const years = Math.max(0, ...durationsIn(label).map((duration) => duration.years));
  if (years > 0) return draft('years', { years, terms: terms.filter((term) => unitsOf(term).length > 0) });
  const folded = fold(label);
  const level = DIPLOMA.test(folded) ? degreeLevelIn(label) : null;
  if (level !== null)
    return draft('degree', { level, terms: diplomaTerms(label), weight: WEIGHTS.skill * share * weight });
  if (LICENCE.test(folded)) return draft('licence', { terms });
  if (CERTIFICATION.test(folded)) return draft('certification', { terms });
  return draft('skill', {
    terms,
    ...(isPersonal(terms) ? { weight: WEIGHTS.skill * NICE_SHARE * share * weight } : {}),
  });
}

/** Rigour or kindness can't be read from a CV, and claiming them proves nothing: such a wish weighs a third. */
export function isPersonal(terms: string[]): boolean {
  const units = terms.flatMap(unitsOf);
  return units.length > 0 && units.every((unit) => 'concept' in unit && unit.concept === 'soft-skill');
}

/** « anglais courant (C1) », "good English": a language and how well, nothing else of substance. « fiscalité française » is no language. */
function onlyLanguage(label: string): { code: string; level?: string } | null {
  const [first] = languagesIn(label);
  if (!first) return null;
  const rest = label.replace(first.word, ' ');
  const level = cefrIn(rest) ?? undefined;
  const substance = unitsOf(rest.replace(/\([^)]*\)/g, ' ')).filter((unit) => 'concept' in unit);
  return substance.length === 0 ? { code: first.code, level } : null;
}

/** The wordings that may stand for each other; all words of one belong together. */
function alternatives(label: string): string[] {
  const parts = label.split(SPLIT_ALTERNATIVES).map((part) => part.trim());
  return parts.every((part) => unitsOf(part).length > 0) ? parts : [label];
}

/** Names of levels and of kinds of diploma, which say nothing of the field. */
const DEGREE_WORDS =
  /(?<![\p{L}\d])(?:bac(?:calaur[ée]at)?(?:\s*\+\s*\d)?(?:\s*[àa-]\s*\d)?|bts|dut|but|licences?(?:\s+professionnelles?)?|masters?(?:['’]s)?|m[12]|m\.?sc|mba|bachelors?(?:['’]s)?|b\.?sc|b\.?a|cap|bep|degrees?|dipl[oô]m[ée]+(?:e?s)?|doctorat|phd|niveau|level|minimum|[ée]quivalent|equivalent|postgraduate|graduate)(?![\p{L}\d])/giu;

/** What the diploma must be in: the label without the names of levels, when something professional remains. */
export function diplomaTerms(label: string): string[] {
  const field = label.replace(DEGREE_WORDS, ' ').replace(/\s+/g, ' ').trim();
  const concepts = mentions(field).filter(({ concept }) => !conceptOf(concept)?.transversal);
  return concepts.length > 0 && unitsOf(field).some(isProfessional) ? [field] : [];
}

/** Structured parts of an offer's criteria. */
export function languageRequirement(language: string, level: string | undefined, must: boolean): Draft {
  const code = languageCode(language);
  const label = level ? `${language} (${level})` : language;
  if (code === null) return readRequirement(label, must);
  const share = must ? 1 : NICE_SHARE;
  return {
    kind: 'language',
    label,
    must,
    weight: WEIGHTS.language * share,
    languageCode: code,
    level: level ? (cefrIn(level) ?? undefined) : undefined,
  };
}
