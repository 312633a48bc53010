import { evaluateDegree } from './evaluate-degree';
import { evaluateLanguage } from './evaluate-language';
import { evaluateSkill } from './evaluate-skill';
import { spanOf, yearsSince } from './experience';
import type { Facts, JobFacts } from './facts';
import { fieldRecord, type FieldRecord } from './field';
import { isScant, MET, proofsIn, statusOf, unknown, UNKNOWN_SHARE, wantedBy, type Case, type Finding } from './finding';
import { describeFact, describeJob } from './proof';
import { profileCloseness } from './relevance';
import { searchUnits } from './search';
import { answerAll, evidenceOf, leading } from './search-wants';
import { saysTitle } from './titles';
import type { Criterion } from './types';
import { words } from './words';

/** Year-only dates lose some months on average. */
const YEARS_TOLERANCE = 0.9;

export function evaluate(criterion: Criterion, of: Case): Finding {
  switch (criterion.kind) {
    case 'years':
      return evaluateYears(criterion, of);
    case 'language':
      return evaluateLanguage(criterion, of);
    case 'degree':
      return evaluateDegree(criterion, of);
    case 'title':
      return evaluateTitle(of);
    case 'text':
      return evaluateText(of);
    default:
      return evaluateSkill(criterion, of);
  }
}

function evaluateYears(criterion: Criterion, of: Case): Finding {
  const { facts, prepared, relevance } = of;
  const w = words[prepared.locale];
  const years = criterion.years ?? 0;
  const wanted = wantedBy(criterion, of);
  const record = wanted.length === 0 ? relevance.record : fieldRecord(facts, (job) => relevance.toWants(job, wanted));
  if (facts.jobs.length === 0 || (record.jobs.length > 0 && record.months === 0 && !record.dated))
    return unknown(w.yearsUnknown(years));
  const ratio = record.months / (years * 12);
  const proof = longestJob(record, of);
  const shown = proof ? describeJob(proof.job, prepared.locale) : '';
  const evidence = record.jobs.flatMap(({ facts: job }) => proofsIn(job.facts.slice(0, 1))).slice(0, 3);
  if (record.months === 0) return { status: 'missing', fulfilment: 0, reason: w.yearsNone(years), evidence: [] };
  if (ratio >= YEARS_TOLERANCE)
    return { status: 'met', fulfilment: 1, reason: w.yearsMet(record.months, years, shown), evidence };
  return {
    status: ratio >= 0.5 ? 'partly' : 'missing',
    fulfilment: ratio,
    reason: w.yearsShort(record.months, years, shown),
    evidence,
  };
}

function longestJob(record: FieldRecord, { facts }: Case): JobFacts | null {
  const months = ({ span }: JobFacts) => (span ? span.to - span.from : 0);
  const best = record.jobs[0]?.relevance ?? 0;
  const close = record.jobs.filter(({ relevance }) => relevance >= best * 0.8).map(({ facts: job }) => job);
  return close.sort((a, b) => months(b) - months(a) || facts.jobs.indexOf(a) - facts.jobs.indexOf(b))[0] ?? null;
}

/** Years after which a job weighs its least (7 tenths): trades change, people do not forget them. */
const FADES_OVER_YEARS = 12;
/** A job of the same trade under another name. */
const NEIGHBOUR = 0.85;

/** The closest job, somewhat less when it is long past or was short. `met` takes the offer's own job, by its name or a synonym; others are neighbours. */
function evaluateTitle({ facts, prepared, relevance }: Case): Finding {
  const w = words[prepared.locale];
  if (facts.jobs.length === 0) return unknown(w.titleUnknown);
  const wantedMonths = (prepared.years || 3) * 12;
  const experienced = 0.6 + 0.4 * Math.min(1, relevance.record.months / wantedMonths);
  const rated = facts.jobs.map((job) => {
    const value = relevance.toOffer(job) * recency(job, facts) * (job.practice ? 1 : 0.5);
    return { job, fulfilment: Math.min(1, value / 0.8) * experienced };
  });
  const best = rated.reduce((top, next) => (next.fulfilment > top.fulfilment ? next : top));
  const named = rated
    .filter(({ job, fulfilment }) => fulfilment >= MET && saysTitle(job, prepared))
    .reduce<typeof best | null>((top, next) => (top && top.fulfilment >= next.fulfilment ? top : next), null);
  const fulfilment = best.fulfilment * (named ? 1 : NEIGHBOUR);
  const status = statusOf(fulfilment, named !== null);
  if (status === 'missing') return { status, fulfilment, reason: w.titleFar, evidence: [] };
  const { job } = named ?? best;
  const proof = describeJob(job.job, prepared.locale);
  const near = saysTitle(job, prepared) ? w.titleShort(proof) : w.titleNear(proof);
  return {
    ...{ status, fulfilment, reason: status === 'met' ? w.titleMet(proof) : near },
    evidence: proofsIn(job.facts.slice(0, 1)),
  };
}

function recency(job: JobFacts, { profile }: Facts): number {
  const span = job.span ?? spanOf(job.job, profile.referenceDate);
  return span ? 1 - 0.3 * Math.min(1, yearsSince(span, profile.referenceDate) / FADES_OVER_YEARS) : 0.85;
}

/** A CV that names fewer of the advertisement's subjects comes near it at best. */
const NAMED_SUBJECTS = 1 / 3;

/** Half how many of the advertisement's subjects the CV comes near, half how alike the two are as a whole; the reason counts only those that it names. */
function evaluateText({ facts, prepared }: Case): Finding {
  const w = words[prepared.locale];
  if (prepared.textUnits.length === 0) return { status: 'missing', fulfilment: 0, reason: w.textNone, evidence: [] };
  const hit = searchUnits(facts.all, prepared.textUnits);
  const fulfilment = Math.min(1, (hit.strength + profileCloseness(prepared, facts)) / 2 / 0.7);
  const scant = isScant(facts) && facts.jobs.length === 0;
  if (scant && fulfilment < UNKNOWN_SHARE) return unknown(w.textUnknown);
  const { answers } = answerAll(facts.all, prepared.textWants, (fact) => fact.trust);
  const named = answers.filter(({ same }) => same);
  const proofs = leading(named);
  const shown = proofs
    .slice(0, 2)
    .map(({ fact }) => describeFact(fact, prepared.locale))
    .join(w.between);
  return {
    status: statusOf(fulfilment, named.length >= answers.length * NAMED_SUBJECTS),
    fulfilment,
    reason: named.length > 0 ? w.textShare(named.length, prepared.textWants.length, shown) : w.textNone,
    evidence: evidenceOf(proofs),
  };
}
