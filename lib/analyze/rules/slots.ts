import { alternation, fold, trimEnds, words } from '../text';
import type { Entry } from './entries';
import { countryOf, townCountry } from './place';
import type { Row } from './rows';
import { isTitleWord, scoreOf, TITLE_FEATURES } from './score';
import { AT_WORDS, EMPLOYER_LABEL, PLACE_LABEL, TITLE_LABEL } from './vocabulary/jobs';

/** One statement in an entry's head: an employer, a title, a place… `slot` names where such statements stand in this CV. */
export interface Unit {
  text: string;
  slot: string;
  row: Row;
  /** It follows « chez », "at", "@". */
  afterAt: boolean;
  /** « chez » follows it. */
  beforeAt: boolean;
  /** A place cut off its end: « Hôtels du Lac, Nancy ». */
  place: string | null;
  /** Text as it stood before the place was cut off. */
  whole: string;
}

/** What a statement could be, each with a score; the higher the likelier. */
export type Scorer = (unit: Unit) => number;

const STRONG = /\t|\s+[|•·]\s+|\s+[–—-]\s+/;
const SLASH = /\s+\/\s+/;
const AT = new RegExp(
  `(?<=[\\p{L}\\p{N})])(?:\\s+(?:${alternation(AT_WORDS)})\\s+|\\s+@\\s*|(?<=\\s)(?:chez|at|bei|bij|presso)\\t)`,
  'u',
);
const CONTRACT =
  /\s*[([](?:cdi|cdd|ctt|interim|stage|alternance|apprentissage|temps plein|temps partiel|mi-temps|full[- ]time|part[- ]time|via|par l['’]intermédiaire|through|über|vía|tramite|vollzeit|teilzeit|freelance|h\/f|f\/h|m\/w\/d|\d+ ?(?:mois|ans?|months?|years?|semaines|h|%))[^)\]]*[)\]]/i;
const PLACE_SHAPE =
  /^\p{Lu}[\p{L}'’.]+(?:[ -](?:\p{Lu}[\p{L}'’.]*|\p{Ll}{1,5}['’]\p{Lu}\p{L}+|sur|sous|en|lès|le|la|les|de|du|des|am|an|der|aan|den|upon|\d{1,2}e?)){0,4}$/u;

export function isKnownPlace(text: string): boolean {
  const [town, ...rest] = text.split(/,\s*|\s*\(/).map(trimEnds);
  if (/^(?:remote|teletravail|home ?office|a distance)$/.test(fold(text))) return true;
  return townCountry(town) !== null
    ? rest.length <= 2
    : countryOf(town) !== null || (rest.length === 1 && PLACE_SHAPE.test(town) && countryOf(rest[0]) !== null);
}

export function looksLikePlace(text: string): boolean {
  return isKnownPlace(text) || (PLACE_SHAPE.test(text) && text.length < 40 && !/^[A-Z]{2,4}$/.test(text));
}

function cutLast(text: string, isOther: (part: string) => boolean): { text: string; place: string | null } {
  const at = text.lastIndexOf(',');
  const last = trimEnds(text.slice(at + 1));
  const cuts = isKnownPlace(last) || (looksLikePlace(last) && !isOther(last));
  return cuts ? { text: trimEnds(text.slice(0, at)), place: last } : { text, place: null };
}

/** « Vendeuse, Zara (Lille) »: what stands behind the comma is no place, but ends in one. */
function cutBrackets(text: string, isOther: (part: string) => boolean): { text: string; place: string | null } {
  const match = /^(.{2,}?)\s*\(([^()]{2,40})\)$/u.exec(text);
  const cuts = match && looksLikePlace(match[2]) && (isKnownPlace(match[2]) || !isOther(match[2]));
  return cuts ? { text: trimEnds(match[1]), place: match[2] } : { text, place: null };
}

/** « Terrassements Valmont, Yvetot (76) »: the number of a French department makes any name a town. */
const TOWN_IN_DEPARTMENT = /^(.{2,}?),\s*(\p{Lu}[\p{L}'’ -]{1,30}\s\((?:\d{2}|2[AB]|97\d)\))$/u;

/** Cuts a trailing place: « (Arras) », « , Lille ». `isOther` tells what would be wrong to cut (a title, a firm). */
function cutPlace(text: string, isOther: (part: string) => boolean): { text: string; place: string | null } {
  const plain = text.replace(CONTRACT, '').trim();
  const counted = TOWN_IN_DEPARTMENT.exec(plain);
  if (counted) return { text: trimEnds(counted[1]), place: counted[2] };
  const match = /^(.{2,}?)(?:\s*\(([^()]{2,40})\)|,\s*([^,]{2,40})(?:,\s*([^,]{2,30}))?)$/u.exec(plain);
  if (!match) return { text: plain, place: null };
  // « Vendeuse, Zara, Lille »: two parts are one place only when the second is a country or a state.
  const region =
    match[4] !== undefined &&
    (countryOf(match[4]) !== null || /^[A-Z]{2}$/.test(match[4]) || townCountry(match[3]) !== null);
  if (match[4] !== undefined && !region) return cutLast(plain, isOther);
  const place = [match[2] ?? match[3], match[4]].filter(Boolean).join(', ');
  const head = match[2] ?? match[3];
  if (!looksLikePlace(head) || (isOther(head) && !isKnownPlace(head))) return cutBrackets(plain, isOther);
  return { text: trimEnds(match[1]), place };
}

/** Cuts « Poste : » or « Entreprise : » off, and says which it was. */
function withoutLabel(text: string): { text: string; names?: 'title' | 'employer' } {
  const folded = fold(text);
  const title = TITLE_LABEL.exec(folded);
  const employer = EMPLOYER_LABEL.exec(folded);
  const label = title ?? employer ?? PLACE_LABEL.exec(folded);
  return {
    text: label ? text.slice(label[0].length) : text,
    names: title ? 'title' : employer ? 'employer' : undefined,
  };
}

interface Strong {
  text: string;
  names?: 'title' | 'employer';
}

/** « Transports Bourguignon (Dijon) : chauffeur international »: an employer and what one was there; a label (« Poste : ») is none of both. */
function atColon(text: string): Strong[] {
  const match = /^(.{3,}?)\s+:\s+(.{3,})$/.exec(text);
  const isTitle = (part: string) => scoreOf(TITLE_FEATURES, part) >= 1.5;
  if (!match || withoutLabel(text).text !== text || isTitle(match[1]) === isTitle(match[2])) return [{ text }];
  return match.slice(1).map((part) => ({ text: part, names: isTitle(part) ? 'title' : 'employer' }));
}

/** Cuts at strong separators; « Serveur / barman » is one post with two names. */
function strongParts(text: string): Strong[] {
  return text
    .split(STRONG)
    .flatMap(atColon)
    .flatMap((part) => {
      const posts = part.text.split(SLASH);
      const isOne = posts.every((post) => isTitleWord(words(post)[0] ?? ''));
      return isOne ? [part] : posts.map((post) => ({ ...part, text: post }));
    });
}

function pieces(
  text: string,
  { commas, at: splitsAt }: Splitting,
): { text: string; afterAt: boolean; beforeAt: boolean }[] {
  const out: { text: string; afterAt: boolean; beforeAt: boolean }[] = [];
  for (const { text: strong, names: told } of strongParts(text)) {
    // In lower case only: « Bistrot Chez Lucette » is one name.
    const found = splitsAt ? AT.exec(strong.replace(/[’‘]/g, "'")) : null;
    // "National Trust for Scotland" is one name, "Built a tool for test labs" a statement: only a title is held for somebody.
    const isHeld = found?.[0].trim() !== 'for' || scoreOf(TITLE_FEATURES, strong.slice(0, found.index)) >= 1.5;
    const at = isHeld ? found : null;
    const parts = at ? [strong.slice(0, at.index), strong.slice(at.index + at[0].length)] : [strong];
    parts.forEach((part, i) => {
      // « Caissière, puis hôtesse d’accueil » is one post after another under one employer.
      const list = commas ? part.split(/,\s+(?![^(]*\)|(?:puis|then|dann|poi|luego|later|ensuite)\s)/) : [part];
      list.forEach((piece, j) => {
        const { text: clean, names = told } = withoutLabel(trimEnds(piece));
        const afterAt = (at !== null && i === 1 && j === 0) || names === 'employer';
        if (clean) out.push({ text: clean, afterAt, beforeAt: (at !== null && i === 0) || names === 'title' });
      });
    });
  }
  return out;
}

/** How heads are cut into statements: at commas, at « chez » and "at"; always at tabs, bars and spaced dashes. */
export interface Splitting {
  commas: boolean;
  at: boolean;
}

/** For whom and with what one worked names no employer: « identités, affiches — clients : Festival Mistral ». */
const FOR_WHOM = /(?:^|[\s,;–—-])(?:clients?|missions?|environnement|outils|technologies|customers?|tools)\s*:.*$/iu;

export function unitsOf(entry: Entry, splitting: Splitting, isOther: (part: string) => boolean): Unit[] {
  const heads = entry.head.filter(({ slot, text }) => slot === 0 || !FOR_WHOM.test(text));
  return heads.flatMap((head) =>
    pieces(head.text.replace(FOR_WHOM, ''), splitting).map((piece, i) => {
      const cut = cutPlace(piece.text, isOther);
      return {
        ...piece,
        whole: piece.text,
        text: cut.text,
        place: cut.place,
        slot: `${head.slot}.${i}`,
        row: head.row,
      };
    }),
  );
}

export interface Assignment {
  first: string;
  second: string;
  score: number;
}

/** How likely a slot is at all: heads stand near the period, and in the first cells. */
function prior(slot: string): number {
  const [line, cell] = slot.split('.').map(Number);
  return -0.35 * Math.max(0, line - 1) - (line > 0 ? 0.1 : 0) - 0.15 * cell;
}

/**
 * The two slots that hold the first and the second kind of statement (title and employer, degree and institution) in most entries of a section.
 * Entries of one section are laid out alike, so scores are summed over all of them: a name that no vocabulary knows is placed by its neighbours.
 */
export function assign(entries: readonly Unit[][], first: Scorer, second: Scorer): Assignment | null {
  const slots = [...new Set(entries.flat().map((unit) => unit.slot))];
  const total = (slot: string, scorer: Scorer) =>
    entries.reduce((sum, units) => {
      const unit = units.find((u) => u.slot === slot);
      return sum + (unit ? 1 + scorer(unit) + prior(slot) : 0);
    }, 0) / entries.length;
  const firsts = new Map(slots.map((slot) => [slot, total(slot, first)]));
  const seconds = new Map(slots.map((slot) => [slot, total(slot, second)]));
  let best: Assignment | null = null;
  for (const a of slots) {
    for (const b of slots) {
      if (a === b) continue;
      const score = (firsts.get(a) ?? 0) + (seconds.get(b) ?? 0);
      if (!best || score > best.score) best = { first: a, second: b, score };
    }
  }
  return best;
}
