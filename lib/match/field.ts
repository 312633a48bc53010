import { ancestors, conceptIndex, conceptOf, mentions, specificity } from './concepts';
import type { Facts, JobFacts } from './facts';
import { monthsWeighed, nowOf } from './experience';

/** Concepts of a profession with their weights; length 1. */
export type FieldVector = Map<string, number>;

/** A narrower title still speaks of its field: each step up the lexicon counts half. */
const PER_STEP = 0.5;

export interface WeightedText {
  text: string;
  weight: number;
}

const TITLE_WEIGHT = 3;
/** What an offer's title names is what the offer is about, whether or not the text repeats it. */
const TITLE_AGREEMENT = 0.6;

/** Concepts that a job or a career shows, 0 to 1 each, in the order of `conceptIndex`. */
export type Presence = Map<string, number>;

/** A line in a title shows a concept fully, and so do two lines of a description. */
const SHOWN_BY = 2;

/**
 * What texts with weights show of each profession, line by line. One line more only ever adds: unlike a direction in space, whose parts share one
 * length, it takes nothing from what the others show. Skills of any trade (leading, budgets) have no part in it.
 */
export function presenceOf(texts: WeightedText[]): Presence {
  const raw = new Map<string, number>();
  for (const { text, weight } of texts)
    for (const line of text.split('\n'))
      for (const concept of new Set(mentions(line).map((mention) => mention.concept)))
        for (const [id, steps] of ancestors(concept))
          if (!conceptOf(id)?.transversal) raw.set(id, (raw.get(id) ?? 0) + weight * PER_STEP ** steps);
  const shown = [...raw].map(([id, weight]): [string, number] => [id, Math.min(1, weight / SHOWN_BY)]);
  return new Map(shown.sort(([a], [b]) => conceptIndex(a) - conceptIndex(b)));
}

/** How much of an offer's field is shown, 0 to 1: each of its concepts counts by the square of its part, which sum to 1. */
export function coverage(shown: Presence, field: FieldVector): number {
  let sum = 0;
  for (const [concept, value] of shown) sum += value * (field.get(concept) ?? 0) ** 2;
  return sum;
}

/** Kept of a concept that nothing else in the offer supports. */
const LONE = 0.1;

export interface OfferField {
  field: FieldVector;
  /** How much the rest of the offer supports each of its concepts, 0 to 1. */
  support: Map<string, number>;
}

/**
 * An offer's field: its texts, where words that agree with the rest count more. An advertisement for a marketer also says "accounting for a budget"
 * and "database"; what most of it is about decides. Each concept is weighed by its likeness to all the others, itself left out.
 */
export function offerField(title: string, texts: WeightedText[]): OfferField {
  const named = new Set(mentions(title).map((mention) => mention.concept));
  const weights = conceptWeights([{ text: title, weight: TITLE_WEIGHT }, ...texts]);
  const all: FieldVector = new Map();
  for (const [concept, weight] of weights) addWithAncestors(all, concept, weight);
  const support = new Map(
    [...weights].map(([concept, weight]) => [
      concept,
      Math.max(likenessToOthers(concept, weight, all), named.has(concept) ? TITLE_AGREEMENT : 0),
    ]),
  );
  const field: FieldVector = new Map();
  for (const [concept, weight] of weights)
    addWithAncestors(field, concept, weight * (LONE + (support.get(concept) ?? 0)));
  return { field: normalised(field), support };
}

function likenessToOthers(concept: string, weight: number, all: FieldVector): number {
  const others = new Map(all);
  addWithAncestors(others, concept, -weight);
  return Math.max(0, cosine(conceptVector(concept), normalised(others)));
}

/** A concept and what is broader than it, length 1. */
function conceptVector(concept: string): FieldVector {
  const raw: FieldVector = new Map();
  addWithAncestors(raw, concept, 1);
  return normalised(raw);
}

function conceptWeights(texts: WeightedText[]): Map<string, number> {
  const weights = new Map<string, number>();
  for (const { text, weight } of texts) {
    const counts = new Map<string, number>();
    for (const { concept } of mentions(text)) counts.set(concept, (counts.get(concept) ?? 0) + 1);
    for (const [concept, count] of counts)
      weights.set(concept, (weights.get(concept) ?? 0) + weight * Math.sqrt(count));
  }
  return weights;
}

function addWithAncestors(vector: FieldVector, concept: string, weight: number): void {
  for (const [id, steps] of ancestors(concept)) {
    if (conceptOf(id)?.transversal) continue;
    vector.set(id, (vector.get(id) ?? 0) + weight * specificity(id) * PER_STEP ** steps);
  }
}

function normalised(raw: FieldVector): FieldVector {
  const length = Math.sqrt([...raw.values()].reduce((sum, value) => sum + value * value, 0));
  return length === 0 ? raw : new Map([...raw].map(([concept, value]) => [concept, value / length]));
}

function cosine(a: FieldVector, b: FieldVector): number {
  let sum = 0;
  for (const [concept, value] of a) sum += value * (b.get(concept) ?? 0);
  return sum;
}

/** From here on a job is counted as done in the offer's field, fully or by half. */
export const IN_FIELD = 0.45;
export const NEAR_FIELD = 0.25;

export interface FieldRecord {
  /** Months of practice in the field; near fields count half, overlaps once. */
  months: number;
  /** False when a job of the field has no dates. */
  dated: boolean;
  /** Jobs of the field, most relevant first. */
  jobs: { facts: JobFacts; relevance: number }[];
}

/**
 * The practice that a person has in a field, given how relevant each job is (0 to 1).
 * @param halfAfter months after which practice counts half; null for never
 */
export function fieldRecord(
  facts: Facts,
  relevanceOf: (job: JobFacts) => number,
  halfAfter: number | null,
): FieldRecord {
  const now = nowOf(facts.profile.referenceDate);
  const cutoff = halfAfter === null || now === null ? null : now - halfAfter;
  const rated = facts.jobs.map((job) => ({ facts: job, relevance: relevanceOf(job) }));
  const near = rated.filter(({ facts: job, relevance }) => job.practice && relevance >= NEAR_FIELD);
  const spans = (jobs: typeof near) => jobs.flatMap(({ facts: job }) => job.span ?? []);
  const full = monthsWeighed(spans(near.filter(({ relevance }) => relevance >= IN_FIELD)), cutoff);
  const half = monthsWeighed(spans(near), cutoff) - full;
  return {
    months: Math.round(full + half / 2),
    dated: near.every(({ facts: job }) => job.span !== null),
    jobs: near.sort((a, b) => b.relevance - a.relevance),
  };
}
