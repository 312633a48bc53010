import { VivierError, type ErrorCode } from '../../errors';
import type { ModelClient } from '../../ollama';
import { fold } from '../text';
import type { CriterionText, JobOffer, OfferCriteria } from '../types';
import { readByModel, type DroppedClaim } from './model';
import { readByRules, type ReadCriterion } from './rules';

export type { DroppedClaim } from './model';
export type { ReadCriterion } from './rules';

/** An offer whose criteria were read from its text, for a person to edit and confirm. */
export interface ReadOffer {
  /** Ready to score with; `criteria.confirmed` is false until a person sets it. */
  offer: JobOffer & { criteria: OfferCriteria };
  /** The same criteria, each with the line that it was read from. */
  found: ReadCriterion[];
  /** What the model said and the offer doesn't. */
  dropped: DroppedClaim[];
  /** Null where rules worked alone. */
  model: string | null;
  /** Why rules worked alone although a model was wished for. */
  fallback: ErrorCode | null;
}

/** Criteria by rules alone, with their lines. Pure. */
export function readOfferByRules(offer: JobOffer): ReadOffer {
  return asOffer(offer, readByRules(offer), { dropped: [], model: null, fallback: null });
}

/**
 * Criteria by rules and model together: the model's are kept where the offer says them, in its own words, and no number of the model's is used.
 * When the model doesn't answer, the rules alone; `fallback` says why.
 * @throws VivierError `cancelled`
 */
export async function parseOfferWithModel(
  offer: JobOffer,
  client: ModelClient,
  signal?: AbortSignal,
): Promise<ReadOffer> {
  const byRules = readByRules(offer);
  try {
    const { criteria, dropped, model } = await readByModel(offer, client, signal);
    return asOffer(offer, merged(byRules, criteria), { dropped, model, fallback: null });
  } catch (error) {
    if (!(error instanceof VivierError) || error.code === 'cancelled') throw error;
    return asOffer(offer, byRules, { dropped: [], model: null, fallback: error.code });
  }
}

/** The rules' criteria, and those of the model that say something else. Where both found the same words, the rules' reading of them stays. */
function merged(byRules: ReadCriterion[], byModel: ReadCriterion[]): ReadCriterion[] {
  const kept = byRules.map((one) => ({ ...one }));
  for (const claim of byModel) {
    const same = kept.find((one) => saysTheSame(one, claim));
    if (!same) kept.push(claim);
    else if (same.foundBy === 'rules') same.foundBy = 'both';
  }
  return kept;
}

/** Years and degrees are asked for once an offer, languages once each; of other things the shorter words lie in the longer ones on the same line. */
function saysTheSame(one: ReadCriterion, other: ReadCriterion): boolean {
  const [a, b] = [fold(one.text), fold(other.text)];
  const contains = a.includes(b) || b.includes(a);
  if (one.kind !== other.kind) return a === b;
  if (one.kind === 'years' || one.kind === 'degree') return contains || one.place?.lines[0] === other.place?.lines[0];
  if (one.kind === 'language') return a.split(' ')[0] === b.split(' ')[0] || contains;
  return contains;
}

function asOffer(
  offer: JobOffer,
  found: ReadCriterion[],
  how: Pick<ReadOffer, 'dropped' | 'model' | 'fallback'>,
): ReadOffer {
  const list = (must: boolean) =>
    found
      .filter((one) => one.must === must)
      .map(({ text, weight }): CriterionText => (weight === 1 ? text : { text, weight }));
  const criteria: OfferCriteria = { mustHave: list(true), niceToHave: list(false), confirmed: false };
  return { offer: { ...offer, criteria }, found, ...how };
}
