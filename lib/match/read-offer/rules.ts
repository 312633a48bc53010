import { lawfulText } from '../lawful';
import { criteriaFromText } from '../offer-text';
import { NICE_SHARE, WEIGHTS, type Draft } from '../requirements';
import type { JobOffer } from '../types';
import { linesOf, wordsAnywhere, type Place } from './lines';

/** A criterion with the line of the offer that it was read from. */
export interface ReadCriterion {
  /** In the offer's own words, to be edited. */
  text: string;
  kind: Draft['kind'];
  must: boolean;
  /** Beside the usual weight of its kind; worked out by code, never by a model. */
  weight: number;
  /** Null where the words were put together (« anglais (B2) »). */
  place: Place | null;
  foundBy: 'rules' | 'model' | 'both';
}

/** What rules find in the offer's text, with the lines. */
export function readByRules(offer: JobOffer): ReadCriterion[] {
  const lines = linesOf(offer);
  return criteriaFromText(lawfulText(offer.text), offer.title).map((draft) => asRead(draft, lines, 'rules'));
}

export function asRead(draft: Draft, lines: string[], foundBy: ReadCriterion['foundBy']): ReadCriterion {
  const { label, kind, must, weight } = draft;
  const plain = label.replace(/…$/, '').replace(/ \([ABC][12]\)$/, '');
  const found = wordsAnywhere(lines, label) ?? wordsAnywhere(lines, plain);
  return {
    ...{ text: label, kind, must, weight: rounded(weight / (listedWeight(kind) * (must ? 1 : NICE_SHARE))) },
    place: found && { lines: found.lines, quote: found.quote },
    foundBy,
  };
}

/** What a listed criterion weighs: a degree that is listed by itself counts as a skill does. */
const listedWeight = (kind: Draft['kind']) => (kind === 'degree' ? WEIGHTS.skill : WEIGHTS[kind]);

const rounded = (value: number) => Math.round(value * 100) / 100;
