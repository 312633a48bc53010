import type { Disagreement, Evidence } from '../profile';
import { key } from './text';

export interface Evidenced {
  evidence: Record<string, Evidence>;
}

export interface Picked {
  value: string | null;
  evidence: Evidence | undefined;
}

export const sameText = (a: string, b: string) => key(a) === key(b);

/** One field out of two readings. What is not kept of a disagreement is noted, so that a person can look at both. */
export function pickText<K extends string>(
  rules: Record<K, string | null> & Evidenced,
  model: Record<K, string | null> & Evidenced,
  field: K,
  prefer: 'rules' | 'model',
  path: string,
  disagreements: Disagreement[],
): Picked {
  const [ours, theirs] = [rules[field], model[field]];
  const [ourProof, theirProof] = [rules.evidence[field], model.evidence[field]];
  if (theirs === null) return { value: ours, evidence: ourProof };
  if (ours === null) return { value: theirs, evidence: theirProof };
  if (sameText(ours, theirs)) {
    const proof = ourProof ?? theirProof;
    return { value: ours, evidence: proof && { ...proof, source: 'both' } };
  }
  const [value, other, evidence] = prefer === 'rules' ? [ours, theirs, ourProof] : [theirs, ours, theirProof];
  disagreements.push({ path, kept: value, other, keptSource: prefer });
  return { value, evidence };
}
