import type { Evidence } from '../profile';

/** A criterion as a person writes it: a few words, with a weight when it is not like the others. */
export type CriterionText = string | { text: string; weight?: number };

/** What the offer asks for, in the words of the person who wrote it. */
export interface OfferCriteria {
  mustHave?: CriterionText[];
  niceToHave?: CriterionText[];
  minYears?: number;
  /** Free text, for example « Bac+3 (diplôme d'État) » or "Master's degree". */
  degreeLevel?: string;
  languages?: { language: string; level?: string }[];
  /** Asked of the candidate by a person, whose answer counts; unknown until then. */
  questions?: QuestionText[];
  /** Where the work is, or how much travel: a person asks whether it suits. */
  place?: string;
  /** From when on, or which hours: a person asks. */
  availability?: string;
  /** False for criteria that were read from a text and that nobody has agreed to yet: they are scored, and the score says so. */
  confirmed?: boolean;
}

export type QuestionText = string | { text: string; weight?: number; must?: boolean };

/** What a person found out about one criterion of one candidate. */
export interface PersonAnswer {
  /** Id or label of the criterion. */
  criterion: string;
  answer: 'yes' | 'partly' | 'no';
  /** Who says so. */
  by: string;
  /** ISO 8601. */
  at?: string;
  note?: string;
}

export interface JobOffer {
  id?: string;
  language?: string;
  title: string;
  text: string;
  criteria?: OfferCriteria;
  /** Practice older than so many years (1 to 40) counts half; absent: all of it counts alike. */
  halfAfterYears?: number;
  /** Factors for all criteria of a kind, above 0, that a person agreed to (see `calibrate`); 1 where none is given. */
  weights?: Partial<Record<CriterionKind, number>>;
}

export const CRITERION_KINDS = [
  ...(['skill', 'years', 'degree', 'language', 'certification', 'licence'] as const),
  ...(['title', 'text', 'question'] as const),
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

/** A criterion that code can check. */
export interface Criterion {
  id: string;
  kind: CriterionKind;
  label: string;
  must: boolean;
  /** Relative; the weights of an offer are normalised to sum to 1. */
  weight: number;
  /** What is looked for: normalised terms, a number of years, an EQF level, a CEFR level. */
  terms?: string[];
  years?: number;
  level?: number | string;
  languageCode?: string;
}

export type CriterionStatus = 'met' | 'partly' | 'missing' | 'unknown';

export interface CriterionResult {
  id: string;
  kind: CriterionKind;
  label: string;
  must: boolean;
  status: CriterionStatus;
  /** Points out of 100; the contributions of all criteria sum exactly to the score. */
  points: number;
  maxPoints: number;
  /** One sentence for a recruiter. */
  reason: string;
  evidence: Evidence[];
  /** Given by a person, and counted instead of what the CV says. */
  answer?: PersonAnswer;
}

/** One of the things that `reliability` is made of. */
export interface ReliabilityPart {
  name: 'completeness' | 'evidence' | 'agreement' | 'warnings' | 'dates' | 'gaps';
  /** 0 to 1. */
  value: number;
  /** Its share of the whole; gaps between jobs are counted and weigh 0. */
  weight: number;
  /** How many: parts filled (of 6), entries without evidence, disagreements, warnings, contradictory dates, gaps of 6 months or more. */
  count: number;
}

export interface Reliability {
  /** 0 to 1. */
  value: number;
  parts: ReliabilityPart[];
}

export type ScoreBand = 'strong' | 'good' | 'partial' | 'weak';

export interface Score {
  offer: { id: string | null; title: string };
  /** 0 to 100. */
  score: number;
  band: ScoreBand;
  /** What the score could be if every unknown criterion turned out missing, or met. */
  interval: [number, number];
  criteria: CriterionResult[];
  /** Labels of must-haves without evidence. They cap the band; they never reject. */
  missingMustHaves: string[];
  /** 0 to 1: how much the profile itself can be relied on (completeness, evidence, warnings). */
  reliability: number;
  /** What `reliability` is made of; missing from scores that were stored before it was. */
  reliabilityParts?: ReliabilityPart[];
  /** The published formula that made these numbers. */
  formula: string;
  warnings: { code: string; message: string }[];
}
