import { NEAR_FIELD } from '../field';
import {
  degreeFulfilment,
  degreeMeasure,
  experienced,
  languageMeasure,
  LENT_BY_FIELD,
  levelReached,
  MET,
  NEGLIGIBLE,
  NO_LEVEL,
  BY_PRACTICE,
  practiceDecides,
  skillMeasure,
  strengthOf,
  textFulfilment,
  titleMeasure,
  titleOfJob,
  UNKNOWN,
  UNKNOWN_SHARE,
  WRITTEN_IN_IT,
  yearsMeasure,
  type DegreeField,
  type Measure,
} from '../measures';
import { bandCap, bandOf, EIGHTHS, pointsOf } from '../points';
import type { PreparedOffer } from '../prepare';
import { NEAR_AT_MOST } from '../search-wants';
import type { CriterionStatus, ScoreBand } from '../types';
import { type CandidateIndex, NONE } from './candidate-index';
import { Findings } from './findings';
import { monthsOf } from './months';
import { planOf, type Plan, type PlanCriterion } from './plan';

/** A score without reasons and evidence: the same numbers as `scoreProfile`, in microseconds. */
export interface QuickScore {
  score: number;
  band: ScoreBand;
  interval: [number, number];
  /** How many must-haves are missing. */
  missing: number;
  /** 0 to 1. */
  reliability: number;
  /** By criterion of the prepared offer: points out of 100, and whether the CV leaves it open. */
  points: number[];
  unknown: boolean[];
  /** Closeness to the text (`text`) is `partly` here wherever it isn't unknown: whether it is met takes the words themselves. */
  statuses: CriterionStatus[];
}

const SAME = 5;
const MISSING: Measure = { status: 'missing', fulfilment: 0 };

/** An offer made ready for the candidates of one index; those added later are seen only by a new one. */
export class QuickScorer {
  private readonly plan: Plan;
  private readonly findings: Findings;
  private readonly languages: number[];
  private readonly hasCore: boolean;
  /** Of the candidate being scored: relevance of each job to the offer, and to the wish at hand. */
  private relevance = new Float64Array(0);
  private wished = new Float64Array(0);
  private readonly points: number[];
  private readonly unknown: boolean[];
  private readonly statuses: CriterionStatus[];
  private readonly total = { score: 0, musts: 0, missing: 0 };

  constructor(
    prepared: PreparedOffer,
    private readonly index: CandidateIndex,
  ) {
    this.plan = planOf(prepared);
    this.findings = new Findings(this.plan, index);
    this.languages = this.plan.criteria.map(({ languageCode }) => index.codes.find(languageCode));
    this.points = this.plan.criteria.map(() => 0);
    this.unknown = this.plan.criteria.map(() => false);
    this.statuses = this.plan.criteria.map(() => 'missing');
    this.hasCore = prepared.core.length > 0;
  }

  score(candidate: number): QuickScore {
    const { score, musts, missing } = this.add(candidate);
    let [counted, possible] = [0, 0];
    this.plan.criteria.forEach(({ share }, at) => {
      if (!this.unknown[at]) return;
      counted += this.points[at];
      possible += share / EIGHTHS;
    });
    return {
      ...{ score, missing, points: [...this.points], unknown: [...this.unknown], statuses: [...this.statuses] },
      reliability: this.index.reliability.data[candidate],
      band: bandOf(score, bandCap(musts, missing, this.hasOtherTrade(candidate))),
      interval: [score - counted, score - counted + possible],
    };
  }

  /** The best candidates by score, then by must-haves missing, then by position. */
  best(count: number): { position: number; score: number; missing: number }[] {
    const { size } = this.index;
    const scores = new Float64Array(size);
    const missing = new Uint16Array(size);
    for (let at = 0; at < size; at += 1) {
      const total = this.add(at);
      scores[at] = total.score;
      missing[at] = total.missing;
    }
    const least = Float64Array.from(scores).sort()[Math.max(0, size - count)] ?? 0;
    const chosen: number[] = [];
    for (let at = 0; at < size; at += 1) if (scores[at] >= least) chosen.push(at);
    return chosen
      .sort((a, b) => scores[b] - scores[a] || missing[a] - missing[b] || a - b)
      .slice(0, count)
      .map((position) => ({ position, score: scores[position], missing: missing[position] }));
  }

  /** Fills `points` and `unknown`. Returns the same object every time: nothing is allocated for the many that are only counted. */
  private add(candidate: number): typeof this.total {
    this.findings.read(candidate);
    this.rateJobs(candidate);
    const { criteria } = this.plan;
    let [score, musts, missing] = [0, 0, 0];
    for (let at = 0; at < criteria.length; at += 1) {
      const { must, share } = criteria[at];
      const { status, fulfilment } = this.measure(at, candidate);
      this.points[at] = pointsOf(fulfilment, share);
      this.unknown[at] = status === 'unknown';
      this.statuses[at] = status;
      score += this.points[at];
      if (!must) continue;
      musts += 1;
      if (status === 'missing') missing += 1;
    }
    [this.total.score, this.total.musts, this.total.missing] = [score, musts, missing];
    return this.total;
  }

  private measure(at: number, candidate: number): Measure {
    const criterion = this.plan.criteria[at];
    switch (criterion.kind) {
      case 'years':
        return this.years(criterion, candidate);
      case 'language':
        return this.language(criterion, this.languages[at], candidate);
      case 'degree':
        return this.degree(criterion, candidate);
      case 'title':
        return this.title(candidate);
      case 'text':
        return this.text(candidate);
      case 'question':
        return UNKNOWN;
      default:
        return this.skill(criterion, candidate);
    }
  }

  private rateJobs(candidate: number): void {
    const { job, jobShows } = this.index;
    const [from, to] = [this.index.jobsFrom.data[candidate], this.index.jobsEnd(candidate)];
    if (this.relevance.length < to - from) {
      this.relevance = new Float64Array(to - from);
      this.wished = new Float64Array(to - from);
    }
    for (let at = from; at < to; at += 1) {
      const likeness = coverage(jobShows, job.showsFrom.data[at], this.index.jobShowsEnd(at), this.plan.field);
      const titled = this.findings.hasTitle[at - from] === 1;
      this.relevance[at - from] = titled ? Math.max(this.findings.titleValue[at - from], likeness) : likeness;
    }
  }

  private hasOtherTrade(candidate: number): boolean {
    const jobs = this.index.jobsEnd(candidate) - this.index.jobsFrom.data[candidate];
    if (!this.hasCore || jobs === 0) return false;
    for (let at = 0; at < jobs; at += 1) if (this.relevance[at] >= NEAR_FIELD) return false;
    return true;
  }

  private skill({ alternatives, personal }: PlanCriterion, candidate: number): Measure {
    if (personal) return UNKNOWN;
    let [strength, rank, complete] = [0, 0, false];
    for (const wants of alternatives) {
      const answer = this.answer(wants);
      const itsRank = answer.strength + (answer.complete ? 1e-6 : 0);
      if (itsRank > rank) ({ strength, complete } = answer);
      rank = Math.max(rank, itsRank);
    }
    return skillMeasure(strength, complete, this.index.scant.data[candidate] === 1);
  }

  private answer(wants: number[]): { strength: number; complete: boolean } {
    const { same, near } = this.findings;
    let [sum, total, lacked, complete] = [0, 0, 0, true];
    for (const place of wants) {
      const { want } = this.plan.wants[place];
      const itself = strengthOf(same.first[place], same.second[place], same.third[place]);
      const close = strengthOf(near.first[place], near.second[place], near.third[place]);
      sum += Math.max(itself, Math.min(close, NEAR_AT_MOST)) * want.weight;
      total += want.weight;
      if (same.first[place] > 0) continue;
      lacked += want.weight;
      complete = complete && want.senses.length === 0;
    }
    return { strength: sum / total, complete: complete && lacked / total <= NEGLIGIBLE };
  }

  private years({ alternatives, hasWants, years, lends }: PlanCriterion, candidate: number): Measure {
    const { practice } = this.findings;
    const jobs = this.index.jobsEnd(candidate) - this.index.jobsFrom.data[candidate];
    const relevance = hasWants ? this.wished : this.relevance;
    if (hasWants)
      for (let job = 0; job < jobs; job += 1) {
        let best = this.relevance[job] * LENT_BY_FIELD * (lends ? 1 : 0);
        const row = job * this.plan.wants.length;
        for (const wants of alternatives)
          for (const place of wants) if (practice[row + place] > best) best = practice[row + place];
        this.wished[job] = best;
      }
    const { months, dated } = monthsOf(this.index, candidate, relevance, this.plan.prepared.halfAfter);
    return yearsMeasure(years, months, !dated, jobs > 0);
  }

  private language({ cefr }: PlanCriterion, code: number, candidate: number): Measure {
    const { spoken, language } = this.index;
    const [from, to] = [this.index.languagesFrom.data[candidate], this.index.languagesEnd(candidate)];
    let [named, level] = [false, NONE];
    for (let at = from; at < to && code >= 0; at += 1) {
      if (spoken.code.data[at] !== code) continue;
      named = true;
      level = Math.max(level, spoken.level.data[at]);
    }
    if (level === NONE && code >= 0 && language.data[candidate] === code)
      return { status: 'met', fulfilment: WRITTEN_IN_IT };
    if (!named) return from === to ? UNKNOWN : MISSING;
    if (level !== NONE) return languageMeasure((cefr === NONE ? B1 : cefr) - level);
    return cefr === NONE ? { status: 'met', fulfilment: WRITTEN_IN_IT } : { status: 'unknown', fulfilment: NO_LEVEL };
  }

  private degree({ alternatives, level: wanted }: PlanCriterion, candidate: number): Measure {
    const { education } = this.index;
    const [from, to] = [this.index.educationFrom.data[candidate], this.index.educationEnd(candidate)];
    if (from === to) return UNKNOWN;
    let best = -1;
    for (let at = from; at < to; at += 1) {
      const level = education.level.data[at];
      const field = this.degreeField(alternatives, education.fact.data[at] - this.index.factsFrom.data[candidate]);
      best = Math.max(best, degreeFulfilment(levelReached(level === NONE ? null : level, wanted), field));
    }
    if (practiceDecides(best, alternatives.length > 0, this.bestPractice(candidate)))
      return { status: 'partly', fulfilment: BY_PRACTICE };
    return degreeMeasure(best);
  }

  /** @param row of the education's fact among the candidate's; negative when it has none */
  private degreeField(alternatives: number[][], row: number): DegreeField {
    if (alternatives.length === 0) return 'same';
    if (row < 0) return 'other';
    const { wants } = this.plan;
    let [rank, complete, known] = [0, false, false];
    for (const places of alternatives) {
      let [sum, total, lacked, whole, some] = [0, 0, 0, true, false];
      for (const place of places) {
        const { weight, senses } = wants[place].want;
        const level = this.findings.degree[row * wants.length + place];
        sum += strengthOf(LEVELS[level], 0, 0) * weight;
        total += weight;
        if (level > 0 && senses.length > 0) some = true;
        if (level === SAME) continue;
        lacked += weight;
        whole = whole && senses.length === 0;
      }
      whole = whole && lacked / total <= NEGLIGIBLE;
      const itsRank = sum / total + (whole ? 1e-6 : 0);
      if (itsRank <= rank) continue;
      [rank, complete, known] = [itsRank, whole, some];
    }
    return complete ? 'same' : known ? 'near' : 'other';
  }

  private bestPractice(candidate: number): number {
    const from = this.index.jobsFrom.data[candidate];
    const jobs = this.index.jobsEnd(candidate) - from;
    let best = 0;
    for (let at = 0; at < jobs; at += 1)
      if (this.index.job.practice.data[from + at] === 1 && this.relevance[at] > best) best = this.relevance[at];
    return best;
  }

  private title(candidate: number): Measure {
    const { job } = this.index;
    const [from, to] = [this.index.jobsFrom.data[candidate], this.index.jobsEnd(candidate)];
    if (from === to) return UNKNOWN;
    const { months } = monthsOf(this.index, candidate, this.relevance, this.plan.prepared.halfAfter);
    const experience = experienced(months, this.plan.prepared.years);
    let [best, named] = [0, false];
    for (let at = from; at < to; at += 1) {
      const practice = job.practice.data[at] === 1;
      const value = titleOfJob(this.relevance[at - from], job.recency.data[at], practice, experience);
      best = Math.max(best, value);
      named = named || (value >= MET && this.saysTitle(at, at - from));
    }
    return titleMeasure(best, named);
  }

  private saysTitle(job: number, place: number): boolean {
    const { titleWants, lesser } = this.plan;
    if (this.findings.hasTitle[place] === 0 || titleWants === 0) return false;
    if (this.index.job.lesser.data[job] === 1 && !lesser) return false;
    return this.findings.titleSaid[place] === titleWants;
  }

  private text(candidate: number): Measure {
    const { units } = this.plan;
    if (units.length === 0) return MISSING;
    const { first, second, third } = this.findings.subjects;
    let [sum, total] = [0, 0];
    for (let at = 0; at < units.length; at += 1) {
      sum += subjectStrength(first[at], second[at], third[at]) * units[at].weight;
      total += units[at].weight;
    }
    const { shows, showsFrom } = this.index;
    const likeness = coverage(shows, showsFrom.data[candidate], this.index.showsEnd(candidate), this.plan.field);
    const fulfilment = textFulfilment(sum / total, likeness);
    const nothing =
      this.index.scant.data[candidate] === 1 && this.index.jobsEnd(candidate) === this.index.jobsFrom.data[candidate];
    return nothing && fulfilment < UNKNOWN_SHARE ? UNKNOWN : { status: 'partly', fulfilment };
  }
}

const B1 = 2;
const LEVELS = [0, 0.2, 0.3, 0.4, 0.5, 1];

/** As `searchUnit` adds up. */
const subjectStrength = (first: number, second: number, third: number) =>
  first === 0 ? 0 : Math.min(1, first + (second * 0.05 + third * 0.05));

function coverage({ concept, value }: CandidateIndex['shows'], from: number, to: number, field: Float64Array): number {
  let sum = 0;
  for (let at = from; at < to; at += 1) sum += value.data[at] * field[concept.data[at]];
  return sum;
}
