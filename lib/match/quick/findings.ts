import { conceptsOfSenses, worthOf } from '../relations';
import { NEAR_PRACTICE, STUDIED } from '../measures';
import { BestThree } from './best-three';
import { IS_EDUCATION, IS_TITLE, type CandidateIndex } from './candidate-index';
import type { Plan } from './plan';
import { WordFinder } from './word-finder';

/** Worth of a relation that is the thing itself, and of one that lacks a number only (`worthOf` by half steps). */
const SAME = 5;
const WITHOUT_NUMBER = 4;
const worth = Float64Array.from({ length: SAME + 1 }, (_, level) => worthOf(level * 2));

let concepts: Int32Array | undefined;

/** Working space of all findings: each reads one candidate at a time and leaves it clean. */
const shared = {
  ...{ same: new BestThree(), near: new BestThree(), subjects: new BestThree() },
  ...{ level: new Uint8Array(64), touched: new Int32Array(64) },
  ...{ subject: new Float64Array(64), touchedSubjects: new Int32Array(64) },
};

function makeRoom(wants: number, subjects: number): void {
  if (shared.level.length < wants)
    Object.assign(shared, { level: new Uint8Array(wants * 2), touched: new Int32Array(wants * 2) });
  if (shared.subject.length < subjects)
    Object.assign(shared, { subject: new Float64Array(subjects * 2), touchedSubjects: new Int32Array(subjects * 2) });
}

/** What one candidate's facts say about an offer's wants and subjects: filled anew by `read`. */
export class Findings {
  readonly same = shared.same;
  readonly near = shared.near;
  readonly subjects = shared.subjects;
  /** By job, then by want: how far the job is practice of it. */
  practice = new Float64Array(0);
  /** By job: nearness of its title to the offer; how many of the title's wants it says; whether it has a title. */
  titleValue = new Float64Array(0);
  titleSaid = new Int32Array(0);
  hasTitle = new Uint8Array(0);
  /** By fact of an education (from the candidate's first fact), then by want: level of its worth. */
  degree = new Uint8Array(0);

  private readonly finder: WordFinder;
  private level = shared.level;
  private touched = shared.touched;
  private touchedCount = 0;
  private subject = shared.subject;
  private touchedSubjects = shared.touchedSubjects;
  private readonly numbers: number[][];
  private readonly conceptOf = (concepts ??= conceptsOfSenses());
  private readonly found = (place: number) => this.touch(place, SAME);

  constructor(
    private readonly plan: Plan,
    private readonly index: CandidateIndex,
  ) {
    this.finder = new WordFinder(plan, index);
    this.numbers = plan.wants.map(({ want }) => want.numbers.map((number) => index.words.find(number)));
  }

  read(candidate: number): void {
    const { index } = this;
    const [from, to] = [index.factsFrom.data[candidate], index.factsEnd(candidate)];
    this.clear(index.jobsEnd(candidate) - index.jobsFrom.data[candidate], to - from);
    for (let fact = from; fact < to; fact += 1) this.readFact(fact, from);
  }

  private clear(jobs: number, facts: number): void {
    const wants = this.plan.wants.length;
    makeRoom(wants, this.plan.units.length);
    ({
      level: this.level,
      touched: this.touched,
      subject: this.subject,
      touchedSubjects: this.touchedSubjects,
    } = shared);
    this.same.clear(wants);
    this.near.clear(wants);
    this.subjects.clear(this.plan.units.length);
    if (this.titleValue.length < jobs) {
      this.practice = new Float64Array(jobs * wants);
      this.titleValue = new Float64Array(jobs);
      this.titleSaid = new Int32Array(jobs);
      this.hasTitle = new Uint8Array(jobs);
    }
    if (this.degree.length < facts * wants) this.degree = new Uint8Array(facts * wants);
    this.practice.fill(0, 0, jobs * wants);
    this.titleValue.fill(0, 0, jobs);
    this.titleSaid.fill(0, 0, jobs);
    this.hasTitle.fill(0, 0, jobs);
    this.degree.fill(0, 0, facts * wants);
  }

  private readFact(fact: number, firstFact: number): void {
    const { index, plan } = this;
    const { sense } = index.mention;
    const job = index.fact.job.data[fact];
    const flags = index.fact.flags.data[fact];
    const isTitle = (flags & IS_TITLE) !== 0;
    const trust = index.fact.trust.data[fact];
    if (isTitle) this.hasTitle[job] = 1;
    let subjects = 0;
    const end = index.mentionsEnd(fact);
    for (let at = index.fact.mentionsFrom.data[fact]; at < end; at += 1) {
      const row = plan.relationsOf(sense.data[at]);
      for (let entry = 0; entry < row.length; entry += 2) this.touch(row[entry], row[entry + 1]);
      const concept = this.conceptOf[sense.data[at]];
      subjects = this.touchSubjects(concept, subjects);
      if (isTitle) this.titleValue[job] = Math.max(this.titleValue[job], plan.titleValueOf(concept));
    }
    for (let at = 0; at < subjects; at += 1) {
      const unit = this.touchedSubjects[at];
      this.subjects.put(unit, this.subject[unit] * trust);
      this.subject[unit] = 0;
    }
    this.finder.find(fact, index.fact.tokensFrom.data[fact], index.tokensEnd(fact), this.found);
    for (let at = 0; at < this.touchedCount; at += 1)
      this.keep(this.touched[at], fact, fact - firstFact, job, flags, trust);
    this.touchedCount = 0;
  }

  private touchSubjects(concept: number, count: number): number {
    const { units, values } = this.plan.nearnessesOf(concept);
    for (let at = 0; at < units.length; at += 1) {
      const unit = units[at];
      if (this.subject[unit] === 0) this.touchedSubjects[count++] = unit;
      if (values[at] > this.subject[unit]) this.subject[unit] = values[at];
    }
    return count;
  }

  private touch(place: number, level: number): void {
    if (this.level[place] === 0) this.touched[this.touchedCount++] = place;
    if (level > this.level[place]) this.level[place] = level;
  }

  private keep(place: number, fact: number, row: number, job: number, flags: number, trust: number): void {
    const { role, diplomasCount } = this.plan.wants[place];
    const raw = this.level[place];
    this.level[place] = 0;
    const level = raw === SAME && !this.hasNumbers(place, fact) ? WITHOUT_NUMBER : raw;
    if (role === 'skill') {
      const weight = (flags & IS_EDUCATION) !== 0 && !diplomasCount ? trust * STUDIED : trust;
      (level === SAME ? this.same : this.near).put(place, worth[level] * weight);
    } else if (role === 'degree') {
      if ((flags & IS_EDUCATION) !== 0) this.degree[row * this.plan.wants.length + place] = level;
    } else if (job >= 0) this.keepForJob(place, level, job, (flags & IS_TITLE) !== 0);
  }

  private keepForJob(place: number, level: number, job: number, isTitle: boolean): void {
    if (this.plan.wants[place].role === 'title') {
      if (isTitle && level === SAME) this.titleSaid[job] += 1;
      return;
    }
    const at = job * this.plan.wants.length + place;
    const value = level === SAME ? (isTitle ? 1 : 0.9) : NEAR_PRACTICE;
    if (value > this.practice[at]) this.practice[at] = value;
  }

  private hasNumbers(place: number, fact: number): boolean {
    const { data } = this.index.token;
    const end = this.index.tokensEnd(fact);
    return this.numbers[place].every((number) => {
      for (let at = this.index.fact.tokensFrom.data[fact]; at < end; at += 1) if (data[at] === number) return true;
      return false;
    });
  }
}
