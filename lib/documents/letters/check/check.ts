import { degreeLevelIn, fold, languagesIn, lintText, mentions, stem } from '../../../match';
import { deedsNamed, isDeedOf, isTitleDeed } from './deeds';
import type { Facts, Unit } from './facts';
import { joined } from './facts';
import { LEVEL_WORD, levelDoubt } from './levels';
import { DONE, NEGATION, NOW, PRESENT, REACHES, SUPERLATIVES, VAGUE_AMOUNTS } from './marks';
import { withoutTurns } from './neutral';
import { amountsIn, type Amount } from './numbers';
import { withoutOffer, type OfferNames } from './offer-words';
import { clausesOf, unitsBehind } from './units';
import { doneByOthers } from './voice';
import { durationFits, inOrder, isDuration, oftenDoubt, quantified, yearFits } from './when';
import { isHarmless, wordsOf, type Word } from './words';

/** Why a sentence was taken out. `words` is what gave it away: quotable to the person who sends the letter. */
export interface Doubt {
  reason:
    | 'contact'
    | 'forbidden'
    | 'superlative'
    | 'negation'
    | 'number'
    | 'years'
    | 'date'
    | 'level'
    | 'language'
    | 'degree'
    | 'name'
    | 'unknown'
    | 'mixed';
  words: string;
}

const EDUCATED = /^(?:diplom\w*|degrees?|graduat\w*|etud\w*|stud(?:y|ies)|school|ecole)$/;
/** What English calls a degree begins with level 5 of the European Qualifications Framework. */
const DEGREE = 5;
const YEAR = (amount: Amount) => Number.isInteger(amount.value) && amount.value > 1900 && amount.value < 2100;

/**
 * Does the profile bear this sentence out? Not by understanding it: every word that states something has to stand in the profile, in one job, one degree or
 * among the rest; numbers, durations, dates and levels have to be those of that job, degree or language; praise, negation and open amounts are never borne out.
 * Null when nothing speaks against it. Doubtful sentences are taken out, true ones among them: see docs/letters.md for how many.
 *
 * What it does not see: who did what to whom among the words of one and the same line of a job.
 */
export function doubtAbout(sentence: string, facts: Facts, offer: OfferNames = {}): Doubt | null {
  const plain = sentence
    .normalize('NFC')
    .replace(/œ/g, 'oe')
    .replace(/Œ/g, 'Oe')
    .replace(/[\u00A0\u202F]/g, ' ');
  const named = withoutOffer(plain, offer);
  const said = withoutTurns(named, folding(named));
  const claim = withoutQuantifiers(said);
  const folded = folding(claim);
  const known = joined([...facts.units, facts.general]);
  return (
    found('contact', REACHES, claim) ??
    forbidden(sentence) ??
    unproven('superlative', SUPERLATIVES, folded, facts.titles) ??
    unproven('number', VAGUE_AMOUNTS, folded, known.stems) ??
    levelDoubt(claim, facts) ??
    othersDoubt(folding(named), facts) ??
    claimDoubt(claim, said, facts, known)
  );
}

const folding = (text: string): string => fold(text).replace(/[’‘ʼ]/g, "'");

function othersDoubt(folded: string, { locale }: Facts): Doubt | null {
  const words = doneByOthers(folded, locale);
  return words ? { reason: 'mixed', words } : null;
}

/** « plus de » before a length of time is part of it; before anything else it is a claim that stays. */
function withoutQuantifiers(text: string): string {
  const folded = folding(text);
  if (folded.length !== text.length) return text;
  let result = text;
  for (const amount of amountsIn(text)) {
    const quantifier = isDuration(amount, text) ? quantified(amount, folded) : null;
    if (!quantifier) continue;
    result =
      result.slice(0, quantifier.start) + ' '.repeat(amount.start - quantifier.start) + result.slice(amount.start);
  }
  return result;
}

function found(reason: Doubt['reason'], pattern: RegExp, text: string): Doubt | null {
  const match = pattern.exec(text);
  return match && { reason, words: match[0].trim() };
}

function forbidden(sentence: string): Doubt | null {
  const risk = lintText(sentence, { kind: 'letter' }).find(({ severity }) => severity === 'forbidden');
  return risk ? { reason: 'forbidden', words: risk.quote } : null;
}

/** Words of a kind that only the profile's own use excuses. */
function unproven(reason: Doubt['reason'], pattern: RegExp, folded: string, known: Set<string>): Doubt | null {
  const all = folded.match(new RegExp(pattern.source, 'gu')) ?? [];
  const words = all.find((one) => one.split(' ').some((word) => !known.has(stem(word))));
  return words ? { reason, words } : null;
}

function claimDoubt(claim: string, said: string, facts: Facts, known: Unit): Doubt | null {
  const folded = folding(claim);
  const amounts = amountsIn(claim);
  const content = contentWords(claim, amounts, facts, known);
  const stated = content.filter(({ raw }) => !NEGATION.test(fold(raw)));
  if (stated.length + amounts.length > 0 && NEGATION.test(folded)) return found('negation', NEGATION, folded);
  const stranger = content.find(
    (word) => ![...facts.units, facts.general].some((unit) => isIn(word, claim, unit, facts)),
  );
  if (stranger) return strangerDoubt(stranger, claim);
  const object = content.find(({ start }) => /(?<![\p{L}])(?:m'|me |nous )$/u.test(folded.slice(0, start)));
  if (object && facts.locale === 'fr') return { reason: 'mixed', words: object.raw };
  const states = content.length > 0 || amounts.length > 0;
  if (!states && DONE.test(folded)) return found('unknown', DONE, folded);
  const units = unitsBehind(claim, content, facts, (word, unit) => isIn(word, claim, unit, facts));
  if (!units) return { reason: 'mixed', words: content.map(({ raw }) => raw).join(' ') };
  return (
    timeDoubt(folded, content, units, facts) ??
    often(claim, content, units) ??
    firstOf(amounts, (amount) => amountDoubt(amount, claim, said, content, units, facts))
  );
}

function firstOf<T>(list: T[], doubt: (one: T) => Doubt | null): Doubt | null {
  for (const one of list) {
    const found = doubt(one);
    if (found) return found;
  }
  return null;
}

/** Today's words for a job that has ended, and an order in which things did not happen. */
function timeDoubt(folded: string, content: Word[], units: Unit[], facts: Facts): Doubt | null {
  const jobs = units.filter(({ kind }) => kind === 'job');
  const ended = content.length > 0 && jobs.length > 0 && jobs.every(({ current }) => !current);
  if (ended && NOW.test(folded)) return found('date', NOW, folded);
  const present = ended && [...folded.matchAll(PRESENT)].find((match) => isToday(match, content, jobs));
  if (present) return { reason: 'date', words: present[0].trim() };
  const places = facts.units.flatMap((unit) => {
    const at = content.find(({ stem }) => unit.names.has(stem))?.start;
    return at === undefined ? [] : [{ unit, at }];
  });
  return inOrder(folded, places) ? null : { reason: 'date', words: content.map(({ raw }) => raw).join(' ') };
}

/** « je travaille chez », or « je suis » before a word of the title. */
function isToday({ 0: text, 1: verb, index }: RegExpExecArray, content: Word[], jobs: Unit[]): boolean {
  if (verb) return true;
  const next = content.find(({ start }) => start >= index + text.length);
  const near = next && next.start - index - text.length < 12;
  return Boolean(near && jobs.every(({ title }) => title.has(next.stem)));
}

function often(claim: string, content: Word[], units: Unit[]): Doubt | null {
  return firstOf(clausesOf(claim), ({ start, end }) => {
    const words = content.filter((word) => word.start >= start && word.start < end);
    const lines = units.flatMap((unit) => words.flatMap((word) => deedsNamed(word, unit))).map(({ line }) => line);
    return oftenDoubt(claim.slice(start, end), lines, amountsIn(claim.slice(start, end)).length > 0);
  });
}

const CHARGED = /^(?:responsables?|responsible)$/i;

/** « responsable de la planification »: whoever does something is in charge of doing it. */
function isInCharge(after: string, units: Unit[]): boolean {
  if (!/^\s+(?:de|du|des|d['’]|for)/u.test(after)) return false;
  const next = wordsOf(after).find(({ raw }) => !isHarmless(raw));
  return next !== undefined && units.some((unit) => deedsNamed(next, unit).length > 0);
}

function strangerDoubt({ raw, start }: Word, claim: string): Doubt {
  if (degreeLevelIn(raw) !== null || EDUCATED.test(fold(raw))) return { reason: 'degree', words: raw };
  const named = /^\p{Lu}/u.test(raw) && claim.slice(0, start).trim() !== '';
  return { reason: named ? 'name' : 'unknown', words: raw };
}

/** Words that state something: neither harmless nor numbers, nor levels of the language in the sentence. */
function contentWords(claim: string, amounts: Amount[], { languages, units }: Facts, known: Unit): Word[] {
  const spoken = new Set(languagesIn(claim).map(({ start }) => start));
  const educated = units.some(({ kind }) => kind === 'education');
  const degree = units.some(({ kind, level }) => kind === 'education' && (level === null || level >= DEGREE));
  return wordsOf(claim).filter(({ raw, start, end, stem }) => {
    const elided = /[’'‘ʼ]/.test(claim.charAt(end)) && raw.length === 1;
    if (elided || amounts.some((amount) => start >= amount.start && end <= amount.end)) return false;
    if (isHarmless(raw)) return raw.length > 2 && isDeedOf({ raw, stem, start, end }, claim.slice(0, start), units);
    if (spoken.has(start) || (CHARGED.test(raw) && isInCharge(claim.slice(end), units))) return false;
    if (spoken.size > 0 && languages.size > 0 && LEVEL_WORD.test(fold(raw))) return false;
    if (/^(?:euros?|dollars?|pounds?|percent)$/i.test(raw) && amounts.length > 0) return false;
    if (/^degrees?$/i.test(raw)) return !degree && !/^\s*[:(]/.test(claim.slice(end));
    return !(educated && EDUCATED.test(fold(raw)) && !known.stems.has(stem));
  });
}

/** The word itself or the deed that it names, or in a letter of another language than the profile a wording of the very same meaning. */
function isIn(word: Word, claim: string, unit: Unit, { translated }: Facts): boolean {
  if (unit.stems.has(word.stem) || deedsNamed(word, unit).length > 0 || isTitleDeed(word, unit)) return true;
  if (!translated) return false;
  return mentions(claim).some(
    ({ start, end, sense }) => word.start >= start && word.end <= end && unit.senses.has(sense),
  );
}

function amountDoubt(
  amount: Amount,
  claim: string,
  said: string,
  content: Word[],
  units: Unit[],
  facts: Facts,
): Doubt | null {
  const words = claim.slice(amount.start, amount.end + 20).trim();
  if (isWritten(amount, claim, units)) return null;
  if (isDuration(amount, claim))
    return durationFits(amount, said, content, units, facts) ? null : { reason: 'years', words };
  if (!amount.unit && YEAR(amount))
    return yearFits(amount, claim, content, units, facts) ? null : { reason: 'date', words };
  return { reason: 'number', words };
}

/** The same number with the same unit before the same word, in the profile's own text. */
function isWritten(amount: Amount, claim: string, units: Unit[]): boolean {
  const next = wordsOf(claim.slice(amount.end)).find(({ raw }) => raw.length > 2);
  return units.some(({ text }) =>
    amountsIn(text).some((own) => {
      if (own.value !== amount.value || own.unit !== amount.unit) return false;
      const behindIt = wordsOf(text.slice(own.end).split('\n')[0]).slice(0, 3);
      if (behindIt.length === 0 && isNumbered(claim.slice(0, amount.start), text.slice(0, own.start))) return true;
      return !next || behindIt.some((word) => word.stem === next.stem);
    }),
  );
}

/** « niveau 2 », "Level 3" at the end of a name: the word before it makes it the same number. */
function isNumbered(before: string, own: string): boolean {
  const [said, written] = [before, own].map((text) => /(\p{L}{3,}) $/u.exec(text)?.[1]);
  return said !== undefined && written !== undefined && fold(said) === fold(written);
}
