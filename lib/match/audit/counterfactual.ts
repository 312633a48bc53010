import type { Profile } from '../../profile';
import type { PreparedOffer } from '../prepare';
import { scoreProfile } from '../score';
import type { Score } from '../types';
import { variantsOf, type VariantKind } from './variants';

export interface CounterfactualResult {
  kind: VariantKind;
  /** Comparisons made. */
  pairs: number;
  /** Of these, with another score, band, status or points of any criterion. */
  changed: number;
  /** Points. */
  greatestDelta: number;
  /** What was put in where something changed, at most five. */
  examples: string[];
}

const MOST_EXAMPLES = 5;

/** Scores each profile again as another person would have written it. Anything but 0 is an error of the scorer, to be reported. */
export function counterfactuals(profiles: Profile[], offer: PreparedOffer): CounterfactualResult[] {
  const results = new Map<VariantKind, CounterfactualResult>();
  for (const profile of profiles) {
    const plain = scoreProfile(profile, offer);
    for (const { kind, label, profile: variant } of variantsOf(profile)) {
      const result = results.get(kind) ?? { kind, pairs: 0, changed: 0, greatestDelta: 0, examples: [] };
      results.set(kind, result);
      const other = scoreProfile(variant, offer);
      result.pairs += 1;
      if (outcome(other) === outcome(plain)) continue;
      result.changed += 1;
      result.greatestDelta = Math.max(result.greatestDelta, Math.abs(other.score - plain.score));
      if (result.examples.length < MOST_EXAMPLES) result.examples.push(label);
    }
  }
  return [...results.values()];
}

const outcome = ({ score, band, interval, criteria }: Score) =>
  JSON.stringify([score, band, interval, criteria.map(({ status, points }) => [status, points])]);
