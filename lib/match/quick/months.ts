import { IN_FIELD, NEAR_FIELD } from '../field';
import { NONE, type CandidateIndex } from './candidate-index';

export interface Practice {
  /** In the field; near fields count half, overlaps once. */
  months: number;
  /** False when a job in or near the field has no dates. */
  dated: boolean;
}

let order = new Int32Array(16);

/** `fieldRecord` on numbers: the practice of a candidate, given how relevant each job is. */
export function monthsOf(index: CandidateIndex, candidate: number, relevance: Float64Array): Practice {
  const { practice, from } = index.job;
  const [first, end] = [index.jobsFrom.data[candidate], index.jobsEnd(candidate)];
  if (order.length < end - first) order = new Int32Array((end - first) * 2);
  let [count, dated] = [0, true];
  for (let job = first; job < end; job += 1) {
    if (practice.data[job] === 0 || relevance[job - first] < NEAR_FIELD) continue;
    if (from.data[job] === NONE) dated = false;
    else count = insert(index, job, count);
  }
  const full = covered(index, count, first, relevance, IN_FIELD);
  const half = covered(index, count, first, relevance, NEAR_FIELD) - full;
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

function covered(index: CandidateIndex, count: number, first: number, relevance: Float64Array, least: number): number {
  const { from, to } = index.job;
  let [months, reached] = [0, -1];
  for (let at = 0; at < count; at += 1) {
    const job = order[at];
    if (relevance[job - first] < least) continue;
    const begin = from.data[job] > reached ? from.data[job] : reached;
    if (to.data[job] > begin) months += to.data[job] - begin;
    if (to.data[job] > reached) reached = to.data[job];
  }
  return months;
}
