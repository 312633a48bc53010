import type { Locale } from '../../errors';
import { degreeLevelName, type CriterionResult, type JobOffer, type Score } from '../../match';
import type { Evidence, Profile } from '../../profile';
import { monthsInWords } from '../dates';
import { leftOutText } from '../made/left-out';
import { typographic } from '../typography';
import { words } from '../words';

export interface ShortlistRow {
  profile: Profile;
  score: Score;
  /** Shown as the source; by default the name in the profile's `meta`. */
  fileName?: string;
}

export interface ShortlistData {
  offer: JobOffer;
  /** In the order to be shown; rank 1 first. */
  rows: ShortlistRow[];
  /** ISO 8601. The only date in the document, its metadata included. */
  generatedAt: string;
  locale: Locale;
  /** People of the first document who are gone since: it was made again. */
  leftOut?: number;
}

export interface CriterionView {
  label: string;
  /** Whether it is a must, nice to have, or counted for every offer. */
  standing: string;
  status: CriterionResult['status'];
  statusName: string;
  points: string;
  maxPoints: string;
  /** 0 to 1. */
  share: number;
  reason: string;
  evidence: { quote: string; place: string }[];
  /** Places of lines that the reason quotes itself: « p. 1, l. 12 ». */
  places: string;
  /** The other lines, with their places. */
  proofs: string[];
}

/** One candidate in words and numbers, the same for every format. */
export interface CandidateView {
  rank: number;
  name: string;
  headline: string;
  score: string;
  /** 0 to 1. */
  share: number;
  interval: string | null;
  band: Score['band'];
  bandName: string;
  experience: string;
  degree: string;
  missing: string[];
  /** Must-haves that the CV leaves open. */
  openMusts: string | null;
  criteria: CriterionView[];
  strengths: string[];
  gaps: string[];
  toCheck: string[];
  warnings: string[];
  source: string;
  engine: string;
  reliability: string;
  formula: string;
}

const MOST_STRENGTHS = 4;
const LONGEST_QUOTE = 160;
/** Letters after which two quotes of one CV are the same. */
const SURELY_THE_SAME = 40;
/** More say nothing new; the places of all are in the spreadsheet. */
const MOST_PROOFS = 2;

/** How many they are, and how many are gone. */
export const countLine = ({ rows, leftOut, locale }: ShortlistData): string =>
  [words[locale].candidates(rows.length), leftOutText(leftOut, locale)].filter(Boolean).join(' · ');

export function candidateViews({ rows, locale }: ShortlistData): CandidateView[] {
  return rows.map((row, index) => candidateView(row, rankOf(rows, index), locale));
}

/** Equal scores share a rank. */
function rankOf(rows: ShortlistRow[], index: number): number {
  return rows.findIndex(({ score }) => score.score === rows[index].score.score) + 1;
}

function candidateView({ profile, score, fileName }: ShortlistRow, rank: number, locale: Locale): CandidateView {
  const w = words[locale];
  const listed = (status: CriterionResult['status']) =>
    score.criteria.filter((item) => item.status === status && item.kind !== 'text');
  const strengths = listed('met').sort((a, b) => b.points - a.points);
  const because = ({ label, reason }: CriterionResult) => typographic(`${label} — ${reason}`, locale);
  const [low, high] = score.interval;
  return {
    rank,
    name: profile.identity.fullName ?? w.unnamed,
    headline: profile.headline ?? '',
    score: whole(score.score),
    share: score.score / 100,
    interval: high - low >= 1 ? w.between(whole(low), whole(high)) : null,
    band: score.band,
    bandName: w.band[score.band],
    experience: monthsInWords(profile.derived.experienceMonths, locale),
    degree: degreeName(profile, locale),
    missing: score.missingMustHaves,
    openMusts: openMusts(score, locale),
    criteria: score.criteria.map((item) => criterionView(item, locale)),
    strengths: strengths.slice(0, MOST_STRENGTHS).map(because),
    gaps: listed('missing').map(({ label, must }) => (must ? `${label} (${w.mustHave})` : label)),
    toCheck: listed('unknown').map(because),
    warnings: [...profile.meta.warnings, ...score.warnings].map(({ message }) => message),
    source: fileName ?? profile.meta.fileName ?? w.notStated,
    engine: w.engineName[profile.meta.engine],
    reliability: `${Math.round(score.reliability * 100)} %`,
    formula: score.formula,
  };
}

function criterionView(item: CriterionResult, locale: Locale): CriterionView {
  const quotes = item.evidence.map((proof) => ({ quote: shorten(proof.quote), place: place(proof, locale) }));
  const evidence = unique(quotes);
  const said = ({ quote }: { quote: string }) => item.reason.includes(quote.slice(0, SURELY_THE_SAME));
  return {
    label: item.label,
    standing: standing(item, locale),
    status: item.status,
    statusName: statusName(item, locale),
    points: tenths(item.points, locale),
    maxPoints: tenths(item.maxPoints, locale),
    share: item.maxPoints === 0 ? 0 : item.points / item.maxPoints,
    reason: typographic(item.reason, locale),
    evidence,
    places: [...new Set(evidence.filter(said).map((proof) => proof.place))].join(' ; '),
    proofs: evidence
      .filter((proof) => !said(proof))
      .slice(0, MOST_PROOFS)
      .map((proof) => `${words[locale].quoted(proof.quote)} ${proof.place}`),
  };
}

/** Must-haves that are neither met nor missing: « tous remplis » would be wrong. */
function openMusts({ criteria }: Score, locale: Locale): string | null {
  const w = words[locale];
  const musts = criteria.filter(({ must }) => must);
  const inPart = musts.filter(({ status }) => status === 'partly').map(({ label }) => label);
  const unknown = musts.filter(({ status }) => status === 'unknown').length;
  const said = [inPart.length > 0 ? w.mustsInPart(inPart) : '', unknown > 0 ? w.mustsToCheck(unknown) : ''];
  return said.filter(Boolean).join(' · ') || null;
}

/** Something was found, but not enough of it: « non trouvé » would be wrong. */
function statusName({ status, points }: CriterionResult, locale: Locale): string {
  return status === 'missing' && points > 0 ? words[locale].tooLittle : words[locale].status[status];
}

function standing({ kind, must }: CriterionResult, locale: Locale): string {
  const w = words[locale];
  return kind === 'title' || kind === 'text' ? w.alwaysCounted : must ? w.mustHave : w.niceToHave;
}

function degreeName({ derived }: Profile, locale: Locale): string {
  const highest = derived.highestDegree;
  if (!highest) return words[locale].notStated;
  return highest.degree ?? (highest.level === null ? words[locale].notStated : degreeLevelName(highest.level, locale));
}

const place = (proof: Evidence, locale: Locale) => words[locale].evidence(proof.page, ...proof.lines);
const whole = (value: number) => String(Math.round(value));
const tenths = (value: number, locale: Locale) =>
  new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(value);

function shorten(text: string): string {
  const flat = text.replace(/\s+/g, ' ').trim();
  return flat.length <= LONGEST_QUOTE ? flat : `${flat.slice(0, LONGEST_QUOTE).trimEnd()}…`;
}

function unique(quotes: CriterionView['evidence']): CriterionView['evidence'] {
  const keys = quotes.map(({ quote, place: where }) => `${where} ${quote}`);
  return quotes.filter((_, index) => keys.indexOf(keys[index]) === index);
}
