/** One person of a selection: the group is what its user declared, and never reaches the scorer. */
export interface GroupMember {
  group: string;
  selected: boolean;
}

export interface GroupRate {
  group: string;
  count: number;
  selected: number;
  /** 0 to 1. */
  rate: number;
  /** 95 %, Wilson's score interval (Wilson 1927). */
  rateInterval: [number, number];
  /** Rate against the highest rate; null for groups that are too small. */
  ratio: number | null;
  /** 95 %, on the logarithm (Katz, Baptista, Azen, Pike 1978); null for the reference group itself. */
  ratioInterval: [number, number] | null;
  /** `small` groups are shown and not judged. */
  verdict: 'reference' | 'within' | 'below' | 'small';
}

/** Four-fifths rule (29 CFR 1607.4 D; New York City Local Law 144). */
export const FOUR_FIFTHS = 0.8;
/** Below that a rate says next to nothing. */
export const SMALLEST_GROUP = 30;
const Z95 = 1.959963984540054;

/** Selection rates by group, the highest rate among groups that are large enough being the reference. Groups in alphabetical order. */
export function selectionRates(members: GroupMember[], smallest = SMALLEST_GROUP): GroupRate[] {
  const names = [...new Set(members.map(({ group }) => group))].sort();
  const counted = names.map((group) => {
    const own = members.filter((member) => member.group === group);
    const selected = own.filter((member) => member.selected).length;
    return { group, count: own.length, selected, rate: selected / own.length };
  });
  const large = counted.filter(({ count }) => count >= smallest);
  const reference = large.reduce<(typeof large)[number] | null>(
    (top, next) => (top && top.rate >= next.rate ? top : next),
    null,
  );
  return counted.map((one) => {
    const rateInterval = wilson(one.selected, one.count);
    if (one.count < smallest || !reference || large.length < 2 || reference.rate === 0)
      return { ...one, rateInterval, ratio: null, ratioInterval: null, verdict: 'small' };
    if (one === reference) return { ...one, rateInterval, ratio: 1, ratioInterval: null, verdict: 'reference' };
    const ratio = one.rate / reference.rate;
    return {
      ...one,
      rateInterval,
      ratio,
      ratioInterval: katz(one, reference),
      verdict: ratio < FOUR_FIFTHS ? 'below' : 'within',
    };
  });
}

export function wilson(selected: number, count: number): [number, number] {
  if (count === 0) return [0, 1];
  const rate = selected / count;
  const square = Z95 ** 2;
  const middle = rate + square / (2 * count);
  const spread = Z95 * Math.sqrt((rate * (1 - rate)) / count + square / (4 * count ** 2));
  const whole = 1 + square / count;
  return [Math.max(0, (middle - spread) / whole), Math.min(1, (middle + spread) / whole)];
}

interface Counted {
  selected: number;
  count: number;
}

/** Half a case is added on both sides where nobody was selected, since a logarithm has no zero. */
function katz(group: Counted, reference: Counted): [number, number] {
  const add = group.selected === 0 ? 0.5 : 0;
  const [a, n, b, m] = [group.selected + add, group.count + add, reference.selected + add, reference.count + add];
  const spread = Z95 * Math.sqrt(1 / a - 1 / n + 1 / b - 1 / m);
  const log = Math.log(a / n / (b / m));
  return [Math.exp(log - spread), Math.exp(log + spread)];
}
