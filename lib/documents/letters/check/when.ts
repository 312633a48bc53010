import { fold } from '../../../match';
import type { Doubt } from './check';
import { isTitleDeed } from './deeds';
import type { Facts, Unit } from './facts';
import type { Amount } from './numbers';
import { clausesOf } from './units';
import type { Word } from './words';

const DURATION = /^[\s\u00A0\u202F]*(?:an|ans|annees?|mois|years?|months?)(?!\p{L})/u;
const IN_MONTHS = /^[\s\u00A0\u202F]*(?:mois|month)/u;
const SINCE = /(?<!\p{L})(?:depuis|since)(?!\p{L})/u;
const QUANTIFIERS = {
  more: /(?:plus d[e'’]|more than|over)[\s\u00A0]*$/u,
  nearly: /(?:pres d[e'’]|presque|bientot|almost|nearly|close to)[\s\u00A0]*$/u,
  least: /(?:au moins|at least)[\s\u00A0]*$/u,
  about: /(?:environ|about|around)[\s\u00A0]*$/u,
};

export const isDuration = ({ end }: Amount, claim: string): boolean => DURATION.test(fold(claim.slice(end)));

/** « plus de », "nearly" before a length of time: part of that length, so that its words are no claim of their own. */
export function quantified(
  { start }: Amount,
  folded: string,
): { kind: keyof typeof QUANTIFIERS; start: number } | null {
  const before = folded.slice(0, start);
  for (const [kind, pattern] of Object.entries(QUANTIFIERS)) {
    const match = pattern.exec(before);
    if (match) return { kind: kind as keyof typeof QUANTIFIERS, start: match.index };
  }
  return null;
}

/** « 8 ans » of one job, of all jobs of that trade together, or of the whole career when the sentence is about no job. */
export function durationFits(amount: Amount, claim: string, all: Word[], units: Unit[], facts: Facts): boolean {
  if (AGE.test(fold(claim.slice(0, amount.end + 12)))) return false;
  const clause = clausesOf(claim).find(({ start, end }) => amount.start >= start && amount.start < end);
  const stated = clause ? all.filter(({ start }) => start >= clause.start && start < clause.end) : all;
  const content = stated.length > 0 ? stated : all;
  const folded = fold(claim);
  const inMonths = IN_MONTHS.test(folded.slice(amount.end));
  const kind = quantified(amount, folded)?.kind;
  const fits = (months: number | null) =>
    months !== null && lasts(months, inMonths ? amount.value : amount.value * 12, kind, inMonths);
  const since = SINCE.test(folded.slice(0, amount.start));
  if (since && !facts.units.some(({ current }) => current)) return false;
  const career = /(?<!\p{L})(?:experience|carriere|career|parcours|metier|profession|pratique|practice|work)/u.test(
    clause ? folded.slice(clause.start, clause.end) : folded,
  );
  if (stated.length === 0 && career) return fits(facts.experienceMonths);
  if (content.length === 0) return false;
  const working = units.filter((unit) => unit.kind === 'job' && (!since || unit.current));
  const named = facts.units.filter(({ names }) => content.some(({ stem }) => names.has(stem)));
  const jobs = named.length > 0 ? working.filter((unit) => named.includes(unit)) : working;
  if (jobs.some(({ months }) => fits(months))) return true;
  const trade = facts.units.filter(
    (unit) => unit.kind === 'job' && content.every((word) => unit.title.has(word.stem) || isTitleDeed(word, unit)),
  );
  return trade.length > 1 && (!since || trade.some(({ current }) => current)) && fits(together(trade, facts.today));
}

/** « j’ai 40 ans », "I am 40 years old": somebody's age, which no letter tells. */
const AGE =
  /(?<!\p{L})(?:j'ai|vous avez|i am|i'm|you are|i have|you have)\s+[\p{L}\d-]+\s+(?:ans|years)(?!\p{L})(?!\s*(?:d'|de |d’|of |in |as |dans |en |'))/u;

/** In months. A year is complete, or lacks a month; « près de » lacks half a year at most; « plus de » is not yet the next year. */
function lasts(months: number, said: number, kind: keyof typeof QUANTIFIERS | undefined, inMonths: boolean): boolean {
  if (inMonths) return months === said;
  if (kind === 'nearly') return months >= said - 6 && months < said;
  if (kind === 'about') return Math.abs(months - said) <= 6;
  if (kind === 'more') return months > said && months < said + 12;
  return months >= (kind === 'least' ? said : said - 1) && months < said + 12;
}

function together(jobs: Unit[], today: string): number | null {
  const worked = new Set<number>();
  for (const { start, end, current } of jobs) {
    const [from, to] = [monthOf(start), monthOf(current ? today.slice(0, 7) : end)];
    if (from === null || to === null) return null;
    for (let month = from; month <= to; month++) worked.add(month);
  }
  return worked.size;
}

function monthOf(date: string | null): number | null {
  const match = /^(\d{4})-(\d{2})/.exec(date ?? '');
  return match && Number(match[1]) * 12 + Number(match[2]);
}

const yearOf = (date: string | null): number | null => (date ? Number(date.slice(0, 4)) : null);
const NAME = String.raw`(?:\p{L}+\s)?`;
const BEGINS = new RegExp(
  String.raw`(?<!\p{L})(?:depuis|since|from|de|des|entre|between|a partir de|a partir d')\s*${NAME}$`,
  'u',
);
const ENDS = new RegExp(
  String.raw`(?<!\p{L})(?:jusqu'en|jusqu'a|until|till|to|a|obtenu[es]? en|obtained in|graduated in)\s*${NAME}$`,
  'u',
);
const JOINED =
  /(?<!\p{L})(?:rejoins|rejoint|rejoignant|join(?:ed|ing)|commenc\w*|debut\w*|start(?:ed|ing)?|moved|becam\w*|became|devenue?|began)(?!\p{L})/u;
const RANGE = new RegExp(
  String.raw`(?<!\p{L})(?:de|d'|from|entre|between)\s*(\p{L}+)?\s*((?:19|20)\d\d)\s*(?:a|et|to|until|till|and|jusqu'en|-|–)\s*(\p{L}+)?\s*((?:19|20)\d\d)(?!\d)`,
  'u',
);

/** A year of the entry that the sentence is about: its beginning after « depuis », its end after « jusqu’en ». */
export function yearFits(amount: Amount, claim: string, content: Word[], units: Unit[], facts: Facts): boolean {
  const folded = fold(claim);
  const before = folded.slice(0, amount.start);
  const entries = content.length > 0 ? units.filter(({ kind }) => kind !== 'general') : facts.units;
  const ranged = RANGE.exec(folded);
  if (ranged && within(amount, ranged)) return entries.some((unit) => hasRange(unit, ranged));
  const since = SINCE.test(before);
  return entries.some((unit) => {
    if (since && !unit.current) return false;
    const dates =
      BEGINS.test(before) || (JOINED.test(folded) && unit.kind === 'job')
        ? [unit.start]
        : ENDS.test(before) || unit.kind === 'education'
          ? [unit.end]
          : [unit.start, unit.end];
    return dates.some((date) => yearOf(date) === amount.value && monthFits(amount.value, before, date));
  });
}

const within = ({ start }: Amount, { index, 0: text }: RegExpExecArray) =>
  start >= index && start < index + text.length;

const hasRange = ({ start, end }: Unit, [, month, year, lastMonth, lastYear]: RegExpExecArray): boolean =>
  yearOf(start) === Number(year) &&
  yearOf(end) === Number(lastYear) &&
  monthFits(Number(year), `${month ?? ''} `, start) &&
  monthFits(Number(lastYear), `${lastMonth ?? ''} `, end);

const MONTHS: Record<string, number> = Object.fromEntries(
  [
    'janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre',
    'january february march april may june july august september october november december',
  ].flatMap((names) => names.split(' ').map((name, index) => [name, index + 1])),
);

/** « mars 2019 »: the month too is the entry's. */
function monthFits(year: number, before: string, date: string | null): boolean {
  const month = MONTHS[/(\p{L}+)\s*$/u.exec(before)?.[1] ?? ''];
  return !month || date === `${year}-${String(month).padStart(2, '0')}`;
}

/** « chaque mois » where the CV says per year: how often something is done belongs to the number beside it. */
const OFTEN: [string, RegExp][] = [
  [
    'day',
    /(?<!\p{L})(?:(?:chaque|par|tous les|every|each|a|per) (?:jours?|day)|quotidien\w*|journalier\w*|daily)(?!\p{L})/u,
  ],
  [
    'week',
    /(?<!\p{L})(?:(?:chaque|par|toutes les|every|each|a|per) (?:semaines?|week)|hebdomadaire\w*|weekly)(?!\p{L})/u,
  ],
  ['month', /(?<!\p{L})(?:(?:chaque|par|tous les|every|each|a|per) (?:mois|month)|mensuel\w*|monthly)(?!\p{L})/u],
  [
    'year',
    /(?<!\p{L})(?:(?:chaque|par|tous les|every|each|a|per) (?:annees?|ans?|year)|annuel\w*|yearly|annual\w*)(?!\p{L})/u,
  ],
];

export function oftenDoubt(claim: string, deeds: string[], counts: boolean): Doubt | null {
  const said = OFTEN.find(([, pattern]) => pattern.test(fold(claim)));
  if (!said || deeds.length === 0) return null;
  const told = deeds.filter((line) => OFTEN.some(([, pattern]) => pattern.test(fold(line))));
  if (told.length === 0 && !counts && said[0] === 'day') return null;
  const fits = told.some((line) => said[1].test(fold(line)));
  return fits ? null : { reason: 'number', words: said[1].exec(fold(claim))?.[0] ?? '' };
}

const FORWARD = /(?<!\p{L})(?:puis|then|ensuite|avant|before|from|moved|went on|jusqu'a|pour rejoindre)(?!\p{L})/u;
const BACKWARD = /(?<!\p{L})(?:apres|after|following|suite a)(?!\p{L})/u;

/** Entries are told in the order in which they were lived, where the sentence says which came first. `places`: where each is named. */
export function inOrder(folded: string, places: { unit: Unit; at: number }[]): boolean {
  const dated = places.map(({ unit, at }) => ({
    at,
    date: unit.kind === 'job' ? unit.start : (unit.end ?? unit.start),
  }));
  const [first, second] = [...dated].sort((a, b) => a.at - b.at);
  if (!second) return true;
  const [before, between] = [folded.slice(0, first.at), folded.slice(first.at, second.at)];
  const forward =
    FORWARD.test(between) || BACKWARD.test(before) || /(?<!\p{L})(?:de|d'|from)\s*(?:l[ae']s?\s*)?$/u.test(before);
  const backward = BACKWARD.test(between) || /(?<!\p{L})(?:avant|before)(?!\p{L})/u.test(before);
  if (!forward && !backward) return true;
  if (forward === backward || first.date === null || second.date === null) return false;
  return forward ? first.date <= second.date : second.date <= first.date;
}
