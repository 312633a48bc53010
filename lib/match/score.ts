import type { Profile } from '../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from './anonymize';
import { evaluate } from './evaluate';
import { NEAR_FIELD } from './field';
import type { Case, Finding } from './finding';
import { factsOf, type Facts } from './facts';
import { isPrepared, prepareOffer, type PreparedOffer } from './prepare';
import { bandCap, bandOf, EIGHTHS, pointsOf } from './points';
import { relevanceTo } from './relevance';
import { reliabilityOf } from './reliability';
import type { Criterion, CriterionResult, JobOffer, Score } from './types';
import { words } from './words';

/** Raised whenever the same profile and offer could give another number. */
export const FORMULA = 'vivier-score/1';

/** A candidate read once, to be scored against many offers with reasons; to store or to rank thousands, see `prepareCandidate`. */
export type ReadCandidate = Facts;

export function readCandidate(profile: Profile | AnonymousProfile): ReadCandidate {
  return factsOf(isAnonymous(profile) ? profile : anonymize(profile));
}

/**
 * How well a profile fits an offer: 0 to 100, with the contribution of each criterion, its reason and its evidence.
 *
 * Each criterion has a share of 100 points by its weight (must-haves three times nice-to-haves; docs/scoring.md), of which a profile gets the part
 * that it fulfils. Only the anonymised profile is looked at; no model, clock or chance has a part, so the same input gives the same bytes.
 * What the CV does not say counts a third and widens `interval`. A must-have without evidence caps the band and is named; nobody is rejected.
 */
export function scoreProfile(
  candidate: Profile | AnonymousProfile | ReadCandidate,
  offer: JobOffer | PreparedOffer,
): Score {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const facts = 'all' in candidate ? candidate : readCandidate(candidate);
  const of: Case = { prepared, facts, relevance: relevanceTo(prepared, facts) };
  const rows = prepared.criteria.map((criterion, index) =>
    row(criterion, evaluate(criterion, of), prepared.shares[index]),
  );
  const score = rows.reduce((sum, { points }) => sum + points, 0);
  const reliability = reliabilityOf(facts.profile);
  const musts = rows.filter(({ must }) => must);
  const missing = musts.filter(({ status }) => status === 'missing').map(({ label }) => label);
  return {
    offer: { id: prepared.offer.id ?? null, title: prepared.offer.title },
    score,
    band: bandOf(score, bandCap(musts.length, missing.length, hasOtherTrade(of))),
    interval: intervalOf(rows, score),
    criteria: rows,
    missingMustHaves: missing,
    reliability: reliability.value,
    reliabilityParts: reliability.parts,
    formula: FORMULA,
    warnings: warningsOf(prepared, facts.profile),
  };
}

/** For sorting: best first; of equal scores the one with fewer missing must-haves. */
export function compareScores(a: Score, b: Score): number {
  return b.score - a.score || a.missingMustHaves.length - b.missingMustHaves.length;
}

/** Profiles with their scores, best first; full ties keep the order given. */
export function rank<P extends Profile | AnonymousProfile>(
  profiles: P[],
  offer: JobOffer | PreparedOffer,
): { profile: P; score: Score }[] {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  return profiles
    .map((profile) => ({ profile, score: scoreProfile(profile, prepared) }))
    .sort((a, b) => compareScores(a.score, b.score));
}

function row({ id, kind, label, must }: Criterion, finding: Finding, share: number): CriterionResult {
  const { status, reason, evidence } = finding;
  return {
    id,
    kind,
    label,
    must,
    status,
    points: pointsOf(finding.fulfilment, share),
    maxPoints: share / EIGHTHS,
    reason,
    evidence,
  };
}

/** Internships and apprenticeships count here: they are no years of practice, but no other trade either. */
function hasOtherTrade({ prepared, facts, relevance }: Case): boolean {
  return (
    prepared.core.length > 0 && facts.jobs.length > 0 && !facts.jobs.some((job) => relevance.toOffer(job) >= NEAR_FIELD)
  );
}

function intervalOf(rows: CriterionResult[], score: number): [number, number] {
  const open = rows.filter(({ status }) => status === 'unknown');
  const counted = open.reduce((sum, { points }) => sum + points, 0);
  const possible = open.reduce((sum, { maxPoints }) => sum + maxPoints, 0);
  return [score - counted, score - counted + possible];
}

function warningsOf(prepared: PreparedOffer, profile: AnonymousProfile): Score['warnings'] {
  const w = words[prepared.locale];
  const warnings: Score['warnings'] = [];
  if (prepared.criteria.filter(({ kind }) => kind !== 'title' && kind !== 'text').length < 2)
    warnings.push({ code: 'few-criteria', message: w.fewCriteria });
  if (profile.quality.completeness < 0.5) warnings.push({ code: 'scant-profile', message: w.scantProfile });
  return warnings;
}
