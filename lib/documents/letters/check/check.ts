import { cefrIn, degreeLevelIn, fold, languagesIn, lintText, mentions, stem } from '../../../match';
import { isHarmless, wordsOf, type Facts, type Unit, type Word } from './facts';
import { DONE, NEGATION, NOW, REACHES, SUPERLATIVES, VAGUE_AMOUNTS } from './marks';
import { amountsIn, type Amount } from './numbers';
import { withoutOffer, type OfferNames } from './offer-words';

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

/** « B2 », « courant » and the like belong to the language beside them. */
const LEVEL_WORD =
  /^(?:[abc][12]|courante?s?|couramment|fluent|fluency|fluently|bilingues?|bilingual|nati(?:f|ve|fs|ves)|maternelles?|mother|tongue|native|aisance|intermediaires?|intermediate|notions?|scolaires?|basic|basics|elementaires?|elementary|debutante?s?|beginner|operationnel(?:le)?s?|conversational|good|bon|bonne|speaker|speak|speaks|spoken|lue?|ecrite?|parlee?)$/;
const EDUCATED = /^(?:diplom\w*|degrees?|graduat\w*|etud\w*|etudes?|university|universite|school|ecole)$/;
const DURATION = /^[\s\u00A0\u202F]*(?:an|ans|annees?|mois|years?|months?)(?!\p{L})/u;
const YEAR = (amount: Amount) => Number.isInteger(amount.value) && amount.value > 1900 && amount.value < 2100;

/**
 * Does the profile bear this sentence out? Not by understanding it: every word that states something has to stand in the profile, in one job, one degree or
 * among the rest; numbers, durations, dates and levels have to be those of that job, degree or language; praise, negation and open amounts are never borne out.
 * Null when nothing speaks against it. Doubtful sentences are taken out, true ones among them: see docs/letters.md for how many.
 *
 * What it does not see: who did what to whom among the words of one and the same job.
 */
export function doubtAbout(sentence: string, facts: Facts, offer: OfferNames = {}): Doubt | null {
  const claim = withoutOffer(sentence.normalize('NFC'), offer);
  const folded = fold(claim).replace(/[’‘ʼ]/g, "'");
  const known = everything(facts);
  return (
    found('contact', REACHES, claim) ??
    forbidden(sentence) ??
    unproven('superlative', SUPERLATIVES, folded, facts.titles) ??
    unproven('number', VAGUE_AMOUNTS, folded, known.stems) ??
    levelDoubt(claim, facts) ??
    claimDoubt(claim, folded, facts, known)
  );
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

/** Each language is in the profile, with the level that stands beside it. */
function levelDoubt(claim: string, { languages }: Facts): Doubt | null {
  const clauses = claim.split(/[,;:()]|\s(?:et|and|mais|but|puis|ainsi que|as well as)\s/u);
  let last: string | null = null;
  for (const clause of clauses) {
    const named = languagesIn(clause);
    const stranger = named.find(({ code }) => !languages.has(code));
    if (stranger) return { reason: 'language', words: stranger.word };
    const level = cefrIn(clause);
    const spoken = named.length > 0 || (last !== null && wordsOf(clause).some(({ raw }) => LEVEL_WORD.test(fold(raw))));
    if (level && spoken) {
      const codes = named.length > 0 ? named.map(({ code }) => code) : [last ?? ''];
      const said = wordsOf(clause).filter(({ raw }) => LEVEL_WORD.test(fold(raw)) && cefrIn(raw) !== null);
      const wrong = codes.some((code) => {
        const own = languages.get(code);
        return (
          own?.level !== level && !said.every(({ raw }) => wordsOf(own?.words ?? '').some((w) => w.raw === fold(raw)))
        );
      });
      if (wrong) return { reason: 'level', words: clause.trim() };
    }
    last = named.at(-1)?.code ?? last;
  }
  return null;
}

function claimDoubt(claim: string, folded: string, facts: Facts, known: Unit): Doubt | null {
  const amounts = amountsIn(claim);
  const content = contentWords(claim, amounts, facts, known);
  const stated = content.filter(({ raw }) => !NEGATION.test(fold(raw)));
  if (stated.length + amounts.length > 0 && NEGATION.test(folded)) return found('negation', NEGATION, folded);
  const stranger = content.find((word) => !isIn(word, claim, known, facts));
  if (stranger) return strangerDoubt(stranger, claim);
  const states = content.length > 0 || amounts.length > 0;
  if (!states && DONE.test(folded)) return found('unknown', DONE, folded);
  const units = unitsBehind(claim, content, facts);
  if (!units) return { reason: 'mixed', words: content.map(({ raw }) => raw).join(' ') };
  const named = units.filter(({ kind }) => kind === 'job');
  if (NOW.test(folded) && content.length > 0 && named.length > 0 && named.every(({ current }) => !current)) {
    return found('date', NOW, folded);
  }
  for (const amount of amounts) {
    const doubt = amountDoubt(amount, claim, folded, content, units, facts);
    if (doubt) return doubt;
  }
  return null;
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
  return wordsOf(claim).filter(({ raw, start, end, stem }) => {
    const elided = /[’'‘ʼ]/.test(claim.charAt(end)) && raw.length === 1;
    if (elided || isHarmless(raw) || amounts.some((amount) => start >= amount.start && end <= amount.end)) return false;
    if (spoken.has(start)) return false;
    if (spoken.size > 0 && languages.size > 0 && LEVEL_WORD.test(fold(raw))) return false;
    if (/^(?:euros?|dollars?|pounds?|percent)$/i.test(raw) && amounts.length > 0) return false;
    return !(educated && EDUCATED.test(fold(raw)) && !known.stems.has(stem));
  });
}

function everything({ units, general }: Facts): Unit {
  return joined([...units, general]);
}

function joined(parts: Unit[]): Unit {
  return {
    ...{ kind: 'general', start: null, end: null, current: false, months: null, names: new Set() },
    text: parts.map(({ text }) => text).join('\n'),
    stems: new Set(parts.flatMap(({ stems }) => [...stems])),
    senses: new Set(parts.flatMap(({ senses }) => [...senses])),
  };
}

/** The word itself, or in a letter of another language than the profile a wording of the very same meaning. */
function isIn(word: Word, claim: string, unit: Unit, { translated }: Facts): boolean {
  if (unit.stems.has(word.stem)) return true;
  if (!translated) return false;
  return mentions(claim).some(
    ({ start, end, sense }) => word.start >= start && word.end <= end && unit.senses.has(sense),
  );
}

/**
 * What one sentence may draw on: where it names an employer or a school, that entry alone; else one entry and the general part, or several when each part of the
 * sentence keeps to one. Null when the words come from different jobs.
 */
function unitsBehind(claim: string, content: Word[], facts: Facts): Unit[] | null {
  const naming = facts.units.filter(({ names }) => content.some((word) => names.has(word.stem)));
  if (naming.length > 0) {
    const single = naming.filter((unit) => content.every((word) => isIn(word, claim, unit, facts)));
    if (single.length > 0) return single;
    // « chez A et chez B »: both whole, and nothing said of either.
    const said = new Set(content.map((word) => word.stem));
    const whole = naming.filter(({ names }) => [...names].every((name) => said.has(name)));
    return content.every((word) => whole.some(({ names }) => names.has(word.stem))) ? whole : null;
  }
  const whole = behind(claim, content, facts);
  if (whole) return whole;
  const parts = partsOf(claim).map((part) => content.filter(({ start }) => start >= part.start && start < part.end));
  const each = parts.map((words) => behind(claim, words, facts));
  return each.some((units) => units === null) ? null : each.flatMap((units) => units ?? []);
}

function behind(claim: string, content: Word[], facts: Facts): Unit[] | null {
  const { units, general } = facts;
  if (content.every((word) => isIn(word, claim, general, facts))) return [general];
  const one = units.filter((unit) =>
    content.every((word) => isIn(word, claim, unit, facts) || isIn(word, claim, general, facts)),
  );
  return one.length > 0 ? [...one, general] : null;
}

function partsOf(claim: string): { start: number; end: number }[] {
  const ends = [...claim.matchAll(/[,;:]|\s(?:et|and|puis|then)\s/gu)].map(({ index }) => index);
  return [...ends, claim.length].map((end, index) => ({ start: index === 0 ? 0 : ends[index - 1], end }));
}

function amountDoubt(
  amount: Amount,
  claim: string,
  folded: string,
  content: Word[],
  units: Unit[],
  facts: Facts,
): Doubt | null {
  const after = fold(claim.slice(amount.end));
  const words = claim.slice(amount.start, amount.end + 20).trim();
  if (isWritten(amount, claim, units)) return null;
  if (DURATION.test(after))
    return durationFits(amount, after, content, units, facts) ? null : { reason: 'years', words };
  if (!amount.unit && YEAR(amount))
    return yearFits(amount, folded, content, units, facts) ? null : { reason: 'date', words };
  return { reason: 'number', words };
}

/** The same number with the same unit before the same word, in the profile's own text. */
function isWritten(amount: Amount, claim: string, units: Unit[]): boolean {
  const next = wordsOf(claim.slice(amount.end)).find(({ raw }) => raw.length > 2);
  return units.some(({ text }) =>
    amountsIn(text).some((own) => {
      if (own.value !== amount.value || own.unit !== amount.unit) return false;
      const behindIt = wordsOf(text.slice(own.end)).slice(0, 3);
      return !next || behindIt.some((word) => word.stem === next.stem);
    }),
  );
}

/** « 8 ans » of one job when the sentence is about a job, of all when it is about none. */
function durationFits({ value }: Amount, after: string, content: Word[], units: Unit[], facts: Facts): boolean {
  const inMonths = /^[\s\u00A0\u202F]*(?:mois|month)/u.test(after);
  const fits = (months: number | null) =>
    months !== null &&
    (inMonths ? months === value : Math.floor(months / 12) === value || Math.round(months / 12) === value);
  if (content.length === 0) return fits(facts.experienceMonths);
  const jobs = units.filter(({ kind }) => kind === 'job');
  return jobs.length > 0 && jobs.some(({ months }) => fits(months));
}

/** A year of the entry that the sentence is about: its beginning after « depuis », its end after « jusqu’en ». */
function yearFits({ value, start }: Amount, folded: string, content: Word[], units: Unit[], facts: Facts): boolean {
  const before = folded.slice(0, start);
  const entries = content.length > 0 ? units.filter(({ kind }) => kind !== 'general') : facts.units;
  const years = entries.flatMap((unit) => {
    const [from, to] = [unit.start, unit.end].map((date) => (date ? Number(date.slice(0, 4)) : null));
    if (/(?<!\p{L})(?:depuis|since|from|de|des|a partir de|a partir d')\s*(?:\p{L}+\s)?$/u.test(before)) return [from];
    if (
      /(?<!\p{L})(?:jusqu'en|jusqu'a|until|till|to|a|obtenu[es]? en|obtained in|graduated in)\s*(?:\p{L}+\s)?$/u.test(
        before,
      )
    )
      return [to];
    return [from, to];
  });
  return years.includes(value) && monthFits(value, before, entries);
}

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    'january february march april may june july august september october november december',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, index + 1])),
);

/** « mars 2019 »: the month too is the entry's. */
function monthFits(year: number, before: string, entries: Unit[]): boolean {
  const month = MONTHS[/(\p{L}+)\s*$/u.exec(before)?.[1] ?? ''];
  if (!month) return true;
  const date = `${year}-${String(month).padStart(2, '0')}`;
  return entries.some(({ start, end }) => start === date || end === date);
}
