import type { AnalysisCache } from '../../analyze';
import type { VivierError } from '../../errors';
import type { AnalysisRun, Profile } from '../../profile';
import type { Stage } from './application';

export type { CachedAnswer } from '../../analyze';

export type AnswerCache = AnalysisCache;

/** Dates are ISO 8601 texts in UTC, as n8n's items carry them. */
export interface Candidate {
  candidateId: string;
  profile: Profile;
  /** Counted from 1. */
  profileVersion: number;
  source: string | null;
  createdAt: string;
  updatedAt: string;
}

export interface DocumentInfo {
  documentId: string;
  fileName: string;
  mimeType: string;
  bytes: number;
  createdAt: string;
  /** The document that the person sent instead; null for the current one. */
  replacedBy: string | null;
}

export interface CandidateDetails extends Candidate {
  documents: DocumentInfo[];
  applications: { applicationId: string; offerId: string; stage: Stage; score: number | null }[];
}

export interface StoredDocument extends DocumentInfo {
  candidateId: string;
  data: Buffer;
  text: string;
  sha256: string;
}

export interface NewDocument {
  fileName: string;
  mimeType: string;
  data: Uint8Array;
  /** Lower-case hex; checked against the bytes when given. */
  sha256?: string;
  text?: string;
  /** Of an ExtractedDocument: recognises the same words in another file. */
  textSha256?: string;
}

/** A run of a workflow in n8n, which keeps what its nodes handed on. */
export interface Execution {
  executionId: string;
  workflowId: string;
}

export interface ExecutionTrace extends Execution {
  at: string;
}

export interface CandidateInput {
  profile: Profile;
  document?: NewDocument;
  /** Where the CV came from, for example `e-mail` or `website`. */
  source?: string;
  /** When the person is already known: no search for duplicates then. */
  candidateId?: string;
  by?: string;
  /** When the person sent it (ISO 8601): the clock of retention starts there. Default: now, when the file is new. */
  receivedAt?: string;
  /** To which day the person agreed to be kept. */
  consentUntil?: string;
  execution?: Execution;
  /** The rules alone have read it; the model shall when it has time, before others when somebody waits. See TalentPool.waiting. */
  modelLater?: 'person' | 'batch';
  /** With `candidateId`: the pool's file that the model has read now. Nothing is saved when another file has taken its place meanwhile. */
  readingOf?: string;
}

export interface UpsertedCandidate {
  candidateId: string;
  created: boolean;
  /** What an existing candidate was recognised by. */
  duplicateOf: 'email' | 'phone' | 'file' | 'text' | null;
  /** Unchanged when the profile says nothing new. */
  profileVersion: number;
  /** The existing candidate goes by another name: someone should look (a shared phone, an agency's address). */
  nameDiffers: boolean;
  /** Others whose name sounds the same, five at most: someone should look, and merge them if they are one. */
  possibleDuplicates: string[];
  /** What was corrected at the person's request and now says otherwise again: paths into the profile. */
  correctionsToCheck: string[];
}

/** What became of one of several: a failure stays with its own. */
export type UpsertOutcome =
  { candidate: UpsertedCandidate; error?: undefined } | { candidate?: undefined; error: VivierError };

export interface ProfileVersion {
  version: number;
  profile: Profile;
  source: string | null;
  createdAt: string;
}

export interface KnownFileInput {
  data?: Uint8Array;
  /** Instead of `data`. */
  sha256?: string;
  textSha256?: string;
}

export interface KnownFile {
  known: boolean;
  by: 'file' | 'text' | null;
  candidateId: string | null;
  documentId: string | null;
  /** The person has sent another file since. */
  replaced: boolean;
}

/** Which program read a CV, as the decision log has it. */
export interface AnalysisEntry {
  profileVersion: number;
  engine: string;
  status: string;
  model: string | null;
  modelDigest: string | null;
  promptVersion: string | null;
  promptSha256: string | null;
  schemaVersion: number;
  requests: number;
  attempts: number;
  tokensIn: number;
  tokensOut: number;
  ms: number;
  warnings: number;
  run: AnalysisRun | null;
  at: string;
}
