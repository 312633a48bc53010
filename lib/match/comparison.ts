import { invalid, VivierError } from '../errors';
import { rankScores, type RankedCandidate, type Scored } from './ranking';
import type { CriterionResult } from './types';

export interface ComparedCriterion {
  id: string;
  label: string;
  kind: CriterionResult['kind'];
  must: boolean;
  maxPoints: number;
  /** One a candidate, in the order of `candidates`. */
  cells: CriterionResult[];
  /** Points between the best and the weakest: what sets the candidates apart. */
  spread: number;
}

export interface Comparison {
  offer: { id: string | null; title: string };
  formula: string;
  /** Best first. */
  candidates: RankedCandidate[];
  /** In the offer's order. */
  criteria: ComparedCriterion[];
  /** Ids of the criteria that set the candidates apart most, at most three. */
  decisive: string[];
}

const FEWEST = 2;
const MOST = 5;
const MOST_DECISIVE = 3;

/**
 * Two to five candidates for one offer side by side.
 * @throws VivierError `invalid-input` for another number, or scores of different offers or formulas
 */
export function compareCandidates(entries: Scored[]): Comparison {
  if (entries.length < FEWEST || entries.length > MOST)
    throw new VivierError('invalid-input', { what: 'candidates', reason: `${FEWEST}–${MOST}` });
  const candidates = rankScores(entries);
  const [{ score }] = candidates;
  const shape = (one: Scored) =>
    JSON.stringify([one.score.formula, one.score.criteria.map(({ id, label }) => [id, label])]);
  if (candidates.some((one) => shape(one) !== shape(candidates[0])))
    throw invalid(
      'score',
      'the candidates were scored for different offers, or by different versions of the formula',
      'les candidats ont été évalués pour des offres différentes, ou par des versions différentes de la formule',
    );
  const criteria = score.criteria.map(({ id, label, kind, must, maxPoints }, index) => {
    const cells = candidates.map((candidate) => candidate.score.criteria[index]);
    const points = cells.map((cell) => cell.points);
    return { id, label, kind, must, maxPoints, cells, spread: Math.max(...points) - Math.min(...points) };
  });
  const decisive = criteria
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread)
    .slice(0, MOST_DECISIVE)
    .map(({ id }) => id);
  return { offer: score.offer, formula: score.formula, candidates, criteria, decisive };
}
