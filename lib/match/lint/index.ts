import { foldKeepingLength } from '../text';
import { localeOf } from '../words';
import { AI_ACT, GROUNDS } from './legal';
import { LIFE_RULES, PERSONAL_RULES } from './life-rules';
import { PERSON_RULES } from './rules';
import type { CriterionRisk, LintOptions } from './types';
import type { RiskRule } from './wording';
import { explanation, suggestionFor } from './words';

export type { CriterionRisk, LintOptions, RiskCategory, RiskSeverity } from './types';

/** « sans distinction d'âge », "regardless of gender": the sentence says that the ground doesn't count, wherever it says so. */
const EQUALITY =
  /(?<!\p{L})(?:sans (?:distinction|discrimination|consideration|tenir compte)|quels? que soi\w*|quelles? que soi\w*|independamment|peu importe|egalite|diversite|discriminat\w*|ouverte?s? a (?:tous|toutes|chacun)|regardless|irrespective|whatever|without (?:regard|distinction|discrimination)|equal opportunit\w*|all (?:qualified )?(?:applicants|backgrounds|candidates)|diversity|inclusi\w*)(?!\p{L})/u;
/** « ne tenez jamais compte de », "never consider": only before the words; « votre âge ne convient pas » denies nothing. */
const DENIED =
  /(?<!\p{L})(?:ne (?:\p{L}+ ){0,3}(?:pas|jamais|ni|aucun\w*)|n'\p{L}+ (?:pas|jamais|aucun\w*)|ignor\w*|interdi\w*|never|do not|don't|not (?:look|consider|use|ask|take|based|count)\w*|must not|forbidden|prohibit\w*|welcome\w*)(?!\p{L})/u;

const BOUNDARY = /[.!?;\n]/;
const LONGEST = 200_000;

/**
 * Criteria in a text that the law forbids or that are risky, in French and English: offers, notes, prompts, letters. Wordings with their grounds, not
 * legal advice: what is found should be read by a person, and not everything that is unlawful can be found so.
 *
 * @returns findings in the order of the text, none overlapping; of two in the same place the graver one
 */
export function lintText(text: string, { locale, kind = 'offer' }: LintOptions = {}): CriterionRisk[] {
  const read = text.slice(0, LONGEST);
  const folded = foldKeepingLength(read).replace(/[’‘ʼ]/g, "'");
  const language = locale ?? localeOf({ title: '', text: read });
  const rules = kind === 'offer' ? OFFER_RULES : [...OFFER_RULES, ...PERSONAL_RULES];
  const found = rules.flatMap((rule) =>
    [...folded.matchAll(rule.pattern)]
      .filter((match) => !isInnocent(rule, folded, match.index, match.index + match[0].length))
      .map((match) => findingOf(rule, read, match.index, match.index + match[0].length, language)),
  );
  return withoutOverlaps(found);
}

const OFFER_RULES = [...PERSON_RULES, ...LIFE_RULES];

function isInnocent({ unlessBefore, unlessAfter, noun }: RiskRule, text: string, start: number, end: number): boolean {
  const before = sentenceBefore(text, start);
  if (unlessAfter?.test(text.slice(end, end + 60))) return true;
  if (unlessBefore?.test(before.slice(-60))) return true;
  if (noun !== true) return false;
  return DENIED.test(before) || EQUALITY.test(before + text.slice(start, endOfSentence(text, end)));
}

function sentenceBefore(text: string, start: number): string {
  let from = start;
  while (from > 0 && start - from < 300 && !BOUNDARY.test(text[from - 1])) from -= 1;
  return text.slice(from, start);
}

function endOfSentence(text: string, end: number): number {
  let to = end;
  while (to < text.length && to - end < 200 && !BOUNDARY.test(text[to])) to += 1;
  return to;
}

function findingOf(rule: RiskRule, text: string, start: number, end: number, locale: 'fr' | 'en'): CriterionRisk {
  const { category, severity } = rule;
  return {
    ...{ start, end, quote: text.slice(start, end), category, severity },
    message: explanation(category, severity, locale),
    legal: [...GROUNDS[category], AI_ACT],
    suggestion: rule.suggestion?.[locale] ?? suggestionFor(category, locale),
  };
}

function withoutOverlaps(found: CriterionRisk[]): CriterionRisk[] {
  const gravest = [...found].sort(
    (a, b) =>
      Number(b.severity === 'forbidden') - Number(a.severity === 'forbidden') ||
      b.end - b.start - (a.end - a.start) ||
      a.start - b.start,
  );
  const kept: CriterionRisk[] = [];
  for (const one of gravest)
    if (kept.every((other) => one.end <= other.start || one.start >= other.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}
