import type { Cefr } from '../../profile';
import type { Candidate } from './candidate';
import type { PageInput } from './config';
import type { Stage } from './application';

export interface SearchFilters {
  /** All of them; each may be a part of a skill's name, in whole words. */
  skills?: string[];
  minYears?: number;
  maxYears?: number;
  /** EQF level, 1 to 8, that the highest diploma reaches. */
  minDegree?: number;
  /** ISO 639-1 code or a name as CVs write it. */
  language?: string;
  /** The least level of that language; candidates whose CV does not say how well are left out. */
  languageLevel?: Cefr;
  /** Several languages, each with its least level. */
  languages?: { language: string; level?: Cefr }[];
  /** As the CV's address has it, whatever its accents. */
  city?: string;
  /**
   * Whole kilometres around `city`, as the crow flies, 1 to 200: towns of 500 inhabitants or more in France, Belgium, Switzerland, Luxembourg and
   * Monaco. `department` then says which town of that name.
   */
  radiusKm?: number;
  /** French postal code or its first two or three digits. */
  department?: string;
  /**
   * An ISO 8601 day: leaves out whose CV tells that they can begin later. Whose CV does not say stays: `availability` of each person found
   * tells which. A notice period counts from the day of the search.
   */
  availableBy?: string;
  stage?: Stage;
  offerId?: string;
  /** Where the CV came from, as `CandidateInput.source`. */
  source?: string;
  /** ISO 8601 days or moments; `To` days are included. */
  receivedFrom?: string;
  receivedTo?: string;
  updatedFrom?: string;
  updatedTo?: string;
}

/** Texts to vectors; `embed` of lib/ollama, or any other. All vectors of one call have the same length. */
export interface Embedder {
  /** Kept with each vector: those of another model are not compared. */
  model: string;
  embed(texts: string[], purpose: 'document' | 'query'): Promise<number[][]>;
}

export interface SearchInput extends PageInput {
  /** Words, « "a phrase" », `begin*`, `-without`, `or`; a name; an e-mail address or a phone number finds its owner. Empty: everybody. */
  query?: string;
  filters?: SearchFilters;
  /** `next` of the page before, instead of `offset`: people who come meanwhile shift nothing. */
  after?: string;
  facets?: boolean;
  /** Passages of the CV with the words found. */
  highlights?: boolean;
  /** Leaves out people whose data are under a legal hold. */
  withoutHeld?: boolean;
  /** Also by meaning, with the embeddings that this model made. Left out when it fails: `modes` says so. */
  meaning?: Embedder;
}

export interface Highlight {
  text: string;
  /** First and last character (the last excluded) of each word found, in `text`. */
  marks: [number, number][];
}

export interface FoundCandidate extends Candidate {
  /** Higher is better, within one search; 0 where nothing ranks. */
  rank: number;
  /** With the filter `availableBy` only: the CV says that they are free by then, or says nothing. */
  availability?: 'in-time' | 'not-said';
  highlights?: Highlight[];
}

export interface FacetValue {
  value: string;
  count: number;
}

export interface Facets {
  skills: FacetValue[];
  languages: FacetValue[];
  /** EQF levels. */
  degrees: FacetValue[];
  /** `0-1`, `2-4`, `5-9`, `10-19`, `20+` years. */
  years: FacetValue[];
  stages: FacetValue[];
  sources: FacetValue[];
  /** How many people were counted: all that match, or the most recently changed of them. */
  counted: number;
  complete: boolean;
}

export type MeaningMode =
  /** Not asked for. */
  | 'off'
  /** By the database's index (pgvector). */
  | 'index'
  /** Compared one by one; see `compared`. */
  | 'scan'
  /** No candidate has an embedding of this model. */
  | 'no-embeddings'
  /** The model could not be asked: words alone. */
  | 'failed';

export interface SearchResult {
  candidates: FoundCandidate[];
  /** All that match, whatever the page. By meaning everybody matches more or less: then as many as were ranked. */
  total: number;
  /** False when there are more than were counted. */
  totalIsExact: boolean;
  /**
   * `prefix` when no CV has the words as written and the last one was taken for a beginning, `similar` when misspelt ones were tried, `contact` for an
   * e-mail address or phone, `hybrid` when meaning took part.
   */
  mode: 'all' | 'words' | 'prefix' | 'similar' | 'contact' | 'hybrid';
  modes: { words: boolean; meaning: MeaningMode; compared?: number };
  /** For `after`; null on the last page. */
  next: string | null;
  facets?: Facets;
}

/** What a question in plain words asks for: shown to the person, who may change it before searching. */
export interface AskedFilter {
  query: string;
  filters: SearchFilters;
  /** What was understood, in words of the person's language. */
  understood: string[];
  by: 'rules' | 'model';
  /** Words of the question that became no filter and are searched for as words. */
  rest: string;
}

/** Why a candidate answers a question: a passage of the CV and where it stands. */
export interface AnswerEvidence {
  filter: string;
  quote: string;
  page: number | null;
  lines: [number, number] | null;
}

export interface PoolAnswer {
  asked: AskedFilter;
  result: SearchResult;
  evidence: { candidateId: string; proofs: AnswerEvidence[] }[];
  /** One sentence: how many, by which filter. */
  summary: string;
}

export interface RankedForOffer {
  candidateId: string;
  /** 0 to 100: the same as the full score's. */
  score: number;
  missingMustHaves: number;
  reliability: number;
}

export interface RankedCandidates {
  ranked: RankedForOffer[];
  /** How many people were scored. */
  scored: number;
}

export interface EmbeddingProgress {
  embedded: number;
  /** Unchanged text: only the version was noted. */
  unchanged: number;
  /** Without an up-to-date vector of this model yet. */
  remaining: number;
}

export const EVENT_KINDS = ['candidate-added', 'profile-changed', 'stage-changed'] as const;

export interface PoolEvent {
  /** Grows with every event; an event told twice has the same. */
  id: number;
  kind: (typeof EVENT_KINDS)[number];
  candidateId: string;
  applicationId: string | null;
  offerId: string | null;
  details: Record<string, unknown>;
  at: string;
}
