import { fold } from '../../../match';
import type { Unit } from './facts';
import { type Word, wordsOf } from './words';

/** What was done, and to what: a line of a job's description, or the part of one that has a deed of its own. */
export interface Segment {
  /** The deed it begins with, as `deedOf` writes it. */
  head: string | null;
  stems: Set<string>;
  line: string;
}

/**
 * What a verb, its noun and its doer share: « coordination », « coordonne », « coordinatrice ». Endings of French and English verbs and of the nouns made
 * from them, and the pairs whose stem changes. Trusted only where a deed stands at the head of what a CV tells, and with that deed's own objects.
 */
const ENDING =
  /(?:ications?|ations?|itions?|ions?|ateurs?|atrices?|ements?|ments?|eurs?|euses?|ers?|ances?|ences?|ages?|ated|ating|ates?|ings?|ed|issais|issait|issons|issez|issent|aient|ais|ait|iez|ions|ons|ez|ees?|es?|ent|ant|er|ir|ies?|s)$/;
const SHORTEST = 3;

/** Folded beginnings whose forms belong together though no ending tells. */
const FAMILIES: [RegExp, string][] = [
  [/^coord(?:onn|in)/, 'coordon'],
  [/^(?:gestion|ger(?:e|es|er|ee|ees|ez|ais|ait|ant|ons)?$|gestionnaire)/, 'gestion'],
  [/^con(?:c(?:ois|oit|oive|evai|evoir|evez|evant|us?$|ue|eption|epteu))/, 'conception'],
  [/^(?:tenue?s?$|tien[st]|tenai|tenant|tenir)/, 'tenue'],
  [/^(?:vente|vend)/, 'vente'],
  [/^redi?(?:ge|gi|gea)|^redact/, 'redaction'],
  [/^(?:direction|dirig)/, 'direction'],
  [/^(?:conduite|condui)/, 'conduite'],
  [/^(?:achat|achet|acheteu)/, 'achat'],
  [/^(?:saisi)/, 'saisie'],
  [/^(?:suivis?$|suivais|suivait|suivez)/, 'suivi'],
  [/^(?:redui|reduct|reduc)/, 'reduction'],
  [/^(?:produi|product|produce)/, 'production'],
  [/^(?:constru(?:ct|i|is))/, 'construction'],
  [/^(?:tradui|traduct)/, 'traduction'],
  [/^(?:entretien|entreten|entretie)/, 'entretien'],
  [/^(?:maintenance|maintain|mainten)/, 'maintenance'],
  [/^(?:planif)/, 'planification'],
  [/^(?:manag)/, 'management'],
  [/^(?:buil[dt]|buildings?$)/, 'build'],
  [/^(?:kept|keep)/, 'keep'],
  [/^(?:le[da]d?s?|leading)$/, 'lead'],
  [/^(?:wr(?:ite|ote|itt|iting))/, 'write'],
  [/^(?:r[ua]ns?|running)$/, 'run'],
  [/^(?:b(?:uy|uys|ought|uying))$/, 'buy'],
  [/^(?:s(?:old|ells?|elling))$/, 'sell'],
  [/^(?:taught|teach)/, 'teach'],
];

export function deedOf(raw: string): string {
  const folded = fold(raw).replace(/iz(?=e|i|a)/, 'is');
  const family = FAMILIES.find(([pattern]) => pattern.test(folded));
  if (family) return `~${family[1]}`;
  const shorter = folded.replace(ENDING, '');
  return (shorter.length >= SHORTEST ? shorter : folded).replace(/i$/u, '').replace(/(\p{L})\1$/u, '$1');
}

/** « Accueil et conseil de la clientèle » is two deeds with one object; « soins et plannings », each with its own. */
export function segmentsOf(text: string): Segment[] {
  return text.split('\n').flatMap((line) => {
    const parts = line.split(/[,;:]|\s(?:et|and|puis|then|&)\s/u).filter((part) => wordsOf(part).length > 0);
    const merged: string[] = [];
    let waiting: string[] = [];
    for (const part of parts) {
      const content = wordsOf(part).filter(({ raw }) => !FUNCTION.test(fold(raw)));
      waiting.push(part);
      if (content.length < 2 && part !== parts.at(-1)) continue;
      merged.push(...waiting.map((head, index) => [head, ...waiting.slice(index + 1)].join(' ')));
      waiting = [];
    }
    return [...merged, ...waiting].map((part) => segmentOf(part, line));
  });
}

function segmentOf(part: string, line: string): Segment {
  const words = wordsOf(part);
  const head = words.find(({ raw }) => !/^\d/.test(raw) && !FUNCTION.test(fold(raw)));
  return { head: head ? deedOf(head.raw) : null, stems: new Set(words.map(({ stem }) => stem)), line };
}

const FUNCTION = /^(?:l|d|a|an|the|la|le|les|un|une|des|du|de|of|to|en|in|also|i|j|je)$/;

/** The segments of a job whose deed this word names, as verb, noun or doer. */
export const deedsNamed = (word: Word, { segments }: Unit): Segment[] => {
  const deed = deedOf(word.raw);
  return segments.filter(({ head }) => head === deed);
};

/** The deed that a job's title is: « développeur » develops. */
export const isTitleDeed = (word: Word, { titleDeeds }: Unit): boolean => titleDeeds.has(deedOf(word.raw));

/** Words that may stand beside whatever was done in that job: its employer, title, place, and the trade unless it is the thing itself. */
const isFixed = (word: Word, unit: Unit): boolean =>
  unit.fixed.has(word.stem) || (isTitleDeed(word, unit) && !unit.segments.some(({ stems }) => stems.has(word.stem)));

/** Furniture of letters that becomes a claim as soon as it is what something was done to: « j'ai dirigé une équipe ». */
const OBJECTS =
  /(?<!\p{L})(?:une?|des?|les?|la|du|an?|the|my|our|mon|ma|mes|\d+|two|three|deux|trois)\s+(?:\p{L}+\s+)?(equipes?|projets?|entreprises?|societes?|etablissements?|services?|logiciels?|outils?|formations?|domaines?|secteurs?|teams?|projects?|compan(?:y|ies)|organi[sz]ations?|trainings?|software|tools?|systems?|fields?|sectors?)(?!\p{L})/u;

/**
 * A deed is told with its own objects: « j'ai formé quatre étudiants » of « formation de 4 étudiants », not of another line of the same job.
 */
export function boundTo(clause: string, content: Word[], unit: Unit, next: Word[]): boolean {
  const named = content.filter((word) => deedsNamed(word, unit).length > 0);
  if (named.length === 0) return true;
  const objects = content.filter((word) => !isFixed(word, unit) && !named.includes(word));
  const possible = unit.segments.filter(({ head }) => named.some(({ raw }) => head === deedOf(raw)));
  const own = possible.filter(({ stems }) => objects.every(({ stem }) => stems.has(stem)));
  if (own.length === 0) return false;
  const thing = OBJECTS.exec(fold(clause))?.[1];
  if (thing && !own.some(({ line }) => fold(line).includes(thing.replace(/s$/, '')))) return false;
  if (objects.length > 0 || named.some((word) => unit.stems.has(word.stem) || isTitleDeed(word, unit))) return true;
  return next.length > 0 && own.some(({ stems }) => next.some(({ stem }) => stems.has(stem)));
}

/** What speaks of a field of work rather than of something done. */
const FRAME =
  /(?<!\p{L})(?:experiences?|missions?|taches?|connais\w*|competences?|parcours|quotidien\w*|familie\w*|charge\w*|responsab\w*|assur\w*|interess\w*|passion\w*|decouvr\w*|knowledge|skills?|tasks?|duties|daily|familiar\w*|background|charge|responsible|look after|consists?|includ\w*|interest\w*|fit\w*|discover\w*)(?!\p{L})/u;

/**
 * What a line is about comes with what was done to it: « J’ai 9 résidents » or "I take medicines" is no reading of « care of 9 residents; giving out medicines ». `before` are the
 * words of the clause before, whose deed may go on.
 */
export function hasOwnDeed(
  clause: string,
  content: Word[],
  unit: Unit,
  before: Word[],
  isElsewhere: (word: Word) => boolean,
): boolean {
  const things = content.filter(
    (word) => unit.segments.some(({ stems }) => stems.has(word.stem)) && !isFixed(word, unit) && !isElsewhere(word),
  );
  if (things.length === 0 || FRAME.test(fold(clause))) return true;
  const named = (words: Word[]) => words.flatMap((word) => deedsNamed(word, unit));
  if (named(wordsOf(clause)).length > 0) return true;
  return named(before).some(({ line }) => things.every(({ stem }) => wordsOf(line).some((word) => word.stem === stem)));
}

/** A verb that any sentence needs, and which is harmless, but for a person whose CV tells it as a deed (« suivi de 30 chantiers »). */
export function isDeedOf(word: Word, before: string, units: Unit[]): boolean {
  return !DETERMINER.test(fold(before)) && units.some((unit) => deedsNamed(word, unit).length > 0);
}

const DETERMINER =
  /(?<!\p{L})(?:ma|mon|mes|ta|votre|vos|notre|nos|leur|sa|son|ses|une?|la|le|les|l'|d'|de|des|du|en|cette|cet|ce|ces|my|your|our|their|the|an?|this|these|in|of)\s*$/u;

/** A deed that is only thought of: « j’aurais réduit », "I can reduce". */
export function isOnlyThought(word: Word, claim: string, units: Unit[]): boolean {
  const before = fold(claim.slice(Math.max(0, word.start - 40), word.start));
  return MODAL.test(before) && units.some((unit) => deedsNamed(word, unit).length > 0);
}

const MODAL =
  /(?<!\p{L})(?:aura(?:is|it|ient)|auriez|aurions|peux|pouvez|peut|pourra\w*|pourri\w*|saura\w*|vais|va|would|could|will|can|might|should|may|shall|'ll)\s+(?:\p{L}+\s+)?$/u;
