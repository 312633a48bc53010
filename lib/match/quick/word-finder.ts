import { nearnessAt } from '../concepts';
import { root } from '../roots';
import { GAP } from '../support';
import { conceptsOfSenses, RELATED } from '../relations';
import type { CandidateIndex } from './candidate-index';
import type { Plan, PlanWant } from './plan';

interface Wording {
  /** Place among the plan's wants. */
  place: number;
  /** Keys of all its words, see `keyOf`. */
  keys: number[];
  concepts: number[];
}

/** A word alone counts as it is, several together by their roots: the two never share a key. */
const STEM = 0;
const ROOT = 1;
const keyOf = (word: number, form: number) => word * 2 + form;
const FREE = -1;

let concepts: Int32Array | undefined;

/**
 * Finds an offer's own words among the tokens of facts (`wordsIn` of support.ts, on numbers). Most tokens are none of them, so that a small table with
 * open addressing answers first.
 */
export class WordFinder {
  private readonly keys: Int32Array;
  private readonly lists: Wording[][] = [];
  private readonly listAt: Int32Array;
  private readonly mask: number;
  private readonly conceptOf = (concepts ??= conceptsOfSenses());

  constructor(
    plan: Plan,
    private readonly index: CandidateIndex,
  ) {
    const byKey = new Map<number, Wording[]>();
    plan.wants.forEach((want, place) => {
      const wording = this.wordingOf(want, place);
      if (wording === null) return;
      for (const key of new Set(wording.keys)) byKey.set(key, [...(byKey.get(key) ?? []), wording]);
    });
    const size = 2 ** Math.ceil(Math.log2(Math.max(8, byKey.size * 4)));
    this.mask = size - 1;
    this.keys = new Int32Array(size).fill(FREE);
    this.listAt = new Int32Array(size);
    for (const [key, list] of byKey) this.insert(key, list);
  }

  /** Null for a want whose words nobody in the index uses. */
  private wordingOf({ want, concepts: wanted }: PlanWant, place: number): Wording | null {
    const form = want.words.length > 1 ? ROOT : STEM;
    const numbers = want.words.map((word) => this.index.words.find(form === ROOT ? root(word) : word));
    if (numbers.length === 0 || numbers.includes(-1)) return null;
    return { place, keys: numbers.map((number) => keyOf(number, form)), concepts: wanted };
  }

  private insert(key: number, list: Wording[]): void {
    let slot = this.slotOf(key);
    while (this.keys[slot] !== FREE) slot = (slot + 1) & this.mask;
    this.keys[slot] = key;
    this.listAt[slot] = this.lists.push(list) - 1;
  }

  private slotOf(key: number): number {
    return (Math.imul(key, 0x9e3779b1) >>> 8) & this.mask;
  }

  private listOf(key: number): Wording[] | null {
    for (let slot = this.slotOf(key); this.keys[slot] !== FREE; slot = (slot + 1) & this.mask)
      if (this.keys[slot] === key) return this.lists[this.listAt[slot]];
    return null;
  }

  /** Calls `found` with the place of each want whose words stand together in the fact; maybe more than once. */
  find(fact: number, from: number, to: number, found: (place: number) => void): void {
    const tokens = this.index.token.data;
    const roots = this.index.words.roots.data;
    for (let at = from; at < to; at += 1) {
      const single = this.listOf(keyOf(tokens[at], STEM));
      if (single !== null)
        for (const wording of single) if (this.isOfFamily(fact, at - from, wording)) found(wording.place);
      const several = this.listOf(keyOf(roots[tokens[at]], ROOT));
      if (several !== null)
        for (const wording of several) if (this.standTogether(at, to, wording.keys)) found(wording.place);
    }
  }

  private standTogether(at: number, to: number, keys: number[]): boolean {
    const tokens = this.index.token.data;
    const roots = this.index.words.roots.data;
    const end = Math.min(to, at + keys.length + GAP);
    return keys.every((key) => {
      for (let next = at; next < end; next += 1) if (keyOf(roots[tokens[next]], ROOT) === key) return true;
      return false;
    });
  }

  /** « management de la qualité » does not say "management": the word belongs to another thing there. */
  private isOfFamily(fact: number, token: number, { concepts: wanted }: Wording): boolean {
    if (wanted.length === 0) return true;
    const { sense, first, last } = this.index.mention;
    const end = this.index.mentionsEnd(fact);
    for (let at = this.index.fact.mentionsFrom.data[fact]; at < end; at += 1) {
      if (token < first.data[at] || token > last.data[at]) continue;
      const concept = this.conceptOf[sense.data[at]];
      if (!wanted.some((one) => nearnessAt(concept, one) > RELATED)) return false;
    }
    return true;
  }
}
