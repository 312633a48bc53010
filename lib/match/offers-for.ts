import type { Profile } from '../profile';
import type { AnonymousProfile } from './anonymize';
import type { PreparedOffer } from './prepare';
import { CandidateIndex, prepareCandidate, QuickScorer } from './quick';
import { readCandidate, scoreProfile } from './score';
import type { Score } from './types';

/** The offers that suit one candidate best, with reasons; ties keep the order given. A thousand take a tenth of a second. */
export function offersFor(
  profile: Profile | AnonymousProfile,
  offers: PreparedOffer[],
  count = 10,
): { offer: PreparedOffer; score: Score }[] {
  const index = new CandidateIndex([prepareCandidate(profile)]);
  const candidate = readCandidate(profile);
  return offers
    .map((offer, place) => ({ offer, place, quick: new QuickScorer(offer, index).score(0) }))
    .sort((a, b) => b.quick.score - a.quick.score || a.quick.missing - b.quick.missing || a.place - b.place)
    .slice(0, count)
    .map(({ offer }) => ({ offer, score: scoreProfile(candidate, offer) }));
}
