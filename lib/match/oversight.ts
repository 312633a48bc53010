import type { Locale } from '../errors';

/** What a person decided on one ranked candidate. */
export interface ReviewedDecision {
  /** Who decided. */
  by: string;
  /** ISO 8601. */
  at: string;
  /** The ranking that it was about. */
  offerId?: string | null;
  /** The candidate's place in it, 1 for the best. */
  rank: number;
  /** Went on (true), or was put aside. */
  selected: boolean;
  /** Whether the person opened the reasons or the CV before; absent where that isn't recorded. */
  openedEvidence?: boolean;
}

export interface OversightHint {
  code: 'ranking-followed-unread';
  by: string;
  /** How many of their last decisions were looked at. */
  decisions: number;
  /** Median time between two of them; null for fewer than two with a readable time. */
  medianSeconds: number | null;
  /** Of those where it is recorded, how many had their evidence opened; null where it never is. */
  opened: number | null;
  message: string;
}

export interface Oversight {
  decisions: number;
  /** Decisions that part from the ranking: somebody was preferred to one who stood above, or put aside although one below went on. */
  against: number;
  /** Share of them; null without decisions. A rate near 0 over many may mean that nobody looks, a high one that the criteria are wrong. */
  overrideRate: number | null;
  hints: OversightHint[];
}

export interface OversightOptions {
  locale?: Locale;
  /** How many of a person's last decisions have to follow the ranking before anything is said; at least 20. */
  least?: number;
  /** Decisions that come faster than that, one after the other, can't have been read. */
  seconds?: number;
}

const FEWEST = 20;
const TOO_FAST_SECONDS = 10;

/**
 * How people deal with rankings: how often they decide otherwise, and who follows every ranking without reading. A score that nobody questions is a decision
 * taken by a machine (GDPR, article 22; CJEU C-634/21), so that this is said to the people, as a hint; nothing is blocked and nobody is judged.
 * Pure: no clock, decisions in any order.
 */
export function oversightOf(decisions: ReviewedDecision[], options: OversightOptions = {}): Oversight {
  const apart = departures(decisions);
  const people = [...new Set(decisions.map(({ by }) => by))];
  return {
    decisions: decisions.length,
    against: apart.size,
    overrideRate: decisions.length === 0 ? null : apart.size / decisions.length,
    hints: people.flatMap((by) => hintFor(by, decisions, apart, options) ?? []),
  };
}

/** For each ranking, the smaller of the two groups whose leaving would make the rest follow it: those chosen from below, or those passed over above. */
function departures(decisions: ReviewedDecision[]): Set<ReviewedDecision> {
  const rankings = new Map<string, ReviewedDecision[]>();
  for (const one of decisions) {
    const key = one.offerId ?? '';
    rankings.set(key, [...(rankings.get(key) ?? []), one]);
  }
  return new Set([...rankings.values()].flatMap(departuresIn));
}

function departuresIn(ranking: ReviewedDecision[]): ReviewedDecision[] {
  const lowestChosen = Math.max(0, ...ranking.filter(({ selected }) => selected).map(({ rank }) => rank));
  const passedOver = ranking.filter(({ selected, rank }) => !selected && rank < lowestChosen);
  const highestLeft = Math.min(...ranking.filter(({ selected }) => !selected).map(({ rank }) => rank));
  const fetched = ranking.filter(({ selected, rank }) => selected && rank > highestLeft);
  return fetched.length < passedOver.length ? fetched : passedOver;
}

function hintFor(
  by: string,
  decisions: ReviewedDecision[],
  apart: Set<ReviewedDecision>,
  { locale = 'fr', least = FEWEST, seconds = TOO_FAST_SECONDS }: OversightOptions,
): OversightHint | null {
  const count = Math.max(FEWEST, least);
  const own = decisions
    .filter((one) => one.by === by)
    .sort((a, b) => Date.parse(a.at) - Date.parse(b.at))
    .slice(-count);
  if (own.length < count || own.some((one) => apart.has(one))) return null;
  const recorded = own.filter(({ openedEvidence }) => openedEvidence !== undefined);
  const opened = recorded.length === 0 ? null : recorded.filter(({ openedEvidence }) => openedEvidence).length;
  const medianSeconds = medianGap(own);
  const unread = recorded.length === own.length && opened === 0;
  const tooFast = medianSeconds !== null && medianSeconds <= seconds && (opened ?? 0) * 2 < own.length;
  if (!unread && !tooFast) return null;
  const message = words[locale](own.length, unread ? null : medianSeconds);
  return { code: 'ranking-followed-unread', by, decisions: own.length, medianSeconds, opened, message };
}

function medianGap(sorted: ReviewedDecision[]): number | null {
  const times = sorted.map(({ at }) => Date.parse(at)).filter(Number.isFinite);
  const gaps = times.slice(1).map((time, at) => (time - times[at]) / 1000);
  return gaps.sort((a, b) => a - b)[Math.floor(gaps.length / 2)] ?? null;
}

/** `seconds` null: no evidence was opened. */
const words: Record<Locale, (decisions: number, seconds: number | null) => string> = {
  fr: (decisions, seconds) =>
    `Les ${decisions} dernières décisions suivent toutes le classement, ${
      seconds === null ? 'sans qu’aucune justification ait été ouverte' : `à ${Math.round(seconds)} s d’intervalle`
    }. Le score ordonne la lecture, il ne décide pas : ouvrez les justifications ou le CV, et notez pourquoi quand vous décidez autrement.`,
  en: (decisions, seconds) =>
    `The last ${decisions} decisions all follow the ranking, ${
      seconds === null ? 'with no evidence opened' : `${Math.round(seconds)} s apart`
    }. The score orders your reading, it doesn’t decide: open the reasons or the CV, and note why when you decide otherwise.`,
};
