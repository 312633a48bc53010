import type { Profile } from '../../profile';
import type { PageInput } from './config';
import type { ExecutionTrace } from './candidate';

/** Proof that a candidate was erased, without personal data. */
export interface ErasureCertificate {
  candidateId: string;
  erasedAt: string;
  by: string;
  reason: string;
  removed: {
    profiles: number;
    documents: number;
    applications: number;
    scores: number;
    /** Generated documents and chats. */
    records: number;
    /** Answers of the model that quoted their CVs. */
    cachedAnswers: number;
  };
  /** Runs of n8n that held their data. n8n keeps those apart: delete each (see docs/decisions/0011-peoples-rights.md). */
  executions: ExecutionTrace[];
  /** The bytes are gone from the embedded database's files too. False on a server, where they go with its own upkeep. */
  filesScrubbed: boolean;
  /** The entry in the decision log. */
  auditSeq: number;
  auditHash: string;
}

/** What is left of an erased candidate: a hash of an identifier that meant nothing outside the pool. */
export interface Tombstone {
  subjectHash: string;
  erasedAt: string;
}

export interface LegalHold {
  holdId: string;
  candidateId: string;
  by: string;
  reason: string;
  at: string;
}

/** `refusal`: every application was refused, and the offers say how long that is kept. */
export type RetentionRule = 'last-contact' | 'consent' | 'refusal';

export interface DueCandidate {
  candidateId: string;
  dueAt: string;
  rule: RetentionRule;
  lastContactAt: string;
  consentUntil: string | null;
  /** Under a legal hold: not erased. */
  held: boolean;
  /** In open offers, not yet decided. */
  openApplications: number;
}

export interface DueInput extends PageInput {
  /** ISO 8601; default now. */
  at?: string;
  /** After the last contact; 1 to 120, default 24. */
  months?: number;
}

export interface PurgeInput {
  by: string;
  /** True unless it is false: nothing is erased by mistake. */
  dryRun?: boolean;
  months?: number;
}

export interface PurgeReport {
  dryRun: boolean;
  due: DueCandidate[];
  certificates: ErasureCertificate[];
  held: number;
}

/** What a mail that asks for consent needs. */
export interface RenewalMail {
  email: string;
  name: string | null;
  language: 'fr' | 'en';
  subject: string;
  text: string;
}

export interface Renewal extends DueCandidate, RenewalMail {}

export interface Correction {
  /** Into the profile, for example `contact.email` or `experiences.0.employer`. */
  path: string;
  value: unknown;
}

export interface CorrectionInput {
  changes: Correction[];
  by: string;
  reason: string;
}

export interface Rectified {
  candidateId: string;
  profileVersion: number;
  changed: boolean;
  profile: Profile;
  /** Applications whose score was made from what was wrong. */
  toRescore: { applicationId: string; offerId: string }[];
}

export interface MergeInput {
  keep: string;
  remove: string;
  by: string;
}

export interface MergedCandidates {
  candidateId: string;
  removed: string;
  profileVersion: number;
  documents: number;
  applicationsMoved: number;
  applicationsJoined: number;
}

export interface AuditEvent {
  seq: number;
  at: string;
  by: string;
  action: string;
  subjectKind: string;
  subjectId: string | null;
  details: Record<string, string | number | boolean | null>;
  hash: string;
}

export interface AuditFilter extends PageInput {
  action?: string;
  subjectId?: string;
  subjectKind?: string;
  by?: string;
  /** ISO 8601, inclusive. */
  from?: string;
  /** ISO 8601, exclusive. */
  to?: string;
  /** Entries of the log of a pool that a restore replaced: `details.formerLog` of the restore's entry. */
  formerLog?: string;
}

export interface AuditVerification {
  ok: boolean;
  /** Entries found to be in order. */
  checked: number;
  /** Number of the first entry that is not. */
  firstBroken?: number;
}
