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
  const named = mentionOf(fact, want);
  const words = wordsIn(fact, want);
  const wording = words ?? (named ? fact.text.slice(named.start, named.end) : null);
  if (wording === null) return relatedIn(fact, want);
  const value = want.numbers.every((number) => fact.stems.has(number)) ? 1 : RELATED;
  return { same: value === 1, value, wording, literal: words !== null, tool: false };
}

/** The first mention of the very thing. Plain loops: this runs for each fact and want of every score. */
function mentionOf({ mentions }: Fact, { sensesAt }: Want): Fact['mentions'][number] | null {
  for (const mention of mentions)
    for (const wanted of sensesAt) if (relationAt(mention.senseAt, wanted) === SAME) return mention;
  return null;
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
function wordsIn({ tokens, text, mentions, stems, roots }: Fact, want: Want): string | null {
  const { words, concepts } = want;
  if (words.length === 0 || tokens.length < words.length) return null;
  const [known, wanted] = words.length > 1 ? [roots, want.roots] : [stems, words];
  for (const word of wanted) if (!known.has(word)) return null;
  const form = words.length > 1 ? root : (stem: string) => stem;
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
