import { compareScores } from './score';
import type { CriterionStatus, Score } from './types';

export interface Scored {
  /** Whatever tells candidates apart; never shown to the scorer. */
  id: string;
  score: Score;
}

/** What a person would have to confirm of somebody for them to come before the one above. */
export interface OrderChange {
  /** Id of the one above. */
  above: string;
  /** Points between the two. */
  gap: number;
  /** `any`: one of the criteria is enough; `all`: they are needed together. */
  needs: 'any' | 'all';
  criteria: { id: string; label: string; status: CriterionStatus; gain: number }[];
}

export interface RankedCandidate extends Scored {
  /** 1 is best; equal scores with as many must-haves missing share it. */
  rank: number;
  /** How many others have the same rank, and what that means. */
  tiedWith: string[];
  /** Share of the others that are strictly below, 0 to 100; null when there are no others. */
  percentile: number | null;
  /** Null at the top, for ties, and where nothing open or missing would be enough. */
  change: OrderChange | null;
}

const MOST_CRITERIA = 3;

/** Best first. Full ties keep the order given and share their rank: no hidden criterion parts them. */
export function rankScores(entries: Scored[]): RankedCandidate[] {
  const sorted = [...entries].sort((a, b) => compareScores(a.score, b.score));
  const firstOf = sorted.map((entry) => sorted.findIndex((other) => compareScores(other.score, entry.score) === 0));
  return sorted.map((entry, index) => {
    const first = firstOf[index];
    const above = first > 0 ? sorted[first - 1] : null;
    return {
      ...entry,
      rank: first + 1,
      tiedWith: sorted.filter((_, other) => other !== index && firstOf[other] === first).map(({ id }) => id),
      percentile: percentileOf(entry, sorted),
      change: above && changeOf(entry.score, above),
    };
  });
}

function percentileOf({ score }: Scored, all: Scored[]): number | null {
  if (all.length < 2) return null;
  const below = all.filter((other) => other.score.score < score.score).length;
  return Math.round((below / (all.length - 1)) * 1000) / 10;
}

/** The fewest of the criteria that are open, missing or met in part that would close the gap; small gains first when one is enough. */
function changeOf({ score, criteria }: Score, above: Scored): OrderChange | null {
  const gap = above.score.score - score;
  const gains = criteria
    .filter(({ kind, status }) => status !== 'met' && kind !== 'title' && kind !== 'text')
    .map(({ id, label, status, points, maxPoints }) => ({ id, label, status, gain: maxPoints - points }))
    .filter(({ gain }) => gain > 0);
  const enough = gains.filter(({ gain }) => gain > gap).sort((a, b) => openFirst(a, b) || a.gain - b.gain);
  const of = { above: above.id, gap };
  if (enough.length > 0) return { ...of, needs: 'any', criteria: enough.slice(0, MOST_CRITERIA) };
  const together = [...gains].sort((a, b) => b.gain - a.gain);
  for (let count = 2; count <= Math.min(MOST_CRITERIA, together.length); count += 1) {
    const chosen = together.slice(0, count);
    if (chosen.reduce((sum, { gain }) => sum + gain, 0) > gap) return { ...of, needs: 'all', criteria: chosen };
  }
  return null;
}

/** What the CV leaves open is asked first; what it seems to lack after that. */
const openFirst = (a: { status: CriterionStatus }, b: { status: CriterionStatus }) =>
  Number(b.status === 'unknown') - Number(a.status === 'unknown');
