import { evidenceFor, type Fact } from './facts';
import { fold } from './text';
import { FULL_STRENGTH, NEGLIGIBLE, strengthOf } from './measures';
import { RELATED } from './relations';
import { supportOf, type Support } from './support';
import type { Want } from './wants';
import type { Evidence } from '../profile';

/** A fact with what it says about a want. */
export interface Proof extends Support {
  fact: Fact;
  /** Support times the trust in its place. */
  strength: number;
}

export interface Answer {
  want: Want;
  strength: number;
  /** The best proofs of the thing itself, else those of something near; none when the CV says nothing. */
  proofs: Proof[];
  same: boolean;
}

/** How a CV answers one wording of a requirement. */
export interface Answers {
  /** 0 to 1. */
  strength: number;
  /** True when the CV says the thing itself, not only something near it or a part of it. */
  complete: boolean;
  answers: Answer[];
}

export const NO_ANSWERS: Answers = { strength: 0, complete: false, answers: [] };

/** What is only near never makes more than half of the points, however often it is shown. */
export const NEAR_AT_MOST = RELATED * FULL_STRENGTH;

/** The best of several wordings that may stand for each other (« SAP ou autre ERP »). */
export function answerAny(facts: Fact[], alternatives: Want[][], trustIn: (fact: Fact) => number): Answers {
  return alternatives
    .map((wants) => answerAll(facts, wants, trustIn))
    .reduce((best, next) => (rankOf(next) > rankOf(best) ? next : best), NO_ANSWERS);
}

const rankOf = ({ strength, complete }: Answers) => strength + (complete ? 1e-6 : 0);

/** Weighted mean over the things of one wording. */
export function answerAll(facts: Fact[], wants: Want[], trustIn: (fact: Fact) => number): Answers {
  if (wants.length === 0) return NO_ANSWERS;
  const answers = wants.map((want) => answer(facts, want, trustIn));
  const total = wants.reduce((sum, want) => sum + want.weight, 0);
  const lacking = answers.filter(({ same }) => !same);
  const lacked = lacking.reduce((sum, { want }) => sum + want.weight, 0) / total;
  return {
    strength: answers.reduce((sum, { strength, want }) => sum + strength * want.weight, 0) / total,
    complete: lacking.every(({ want }) => want.senses.length === 0) && lacked <= NEGLIGIBLE,
    answers,
  };
}

function answer(facts: Fact[], want: Want, trustIn: (fact: Fact) => number): Answer {
  const proofs: Proof[] = [];
  for (const fact of facts) {
    const support = supportOf(fact, want);
    if (support) proofs.push({ fact, ...support, strength: support.value * trustIn(fact) });
  }
  if (proofs.length === 0) return { want, strength: 0, same: false, proofs };
  proofs.sort(byStrength);
  const same = proofs.filter((proof) => proof.same);
  const near = proofs.filter((proof) => !proof.same);
  const strength = Math.max(strongest(same), Math.min(strongest(near), NEAR_AT_MOST));
  return { want, strength, same: same.length > 0, proofs: literalFirst(same.length > 0 ? same : near).slice(0, 3) };
}

/** Nearly as strong as the strongest, and easier to check. */
const NEARLY = 0.8;

/** Of proofs that are about as good, those in the offer's own words come first. */
function literalFirst(proofs: Proof[]): Proof[] {
  const isPlain = ({ literal, strength }: Proof) => literal && strength >= proofs[0].strength * NEARLY;
  return [...proofs.filter(isPlain), ...proofs.filter((proof) => !isPlain(proof))];
}

const strongest = ([first, second, third]: Proof[]) =>
  strengthOf(first?.strength ?? 0, second?.strength ?? 0, third?.strength ?? 0);

/** Best first; ties in an order that does not depend on the order of the CV's lists. */
function byStrength(a: Proof, b: Proof): number {
  return b.strength - a.strength || compare(fold(a.fact.text), fold(b.fact.text)) || lineOf(a) - lineOf(b);
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
const lineOf = ({ fact }: Proof) => fact.evidence[0]?.lines[0] ?? 0;

/** The first proof of each answer, those that weigh most first; a fact that proves several things comes once. */
export function leading(answers: Answer[]): Proof[] {
  const first = [...answers]
    .sort((a, b) => b.want.weight * b.strength - a.want.weight * a.strength)
    .flatMap(({ proofs }) => proofs.slice(0, 1));
  return first.filter((proof, index) => first.findIndex(({ fact }) => fact === proof.fact) === index);
}

const MOST_EVIDENCE = 3;

/** Where the CV says what the proofs rely on. */
export function evidenceOf(proofs: Proof[]): Evidence[] {
  return proofs.flatMap(({ fact, wording }) => evidenceFor(fact, wording) ?? []).slice(0, MOST_EVIDENCE);
}
