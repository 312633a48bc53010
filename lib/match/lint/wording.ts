import type { RiskCategory, RiskSeverity } from './types';

/** A wording, on text folded to lower case without accents; spaces stand for any white space. */
export interface RiskRule {
  category: RiskCategory;
  severity: RiskSeverity;
  pattern: RegExp;
  /** In the sentence up to the words, these make them innocent. */
  unlessBefore?: RegExp;
  /** Right after the words. */
  unlessAfter?: RegExp;
  /** Names a ground rather than asking for anything: innocent where a sentence says that it doesn't count. */
  noun?: true;
  /** Better words than the category's own. */
  suggestion?: { fr: string; en: string };
}

const pattern = (source: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${source.replace(/ /g, '\\s+')})(?![\\p{L}\\d])`, 'gu');
export const near = (source: string) =>
  new RegExp(`(?<![\\p{L}\\d])(?:${source.replace(/ /g, '\\s+')})(?![\\p{L}\\d])`, 'u');
export const next = (source: string) => new RegExp(`^(?:${source})`, 'u');

type More = Omit<RiskRule, 'category' | 'severity' | 'pattern'>;
export const forbidden = (category: RiskCategory, source: string, more: More = {}): RiskRule => ({
  ...{ category, severity: 'forbidden', pattern: pattern(source), ...more },
});
export const risky = (category: RiskCategory, source: string, more: More = {}): RiskRule => ({
  ...forbidden(category, source, more),
  severity: 'risky',
});

export const PERSONS =
  'candidate?s?|candidature|personnes?|profils?|collaborat(?:eur|rice)s?|salariee?s?|employee?s?|applicants?|persons?|people|staff|workers?|someone';
export const WANTS =
  '(?:re)?cherch\\w*|recrut\\w*|souhait\\w*|prefer\\w*|privilegi\\w*|plutot|idealement|de preference|uniquement|exclusivement|seulement|looking for|want|wanted|seek\\w*|only|ideally|hire';
