import type { JobOffer, OfferCriteria, Score } from '../../match';
import type { Profile } from '../../profile';
import type { ListInput } from './config';

export interface OfferInput extends JobOffer {
  by?: string;
  /** Undefined: as it is, or the usual ones. */
  stages?: (string | StageStep)[] | null;
  seniority?: string | null;
  /** How many months refused applications are kept after the refusal; null: as everybody (24 after the last contact). */
  refusalMonths?: number | null;
}

/** A stage in an offer's own order; an optional one may be passed over without a reason. */
export interface StageStep {
  name: string;
  optional: boolean;
}

export interface Offer {
  offerId: string;
  title: string;
  text: string;
  language: string | null;
  criteria: OfferCriteria;
  /** In order. `rejected` and `withdrawn` can follow any of them. */
  stages: StageStep[];
  seniority: string | null;
  refusalMonths: number | null;
  open: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export const STAGES = ['screening', 'test', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'] as const;

/** One of the usual ones, or of the offer's own. */
export type Stage = (typeof STAGES)[number] | (string & {});

export interface ApplicationInput {
  candidateId: string;
  offerId: string;
  source?: string;
  score?: Score;
  by?: string;
  assignedTo?: string;
  /** What the person agreed to: this application alone, or to be kept for others. */
  consent?: { scope: 'application' | 'pool'; at?: string };
}

export interface ApplicationListInput extends ListInput {
  offerId: string;
  stage?: Stage;
  assignedTo?: string;
  rescoreNeeded?: boolean;
  /** Leaves out people whose data are under a legal hold. */
  withoutHeld?: boolean;
}

export interface UpsertedApplication {
  applicationId: string;
  candidateId: string;
  offerId: string;
  created: boolean;
  stage: Stage;
  /** 0 when it was never scored. */
  scoreVersion: number;
}

export interface Application {
  applicationId: string;
  candidateId: string;
  offerId: string;
  stage: Stage;
  source: string | null;
  score: Score | null;
  scoreVersion: number;
  /** The profile was corrected since it was scored. */
  rescoreNeeded: boolean;
  assignedTo: string | null;
  consent: { scope: 'application' | 'pool'; at: string } | null;
  createdAt: string;
  updatedAt: string;
  profile: Profile;
}

export interface StageChange {
  from: Stage;
  to: Stage;
  by: string;
  reason: string | null;
  at: string;
  /** The person decided otherwise than the score suggested. */
  againstScore: boolean;
}

export interface ApplicationNote {
  noteId: string;
  by: string;
  text: string;
  at: string;
}

export const TEST_STATUSES = ['invited', 'started', 'completed', 'expired', 'cancelled'] as const;

export type TestStatus = (typeof TEST_STATUSES)[number];

/** A test that another service gives: who was invited when, and what came of it. */
export interface ExternalTest {
  testId: string;
  name: string;
  status: TestStatus;
  invitedBy: string;
  invitedAt: string;
  expiresAt: string | null;
  /** As the service gave it. */
  result: unknown;
  resultBy: string | null;
  resultAt: string | null;
}

export interface ScoreOverride {
  overrideId: string;
  scoreVersion: number;
  /** The criterion judged otherwise; null for the whole score. */
  criterionId: string | null;
  decision: string;
  by: string;
  reason: string;
  at: string;
}

export interface ScoreVersion {
  version: number;
  score: Score;
  createdAt: string;
}

export interface ApplicationDetails extends Application {
  history: StageChange[];
  notes: ApplicationNote[];
  tests: ExternalTest[];
  overrides: ScoreOverride[];
  scores: ScoreVersion[];
}

/** Decisions about refused applications of an offer, without the people's data: what answers a claim later. */
export interface Refusal {
  applicationId: string;
  candidateId: string;
  decidedBy: string;
  decidedAt: string;
  reason: string;
  score: number | null;
  scoreVersion: number;
  againstScore: boolean;
  /** Null: kept as long as the candidate. */
  keptUntil: string | null;
}

/** The first decision of a person on one application that had a place in a ranking: what `oversightOf` of lib/match reads. */
export interface RankedDecision {
  applicationId: string;
  offerId: string;
  /** Who decided. */
  by: string;
  /** ISO 8601. */
  at: string;
  /** The place among the offer's applications by score, 1 for the best. */
  rank: number;
  /** Went on (true), or was rejected. */
  selected: boolean;
}

export interface StageMove {
  applicationId: string;
  candidateId: string;
  offerId: string;
  from: Stage;
  stage: Stage;
  by: string;
  at: string;
}
