import { evaluateDegree } from './evaluate-degree';
import { evaluateLanguage } from './evaluate-language';
import { evaluateSkill } from './evaluate-skill';
import type { JobFacts } from './facts';
import { coverage, fieldRecord, type FieldRecord } from './field';
import { isScant, proofsIn, unknown, wantedBy, type Case, type Finding } from './finding';
import {
  experienced,
  MET,
  statusOf,
  textFulfilment,
  titleMeasure,
  titleOfJob,
  UNKNOWN_SHARE,
  yearsMeasure,
} from './measures';
import { describeFact, describeJob } from './proof';
import { strengthOfUnits } from './search';
import { answerAll, evidenceOf, leading } from './search-wants';
import { saysTitle } from './titles';
import type { Criterion } from './types';
import { words } from './words';

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
    case 'question':
      return unknown(words[of.prepared.locale].question(criterion.label));
    default:
      return evaluateSkill(criterion, of);
  }
}

function evaluateYears(criterion: Criterion, of: Case): Finding {
  const { facts, prepared, relevance } = of;
  const w = words[prepared.locale];
  const years = criterion.years ?? 0;
  const wanted = wantedBy(criterion, of);
  const record =
    wanted.length === 0
      ? relevance.record
      : fieldRecord(facts, (job) => relevance.toWants(job, wanted), prepared.halfAfter);
  const measure = yearsMeasure(years, record.months, !record.dated, facts.jobs.length > 0);
  if (measure.status === 'unknown') return { ...measure, reason: w.yearsUnknown(record.months, years), evidence: [] };
  if (record.months === 0) return { ...measure, reason: w.yearsNone(years), evidence: [] };
  const proof = longestJob(record, of);
  const shown = proof ? describeJob(proof.job, prepared.locale) : '';
  const said = (measure.status === 'met' ? w.yearsMet : w.yearsShort)(record.months, years, shown);
  return {
    ...measure,
    reason: prepared.halfAfter === null ? said : `${said} ${w.olderCountsHalf(prepared.halfAfter / 12)}`,
    evidence: record.jobs.flatMap(({ facts: job }) => proofsIn(job.facts.slice(0, 1))).slice(0, 3),
  };
}

function longestJob(record: FieldRecord, { facts }: Case): JobFacts | null {
  const months = ({ span }: JobFacts) => (span ? span.to - span.from : 0);
  const best = record.jobs[0]?.relevance ?? 0;
  const close = record.jobs.filter(({ relevance }) => relevance >= best * 0.8).map(({ facts: job }) => job);
  return close.sort((a, b) => months(b) - months(a) || facts.jobs.indexOf(a) - facts.jobs.indexOf(b))[0] ?? null;
}

/** The closest job, somewhat less when it is long past or was short. `met` takes the offer's own job, by its name or a synonym; others are neighbours. */
function evaluateTitle({ facts, prepared, relevance }: Case): Finding {
  const w = words[prepared.locale];
  if (facts.jobs.length === 0) return unknown(w.titleUnknown);
  const experience = experienced(relevance.record.months, prepared.years);
  const rated = facts.jobs.map((job) => ({
    job,
    fulfilment: titleOfJob(relevance.toOffer(job), job.recency, job.practice, experience),
  }));
  const best = rated.reduce((top, next) => (next.fulfilment > top.fulfilment ? next : top));
  const named = rated
    .filter(({ job, fulfilment }) => fulfilment >= MET && saysTitle(job, prepared))
    .reduce<typeof best | null>((top, next) => (top && top.fulfilment >= next.fulfilment ? top : next), null);
  const { status, fulfilment } = titleMeasure(best.fulfilment, named !== null);
  if (status === 'missing') return { status, fulfilment, reason: w.titleFar, evidence: [] };
  const { job } = named ?? best;
  const proof = describeJob(job.job, prepared.locale);
  const near = saysTitle(job, prepared) ? w.titleShort(proof) : w.titleNear(proof);
  return {
    ...{ status, fulfilment, reason: status === 'met' ? w.titleMet(proof) : near },
    evidence: proofsIn(job.facts.slice(0, 1)),
  };
}

/** A CV that names fewer of the advertisement's subjects comes near it at best. */
const NAMED_SUBJECTS = 1 / 3;

/** Half how many of the advertisement's subjects the CV comes near, half how alike the two are as a whole; the reason counts only those that it names. */
export function evaluateText({ facts, prepared }: Pick<Case, 'facts' | 'prepared'>): Finding {
  const w = words[prepared.locale];
  if (prepared.textUnits.length === 0) return { status: 'missing', fulfilment: 0, reason: w.textNone, evidence: [] };
  const fulfilment = textFulfilment(
    strengthOfUnits(facts.all, prepared.textUnits),
    coverage(facts.shows, prepared.field),
  );
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
