import type { Facts, JobFacts } from './facts';
import { coverage, fieldRecord, type FieldRecord } from './field';
import { LENT_BY_FIELD, NEAR_PRACTICE, TITLE_SHARE } from './measures';
import { factMatches } from './search';
import { supportOf } from './support';
import { isOfTrade, type Want } from './wants';
import type { PreparedOffer } from './prepare';

export interface Relevance {
  toOffer: (job: JobFacts) => number;
  toWants: (job: JobFacts, alternatives: Want[][]) => number;
  record: FieldRecord;
}

/** How close each job is to an offer, and the record of practice that follows from it. */
export function relevanceTo(prepared: PreparedOffer, facts: Facts): Relevance {
  const known = new Map(facts.jobs.map((job) => [job, jobToOffer(prepared, job)]));
  const toOffer = (job: JobFacts) => known.get(job) ?? 0;
  return {
    toOffer,
    toWants: (job, alternatives) =>
      Math.max(
        ...alternatives.map((wants) => jobToWants(job, wants)),
        toOffer(job) * LENT_BY_FIELD * (alternatives.some((wants) => wants.some(isOfTrade)) ? 1 : 0),
      ),
    record: fieldRecord(facts, toOffer, prepared.halfAfter),
  };
}

function jobToOffer(prepared: PreparedOffer, job: JobFacts): number {
  const [title] = job.facts.filter((fact) => fact.source === 'title');
  if (!title) return coverage(job.shows, prepared.field);
  const byTitle = Math.max(0, ...prepared.titleUnits.map((unit) => factMatches(title, unit)));
  const byField = Math.max(0, ...prepared.core.map(({ unit, share }) => share * factMatches(title, unit)));
  return Math.max(TITLE_SHARE * byTitle, TITLE_SHARE * byField, coverage(job.shows, prepared.field));
}

/** The best want of a trade decides: « 5 ans en cuisine dont 3 avec responsabilité » is about cooking; leading counts where nothing else is named. */
function jobToWants(job: JobFacts, wants: Want[]): number {
  const ofTrade = wants.filter(isOfTrade);
  const decisive = ofTrade.length > 0 ? ofTrade : wants;
  return Math.max(
    0,
    ...job.facts.flatMap((fact) =>
      decisive.map((want) => {
        const support = supportOf(fact, want);
        return support === null ? 0 : support.same ? (fact.source === 'title' ? 1 : 0.9) : NEAR_PRACTICE;
      }),
    ),
  );
}
