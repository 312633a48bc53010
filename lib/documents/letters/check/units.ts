import { fold } from '../../../match';
import { boundTo, deedsNamed, hasOwnDeed, isOnlyThought, isTitleDeed } from './deeds';
import type { Facts, Unit } from './facts';
import { NOW } from './marks';
import type { Word } from './words';

type IsIn = (word: Word, unit: Unit) => boolean;

interface Clause {
  start: number;
  end: number;
}

export function clausesOf(claim: string): Clause[] {
  const ends = [...claim.matchAll(/[,;:]|\s(?:et|and|puis|then|ainsi que|as well as)\s/gu)].map(({ index }) => index);
  return [...ends, claim.length].map((end, index) => ({ start: index === 0 ? 0 : ends[index - 1], end }));
}

/**
 * What one sentence may draw on: where it names an employer or a school, that entry alone; else one entry and the general part, or several when each clause keeps
 * to one. Null when the words come from different jobs, or a deed is told with the objects of another.
 */
export function unitsBehind(claim: string, content: Word[], facts: Facts, isIn: IsIn): Unit[] | null {
  const clauses = clausesOf(claim).map(({ start, end }) => ({
    text: claim.slice(start, end),
    words: content.filter((word) => word.start >= start && word.start < end),
  }));
  const sentence = { claim, clauses, facts, isIn };
  const found = whole(content, sentence) ?? byClause(sentence);
  if (!found) return null;
  const told = clauses.every((_, index) => isTold(index, found, sentence));
  return told ? found : null;
}

interface Sentence {
  claim: string;
  clauses: { text: string; words: Word[] }[];
  facts: Facts;
  isIn: IsIn;
}

const namedBy = (words: Word[], { units }: Facts): Unit[] =>
  units.filter(({ names }) => words.some(({ stem }) => names.has(stem)));

/** All words in one entry, or nothing but whole names: « chez A et chez B ». */
function whole(words: Word[], sentence: Sentence): Unit[] | null {
  const { facts, isIn } = sentence;
  const naming = namedBy(words, facts);
  if (naming.length === 0) return behind(words, sentence);
  const single = naming.filter((unit) => words.every((word) => isIn(word, unit)));
  if (single.length > 0) return single;
  const said = new Set(words.map(({ stem }) => stem));
  const complete = naming.filter(({ names }) => [...names].every((name) => said.has(name)));
  return words.every(({ stem }) => complete.some(({ names }) => names.has(stem))) ? complete : null;
}

/** Words that name no employer and no school: one entry with the skills, or the general part alone. */
function behind(words: Word[], { facts, isIn }: Sentence): Unit[] | null {
  const { units, general, skills } = facts;
  const own = units.filter((unit) => words.every((word) => isIn(word, unit)));
  const alone = words.every((word) => isIn(word, general));
  if (alone) return words.length > 0 ? [...own, general] : [general];
  if (own.length > 0) return [...own, general];
  const jobs = units.filter(
    (unit) => unit.kind === 'job' && words.every((word) => isIn(word, unit) || isIn(word, skills)),
  );
  return jobs.length > 0 ? [...jobs, general] : null;
}

/** A degree that somebody holds goes with any job; a school where something was done does not. */
const HOLDS =
  /(?<!\p{L})(?:titulaire|diplom\w*|apres|after|hold\w*|having|graduat\w*|obten\w*|obtained|avec|with|formation|degree)(?!\p{L})/u;

interface Scope {
  units: Unit[];
  text: string;
}

/** Clause by clause: what follows an employer's name is said of that employer, until another is named or the sentence turns to today. */
function byClause(sentence: Sentence): Unit[] | null {
  const { clauses, facts, isIn } = sentence;
  const all: Unit[] = [];
  let scope: Scope | null = null;
  for (const [index, { text, words }] of clauses.entries()) {
    if (words.length === 0) continue;
    const names = namedBy(words, facts).length > 0;
    const following: Scope | null = scope ?? (names ? null : upcoming(clauses.slice(index + 1), sentence));
    const within: Unit[] = following?.units.filter((unit) => words.every((word) => isIn(word, unit))) ?? [];
    let units: Unit[] | null;
    if (names) units = whole(words, sentence);
    else if (!following) units = behind(words, sentence);
    else if (within.length > 0) units = within;
    else if (NOW.test(fold(text))) units = currentOnly(behind(words, sentence));
    else if (!scope && HOLDS.test(fold(text))) units = degreesOnly(behind(words, sentence));
    else if (following.units.every(({ kind }) => kind === 'education') && HOLDS.test(fold(following.text)))
      units = behind(words, sentence);
    else units = null;
    if (!units) return null;
    if (names) scope = { units, text };
    all.push(...units);
  }
  return all;
}

function upcoming(clauses: Sentence['clauses'], sentence: Sentence): Scope | null {
  const next = clauses.find(({ words }) => namedBy(words, sentence.facts).length > 0);
  return next ? { units: namedBy(next.words, sentence.facts), text: next.text } : null;
}

function currentOnly(units: Unit[] | null): Unit[] | null {
  const current = units?.filter(({ kind, current }) => kind === 'job' && current) ?? [];
  return current.length > 0 ? current : null;
}

function degreesOnly(units: Unit[] | null): Unit[] | null {
  const degrees = units?.filter(({ kind }) => kind === 'education') ?? [];
  return degrees.length > 0 ? degrees : null;
}

/** Every deed with its own objects, and none done to an employer or a school itself. */
function isTold(index: number, units: Unit[], { claim, clauses, facts, isIn }: Sentence): boolean {
  const { text, words } = clauses[index];
  if (words.length === 0) return true;
  const jobs = facts.units.filter((unit) => units.includes(unit) && unit.kind === 'job');
  if (words.some((word, at) => doneToName(word, words[at + 1], jobs, claim))) return false;
  if (words.some((word) => isOnlyThought(word, claim, jobs))) return false;
  const isNamed = (word: Word) => namedBy([word], facts).length > 0;
  const isElsewhere = (word: Word) => isIn(word, facts.general) || isNamed(word);
  return units.some((unit) => {
    if (unit.kind !== 'job') return words.every((word) => isIn(word, unit));
    const own = words.every((word) => isIn(word, unit) || isIn(word, facts.skills));
    if (!own && !words.every((word) => isNamed(word) && units.some((one) => isIn(word, one)))) return false;
    const before = clauses[index - 1]?.words ?? [];
    const next = clauses[index + 1]?.words ?? [];
    return boundTo(text, words, unit, next) && hasOwnDeed(text, words, unit, before, isElsewhere);
  });
}

/** « j'ai géré Maison Verdurin »: the name straight behind the deed. */
function doneToName(word: Word, after: Word | undefined, jobs: Unit[], claim: string): boolean {
  if (!after) return false;
  const between = fold(claim.slice(word.end, after.start)).trim();
  if (!/^(?:l'|la|le|les|the)?$/.test(between)) return false;
  return jobs.some(
    (unit) =>
      unit.names.has(after.stem) &&
      !unit.fixed.has(word.stem) &&
      (deedsNamed(word, unit).length > 0 || isTitleDeed(word, unit)),
  );
}
