import type { Evidence } from '../profile';
import type { Fact, Facts } from './facts';
import type { PreparedOffer } from './prepare';
import type { Relevance } from './relevance';
import { evidenceFor } from './facts';
import type { Criterion, CriterionStatus } from './types';
import type { Want } from './wants';

/** What a criterion came to: how far it is fulfilled (0 to 1), why, and where the CV says so. */
export interface Finding {
  status: CriterionStatus;
  fulfilment: number;
  reason: string;
  evidence: Evidence[];
}

export interface Case {
  prepared: PreparedOffer;
  facts: Facts;
  relevance: Relevance;
}

/** Status by fulfilment; below PARTLY a finding is worth nothing. */
export const MET = 0.7;
export const PARTLY = 0.25;
/** What an unknown criterion is worth until someone asks: the score's interval tells how much that matters. */
export const UNKNOWN_SHARE = 1 / 3;

/** `met` also takes the thing itself (`same`): something near it, however well shown, is partly. */
export function statusOf(fulfilment: number, same = true): CriterionStatus {
  if (fulfilment < PARTLY) return 'missing';
  return same && fulfilment >= MET ? 'met' : 'partly';
}

export function unknown(reason: string): Finding {
  return { status: 'unknown', fulfilment: UNKNOWN_SHARE, reason, evidence: [] };
}

export function wantedBy(criterion: Criterion, { prepared }: Case): Want[][] {
  return prepared.wanted.get(criterion.id) ?? [];
}

export function proofsIn(facts: Fact[]): Evidence[] {
  return facts.flatMap((fact) => evidenceFor(fact) ?? []).slice(0, 3);
}

/** No job is described: too little was read to call anything missing. Lists of skills don't matter, so that one more skill never counts against a person. */
export function isScant({ profile }: Facts): boolean {
  return profile.experiences.every((job) => job.description === null);
}
