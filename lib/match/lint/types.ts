/** What a criterion touches, by the words of French labour law (Code du travail, L1132-1) and of the EU's directives. */
export type RiskCategory =
  | 'age'
  | 'sex'
  | 'origin'
  | 'family'
  | 'pregnancy'
  | 'health'
  | 'religion'
  | 'politics'
  | 'union'
  | 'orientation'
  | 'appearance'
  | 'address'
  | 'wealth'
  | 'language'
  | 'privacy'
  | 'record'
  | 'military';

/** `forbidden`: may not be asked for, but for the exceptions that the law names. `risky`: may be read as such, or has to be needed for the job. */
export type RiskSeverity = 'forbidden' | 'risky';

export interface CriterionRisk {
  /** Place in the text, in UTF-16 code units; `end` is exclusive. */
  start: number;
  end: number;
  /** The words themselves. */
  quote: string;
  category: RiskCategory;
  severity: RiskSeverity;
  /** Why, in one sentence of the reader's language. */
  message: string;
  /** Articles that a lawyer would look up. */
  legal: string[];
  /** Better words, or what to do instead. */
  suggestion: string;
}

export interface LintOptions {
  /** Of the messages; by default the text's own. */
  locale?: 'fr' | 'en';
  /** Offers address applicants; a note or a prompt speaks of one, a letter to one. */
  kind?: 'offer' | 'note' | 'prompt' | 'letter';
}
