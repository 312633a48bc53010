import { createHash } from 'node:crypto';
import { headOf, lexiconText, parseLexicon, type Concept, type Form, type Lexicon } from './lexicon';
import { fold, tokenize, type Token } from './text';

export interface Mention {
  concept: string;
  /** The group of wordings with the very same meaning, inside the concept. */
  sense: string;
  /** `senseIndex` of the sense. */
  senseAt: number;
  /** Indexes into the tokens of the text. */
  from: number;
  to: number;
  start: number;
  end: number;
  /** The mention is of a form that may not be recognised by its bare words (`=Go`, "on call"). */
  literal: boolean;
}

let loaded: Lexicon | undefined;

function lexicon(): Lexicon {
  loaded ??= parseLexicon(lexiconText);
  return loaded;
}

/** Every concept that a text names. Longest wording first; the words of one mention are not used for a shorter one inside it. */
export function mentions(text: string, tokens: Token[] = tokenize(text)): Mention[] {
  const { formsByFirstStem } = lexicon();
  const found: Mention[] = [];
  for (let at = 0; at < tokens.length;) {
    const forms = formsByFirstStem.get(tokens[at].stem);
    if (!forms) {
      at += 1;
      continue;
    }
    const lengths = forms.map((form) => fit(form, text, tokens, at));
    const length = Math.max(0, ...lengths);
    const last = at + length - 1;
    for (const form of forms.filter((_, index) => length > 0 && lengths[index] === length))
      found.push({
        ...{ concept: form.concept, sense: form.sense, senseAt: senseIndex(form.sense), from: at, to: last },
        ...{ start: tokens[at].start, end: tokens[last].end, literal: form.exact !== null || form.phrase !== null },
      });
    at += Math.max(1, length);
  }
  return found;
}

/** How many tokens a form takes from here, 0 when it does not fit. Numbers may stand inside (« encadrement de 6 étudiants »). */
function fit(form: Form, text: string, tokens: Token[], at: number): number {
  if (form.exact !== null) return tokens[at].raw === form.exact ? 1 : 0;
  if (form.phrase !== null) return near(form.phrase, text, tokens[at]) ? 1 : 0;
  let next = at;
  for (const [index, wanted] of form.stems.entries()) {
    while (index > 0 && isNumber(tokens[next]) && tokens[next].stem !== wanted) next += 1;
    if (tokens[next]?.stem !== wanted) return 0;
    next += 1;
  }
  return next - at;
}

const isNumber = (token: Token | undefined) => token !== undefined && /^\d+$/.test(token.stem);

function near(phrase: string, text: string, { start, end }: Token): boolean {
  return fold(text.slice(Math.max(0, start - phrase.length), end + phrase.length)).includes(phrase);
}

export function conceptOf(id: string): Concept | undefined {
  return lexicon().concepts.get(id);
}

/** Everything that can be reached over links, with its distance in steps, the start itself at 0. */
function reach(start: string, next: (id: string) => string[]): Map<string, number> {
  const distance = new Map([[start, 0]]);
  const queue = [start];
  for (let id = queue.shift(); id !== undefined; id = queue.shift())
    for (const further of next(id)) {
      if (distance.has(further)) continue;
      distance.set(further, (distance.get(id) ?? 0) + 1);
      queue.push(further);
    }
  return distance;
}

const ancestorCache = new Map<string, Map<string, number>>();
const kindCache = new Map<string, Set<string>>();

/** Broader concepts with their distance in steps, the concept itself at 0. */
export function ancestors(id: string): Map<string, number> {
  const known = ancestorCache.get(id) ?? reach(id, (concept) => conceptOf(concept)?.parents ?? []);
  ancestorCache.set(id, known);
  return known;
}

/** The senses that a sense proves: itself and what it is a kind of (CATIA: CATIA and CAD). What it is only related to is not among them. */
export function provenBy(sense: string): Set<string> {
  const known = kindCache.get(sense) ?? new Set(reach(sense, (id) => lexicon().kindsOf.get(id) ?? []).keys());
  kindCache.set(sense, known);
  return known;
}

/** True when the concept's own name is a kind of the other one's. */
export function isKindOf(concept: string, other: string): boolean {
  return concept !== other && provenBy(headOf(concept)).has(headOf(other));
}

/**
 * How near a concept found in a CV is to the wanted one, 0 to 1: the same or a narrower one fully, a broader one half (ERP for SAP), a sister little
 * (Vue for React). Nearness tells fields of work apart; it is no proof of a skill, for a concept also holds what is only related (see `provenBy`).
 */
export function nearness(found: string, wanted: string): number {
  return nearnessAt(conceptIndex(found), conceptIndex(wanted));
}

let numbered: { concepts: string[]; senses: string[]; conceptAt: Map<string, number>; senseAt: Map<string, number> };

/** Concepts and senses by number, for tables; the numbers hold for this lexicon only (`lexiconMark`). */
function numbers(): typeof numbered {
  const list = (keys: Iterable<string>) => [...keys];
  const at = (keys: string[]) => new Map(keys.map((key, index) => [key, index]));
  if (!numbered) {
    const concepts = list(lexicon().concepts.keys());
    const senses = list(lexicon().kindsOf.keys());
    numbered = { concepts, senses, conceptAt: at(concepts), senseAt: at(senses) };
  }
  return numbered;
}

export const conceptIndex = (concept: string) => numbers().conceptAt.get(concept) ?? -1;
export const senseIndex = (sense: string) => numbers().senseAt.get(sense) ?? -1;
export const conceptCount = () => numbers().concepts.length;
export const senseCount = () => numbers().senses.length;
export const senseName = (index: number) => numbers().senses[index];

let nearnessTable: Float64Array | undefined;

/** `nearness` by numbers. Each pair is worked out once. */
export function nearnessAt(found: number, wanted: number): number {
  const { concepts } = numbers();
  if (found < 0 || wanted < 0) return 0;
  nearnessTable ??= new Float64Array(concepts.length ** 2).fill(-1);
  const place = found * concepts.length + wanted;
  if (nearnessTable[place] < 0) nearnessTable[place] = nearnessOf(concepts[found], concepts[wanted]);
  return nearnessTable[place];
}

/** Fingerprint of the lexicon: facts that were numbered with another one can't be read with this one. */
export function lexiconMark(): string {
  return (mark ??= createHash('sha256').update(lexiconText).digest('hex').slice(0, 12));
}

let mark: string | undefined;

function nearnessOf(found: string, wanted: string): number {
  if (found === wanted) return 1;
  const down = ancestors(found).get(wanted);
  if (down !== undefined) return down === 1 ? 0.95 : 0.9;
  const up = ancestors(wanted).get(found);
  if (up !== undefined) return conceptOf(found)?.field ? 0.15 : up === 1 ? 0.5 : 0.3;
  return sisters(found, wanted);
}

function sisters(found: string, wanted: string): number {
  const wantedParents = conceptOf(wanted)?.parents ?? [];
  const shared = (conceptOf(found)?.parents ?? []).filter((parent) => wantedParents.includes(parent));
  if (shared.length === 0) return 0;
  const close = shared.some((parent) => !conceptOf(parent)?.field && !conceptOf(parent)?.transversal);
  return close ? 0.2 : shared.some((parent) => conceptOf(parent)?.field) ? 0.1 : 0;
}

/** How telling a concept is, 0 to 1: what an inverse document frequency would say, without needing other people's CVs. */
export function specificity(id: string): number {
  const concept = conceptOf(id);
  if (!concept) return 0;
  return concept.field ? 0.4 : concept.transversal ? 0.5 : 1;
}
