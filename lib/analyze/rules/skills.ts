import { languageNamed } from '../../extract';
import type { Skill } from '../../profile';
import { evidenceOf } from '../evidence';
import { alternation, fold, key, trimEnds } from '../text';
import { itemsOf, type Item } from './items';
import type { Row } from './rows';
import { LICENCE_WORDS } from './vocabulary/personal';
import { GROUP_NOISE, LEVEL_WORDS, SKILL_LEADS } from './vocabulary/skills';

const LEAD = new RegExp(`^(?:${SKILL_LEADS.join('|')})`, 'u');
/** Words for "and", by language. */
const AND: Record<string, string> = { fr: 'et', en: 'and', de: 'und', es: 'y|e', it: 'ed?', nl: 'en', pt: 'e' };
const LEVEL = new RegExp(
  `(?:\\s*[:(–—-]\\s*|\\s+)(?:(?:niveau|level|nivel|livello)\\s*:?\\s*)?(?:${alternation(LEVEL_WORDS)})\\s*\\)?$`,
  'u',
);
const RATING =
  /\s*[:(–-]?\s*(?:\d{1,3}\s?%|\d(?:[.,]\d)?\s?\/\s?(?:5|10)|\*{1,5}|\d+\s?(?:ans?|years?|yrs|jahre|años|anni)(?:\s+d['’]expérience)?)\s*\)?$/iu;
/** « Maîtrise de l’accueil, de l’œnologie et du flambage »: the preposition is repeated, and is no part of the skill. */
const AGAIN = /^(?:(?:de |à |en )?(?:l['’]|la |le |les )|d['’]|des? |du |aux? |of (?:the )?|in )(?=\p{L})/iu;
/** Levels that alone are a quality of the person. */
const QUALITIES = ['autonome', 'competent'];
const LONGEST_SKILL = 60;
const MOST_WORDS = 7;

const SPACED_DASH = /\s[–—-]\s/g;

/** Splits at commas, semicolons, bars and bullets, not inside brackets; a slash only when spaced, dashes where they part three items or more. */
function splitList(text: string): string[] {
  const dashes = text.match(SPACED_DASH)?.length ?? 0;
  return (dashes >= 2 && !/[,;|•]/.test(text) ? text.replace(SPACED_DASH, '\t') : text)
    .split(/\t|\s*[;|•·●▪■◦‣]\s*|\s+\/\s+|,(?!\d)\s*(?![^(]*\))|\s{3,}/u)
    .map((part) => part.trim())
    .filter(Boolean);
}

const PREPOSITION = /\s(?:de|d['’]|du|des|en|of|in)$/iu;

/** A level or rating beside a skill is dropped: « Word ●●●○ », « Excel (avancé) », "Java 80 %"; « ADR de base » is one name. */
function withoutLevel(text: string): string {
  let out = trimEnds(text.replace(RATING, ''));
  const level = LEVEL.exec(fold(out));
  const before = level && level.index > 1 ? trimEnds(out.slice(0, level.index)) : '';
  if (before && !PREPOSITION.test(before)) out = before;
  return out;
}

function isSkill(text: string): boolean {
  const folded = key(text);
  if (!folded || text.length > LONGEST_SKILL || folded.split(' ').length > MOST_WORDS) return false;
  if (/^(?:\d+|[^\p{L}]+)$/u.test(text) || GROUP_NOISE.includes(folded)) return false;
  if (LEVEL_WORDS.includes(folded) && !QUALITIES.includes(folded)) return false;
  return !/@|https?:/.test(text);
}

/** « Maîtrise de A, B et C. Bonne connaissance de D. » → the lists after each introducing phrase. */
function sentences(text: string): { list: string; led: boolean }[] {
  const parts = text.split(/(?<=[\p{L}\p{N})])\.\s+(?=\p{Lu})/u);
  return parts.map((part) => {
    const plain = part.replace(/\.$/, '').trim();
    const lead = LEAD.exec(fold(plain));
    return { list: lead ? plain.slice(lead[0].length) : plain, led: lead !== null };
  });
}

/** The last joining word outside brackets; « Excel et PowerPoint » are two skills, « Hygiène et sécurité » is one. */
function splitLast(text: string, led: boolean, language: string | null): string[] {
  const and = new RegExp(`\\s+(?:${AND[language ?? 'fr'] ?? 'et|and'})\\s+`, 'gu');
  const at = [...text.matchAll(and)].filter((match) => !/\([^)]*$/.test(text.slice(0, match.index))).at(-1);
  if (!at) return [text];
  const parts = [text.slice(0, at.index), text.slice(at.index + at[0].length)];
  const proper = parts.every((part) => /^[\p{Lu}\d]/u.test(part) && part.split(' ').length <= 2);
  return led || proper ? parts : [text];
}

/** « Accueillir, renseigner et orienter le public »: deeds that share an object are one skill. */
const DEEDS = /^\p{Lu}\p{Ll}+(?:er|ir|re)(?:, \p{Ll}+(?:er|ir|re))* et \p{Ll}+(?:er|ir|re) /u;

function names(text: string, language: string | null): string[] {
  return sentences(text).flatMap(({ list, led }) => {
    const parts = DEEDS.test(list) ? [list] : splitList(list);
    const last = parts.at(-1);
    const split =
      last && (led || parts.length > 1) ? [...parts.slice(0, -1), ...splitLast(last, led, language)] : parts;
    const plain = led ? split.map((part) => part.replace(AGAIN, '')) : split;
    return plain.map(withoutLevel).filter(isSkill);
  });
}

interface Group {
  name: string | null;
  text: string;
  item: Item;
}

const isSetAlike = (a: Row, b: Row) => a.bold === b.bold && a.size === b.size && a.heading === b.heading;

/** A row that names the group of the rows below it: alone, styled unlike them (and unlike a skill right above it) or ending in a colon. */
function isGroupRow(item: Item, next: Item | undefined, skillAbove: Item | undefined): boolean {
  const row = item.rows[0];
  const below = next?.rows[0];
  if (!below || item.rows.length > 1 || row.cells.length > 1 || /[,;]/.test(item.text)) return false;
  if (/:$/.test(item.text)) return true;
  if (row.bullet) return false;
  if (below.bullet) return true;
  if (skillAbove && isSetAlike(skillAbove.rows[0], row)) return false;
  const louder =
    (row.bold && !below.bold) || (row.size ?? 0) > (below.size ?? 0) + 0.4 || (row.heading && !below.heading);
  return louder && key(item.text).split(' ').length <= 4;
}

const LISTS = /[,;|•·]/;

/** Rows of two cells, of which the second ones mostly list several skills: the first ones name groups. */
function isTable(items: readonly Item[]): boolean {
  const rows = items.map((item) => item.rows[0]).filter((row) => row.cells.length === 2);
  const lists = rows.filter(({ cells }) => LISTS.test(cells[1]));
  if (rows.length === 1) return LISTS.test(rows[0].text);
  return rows.length > 1 && 2 * lists.length >= rows.length && !rows.some(({ cells }) => LISTS.test(cells[0]));
}

/** Pairs each item with its group: « Bureautique : Word, Excel », a cell of its own, or a row above. */
function grouped(items: readonly Item[]): Group[] {
  let above: string | null = null;
  let skillAbove: Item | undefined;
  const table = isTable(items);
  return items.flatMap((item, i) => {
    if (isGroupRow(item, items[i + 1], skillAbove)) {
      above = trimEnds(item.text);
      skillAbove = undefined;
      return [];
    }
    skillAbove = item;
    const colon = /^([^:,]{2,40}?)\s*:\s*(\S.*)$/.exec(item.text.replace(/\t/g, ' '));
    if (colon && !/^\d/.test(colon[2]))
      return [
        isLevelOnly(colon[2])
          ? { name: above, text: colon[1], item }
          : { name: trimEnds(colon[1]), text: item.text.replace(/^[^:]*:\s*/, ''), item },
      ];
    const [first, ...rest] = item.text.split('\t');
    if (table && rest.length > 0 && item.rows[0].cells.length === 2)
      return [{ name: trimEnds(first), text: rest.join(', '), item }];
    return [{ name: above, text: item.text, item }];
  });
}

function isLevelOnly(text: string): boolean {
  return LEVEL_WORDS.includes(key(text)) || /^\d{1,3}\s?%$|^\d\s?\/\s?\d+$/.test(text.trim());
}

/** Skills of the skill sections, as written, without levels. A language named there with a level belongs to `languages`. */
export function readSkills(rows: readonly Row[], language: string | null): Skill[] {
  const found = new Map<string, Skill>();
  const own = rows.filter((row) => row.text.length > 40 || fold(row.text).search(LICENCE_WORDS) !== 0);
  for (const group of grouped(itemsOf(own))) {
    for (const name of names(group.text, language)) {
      if (found.has(key(name)) || languageNamed(name)) continue;
      found.set(key(name), {
        name,
        group: group.name,
        code: null,
        evidence: { name: evidenceOf(group.item.rows, group.item.text) },
      });
    }
  }
  return [...found.values()];
}
