/** Steepest slope looked for (about 6 degrees) and its step (about a tenth of a degree). */
const STEEPEST = 0.1;
const STEP = 0.002;
/** Height of the slices, in points, into which baselines are counted. */
const SLICE = 2;

function concentration(points: { x: number; y: number }[], slope: number): number {
  const counts = new Map<number, number>();
  for (const { x, y } of points) {
    const slice = Math.round((y - slope * x) / SLICE);
    counts.set(slice, (counts.get(slice) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, n) => sum + n * n, 0);
}

/**
 * Slope of a scanned page's lines: the one that gathers the words' baselines into the fewest rows (a projection profile, after Postl, 1986). 0 when no slope
 * is clearly better than none.
 */
export function estimateSkew(points: { x: number; y: number }[]): number {
  if (points.length < 12) return 0;
  let best = 0;
  let highest = concentration(points, 0) * 1.15;
  for (let slope = -STEEPEST; slope <= STEEPEST; slope += STEP) {
    const score = concentration(points, slope);
    if (score > highest) [best, highest] = [slope, score];
  }
  return Math.abs(best) < STEP * 1.5 ? 0 : best;
}
