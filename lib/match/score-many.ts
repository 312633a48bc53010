import type { Profile } from '../profile';
import type { AnonymousProfile } from './anonymize';
import { evaluateText } from './evaluate';
import { EIGHTHS } from './points';
import { isPrepared, prepareOffer, type PreparedOffer } from './prepare';
import { CandidateIndex, compactFacts, QuickScorer, type CandidateFacts, type QuickScore } from './quick';
import { reliabilityOf } from './reliability';
import { FORMULA, readCandidate, scoreProfile, warningsOf } from './score';
import type { CriterionStatus, JobOffer, PersonAnswer, Reliability, Score } from './types';
import { words } from './words';

export interface ScoreManyOptions {
  /** So many of the best have reasons and evidence, and everybody level with the last of them; by default all. */
  explain?: number;
  /** Answers of people, in the order of the profiles. Who has any is always explained. */
  answers?: (readonly PersonAnswer[])[];
}

/**
 * The scores of many profiles, in their order: the same numbers, bands, statuses and warnings as `scoreProfile`, with reasons and evidence for the best
 * only. The others are scored by `QuickScorer`, which holds a few kilobytes a candidate; their results are small, too.
 */
export function scoreMany(
  profiles: (Profile | AnonymousProfile)[],
  offer: JobOffer | PreparedOffer,
  { explain = profiles.length, answers = [] }: ScoreManyOptions = {},
): Score[] {
  const prepared = isPrepared(offer) ? offer : prepareOffer(offer);
  const explained = (at: number) => scoreProfile(profiles[at], prepared, answers[at]);
  if (explain >= profiles.length) return profiles.map((_, at) => explained(at));
  const stored = profiles.map((profile) => storedOf(profile, prepared));
  const scorer = new QuickScorer(prepared, new CandidateIndex(stored.map(({ facts }) => facts)));
  const scores = stored.map((one, at) =>
    answers[at]?.length ? explained(at) : unexplained(scorer.score(at), prepared, one),
  );
  const last = [...scores].sort((a, b) => b.score - a.score)[explain - 1]?.score ?? Infinity;
  return scores.map((score, at) => (score.score >= last ? explained(at) : score));
}

interface Stored {
  facts: CandidateFacts;
  closeness: CriterionStatus;
  reliability: Reliability;
  warnings: Score['warnings'];
}

/** What remains of a candidate until the best are known: no texts. */
function storedOf(profile: Profile | AnonymousProfile, prepared: PreparedOffer): Stored {
  const facts = readCandidate(profile);
  return {
    facts: compactFacts(facts),
    closeness: evaluateText({ facts, prepared }).status,
    reliability: reliabilityOf(facts.profile),
    warnings: warningsOf(prepared, facts.profile),
  };
}

function unexplained(quick: QuickScore, prepared: PreparedOffer, stored: Stored): Score {
  const criteria = prepared.criteria.map(({ id, kind, label, must }, at) => ({
    ...{ id, kind, label, must, status: kind === 'text' ? stored.closeness : quick.statuses[at] },
    ...{ points: quick.points[at], maxPoints: prepared.shares[at] / EIGHTHS },
    ...{ reason: words[prepared.locale].unexplained, evidence: [] },
  }));
  return {
    offer: { id: prepared.offer.id ?? null, title: prepared.offer.title },
    ...{ score: quick.score, band: quick.band, interval: quick.interval, criteria },
    missingMustHaves: criteria.filter(({ must, status }) => must && status === 'missing').map(({ label }) => label),
    ...{ reliability: stored.reliability.value, reliabilityParts: stored.reliability.parts, formula: FORMULA },
    warnings: stored.warnings,
  };
}
