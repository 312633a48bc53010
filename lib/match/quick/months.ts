import { IN_FIELD, NEAR_FIELD } from '../field';
import { NONE, type CandidateIndex } from './candidate-index';

export interface Practice {
  /** In the field; near fields count half, overlaps once. */
  months: number;
  /** False when a job in or near the field has no dates. */
  dated: boolean;
}

/** No cutoff; later than every month. */
const NEVER = -1;
const NO_END = 1 << 30;

let order = new Int32Array(16);

/** `fieldRecord` on numbers: the practice of a candidate, given how relevant each job is. */
export function monthsOf(
  index: CandidateIndex,
  candidate: number,
  relevance: Float64Array,
  halfAfter: number | null,
): Practice {
  const { practice, from } = index.job;
  const [first, end] = [index.jobsFrom.data[candidate], index.jobsEnd(candidate)];
  if (order.length < end - first) order = new Int32Array((end - first) * 2);
  let [count, dated] = [0, true];
  for (let job = first; job < end; job += 1) {
    if (practice.data[job] === 0 || relevance[job - first] < NEAR_FIELD) continue;
    if (from.data[job] === NONE) dated = false;
    else count = insert(index, job, count);
  }
  const now = index.now.data[candidate];
  const cutoff = halfAfter === null || now === NONE ? NEVER : now - halfAfter;
  const full = weighed(index, count, first, relevance, IN_FIELD, cutoff);
  const half = weighed(index, count, first, relevance, NEAR_FIELD, cutoff) - full;
  return { months: Math.round(full + half / 2), dated };
}

/** Keeps the jobs so far by their beginning. */
function insert({ job: { from } }: CandidateIndex, job: number, count: number): number {
  let at = count;
  while (at > 0 && from.data[order[at - 1]] > from.data[job]) {
    order[at] = order[at - 1];
    at -= 1;
  }
  order[at] = job;
  return count + 1;
}

type Covered = [index: CandidateIndex, count: number, first: number, relevance: Float64Array, least: number];

/** `monthsWeighed` on numbers. */
function weighed(...[index, count, first, relevance, least, cutoff]: [...Covered, cutoff: number]): number {
  const all = covered(index, count, first, relevance, least, NO_END);
  return cutoff === NEVER ? all : all - covered(index, count, first, relevance, least, cutoff) / 2;
}

/** Months before `end` that jobs of at least that relevance cover. */
function covered(...[index, count, first, relevance, least, end]: [...Covered, end: number]): number {
  const { from, to } = index.job;
  let [months, reached] = [0, -1];
  for (let at = 0; at < count; at += 1) {
    const job = order[at];
    if (relevance[job - first] < least) continue;
    const begin = from.data[job] > reached ? from.data[job] : reached;
    const until = to.data[job] < end ? to.data[job] : end;
    if (until > begin) months += until - begin;
    if (until > reached) reached = until;
  }
  return months;
}
