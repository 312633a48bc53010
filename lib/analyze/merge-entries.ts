import type { Disagreement, Education, Experience, Profile } from '../profile';
import { pickText, sameText, type Evidenced } from './merge-values';

type Entry = Experience | Education;

/** Points from which two readings are of the same entry: one agreeing name and a shared line, or names and dates. */
const SAME_ENTRY = 3;

function linesOf({ evidence }: Evidenced, fields: readonly string[]): Set<number> {
  const lines = new Set<number>();
  for (const field of fields) {
    const proof = evidence[field];
    if (!proof) continue;
    for (let line = proof.lines[0]; line <= proof.lines[1]; line++) lines.add(line);
  }
  return lines;
}

const overlap = (a: ReadonlySet<number>, b: ReadonlySet<number>) => [...a].some((line) => b.has(line));

/** How sure it is that two readings are of one entry: shared lines of the head 3, same start or end 2 each, same names 2 each. */
function likeness(a: Entry, b: Entry, names: readonly string[]): number {
  const value = (entry: Entry, name: string) => (entry as unknown as Record<string, string | null>)[name] ?? null;
  let points = overlap(linesOf(a, [...names, 'start', 'end']), linesOf(b, [...names, 'start', 'end'])) ? 3 : 0;
  for (const name of names) {
    const [ours, theirs] = [value(a, name), value(b, name)];
    if (ours && theirs && sameText(ours, theirs)) points += 2;
  }
  for (const date of ['start', 'end'] as const) {
    if (!a[date] || !b[date]) continue;
    points += a[date] === b[date] ? 2 : -2;
  }
  return points;
}

/** For each entry of the rules the model's reading of it, each reading used once, the likest pairs first. */
function pairUp<T extends Entry>(rules: readonly T[], model: readonly T[], names: readonly string[]): Map<T, T> {
  const candidates = rules
    .flatMap((ours) => model.map((theirs) => ({ ours, theirs, points: likeness(ours, theirs, names) })))
    .filter(({ points }) => points >= SAME_ENTRY)
    .sort((a, b) => b.points - a.points);
  const pairs = new Map<T, T>();
  const used = new Set<T>();
  for (const { ours, theirs } of candidates) {
    if (pairs.has(ours) || used.has(theirs)) continue;
    pairs.set(ours, theirs);
    used.add(theirs);
  }
  return pairs;
}

/** Dates go together: a start of one reading with an end of the other may be a period that nobody ever wrote. */
function mergeDates<T extends Entry>(merged: T, theirs: T, path: string, disagreements: Disagreement[]): void {
  const text = ({ start, end }: Entry) => (start || end ? `${start ?? ''}–${end ?? ''}` : null);
  const [ours, other] = [text(merged), text(theirs)];
  if (other === null) return;
  const proofs = { start: theirs.evidence.start, end: theirs.evidence.end };
  if (ours === null && !('current' in merged && merged.current)) {
    merged.start = theirs.start;
    merged.end = theirs.end;
    if ('current' in merged && 'current' in theirs) merged.current = theirs.current;
    for (const [field, proof] of Object.entries(proofs)) if (proof) merged.evidence[field] = proof;
  } else if (ours === other) {
    for (const field of ['start', 'end']) {
      const proof = merged.evidence[field];
      if (proof) merged.evidence[field] = { ...proof, source: 'both' };
    }
  } else disagreements.push({ path: `${path}.dates`, kept: ours, other, keptSource: 'rules' });
}

type Keys<T> = Extract<keyof T, string>;

function mergeEntry<T extends Entry>(
  ours: T,
  theirs: T,
  /** Which text is which is a matter of meaning: the model's pair wins when it is whole. */
  pair: readonly [Keys<T>, Keys<T>],
  others: readonly Keys<T>[],
  path: string,
  disagreements: Disagreement[],
): T {
  const merged: T = { ...ours, evidence: { ...ours.evidence } };
  const left = ours as unknown as Record<string, string | null> & { place: string | null } & Evidenced;
  const right = theirs as unknown as Record<string, string | null> & Evidenced;
  const [a, b] = [right[pair[0]] ?? null, right[pair[1]] ?? null];
  const isPlace = (text: string) => left.place !== null && sameText(text, left.place);
  const whole = Boolean(a && b && !sameText(a, b) && !isPlace(a) && !isPlace(b));
  const pick = (field: string, prefer: 'rules' | 'model') => {
    const picked = pickText(left, right, field, prefer, `${path}.${field}`, disagreements);
    Object.assign(merged, { [field]: picked.value });
    if (picked.evidence) merged.evidence[field] = picked.evidence;
  };
  for (const field of pair) pick(field, whole ? 'model' : 'rules');
  for (const field of others) pick(field, 'rules');
  mergeDates(merged, theirs, path, disagreements);
  return merged;
}

const HEADS = ['employer', 'title', 'institution', 'degree', 'name', 'start', 'end'];

/** Lines that head something else in the rules' reading: a model that takes a diploma for a job adds none. */
function foreignLines(rules: Profile, own: 'experiences' | 'education'): Set<number> {
  const others = own === 'experiences' ? rules.education : rules.experiences;
  return new Set(
    [...others, ...rules.certifications, ...rules.projects].flatMap((entry) => [...linesOf(entry, HEADS)]),
  );
}

function mergeAll<T extends Entry>(
  rules: Profile,
  lists: { rules: readonly T[]; model: readonly T[]; name: 'experiences' | 'education' },
  pair: readonly [Keys<T>, Keys<T>],
  others: readonly Keys<T>[],
  disagreements: Disagreement[],
): T[] {
  const pairs = pairUp(lists.rules, lists.model, pair);
  const merged = lists.rules.map((ours, index) => {
    const theirs = pairs.get(ours);
    return theirs ? mergeEntry(ours, theirs, pair, others, `${lists.name}[${index}]`, disagreements) : ours;
  });
  const used = new Set(pairs.values());
  const foreign = foreignLines(rules, lists.name);
  const covered = new Set(lists.rules.flatMap((entry) => [...linesOf(entry, [...HEADS, 'description'])]));
  const isNew = (entry: T) => {
    const head = linesOf(entry, HEADS);
    return !overlap(head, foreign) && !overlap(head, covered);
  };
  return [...merged, ...lists.model.filter((entry) => !used.has(entry) && isNew(entry))];
}

/** Experiences of both readings; the model's employer and title win over the rules' where they differ. */
export function mergeExperiences(rules: Profile, model: Profile, disagreements: Disagreement[]): Experience[] {
  const lists = { rules: rules.experiences, model: model.experiences, name: 'experiences' as const };
  const merged = mergeAll(rules, lists, ['employer', 'title'], ['place'], disagreements);
  const heads = [...merged, ...rules.education].map((entry) => ({ entry, lines: linesOf(entry, HEADS) }));
  return merged.map((entry) => {
    const others = heads.filter((head) => head.entry !== entry).flatMap(({ lines }) => [...lines]);
    return describe(entry, lists.model, new Set(others));
  });
}

/** Education of both readings. The model's institution and degree win likewise; the level follows the rules. */
export function mergeEducation(rules: Profile, model: Profile, disagreements: Disagreement[]): Education[] {
  const lists = { rules: rules.education, model: model.education, name: 'education' as const };
  return mergeAll(rules, lists, ['institution', 'degree'], ['field', 'place'], disagreements);
}

/** The rules cut descriptions by layout; where they found none, the lines that the model names, unless they run into another entry. */
function describe(entry: Experience, model: readonly Experience[], otherHeads: ReadonlySet<number>): Experience {
  if (entry.description !== null) return entry;
  const head = linesOf(entry, HEADS);
  const theirs = model.find((other) => other.description !== null && overlap(linesOf(other, HEADS), head));
  const proof = theirs?.evidence.description;
  if (!theirs || !proof || overlap(linesOf(theirs, ['description']), otherHeads)) return entry;
  return { ...entry, description: theirs.description, evidence: { ...entry.evidence, description: proof } };
}
