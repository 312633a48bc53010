// What a row of samples says.

/** The middle one of numbers, or the one below which this share of them lies. @param {number[]} values at least one */
export function percentile(values, share = 0.5) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))];
}

/** Growth an hour by the line that fits best (least squares). @param {{at: number, value: number}[]} samples `at` in milliseconds */
export function growthPerHour(samples) {
  const mean = (numbers) => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;
  const [at, value] = [mean(samples.map((one) => one.at)), mean(samples.map((one) => one.value))];
  const over = samples.reduce((sum, one) => sum + (one.at - at) * (one.value - value), 0);
  const under = samples.reduce((sum, one) => sum + (one.at - at) ** 2, 0);
  return under === 0 ? 0 : (over / under) * 3_600_000;
}
