import type { Profile } from '../../profile';
import type { CriterionRisk } from '../lint';
import { isPrepared, prepareOffer, type PreparedOffer } from '../prepare';
import { FORMULA, scoreProfile } from '../score';
import type { JobOffer } from '../types';
import { counterfactuals, type CounterfactualResult } from './counterfactual';
import { selectionRates, SMALLEST_GROUP, type GroupRate } from './groups';

export type { CounterfactualResult } from './counterfactual';
export { FOUR_FIFTHS, selectionRates, SMALLEST_GROUP, wilson, type GroupMember, type GroupRate } from './groups';
export { variantsOf, type Variant, type VariantKind } from './variants';

export interface AuditOptions {
  /** A group by profile, in the same order, as the user declares it; null where it isn't known. Kept apart from scoring. */
  groups?: (string | null)[];
  /** Decisions of people, in the same order. Without them, selected means a score above the median (Local Law 144's scoring rate). */
  selected?: boolean[];
  /** Groups with fewer members are shown and not judged. */
  smallestGroup?: number;
}

export interface BiasAudit {
  offer: { id: string | null; title: string };
  formula: string;
  profiles: number;
  counterfactuals: CounterfactualResult[];
  /** True when no swap moved any score by anything. */
  swapsAreNeutral: boolean;
  groups: { selectedBy: 'decision' | 'median'; smallestGroup: number; rates: GroupRate[]; unknown: number } | null;
  /** Criteria of the offer that the law forbids or that are risky. */
  risks: CriterionRisk[];
}

/**
 * Looks for unequal treatment in the scores for one offer: swaps of personal details, which must change nothing; rates by group, which a person has to
 * look into when they differ; the offer's own criteria. It finds differences, not their causes, and proves no fairness.
 */
export function auditBias(profiles: Profile[], offer: JobOffer | PreparedOffer, options: AuditOptions = {}): BiasAudit {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const swaps = counterfactuals(profiles, prepared);
  return {
    offer: { id: prepared.offer.id ?? null, title: prepared.offer.title },
    formula: FORMULA,
    profiles: profiles.length,
    counterfactuals: swaps,
    swapsAreNeutral: swaps.every(({ changed }) => changed === 0),
    groups: options.groups ? groupsOf(profiles, prepared, options.groups, options) : null,
    risks: prepared.risks,
  };
}

function groupsOf(
  profiles: Profile[],
  prepared: PreparedOffer,
  groups: (string | null)[],
  { selected, smallestGroup = SMALLEST_GROUP }: AuditOptions,
): BiasAudit['groups'] {
  const chosen = selected ?? aboveMedian(profiles.map((profile) => scoreProfile(profile, prepared).score));
  const known = profiles.flatMap((_, index) => {
    const group = groups[index]?.trim();
    return group ? [{ group, selected: chosen[index] ?? false }] : [];
  });
  return {
    selectedBy: selected ? 'decision' : 'median',
    smallestGroup,
    rates: selectionRates(known, smallestGroup),
    unknown: profiles.length - known.length,
  };
}

function aboveMedian(scores: number[]): boolean[] {
  const sorted = [...scores].sort((a, b) => a - b);
  const half = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? sorted[Math.floor(half)] : (sorted[half - 1] + sorted[half]) / 2;
  return scores.map((score) => score > median);
}
