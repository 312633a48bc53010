import type { JobOffer, OfferCriteria, Score } from '../match';
import type { Profile } from '../profile';

export interface EmbeddedConfig {
  backend: 'embedded';
  /** Made when it does not exist. `memory://NAME` keeps nothing: for tests and demos. */
  folder: string;
  encryptionKey?: string;
}

export interface PostgresConfig {
  backend: 'postgres';
  host: string;
  port: number;
  database: string;
  user: string;
  password: string;
  /** True checks the server's certificate; an object is given to Node's TLS as it is. */
  ssl?: boolean | { rejectUnauthorized?: boolean; ca?: string; cert?: string; key?: string };
  encryptionKey?: string;
}

/**
 * Where the talent pool is. With `encryptionKey`, profiles, original files and their texts, and scores are encrypted; names and
 * words of the search index (without contact details) stay in the clear, or nothing could be found.
 */
export type PoolConfig = EmbeddedConfig | PostgresConfig;

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
}

export interface CandidateInput {
  profile: Profile;
  document?: NewDocument;
  /** Where the CV came from, for example `e-mail` or `website`. */
  source?: string;
  /** When the person is already known: no search for duplicates then. */
  candidateId?: string;
  by?: string;
}

export interface UpsertedCandidate {
  candidateId: string;
  created: boolean;
  /** What an existing candidate was recognised by. */
  duplicateOf: 'email' | 'phone' | 'file' | null;
  /** Unchanged when the profile says nothing new. */
  profileVersion: number;
  /** The existing candidate goes by another name: someone should look (a shared phone, an agency's address). */
  nameDiffers: boolean;
}

export interface ProfileVersion {
  version: number;
  profile: Profile;
  source: string | null;
  createdAt: string;
}

export interface SearchFilters {
  /** All of them; each may be a part of a skill's name, in whole words. */
  skills?: string[];
  minYears?: number;
  /** ISO 639-1 code or a name as CVs write it. */
  language?: string;
  stage?: Stage;
  offerId?: string;
}

export interface SearchInput extends PageInput {
  /** Words, « "a phrase" », `-without`, `or`; an e-mail address or a phone number finds its owner. Empty: everybody. */
  query?: string;
  filters?: SearchFilters;
}

export interface SearchResult {
  candidates: Candidate[];
  /** All that match, whatever the page. */
  total: number;
  /** `similar` when no CV has the words as written and misspelt ones were tried; `contact` for an e-mail address or phone. */
  mode: 'all' | 'words' | 'similar' | 'contact';
}

/** Proof that a candidate was erased, without personal data. */
export interface ErasureCertificate {
  candidateId: string;
  erasedAt: string;
  by: string;
  reason: string;
  removed: { profiles: number; documents: number; applications: number; scores: number };
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

export interface OfferInput extends JobOffer {
  by?: string;
}

export interface Offer {
  offerId: string;
  title: string;
  text: string;
  language: string | null;
  criteria: OfferCriteria;
  open: boolean;
  createdAt: string;
  updatedAt: string;
  closedAt: string | null;
}

export const STAGES = ['screening', 'test', 'interview', 'offer', 'hired', 'rejected', 'withdrawn'] as const;
export type Stage = (typeof STAGES)[number];

export interface ApplicationInput {
  candidateId: string;
  offerId: string;
  source?: string;
  score?: Score;
  by?: string;
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
  createdAt: string;
  updatedAt: string;
  profile: Profile;
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
}

export interface AuditVerification {
  ok: boolean;
  /** Entries found to be in order. */
  checked: number;
  /** Number of the first entry that is not. */
  firstBroken?: number;
}

export interface Statistics {
  candidates: number;
  profileVersions: number;
  documents: number;
  offers: { open: number; closed: number };
  applications: number;
  byStage: Record<Stage, number>;
  erased: number;
}

export interface PoolHealth {
  backend: PoolConfig['backend'];
  /** The database's own version, for example `15.18`. */
  version: string;
  schemaVersion: number;
  /** False: search by words only. */
  pgvector: boolean;
  /** False: misspelt words are not found. */
  trigrams: boolean;
  encrypted: boolean;
  candidates: number;
  folder?: string;
}

export interface PageInput {
  /** 1 to 1000, default 50. */
  limit?: number;
  offset?: number;
}

/**
 * The talent pool. Every method throws VivierError only: `invalid-input` (which parameter, why), `not-found`, `pool-unreachable`
 * when the database went away, `internal` for what should not happen.
 */
export interface TalentPool {
  candidates: {
    /** Stores a CV's profile under the person it belongs to: known by e-mail, else phone, else the file itself, else new. */
    upsert(input: CandidateInput): Promise<UpsertedCandidate>;
    get(candidateId: string): Promise<CandidateDetails>;
    /** Most recently changed first. */
    list(input?: PageInput): Promise<Candidate[]>;
    search(input?: SearchInput): Promise<SearchResult>;
    /** Every version of the profile, oldest first. */
    versions(candidateId: string): Promise<ProfileVersion[]>;
    /** The original file: the latest, or the one named. */
    document(candidateId: string, documentId?: string): Promise<StoredDocument>;
    /** Removes the person for good. `reason` goes into the log and must name nobody. */
    erase(candidateId: string, input: { by: string; reason: string }): Promise<ErasureCertificate>;
  };
  erasures: {
    /** To be kept outside the database's backups. */
    list(): Promise<Tombstone[]>;
    /** After a restore: erases again who was erased since the backup. @returns how many were. */
    apply(tombstones: Tombstone[], input: { by: string }): Promise<{ erased: number }>;
  };
  offers: {
    /** With `id`: makes or changes that offer. Without: the open offer of the same title and text, else a new one. */
    upsert(input: OfferInput): Promise<Offer & { created: boolean }>;
    get(offerId: string): Promise<Offer>;
    /** Newest first. */
    list(input?: PageInput & { open?: boolean }): Promise<Offer[]>;
    close(offerId: string, input?: { by?: string }): Promise<Offer>;
  };
  applications: {
    /** One per candidate and offer. A score that differs from the last one is kept beside it, as a new version. */
    upsert(input: ApplicationInput): Promise<UpsertedApplication>;
    /** Best score first, unscored last. */
    list(input: PageInput & { offerId: string; stage?: Stage }): Promise<Application[]>;
    /** `rejected` needs a person's name and a reason. */
    moveStage(input: { id: string; stage: Stage; by: string; reason?: string }): Promise<StageMove>;
  };
  audit: {
    /** Newest first. */
    list(input?: AuditFilter): Promise<AuditEvent[]>;
    verify(): Promise<AuditVerification>;
  };
  statistics(): Promise<Statistics>;
  health(): Promise<PoolHealth>;
  /** Gives the connection back. The database closes when nobody in this process has used it for some seconds. */
  close(): Promise<void>;
}
