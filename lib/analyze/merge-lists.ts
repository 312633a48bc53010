import type { Evidenced } from './merge-values';
import { key } from './text';

type Named = Evidenced & { name: string };

/** What the rules left empty is filled from the model's reading of the same thing. */
function fill<T extends Named>(rules: T, model: T): T {
  const merged = { ...rules, evidence: { ...rules.evidence } };
  for (const field of Object.keys(model) as (keyof T & string)[]) {
    if (field === 'evidence') continue;
    const proof = model.evidence[field];
    if (merged[field] === null && model[field] !== null) {
      merged[field] = model[field];
      if (proof) merged.evidence[field] = proof;
    }
  }
  const named = merged.evidence.name ?? model.evidence.name;
  if (named) merged.evidence.name = { ...named, source: 'both' };
  return merged;
}

/**
 * Two lists of named things as one: the rules' order first, then what the model adds.
 * @param taken keys of names that the profile has elsewhere; what the model adds must not be among them.
 */
export function mergeNamed<T extends Named>(
  rules: readonly T[],
  model: readonly T[],
  identify: (entry: T) => string = ({ name }) => key(name),
  taken: ReadonlySet<string> = new Set(),
): T[] {
  const added = new Map(model.map((entry) => [identify(entry), entry]));
  const merged = rules.map((entry) => {
    const other = added.get(identify(entry));
    return other ? fill(entry, other) : entry;
  });
  const known = new Set(rules.map(identify));
  return [...merged, ...model.filter((entry) => !known.has(identify(entry)) && !taken.has(key(entry.name)))];
}
