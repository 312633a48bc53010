import type { Profile } from '../profile';
import { mentions } from './concepts';
import { languagesIn } from './languages';

/** Replaces what could tell who a person is by a dash, so that sentences stay readable. */
export type Scrub = (text: string) => string;

const GONE = '—';
const MAIL = /[\w.+-]+@[\w-]+(?:\.[\w-]+)+/g;
const URL = /\b(?:https?:\/\/|www\.)\S+|\b(?:linkedin|github|facebook|instagram)\.com\/\S+/gi;
/** Nine digits or more with one separator between them at most; years and amounts are shorter. */
const PHONE = /(?<![\d-])(?:\+|00)?\(?\d(?:[\s.\u00A0/-]?\(?\d\)?){8,14}(?!\d)/g;
const CIVILITY = /(?<![\p{L}.])(?:Mme|Mlle|Madame|Mademoiselle|Monsieur|Mrs|Mr|Ms|Miss)(?![\p{L}])\.?/gu;
const BIRTH =
  /(?<!\p{L})(?:née?|born|geboren|nacid[oa])(?!\p{L})\s*(?:le|on|en|in|am|el)?\s*:?\s*\d{1,4}(?:er|st|nd|rd|th)?[\s./-]*(?:\p{L}{3,9}\.?,?\s+\d{4}|\d{1,2}[\s./-]+\d{2,4})?/giu;
const AGE =
  /(?<!\p{L})(?:âgée?\s+de\s+|aged?\s*:?\s*|âge\s*:?\s*)\d{2}(?:\s*(?:ans|years?))?|(?<!\d)\d{2}\s*(?:years?[\s-]old|yo\b)|(?<!\d|(?:depuis|pendant|durant|expérience|de|des|en|sur|dont)\s+)\d{2}\s*ans(?=\s*[,;.|)]|$)/giu;
const NATIONALITY = /(?<!\p{L})(?:nationalité|nationality)\s*:?\s*\p{L}+(?:[- /]\p{L}+)?/giu;

const STATUS =
  'mariée?s?|pacsée?s?|célibataires?|divorcée?s?|veu(?:f|ve)|en couple|concubinage|vie maritale|married|unmarried|single|divorced|widow(?:ed|er)?|civil partner(?:ship)?';
const CHILDREN =
  '(?:(?:mère|père|maman|papa|parent|mother|father|mum|dad)\\s+(?:de|of)\\s+)?(?:\\d{1,2}|une?|deux|trois|quatre|cinq|six|one|two|three|four|five|six|sans|no|without)\\s+(?:jeunes\\s+|young\\s+)?(?:enfants?|child(?:ren)?|kids?)(?:\\s+à\\s+charge)?';
/** As a line says it of a person: « marié, 2 enfants »; « garde de trois enfants » is work. */
const FAMILY = new RegExp(
  `(?<!\\p{L})(?:(?:situation|état|statut)\\s+(?:familiale?|de famille|civil|matrimonial)\\s*:?\\s*|(?:marital|family)\\s+status\\s*:?\\s*)(?:${STATUS})?(?:\\s*[,;–-]?\\s*(?:et\\s+|and\\s+)?${CHILDREN})?|(?:(?<=^\\s*|[.,;|•]\\s*)(?:${STATUS})(?=\\s*(?:[.,;|•–-]|$|et\\s|and\\s)))(?:\\s*[,;–-]?\\s*(?:et\\s+|and\\s+)?${CHILDREN})?|(?<=^\\s*|[.,;|•]\\s*)${CHILDREN}(?=\\s*(?:[.,;|•]|$))`,
  'gimu',
);

const escape = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Takes the person's own data out of other texts: name, mail, phone, address, links, birth, age, nationality, civility. */
export function scrubberOf(profile: Profile): Scrub {
  const { identity, contact } = profile;
  const nameWords = [identity.fullName, identity.firstName, identity.lastName]
    .flatMap((name) => (name ?? '').split(/[\s,]+/))
    .filter((word) => word.length >= 3);
  const phrases = [
    identity.fullName,
    identity.birthDate,
    identity.nationality,
    contact.address,
    ...contact.links.map((link) => link.url),
    ...nameWords,
  ].filter((phrase): phrase is string => phrase !== null && phrase.trim().length >= 3);
  const own = ownWords(phrases);
  return (text) => {
    const plain = text.replace(MAIL, GONE).replace(URL, GONE).replace(PHONE, GONE).replace(CIVILITY, GONE);
    const undated = plain.replace(BIRTH, GONE).replace(AGE, GONE).replace(NATIONALITY, GONE).replace(FAMILY, GONE);
    return own(undated);
  };
}

/** The pattern of a person's own words is made when a text has one of them: V8 takes longer to compile it than to read a whole CV. */
function ownWords(phrases: string[]): Scrub {
  const longestFirst = [...new Set(phrases)].sort((a, b) => b.length - a.length);
  const folded = longestFirst.map(fold);
  let pattern: RegExp | null = null;
  return (text) => {
    const seen = fold(text);
    if (!folded.some((phrase) => seen.includes(phrase))) return text;
    pattern ??= new RegExp(`(?<![\\p{L}\\p{N}])(?:${longestFirst.map(escape).join('|')})(?![\\p{L}\\p{N}])`, 'giu');
    return text.replace(pattern, (found) => (isCommonWord(found) ? found : GONE));
  };
}

/** The same for whatever a pattern that ignores case takes for the same (the Kelvin sign, the long s and the final sigma too). */
const fold = (text: string) => text.toLowerCase().toUpperCase();

/**
 * A surname may be a trade's word (Boulanger, Cook) and a nationality a language's: such a word stays where it stands alone, else another name would
 * give another score. In lower case it is the ordinary word anyway.
 */
function isCommonWord(found: string): boolean {
  if (/[\s\d@./]/.test(found)) return false;
  return found === found.toLowerCase() || mentions(found).length > 0 || languagesIn(found).length > 0;
}
