import type { Cefr } from '../profile';
import { cefrIn, cefrRank, languagesIn } from './languages';

export interface SpokenLanguage {
  code: string;
  /** The language as the text names it, and its place. */
  word: string;
  start: number;
  level: Cefr | undefined;
}

/** How far from a language's name its level may stand. */
const REACH = 80;
const CONNECTOR = /\s*(?:[,;/&+–—-]|(?<!\p{L})(?:et|and|ou|or|puis|mais|but|as well as|ainsi que)(?!\p{L}))\s*/giu;
const OR = /(?<!\p{L})(?:ou|or)(?!\p{L})|\//iu;

/**
 * The languages that a text names, each with its own level: what stands between two names belongs to the first one up to the last comma or « et »,
 * to the second one after it. « anglais et allemand courants », "fluent in French and English" state one level for both.
 */
export function languagesWithLevels(text: string): SpokenLanguage[] {
  const named = languagesIn(text);
  const between = named.map(({ end }, index) =>
    splitGap(text.slice(end, named[index + 1]?.start ?? end + REACH), index === named.length - 1),
  );
  const before = named.map((language, index) =>
    index === 0 ? text.slice(Math.max(0, language.start - REACH), language.start) : between[index - 1].right,
  );
  const after = between.map(({ left }) => left);
  const own = named.map((_, index) => ({ after: levelIn(after[index]), before: levelIn(before[index]) }));
  return named.map(({ code, word, start }, index) => ({
    ...{ code, word, start },
    level: own[index].after ?? own[index].before ?? sharedAhead(index) ?? sharedBehind(index),
  }));

  /** « anglais et allemand courants »: nothing but a connector up to the name that has the level after it. */
  function sharedAhead(index: number): Cefr | undefined {
    for (let next = index; isJoined(next); next += 1) if (own[next + 1].after) return own[next + 1].after;
    return undefined;
  }

  /** "fluent in French and English": the level stood before the first name. */
  function sharedBehind(index: number): Cefr | undefined {
    for (let last = index; last > 0 && isJoined(last - 1); last -= 1)
      if (own[last - 1].after) return undefined;
      else if (own[last - 1].before) return own[last - 1].before;
    return undefined;
  }

  function isJoined(index: number): boolean {
    const gap = between[index];
    return index + 1 < named.length && gap.left.trim() === '' && gap.right.trim() === '';
  }
}

/** The gap after a language's name, parted at its last connector; after the last name all of it is that name's. */
function splitGap(gap: string, isLast: boolean): { left: string; right: string } {
  const cut = isLast ? undefined : [...gap.matchAll(CONNECTOR)].at(-1);
  if (!cut) return { left: gap, right: '' };
  return { left: gap.slice(0, cut.index), right: gap.slice(cut.index + cut[0].length) };
}

/** The level that a wording asks for; of alternatives ("C1 or native") the lowest is enough. */
function levelIn(text: string): Cefr | undefined {
  const levels = text.split(OR).flatMap((part) => cefrIn(part) ?? []);
  const whole = cefrIn(text);
  if (levels.length < 2) return levels[0] ?? whole ?? undefined;
  return levels.reduce((lowest, level) => (cefrRank(level) < cefrRank(lowest) ? level : lowest));
}
