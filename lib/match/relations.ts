import { ancestors, conceptIndex, conceptOf, nearness, provenBy, senseCount, senseName } from './concepts';
import { headOf } from './lexicon';

/** A related thing (another product, a broader or neighbouring skill) counts half at most. */
export const RELATED = 0.5;
/** A product of its own name, made for the same work. */
const COMPARABLE = 0.4;
/** Below that, two things share no more than a field of work. */
const TOO_FAR = 0.2;

/** What a sense found in a CV says about a wanted one, as a small number that grows with the worth; 0 for nothing. */
export type Relation = number;
export const NOTHING: Relation = 0;
/** The very thing, or a kind of it. */
export const SAME: Relation = 11;

/** Worth by relation; odd numbers are comparable products (`isTool`). */
const LEVELS = [0, TOO_FAR, 0.3, COMPARABLE, RELATED, 1];

export const worthOf = (relation: Relation) => LEVELS[relation >> 1];
export const isTool = (relation: Relation) => relation !== SAME && (relation & 1) === 1;

const UNKNOWN = 255;
let table: Uint8Array | undefined;

/** Each pair of senses is worked out once: a few thousand meet in practice. */
export function relationAt(found: number, wanted: number): Relation {
  if (found < 0 || wanted < 0) return NOTHING;
  const count = senseCount();
  table ??= new Uint8Array(count * count).fill(UNKNOWN);
  const place = found * count + wanted;
  if (table[place] === UNKNOWN) table[place] = relationOf(named(senseName(found)), named(senseName(wanted)));
  return table[place];
}

interface Named {
  concept: string;
  sense: string;
}

export const conceptOfSense = (sense: string) => sense.slice(0, sense.lastIndexOf('/'));
const named = (sense: string): Named => ({ sense, concept: conceptOfSense(sense) });

/** The number of the concept that a sense belongs to, by the sense's number. */
export function conceptsOfSenses(): Int32Array {
  return Int32Array.from({ length: senseCount() }, (_, index) => conceptIndex(conceptOfSense(senseName(index))));
}

function relationOf(found: Named, wanted: Named): Relation {
  if (provenBy(found.sense).has(wanted.sense)) return SAME;
  const tool = areComparable(found, wanted);
  const value = Math.max(tool ? COMPARABLE : 0, Math.min(RELATED, nearness(found.concept, wanted.concept)));
  return value < TOO_FAR ? NOTHING : LEVELS.indexOf(value) * 2 + (tool ? 1 : 0);
}

/** Two products of one family (EBP and Sage), neither of them the family's name (CRM and Salesforce). */
function areComparable(a: Named, b: Named): boolean {
  if (!conceptOf(a.concept)?.tool || !conceptOf(b.concept)?.tool) return false;
  return nearness(a.concept, b.concept) >= TOO_FAR && !names(a, b) && !names(b, a);
}

/** True when one is the name of the family that the other belongs to. */
function names(family: Named, member: Named): boolean {
  const isAbove = family.concept !== member.concept && ancestors(member.concept).has(family.concept);
  return provenBy(member.sense).has(family.sense) || (isAbove && family.sense === headOf(family.concept));
}
