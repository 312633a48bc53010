import { degreeLevelIn } from './degrees';
import type { CriterionStatus } from './types';

/**
 * The arithmetic of the criteria, apart from reasons and evidence, so that the explained score and the quick one (`quick/`) cannot come to different
 * numbers. Published in docs/scoring.md; `FORMULA` is raised when any of it changes.
 */
export interface Measure {
  status: CriterionStatus;
  /** 0 to 1. */
  fulfilment: number;
}

/** Status by fulfilment; below PARTLY a finding is worth nothing. */
export const MET = 0.7;
export const PARTLY = 0.25;
/** What an unknown criterion is worth until someone asks: the score's interval tells how much that matters. */
export const UNKNOWN_SHARE = 1 / 3;

export const UNKNOWN: Measure = { status: 'unknown', fulfilment: UNKNOWN_SHARE };

/** `met` also takes the thing itself (`same`): something near it, however well shown, is partly. */
export function statusOf(fulfilment: number, same = true): CriterionStatus {
  if (fulfilment < PARTLY) return 'missing';
  return same && fulfilment >= MET ? 'met' : 'partly';
}

/** Trust that is as good as any: a description's. */
export const FULL_STRENGTH = 0.9;

export function skillMeasure(strength: number, complete: boolean, scant: boolean): Measure {
  const fulfilment = Math.min(1, strength / FULL_STRENGTH);
  if (fulfilment < PARTLY) return scant ? UNKNOWN : { status: 'missing', fulfilment: 0 };
  return {
    status: statusOf(fulfilment, complete),
    fulfilment: scant ? Math.max(UNKNOWN_SHARE, fulfilment) : fulfilment,
  };
}

/** Year-only dates lose some months on average. */
const YEARS_TOLERANCE = 0.9;

/** @param months of practice in the field that has dates; `undated` when some of it has none, so that there may be more */
export function yearsMeasure(years: number, months: number, undated: boolean, hasJobs: boolean): Measure {
  if (!hasJobs) return UNKNOWN;
  const ratio = months / (years * 12);
  if (months > 0 && ratio >= YEARS_TOLERANCE) return { status: 'met', fulfilment: 1 };
  if (undated) return { status: 'unknown', fulfilment: Math.max(UNKNOWN_SHARE, ratio) };
  return { status: ratio >= 0.5 ? 'partly' : 'missing', fulfilment: ratio };
}

/** Without a wish for years, three are as good as more. */
const ENOUGH_YEARS = 3;
/** A job of the same trade under another name. */
const NEIGHBOUR = 0.85;

/** How much the practice in the field counts for the title, 0.6 to 1. */
export function experienced(months: number, years: number): number {
  return 0.6 + 0.4 * Math.min(1, months / ((years || ENOUGH_YEARS) * 12));
}

export function titleOfJob(relevance: number, recency: number, practice: boolean, experience: number): number {
  const value = relevance * recency * (practice ? 1 : 0.5);
  return Math.min(1, value / 0.8) * experience;
}

/** @param named a job that is `met` by itself bears the offer's name */
export function titleMeasure(best: number, named: boolean): Measure {
  const fulfilment = best * (named ? 1 : NEIGHBOUR);
  return { status: statusOf(fulfilment, named), fulfilment };
}

/** Half how near the CV comes to the advertisement's subjects, half how alike the two are as a whole. */
export function textFulfilment(subjects: number, likeness: number): number {
  return Math.min(1, (subjects + likeness) / 2 / 0.7);
}

/** What a degree at the level asked for is worth in a neighbouring field, and in another one. */
const NEAR_FIELD = 0.65;
const OTHER_FIELD = 0.3;
const ONE_LEVEL_BELOW = 0.6;
const FAR_BELOW = 0.2;
const LEVEL_UNREADABLE = 0.5;
/** Someone who does the job without the diploma is worth talking to. */
export const BY_PRACTICE = 0.5;
export const PRACTISED_FROM = 0.8;

export type DegreeField = 'same' | 'near' | 'other';

export function levelReached(level: number | null, wanted: number): number {
  if (level === null) return LEVEL_UNREADABLE;
  return level >= wanted ? 1 : level === wanted - 1 ? ONE_LEVEL_BELOW : FAR_BELOW;
}

export function degreeFulfilment(reached: number, field: DegreeField): number {
  return reached * (field === 'same' ? 1 : field === 'near' ? NEAR_FIELD : OTHER_FIELD);
}

export const degreeMeasure = (fulfilment: number): Measure => ({
  status: fulfilment >= MET ? 'met' : fulfilment >= OTHER_FIELD ? 'partly' : 'missing',
  fulfilment,
});

/** True when doing the job weighs more than the degree that was found. */
export function practiceDecides(fulfilment: number, hasField: boolean, practised: number): boolean {
  return fulfilment < BY_PRACTICE && hasField && practised >= PRACTISED_FROM;
}

export function levelOfDegree({ level, degree, field }: DegreeEntry): number | null {
  return level ?? degreeLevelIn(`${degree ?? ''} ${field ?? ''}`);
}

interface DegreeEntry {
  level: number | null;
  degree: string | null;
  field: string | null;
}

/** By how many CEFR levels a language is below what is asked for. */
const LANGUAGE_BELOW = [1, 0.65, 0.35];
const LANGUAGE_FAR_BELOW = 0.1;
/** A whole CV in the language shows it, though no level is stated. */
export const WRITTEN_IN_IT = 0.85;
/** Named, but how well is not said. */
export const NO_LEVEL = 0.5;

export function languageMeasure(below: number): Measure {
  const fulfilment = LANGUAGE_BELOW[Math.max(0, below)] ?? LANGUAGE_FAR_BELOW;
  return { status: below <= 0 ? 'met' : below <= 2 ? 'partly' : 'missing', fulfilment };
}

/** Unknown words that the CV need not repeat: share of the whole wording's weight. */
export const NEGLIGIBLE = 0.2;
/** Each of the next two places where the CV shows the same adds a twentieth of its own strength. */
export const PER_PLACE = 0.05;

/** Grows with every proof, so that saying more never counts against anyone. Strengths best first, 0 where there is none. */
export const strengthOf = (first: number, second: number, third: number) =>
  Math.min(1, first + second * PER_PLACE + third * PER_PLACE);

/** Learned for a diploma: as much as in an internship. */
export const STUDIED = 0.6;

export const TITLE_SHARE = 0.9;
/** A job done in the offer's trade lends half its relevance to a more special wish about years. */
export const LENT_BY_FIELD = 0.45;
/** Practice of something near what is asked for counts as a near field: by half. */
export const NEAR_PRACTICE = 0.4;
