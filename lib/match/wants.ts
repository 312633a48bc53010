import { conceptOf, isKindOf, mentions, specificity, type Mention } from './concepts';
import { root } from './roots';
import { FILLER, UNKNOWN_WORD_WEIGHT } from './search';
import { tokenize } from './text';

/** One thing that a requirement names, and what would say the same. */
export interface Want {
  /** As the offer writes it. */
  wording: string;
  weight: number;
  /** The meanings that the words may have; none for words that the lexicon doesn't know. */
  senses: string[];
  /** `senseIndex` of each. */
  sensesAt: number[];
  concepts: string[];
  /** Stems that say the same when they stand together; none where bare words would mislead. */
  words: string[];
  /** `root` of each of the words. */
  roots: string[];
  /** Numbers that belong to it (« CACES 3 », « TOEIC 800 »). */
  numbers: string[];
}

/** Where no longer wording is recognised, numbers only mean something in names of certificates. */
export interface WantOptions {
  numbers?: boolean;
}

/** What a wording asks for, each thing once; all of them belong together. */
export function wantsOf(text: string, { numbers = false }: WantOptions = {}): Want[] {
  const tokens = tokenize(text);
  const groups = groupsOf(mentions(text, tokens));
  const telling = groups.filter((group) => !isFiller(group[0], text));
  const kept = narrowest(telling.length > 0 ? telling : groups);
  const covered = (index: number) => groups.some(([{ from, to }]) => index >= from && index <= to);
  const free = tokens.filter((_, index) => !covered(index));
  const figures = numbers ? free.filter(({ stem }) => /^\d{1,4}$/.test(stem)).map(({ stem }) => stem) : [];
  const wordings = free.filter(({ stem }) => !/^\d+$/.test(stem));
  const words = wordings.filter(({ stem }) => !FILLER.has(stem));
  const unknown = kept.length + words.length > 0 ? words : wordings;
  return [
    ...kept.map((group) => known(group, text, figures)),
    ...unknown
      .filter(({ stem }, index) => unknown.findIndex((other) => other.stem === stem) === index)
      .map(({ raw, stem }) => ({
        ...{ wording: raw, weight: UNKNOWN_WORD_WEIGHT, senses: [], sensesAt: [], concepts: [] },
        ...{ words: [stem], roots: [root(stem)], numbers: kept.length === 0 ? figures : [] },
      })),
  ];
}

/** Mentions of the same words: one thing, in one of several meanings. */
function groupsOf(found: Mention[]): Mention[][] {
  const groups = new Map<number, Mention[]>();
  for (const mention of found) groups.set(mention.from, [...(groups.get(mention.from) ?? []), mention]);
  const seen = new Set<string>();
  return [...groups.values()].filter((group) => {
    const key = group.map(({ sense }) => sense).join(' ');
    return !seen.has(key) && seen.add(key);
  });
}

/** « logiciel » in « logiciel Sage ». */
function isFiller({ start, end }: Mention, text: string): boolean {
  return tokenize(text.slice(start, end)).every(({ stem }) => FILLER.has(stem));
}

/** What another one says already is dropped: « conduite super-lourd » asks for the second only. */
function narrowest(groups: Mention[][]): Mention[][] {
  return groups.filter(
    (group) =>
      !groups.some((other) => other !== group && group.every(({ concept }) => isKindOf(other[0].concept, concept))),
  );
}

function known(group: Mention[], text: string, numbers: string[]): Want {
  const [{ start, end }] = group;
  const wording = text.slice(start, end);
  const words = group.some(({ literal }) => literal) ? [] : tokenize(wording).map(({ stem }) => stem);
  return {
    ...{ wording, numbers },
    weight: Math.max(...group.map(({ concept }) => specificity(concept))),
    senses: group.map(({ sense }) => sense),
    sensesAt: group.map(({ senseAt }) => senseAt),
    concepts: group.map(({ concept }) => concept),
    ...{ words, roots: words.map(root) },
  };
}

/** True for something of a trade rather than of any of them. */
export function isOfTrade({ concepts }: Want): boolean {
  return concepts.some((concept) => !conceptOf(concept)?.transversal);
}
