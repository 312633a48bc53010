import type { ScoreBand } from './types';

/** Points are whole eighths, which binary floating point adds without error: contributions sum exactly to the score. */
export const EIGHTHS = 8;
const TOTAL = 100 * EIGHTHS;

/** Eighths of points by weight: largest remainders, so that the shares sum exactly to 100 points. */
export function shareOut(weights: number[]): number[] {
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

/** @param share eighths of points, see `shareOut` */
export function pointsOf(fulfilment: number, share: number): number {
  return Math.round(share * Math.min(1, Math.max(0, fulfilment))) / EIGHTHS;
}

/** Best first, with the score that each begins at. */
export const BANDS: [ScoreBand, number][] = [
  ['strong', 70],
  ['good', 50],
  ['partial', 30],
  ['weak', 0],
];

const GOOD = 1;
const PARTIAL = 2;
const WEAK = 3;

/** @param cap index of the best band that is still open */
export function bandOf(score: number, cap: number): ScoreBand {
  const reached = BANDS.findIndex(([, from]) => score >= from);
  return BANDS[Math.max(reached, cap)][0];
}

/**
 * The best band that is still open: good with one missing must-have, partial with two, weak when more than half are missing (and at least two);
 * partial without any job near the offer's trade. Published in docs/scoring.md.
 */
export function bandCap(musts: number, missing: number, otherTrade: boolean): number {
  if (missing >= 2 && missing * 2 > musts) return WEAK;
  return Math.max(missing === 0 ? 0 : missing === 1 ? GOOD : PARTIAL, otherTrade ? PARTIAL : 0);
}
