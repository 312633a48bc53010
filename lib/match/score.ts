import type { Profile } from '../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from './anonymize';
import { evaluate } from './evaluate';
import { NEAR_FIELD } from './field';
import type { Case, Finding } from './finding';
import { factsOf, type Facts } from './facts';
import { isPrepared, prepareOffer, type PreparedOffer } from './prepare';
import { bandCap, bandOf, EIGHTHS, pointsOf } from './points';
import { relevanceTo } from './relevance';
import { isScored } from './lawful';
import { reliabilityOf } from './reliability';
import type { Criterion, CriterionResult, JobOffer, PersonAnswer, Score } from './types';
import { answerTo, measureOfAnswer } from './answers';
import { fold } from './text';
import { words } from './words';

/** Raised whenever the same profile and offer could give another number. */
export const FORMULA = 'vivier-score/3';

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
  answers: readonly PersonAnswer[] = [],
): Score {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const facts = 'all' in candidate ? candidate : readCandidate(candidate);
  const of: Case = { prepared, facts, relevance: relevanceTo(prepared, facts) };
  const rows = prepared.criteria.map((criterion, index) =>
    row(criterion, answered(criterion, of, answers), prepared.shares[index]),
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

/** What a person found out counts before what the CV says; both are kept. */
function answered(
  criterion: Criterion,
  of: Case,
  answers: readonly PersonAnswer[],
): Finding & { answer?: PersonAnswer } {
  const answer = answerTo(criterion, answers);
  const found = evaluate(criterion, of);
  if (!answer) return found;
  const reason = words[of.prepared.locale].answered(
    answer.answer,
    answer.by,
    criterion.kind === 'question' ? '' : found.reason,
  );
  return { ...measureOfAnswer(answer), reason, evidence: found.evidence, answer };
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

function row(
  { id, kind, label, must }: Criterion,
  finding: Finding & { answer?: PersonAnswer },
  share: number,
): CriterionResult {
  const { status, reason, evidence, answer } = finding;
  return {
    ...{ id, kind, label, must, status, points: pointsOf(finding.fulfilment, share), maxPoints: share / EIGHTHS },
    ...{ reason, evidence },
    ...(answer ? { answer } : {}),
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

function uniqueRisks({ risks }: PreparedOffer): PreparedOffer['risks'] {
  const quotes = risks.map(({ quote }) => fold(quote));
  return risks.filter((_, index) => quotes.indexOf(quotes[index]) === index);
}

/** Listed by a person, who need not say so, or read from a text and agreed to. An offer of a title alone has nothing to agree to. */
function isConfirmed({ offer: { criteria, text } }: PreparedOffer): boolean {
  return criteria ? criteria.confirmed !== false : text.trim() === '';
}

/** What the offer and the reading of the CV give cause to say. */
export function warningsOf(prepared: PreparedOffer, profile: AnonymousProfile): Score['warnings'] {
  const w = words[prepared.locale];
  const warnings: Score['warnings'] = uniqueRisks(prepared).map(({ severity, quote, message, suggestion }) => ({
    code: `${severity}-criterion`,
    message: w.risk(quote, message, isScored(quote) ? '' : w.notScored, suggestion),
  }));
  if (prepared.criteria.filter(({ kind }) => kind !== 'title' && kind !== 'text').length < 2)
    warnings.push({ code: 'few-criteria', message: w.fewCriteria });
  if (!isConfirmed(prepared)) warnings.push({ code: 'unconfirmed-criteria', message: w.unconfirmed });
  if (profile.quality.completeness < 0.5) warnings.push({ code: 'scant-profile', message: w.scantProfile });
  return warnings;
}
