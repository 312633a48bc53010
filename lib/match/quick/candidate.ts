import type { Cefr, Profile } from '../../profile';
import { anonymize, isAnonymous, type AnonymousProfile } from '../anonymize';
import { conceptIndex, lexiconMark } from '../concepts';
import { levelOf } from '../evaluate-language';
import { nowOf } from '../experience';
import { factsOf, type Facts } from '../facts';
import type { Presence } from '../field';
import { isScant } from '../finding';
import { languageCode } from '../languages';
import { levelOfDegree } from '../measures';
import { reliabilityOf } from '../reliability';
import { isLesserTitle } from '../titles';

/** Raised whenever stored facts of the version before could no longer be scored with. */
const FACTS_VERSION = 3;

/** Concept numbers with their weights. */
export type Weighted = [number, number][];

/**
 * What a score needs to know of a candidate, worked out once and stored beside the profile: plain data, a few kilobytes as JSON. It comes from the
 * anonymised profile and holds words, concepts, months and levels; no sentences, and none of the fields that `AnonymousProfile` leaves out.
 */
export interface CandidateFacts {
  /** Facts of another version or lexicon have to be prepared again: `areCurrent`. */
  version: string;
  /** Month of the profile's reference date, that month included, as months since year 0; null where it has none. */
  now: number | null;
  /** Too little was read to call anything missing. */
  scant: boolean;
  /** ISO 639-1 of the CV. */
  language: string | null;
  languages: { code: string | null; level: Cefr | null }[];
  /** EQF level, and the place of its fact, if it has one. */
  education: { level: number | null; fact: number | null }[];
  jobs: {
    practice: boolean;
    /** Months since year 0, the last one excluded. */
    span: [number, number] | null;
    recency: number;
    /** « Assistant », "trainee": not quite the job that follows the word. */
    lesser: boolean;
    /** What the job shows of each profession. */
    shows: Weighted;
  }[];
  /** What the profile as a whole shows. */
  shows: Weighted;
  /** The stems of all facts, each once. */
  stems: string[];
  facts: {
    /** Place among the jobs, null outside of them. */
    job: number | null;
    title: boolean;
    education: boolean;
    trust: number;
    /** Places among the stems. */
    tokens: number[];
    /** Number of the sense, first and last token. */
    mentions: [number, number, number][];
  }[];
  reliability: number;
}

export const factsVersion = () => `${FACTS_VERSION}-${lexiconMark()}`;

export const areCurrent = ({ version }: CandidateFacts) => version === factsVersion();

/** Facts to store with a profile. Pure: the same profile gives the same facts. */
export function prepareCandidate(profile: Profile | AnonymousProfile): CandidateFacts {
  return compactFacts(factsOf(isAnonymous(profile) ? profile : anonymize(profile)));
}

/** As `prepareCandidate`, of a candidate that was read already. */
export function compactFacts(facts: Facts): CandidateFacts {
  const { profile, jobs, education, all } = facts;
  const stems = new Map<string, number>();
  const place = (stem: string) => {
    const known = stems.get(stem) ?? stems.size;
    stems.set(stem, known);
    return known;
  };
  const placed = all.map(({ source, job, trust, tokens, mentions }) => ({
    job: job === null ? null : jobs.indexOf(job),
    title: source === 'title',
    education: source === 'education',
    trust,
    tokens: tokens.map(({ stem }) => place(stem)),
    mentions: mentions.map(({ senseAt, from, to }): [number, number, number] => [senseAt, from, to]),
  }));
  return {
    version: factsVersion(),
    now: nowOf(profile.referenceDate),
    scant: isScant(facts),
    language: profile.language,
    languages: profile.languages.map((one) => ({ code: one.code ?? languageCode(one.name), level: levelOf(one) })),
    education: education.map((one) => ({
      level: levelOfDegree(one.entry),
      fact: one.facts.length === 0 ? null : all.indexOf(one.facts[0]),
    })),
    jobs: jobs.map(({ practice, span, recency, shows, job }) => ({
      ...{ practice, recency, span: span === null ? null : ([span.from, span.to] as [number, number]) },
      ...{ lesser: isLesserTitle(job.title ?? ''), shows: weighted(shows) },
    })),
    shows: weighted(facts.shows),
    stems: [...stems.keys()],
    facts: placed,
    reliability: reliabilityOf(profile).value,
  };
}

const weighted = (shown: Presence): Weighted => [...shown].map(([concept, value]) => [conceptIndex(concept), value]);
