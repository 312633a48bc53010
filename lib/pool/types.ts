import type { AnalysisCache, CachedAnswer } from '../analyze';
import type { DataExport } from '../documents';
import type { JobOffer, OfferCriteria, Score } from '../match';
import type { AnalysisRun, Profile } from '../profile';

export type { CachedAnswer };
export type AnswerCache = AnalysisCache;

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

export const RECORD_KINDS = ['generated-document', 'chat'] as const;

export interface NewRecord {
  candidateId: string;
  applicationId?: string;
  kind: (typeof RECORD_KINDS)[number];
  name: string;
  mimeType: string;
  data: Uint8Array;
  by?: string;
}

export interface RecordInfo {
  recordId: string;
  candidateId: string;
  applicationId: string | null;
  kind: (typeof RECORD_KINDS)[number];
  name: string;
  mimeType: string;
  bytes: number;
  by: string;
  createdAt: string;
}

export interface StoredRecord extends RecordInfo {
  data: Buffer;
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
  subjectKind?: string;
  by?: string;
  /** ISO 8601, inclusive. */
  from?: string;
  /** ISO 8601, exclusive. */
  to?: string;
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
  byStage: Record<string, number>;
  erased: number;
  /** Decisions of people on scored applications, and how many went against the score. */
  overrides: { decided: number; against: number; rate: number | null };
  held: number;
  toRescore: number;
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
    /** Whether a file is here already, to be asked before any work is done on it. */
    known(input: KnownFileInput): Promise<KnownFile>;
    /** Corrects what is said about the person. Scores made before are marked. */
    rectify(candidateId: string, input: CorrectionInput): Promise<Rectified>;
    /** Makes two entries of one person into one. */
    merge(input: MergeInput): Promise<MergedCandidates>;
    /** All that is kept about the person, for them. `renderDataExport` makes a readable document of it. */
    export(candidateId: string, input: { by: string }): Promise<DataExport>;
    hold(candidateId: string, input: { by: string; reason: string }): Promise<LegalHold>;
    liftHold(candidateId: string, input: { by: string }): Promise<LegalHold>;
    /** Newest first. */
    runs(candidateId: string): Promise<AnalysisEntry[]>;
  };
  retention: {
    /** Who is due by a day, the longest due first. */
    due(input?: DueInput): Promise<DueCandidate[]>;
    /** Erases who is due, except those under a hold; only lists unless `dryRun` is false. */
    purge(input: PurgeInput): Promise<PurgeReport>;
    /** Who is to be asked whether they want to stay. */
    renewals(input?: DueInput & { withinDays?: number }): Promise<Renewal[]>;
    renew(candidateId: string, input: { until?: string; by: string }): Promise<DueCandidate>;
  };
  records: {
    add(input: NewRecord): Promise<RecordInfo>;
    list(candidateId: string, input?: PageInput): Promise<RecordInfo[]>;
    get(recordId: string): Promise<StoredRecord>;
  };
  executions: {
    /** Remembers that an execution of n8n holds data of these candidates. Unknown ones are left out. */
    add(candidateIds: string[], execution: Execution): Promise<void>;
  };
  /** For `AnalyzeOptions.cache`. */
  answers: AnswerCache;
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
    /** Opens a closed one again. */
    open(offerId: string, input?: { by?: string }): Promise<Offer>;
    /** The refusal file: decisions without the people's data, newest first. */
    refusals(offerId: string, input?: PageInput): Promise<Refusal[]>;
  };
  applications: {
    /** One per candidate and offer. A score that differs from the last one is kept beside it, as a new version. */
    upsert(input: ApplicationInput): Promise<UpsertedApplication>;
    /** Best score first, unscored last. */
    list(
      input: PageInput & { offerId: string; stage?: Stage; assignedTo?: string; rescoreNeeded?: boolean },
    ): Promise<Application[]>;
    get(applicationId: string): Promise<ApplicationDetails>;
    /** `rejected` needs a person's name and a reason; passing over a stage or going back needs a reason. */
    moveStage(input: { id: string; stage: Stage; by: string; reason?: string }): Promise<StageMove>;
    note(input: { id: string; by: string; text: string }): Promise<ApplicationNote>;
    /** To a person, or with null to nobody. */
    assign(input: { id: string; to: string | null; by: string }): Promise<void>;
    consent(input: { id: string; scope: 'application' | 'pool'; at?: string; by?: string }): Promise<void>;
    inviteToTest(input: { id: string; name: string; by: string; expiresAt?: string }): Promise<ExternalTest>;
    /** `completed` needs a result. */
    updateTest(input: { testId: string; status: TestStatus; result?: unknown; by?: string }): Promise<ExternalTest>;
    /** A person judges otherwise than the score, and says why. */
    override(input: {
      id: string;
      decision: string;
      by: string;
      reason: string;
      criterionId?: string;
    }): Promise<ScoreOverride>;
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
