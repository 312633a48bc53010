import { VivierError } from '../../errors';
import { cefrRank } from '../languages';
import { root } from '../roots';
import { areCurrent, type CandidateFacts, type Weighted } from './candidate';
import { float64, int32, uint16, uint8 } from './column';

/** Numbers for words, each with the number of its root. */
export class Vocabulary {
  private readonly numbers = new Map<string, number>();
  readonly roots = int32();

  add(word: string): number {
    const known = this.numbers.get(word);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(word, number);
    this.roots.push(-1);
    const rooted = root(word);
    this.roots.data[number] = rooted === word ? number : this.add(rooted);
    return number;
  }

  /** -1 for a word that nobody uses. */
  find(word: string): number {
    return this.numbers.get(word) ?? -1;
  }
}

export const IS_TITLE = 1;
export const IS_EDUCATION = 2;
/** In a column of numbers where 0 and up mean something. */
export const NONE = -1;

/**
 * Many candidates' facts side by side in columns of numbers, to score all of them in one go. Holds about 3 KB a candidate; positions are given in
 * the order of `add` and stay.
 */
export class CandidateIndex {
  readonly words = new Vocabulary();
  readonly codes = new Vocabulary();
  size = 0;

  /** NONE where the profile has no reference date. */
  readonly now = int32();
  readonly scant = uint8();
  readonly language = int32();
  readonly reliability = float64();
  /** Where each candidate's rows begin in the tables below; those of the next one end them. */
  readonly factsFrom = int32();
  readonly jobsFrom = int32();
  readonly educationFrom = int32();
  readonly languagesFrom = int32();
  readonly showsFrom = int32();

  readonly fact = { job: int32(), flags: uint8(), trust: float64(), tokensFrom: int32(), mentionsFrom: int32() };
  readonly token = int32();
  readonly mention = { sense: uint16(), first: uint16(), last: uint16() };
  readonly job = {
    practice: uint8(),
    from: int32(),
    to: int32(),
    recency: float64(),
    lesser: uint8(),
    showsFrom: int32(),
  };
  readonly jobShows = { concept: uint16(), value: float64() };
  readonly shows = { concept: uint16(), value: float64() };
  readonly education = { level: int32(), fact: int32() };
  readonly spoken = { code: int32(), level: int32() };

  constructor(candidates: Iterable<CandidateFacts> = []) {
    for (const facts of candidates) this.add(facts);
  }

  /**
   * @returns the position of the candidate, counted from 0
   * @throws VivierError `invalid-input` for facts that an earlier version or lexicon prepared
   */
  add(facts: CandidateFacts): number {
    if (!areCurrent(facts)) throw new VivierError('invalid-input', { what: 'CandidateFacts', reason: facts.version });
    const firstFact = this.fact.job.length;
    this.now.push(facts.now ?? NONE);
    this.scant.push(facts.scant ? 1 : 0);
    this.language.push(facts.language === null ? NONE : this.codes.add(facts.language));
    this.reliability.push(facts.reliability);
    this.factsFrom.push(firstFact);
    this.jobsFrom.push(this.job.practice.length);
    this.educationFrom.push(this.education.level.length);
    this.languagesFrom.push(this.spoken.code.length);
    this.showsFrom.push(this.shows.concept.length);
    this.addFacts(facts);
    for (const job of facts.jobs) this.addJob(job);
    for (const { level, fact } of facts.education) {
      this.education.level.push(level ?? NONE);
      this.education.fact.push(fact === null ? NONE : firstFact + fact);
    }
    for (const { code, level } of facts.languages) {
      this.spoken.code.push(code === null ? NONE : this.codes.add(code));
      this.spoken.level.push(level === null ? NONE : cefrRank(level));
    }
    addWeighted(this.shows, facts.shows);
    this.size += 1;
    return this.size - 1;
  }

  factsEnd = (candidate: number) => endOf(this.factsFrom, candidate, this.fact.job.length);
  jobsEnd = (candidate: number) => endOf(this.jobsFrom, candidate, this.job.practice.length);
  educationEnd = (candidate: number) => endOf(this.educationFrom, candidate, this.education.level.length);
  languagesEnd = (candidate: number) => endOf(this.languagesFrom, candidate, this.spoken.code.length);
  showsEnd = (candidate: number) => endOf(this.showsFrom, candidate, this.shows.concept.length);
  tokensEnd = (fact: number) => endOf(this.fact.tokensFrom, fact, this.token.length);
  mentionsEnd = (fact: number) => endOf(this.fact.mentionsFrom, fact, this.mention.sense.length);
  jobShowsEnd = (job: number) => endOf(this.job.showsFrom, job, this.jobShows.concept.length);

  private addFacts({ stems, facts }: CandidateFacts): void {
    const numbers = stems.map((stem) => this.words.add(stem));
    for (const { job, title, education, trust, tokens, mentions } of facts) {
      this.fact.job.push(job ?? NONE);
      this.fact.flags.push((title ? IS_TITLE : 0) | (education ? IS_EDUCATION : 0));
      this.fact.trust.push(trust);
      this.fact.tokensFrom.push(this.token.length);
      this.fact.mentionsFrom.push(this.mention.sense.length);
      for (const token of tokens) this.token.push(numbers[token]);
      for (const [sense, first, last] of mentions) {
        this.mention.sense.push(sense);
        this.mention.first.push(first);
        this.mention.last.push(last);
      }
    }
  }

  private addJob({ practice, span, recency, lesser, shows }: CandidateFacts['jobs'][number]): void {
    this.job.practice.push(practice ? 1 : 0);
    this.job.from.push(span === null ? NONE : span[0]);
    this.job.to.push(span === null ? NONE : span[1]);
    this.job.recency.push(recency);
    this.job.lesser.push(lesser ? 1 : 0);
    this.job.showsFrom.push(this.jobShows.concept.length);
    addWeighted(this.jobShows, shows);
  }
}

/** Rows of one owner end where the next one's begin. */
function endOf(from: { data: Int32Array; length: number }, owner: number, all: number): number {
  return owner + 1 < from.length ? from.data[owner + 1] : all;
}

function addWeighted({ concept, value }: CandidateIndex['shows'], weighted: Weighted): void {
  for (const [number, weight] of weighted) {
    concept.push(number);
    value.push(weight);
  }
}
