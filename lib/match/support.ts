import { ancestors, conceptOf, nearness, provenBy } from './concepts';
import type { Fact } from './facts';
import { headOf } from './lexicon';
import type { Token } from './text';
import type { Want } from './wants';

/** What one fact says about one wanted thing. */
export interface Support {
  /** The very thing: the same words, a synonym or a translation, or a kind of it. Anything else is only near it. */
  same: boolean;
  /** 1 for the thing itself, at most `RELATED` for what is near it. */
  value: number;
  /** The words of the CV that carry it. */
  wording: string;
  /** The CV has the offer's own words. */
  literal: boolean;
  /** Another product that does the same work. */
  tool: boolean;
}

/** A related thing (another product, a broader or neighbouring skill) counts half at most. */
export const RELATED = 0.5;
/** A product of its own name, made for the same work. */
const COMPARABLE = 0.4;
/** Below that, two things share no more than a field of work. */
const TOO_FAR = 0.2;

/** How a fact supports a want, or null when it doesn't. */
export function supportOf(fact: Fact, want: Want): Support | null {
  const named = fact.mentions.find(({ sense }) => want.senses.some((wanted) => provenBy(sense).has(wanted)));
  const words = wordsIn(fact, want);
  const wording = words ?? (named ? fact.text.slice(named.start, named.end) : null);
  if (wording === null) return relatedIn(fact, want);
  const value = want.numbers.every((number) => fact.stems.has(number)) ? 1 : RELATED;
  return { same: value === 1, value, wording, literal: words !== null, tool: false };
}

function relatedIn(fact: Fact, want: Want): Support | null {
  let best: Support | null = null;
  for (const { concept, sense, start, end } of fact.mentions)
    want.concepts.forEach((wanted, index) => {
      const tool = areComparable({ concept, sense }, { concept: wanted, sense: want.senses[index] });
      const value = Math.max(tool ? COMPARABLE : 0, Math.min(RELATED, nearness(concept, wanted)));
      if (value < TOO_FAR || value <= (best?.value ?? 0)) return;
      best = { same: false, value, wording: fact.text.slice(start, end), literal: false, tool };
    });
  return best;
}

interface Named {
  concept: string;
  sense: string;
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

/** Words that may stand between those of one wording (« déclarations mensuelles de TVA »). */
const GAP = 2;

/** The CV's words when they hold all those of the want close together, in any order and inflection. */
function wordsIn({ tokens, text, mentions, stems }: Fact, { words, concepts }: Want): string | null {
  if (words.length === 0 || (words.length === 1 && !stems.has(words[0])) || tokens.length < words.length) return null;
  const form = words.length > 1 ? root : (stem: string) => stem;
  const wanted = words.map(form);
  for (let at = 0; at < tokens.length; at += 1) {
    if (!wanted.includes(form(tokens[at].stem))) continue;
    const window = tokens.slice(at, at + words.length + GAP);
    if (!wanted.every((word) => window.some((token) => form(token.stem) === word))) continue;
    if (words.length === 1 && concepts.length > 0 && !ofSameFamily(at)) continue;
    return text.slice(tokens[at].start, lastOf(window, wanted, form).end);
  }
  return null;

  /** « management de la qualité » does not say "management": the word belongs to another thing there. */
  function ofSameFamily(at: number): boolean {
    const around = mentions.filter(({ from, to }) => at >= from && at <= to);
    return around.every((mention) => concepts.some((concept) => nearness(mention.concept, concept) > RELATED));
  }
}

function lastOf(window: Token[], wanted: string[], form: (stem: string) => string): Token {
  return window.filter(({ stem }) => wanted.includes(form(stem))).at(-1) ?? window[0];
}

/** The endings that turn a deed into its verb or its doer: « encadrement », « encadrer »; "recruiting", "recruiter". */
const DEED = /(?:isation|ation|ement|ition|ateur|ment|eur|ing|ion|ant|age|er|ed|e)$/;

/** What a verb and its noun share; only trusted where several words agree. */
function root(stem: string): string {
  const shorter = stem.replace(DEED, '');
  return shorter.length >= 5 ? shorter : stem;
}
