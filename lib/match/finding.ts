import type { Evidence } from '../profile';
import type { Fact, Facts } from './facts';
import type { PreparedOffer } from './prepare';
import type { Relevance } from './relevance';
import { evidenceFor } from './facts';
import { UNKNOWN, type Measure } from './measures';
import type { Criterion } from './types';
import type { Want } from './wants';

/** What a criterion came to: how far it is fulfilled (0 to 1), why, and where the CV says so. */
export interface Finding extends Measure {
  reason: string;
  evidence: Evidence[];
}

export interface Case {
  prepared: PreparedOffer;
  facts: Facts;
  relevance: Relevance;
}

export function unknown(reason: string): Finding {
  return { ...UNKNOWN, reason, evidence: [] };
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
