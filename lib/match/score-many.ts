import type { Profile } from '../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from './anonymize';
import { EIGHTHS } from './points';
import { isPrepared, prepareOffer, type PreparedOffer } from './prepare';
import { CandidateIndex, prepareCandidate, QuickScorer, type QuickScore } from './quick';
import { reliabilityOf } from './reliability';
import { FORMULA, scoreProfile, warningsOf } from './score';
import type { JobOffer, PersonAnswer, Score } from './types';
import { words } from './words';

export interface ScoreManyOptions {
  /** So many of the best have reasons and evidence, and everybody level with the last of them; by default all. */
  explain?: number;
  /** Answers of people, in the order of the profiles. Who has any is always explained. */
  answers?: (readonly PersonAnswer[])[];
}

/**
 * The scores of many profiles, in their order: the same numbers, bands, statuses and warnings as `scoreProfile`, with reasons and evidence for the best
 * only. The others are scored by `QuickScorer`, which holds a few kilobytes a candidate.
 */
export function scoreMany(
  profiles: (Profile | AnonymousProfile)[],
  offer: JobOffer | PreparedOffer,
  { explain = profiles.length, answers = [] }: ScoreManyOptions = {},
): Score[] {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const explained = (at: number) => scoreProfile(profiles[at], prepared, answers[at]);
  if (explain >= profiles.length) return profiles.map((_, at) => explained(at));
  const anonymous = profiles.map((profile) => (isAnonymous(profile) ? profile : anonymize(profile)));
  const scorer = new QuickScorer(prepared, new CandidateIndex(anonymous.map(prepareCandidate)));
  const scores = anonymous.map((profile, at) =>
    answers[at]?.length ? explained(at) : unexplained(scorer.score(at), prepared, profile),
  );
  const last = [...scores].sort((a, b) => b.score - a.score)[explain - 1]?.score ?? Infinity;
  return scores.map((score, at) => (score.score >= last ? explained(at) : score));
}

function unexplained(quick: QuickScore, prepared: PreparedOffer, profile: AnonymousProfile): Score {
  const criteria = prepared.criteria.map(({ id, kind, label, must }, at) => ({
    ...{ id, kind, label, must, status: quick.statuses[at] },
    ...{ points: quick.points[at], maxPoints: prepared.shares[at] / EIGHTHS },
    ...{ reason: words[prepared.locale].unexplained, evidence: [] },
  }));
  const reliability = reliabilityOf(profile);
  return {
    offer: { id: prepared.offer.id ?? null, title: prepared.offer.title },
    ...{ score: quick.score, band: quick.band, interval: quick.interval, criteria },
    missingMustHaves: criteria.filter(({ must, status }) => must && status === 'missing').map(({ label }) => label),
    ...{ reliability: reliability.value, reliabilityParts: reliability.parts, formula: FORMULA },
    warnings: warningsOf(prepared, profile),
  };
}
