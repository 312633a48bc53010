import { nearness } from './concepts';
import type { Fact } from './facts';
import { isTool, NOTHING, RELATED, relationAt, SAME, worthOf, type Relation } from './relations';
import type { Token } from './text';
import { root } from './roots';
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

/** How a fact supports a want, or null when it doesn't. */
export function supportOf(fact: Fact, want: Want): Support | null {
  const named = fact.mentions.find(({ senseAt }) =>
    want.sensesAt.some((wanted) => relationAt(senseAt, wanted) === SAME),
  );
  const words = wordsIn(fact, want);
  const wording = words ?? (named ? fact.text.slice(named.start, named.end) : null);
  if (wording === null) return relatedIn(fact, want);
  const value = want.numbers.every((number) => fact.stems.has(number)) ? 1 : RELATED;
  return { same: value === 1, value, wording, literal: words !== null, tool: false };
}

function relatedIn(fact: Fact, want: Want): Support | null {
  let best: Relation = NOTHING;
  let wording = '';
  for (const { senseAt, start, end } of fact.mentions)
    for (const wanted of want.sensesAt) {
      const found = relationAt(senseAt, wanted);
      if (worthOf(found) <= worthOf(best)) continue;
      best = found;
      wording = fact.text.slice(start, end);
    }
  return best === NOTHING ? null : { same: false, value: worthOf(best), wording, literal: false, tool: isTool(best) };
}

/** Words that may stand between those of one wording (« déclarations mensuelles de TVA »). */
export const GAP = 2;

/** The CV's words when they hold all those of the want close together, in any order and inflection. */
function wordsIn({ tokens, text, mentions, stems, roots }: Fact, { words, concepts }: Want): string | null {
  if (words.length === 0 || (words.length === 1 && !stems.has(words[0])) || tokens.length < words.length) return null;
  const form = words.length > 1 ? root : (stem: string) => stem;
  const wanted = words.map(form);
  if (words.length > 1 && !wanted.every((word) => roots.has(word))) return null;
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
