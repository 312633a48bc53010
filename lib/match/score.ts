import type { Profile } from '../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from './anonymize';
import { evaluate } from './evaluate';
import { NEAR_FIELD } from './field';
import type { Case, Finding } from './finding';
import { factsOf } from './facts';
import { isPrepared, prepareOffer, type PreparedOffer } from './prepare';
import { relevanceTo } from './relevance';
import type { Criterion, CriterionResult, JobOffer, Score, ScoreBand } from './types';
import { words } from './words';

/** Raised whenever the same profile and offer could give another number. */
export const FORMULA = 'vivier-score/1';

/** Points are whole eighths, which binary floating point adds without error: contributions sum exactly to the score. */
const EIGHTHS = 8;
const TOTAL = 100 * EIGHTHS;

/**
 * How well a profile fits an offer: 0 to 100, with the contribution of each criterion, its reason and its evidence.
 *
 * Each criterion has a share of 100 points by its weight (must-haves three times nice-to-haves; docs/scoring.md), of which a profile gets the part
 * that it fulfils. Only the anonymised profile is looked at; no model, clock or chance has a part, so the same input gives the same bytes.
 * What the CV does not say counts a third and widens `interval`. A must-have without evidence caps the band and is named; nobody is rejected.
 */
export function scoreProfile(profile: Profile | AnonymousProfile, offer: JobOffer | PreparedOffer): Score {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const facts = factsOf(isAnonymous(profile) ? profile : anonymize(profile));
  const of: Case = { prepared, facts, relevance: relevanceTo(prepared, facts) };
  const shares = shareOut(prepared.criteria.map((criterion) => criterion.weight));
  const rows = prepared.criteria.map((criterion, index) => row(criterion, evaluate(criterion, of), shares[index]));
  const score = rows.reduce((sum, { points }) => sum + points, 0);
  const missing = rows.filter(({ must, status }) => must && status === 'missing').map(({ label }) => label);
  return {
    offer: { id: prepared.offer.id ?? null, title: prepared.offer.title },
    score,
    band: bandOf(score, bandCap(rows, of)),
    interval: intervalOf(rows, score),
    criteria: rows,
    missingMustHaves: missing,
    reliability: reliabilityOf(facts.profile),
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
  const points = Math.round(share * Math.min(1, Math.max(0, finding.fulfilment)));
  const { status, reason, evidence } = finding;
  return { id, kind, label, must, status, points: points / EIGHTHS, maxPoints: share / EIGHTHS, reason, evidence };
}

/** Largest remainders: shares in proportion to the weights that sum exactly to the total. */
function shareOut(weights: number[]): number[] {
  const sum = weights.reduce((total, weight) => total + weight, 0);
  const exact = weights.map((weight) => (sum === 0 ? 0 : (weight / sum) * TOTAL));
  const shares = exact.map(Math.floor);
  const byRemainder = exact
    .map((_, index) => index)
    .sort((a, b) => exact[b] - shares[b] - (exact[a] - shares[a]) || a - b);
  const left = sum === 0 ? 0 : TOTAL - shares.reduce((total, share) => total + share, 0);
  for (const index of byRemainder.slice(0, left)) shares[index] += 1;
  return shares;
}

const BANDS: [ScoreBand, number][] = [
  ['strong', 70],
  ['good', 50],
  ['partial', 30],
  ['weak', 0],
];

function bandOf(score: number, cap: number): ScoreBand {
  const reached = BANDS.findIndex(([, from]) => score >= from);
  return BANDS[Math.max(reached, cap)][0];
}

/**
 * The best band that is still open: good with one missing must-have, partial with two, weak when more than half are missing (and at least two);
 * partial without any job near the offer's trade. Published in docs/scoring.md.
 */
function bandCap(rows: CriterionResult[], of: Case): number {
  const musts = rows.filter(({ must }) => must);
  const missing = musts.filter(({ status }) => status === 'missing').length;
  if (missing >= 2 && missing * 2 > musts.length) return bandIndex('weak');
  return Math.max(bandIndex(MOST_WITH_MISSING[Math.min(missing, 2)]), hasOtherTrade(of) ? bandIndex('partial') : 0);
}

const MOST_WITH_MISSING: ScoreBand[] = ['strong', 'good', 'partial'];
const bandIndex = (band: ScoreBand) => BANDS.findIndex(([name]) => name === band);

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

/** Half what was filled, three tenths what has evidence, two tenths what gave no cause for warnings; a partly read CV loses a fifth. */
function reliabilityOf(profile: AnonymousProfile): number {
  const entries = [...profile.experiences, ...profile.education, ...profile.skills, ...profile.languages];
  const backed = entries.filter(({ evidence }) => Object.keys(evidence).length > 0).length;
  const { completeness, warnings, disagreements, partial } = profile.quality;
  const evidenced = entries.length === 0 ? 0 : backed / entries.length;
  const undisturbed = 1 - Math.min(1, (warnings + disagreements) / 10);
  const value = (completeness * 0.5 + evidenced * 0.3 + undisturbed * 0.2) * (partial ? 0.8 : 1);
  return Math.round(value * 1000) / 1000;
}

function warningsOf(prepared: PreparedOffer, profile: AnonymousProfile): Score['warnings'] {
  const w = words[prepared.locale];
  const warnings: Score['warnings'] = [];
  if (prepared.criteria.filter(({ kind }) => kind !== 'title' && kind !== 'text').length < 2)
    warnings.push({ code: 'few-criteria', message: w.fewCriteria });
  if (profile.quality.completeness < 0.5) warnings.push({ code: 'scant-profile', message: w.scantProfile });
  return warnings;
}
