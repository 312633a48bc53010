import type { ApiKey, ApiKeyInput, NewApiKey } from './api-key';
import type { Activity, DataExport } from '../../documents';
import type { ActivityInput } from '../statistics-activity';
import type { JobOffer, OfferCriteria, Score } from '../../match';
import type { ModelClient } from '../../ollama';
import type { ListInfo, NewList, RemadeList } from './list';
import type { PoolMetrics } from './metrics';
import type { TakeWaitingInput, WaitingCv, WaitingNow } from './waiting';
import type { ListInput, PageInput, PoolHealth, Statistics } from './config';
import type {
  AnalysisEntry,
  AnswerCache,
  Candidate,
  CandidateDetails,
  CandidateInput,
  Execution,
  KnownFile,
  KnownFileInput,
  ProfileVersion,
  StoredDocument,
  UpsertedCandidate,
  UpsertOutcome,
} from './candidate';
import type {
  AskedFilter,
  Embedder,
  EmbeddingProgress,
  PoolAnswer,
  PoolEvent,
  RankedCandidates,
  SearchFilters,
  SearchInput,
  SearchResult,
} from './search';
import type {
  Application,
  ApplicationDetails,
  ApplicationInput,
  ApplicationListInput,
  ApplicationNote,
  ExternalTest,
  Offer,
  OfferInput,
  RankedDecision,
  Refusal,
  ScoreOverride,
  Stage,
  StageMove,
  TestStatus,
  UpsertedApplication,
} from './application';
import type { SignIn, StaffChange, StaffInput, StaffMember, StaffRole, StaffWithPassword, ViewOf } from './staff';
import type { NewRecord, RecordExplanation, RecordInfo, RemadeRecord, StoredRecord } from './record';
import type {
  AuditEvent,
  AuditFilter,
  AuditVerification,
  CorrectionInput,
  DueCandidate,
  DueInput,
  ErasureCertificate,
  LegalHold,
  MergeInput,
  MergedCandidates,
  PurgeInput,
  PurgeReport,
  Rectified,
  Renewal,
  Tombstone,
} from './rights';

/** Fills a filter under a schema from a question; absent: rules alone. */
export interface AskOptions {
  model?: Pick<ModelClient, 'chatJson'>;
  locale?: 'fr' | 'en';
}

/**
 * The talent pool. Every method throws VivierError only: `invalid-input` (which parameter, why), `not-found`, `pool-unreachable`
 * when the database went away, `internal` for what should not happen.
 */
export interface TalentPool {
  candidates: {
    /** Stores a CV's profile under the person it belongs to: known by e-mail, else phone, else the file itself, else new. */
    upsert(input: CandidateInput): Promise<UpsertedCandidate>;
    /**
     * The same for many, faster: people who are new go in together, a hundred in a transaction; who is known already is updated one by one. The
     * outcomes stand in the order of the inputs. Aborted: those not begun have the error `cancelled`.
     */
    upsertMany(inputs: CandidateInput[], options?: { signal?: AbortSignal }): Promise<UpsertOutcome[]>;
    get(candidateId: string): Promise<CandidateDetails>;
    /** The same for a person who looks at them: written into the log first. `withoutHeld`: `not-found` for people under a legal hold. */
    view(candidateId: string, input: { by: string; as: ViewOf; withoutHeld?: boolean }): Promise<CandidateDetails>;
    /** The same for an original file. */
    viewDocument(
      candidateId: string,
      documentId: string,
      input: { by: string; withoutHeld?: boolean },
    ): Promise<StoredDocument>;
    /** The same for what is kept with the person beside their CV: letters and diplomas, documents made, conversations. */
    viewRecord(
      candidateId: string,
      recordId: string,
      input: { by: string; withoutHeld?: boolean },
    ): Promise<StoredRecord>;
    /** Most recently changed first, unless sorted. Fields: source, profileVersion, createdAt, updatedAt, lastContactAt, consentUntil. */
    list(input?: ListInput): Promise<Candidate[]>;
    search(input?: SearchInput): Promise<SearchResult>;
    /** A question in plain words as a filter that can be shown and changed. By rules, and by `model` when there is one. */
    understand(question: string, options?: AskOptions): Promise<AskedFilter>;
    /** The question's filter (or the changed one given), who matches it, and where their CV says so. */
    ask(question: string, options?: AskOptions & SearchInput & { asked?: AskedFilter }): Promise<PoolAnswer>;
    /** The best by score for an offer, out of everybody or of who matches the filters. Scores nobody in or out. */
    forOffer(offer: JobOffer, input?: { limit?: number; filters?: SearchFilters }): Promise<RankedCandidates>;
    /** The open offers that suit a candidate best. */
    offersFor(
      candidateId: string,
      input?: { limit?: number },
    ): Promise<{ offerId: string; title: string; score: Score }[]>;
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
  embeddings: {
    /** Makes the vectors that are missing or out of date, `limit` people at most (default 1000). */
    update(embedder: Embedder, input?: { limit?: number }): Promise<EmbeddingProgress>;
  };
  events: {
    /** In the order in which they happened, after the one named; at most 1000. */
    list(input?: { after?: number; limit?: number }): Promise<PoolEvent[]>;
    /** The number of the latest event, to begin behind it; 0 when there is none. */
    latest(): Promise<number>;
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
    /** How a generated document came to be: template, profile's version, options, model. */
    explain(recordId: string): Promise<RecordExplanation>;
    /** The same document from the same inputs. @throws VivierError `invalid-input` for what Vivier can't make again. */
    makeAgain(recordId: string): Promise<RemadeRecord>;
  };
  lists: {
    /** Keeps what a document about several people was made from, by reference to them: an erasure takes their part along. */
    add(input: NewList): Promise<ListInfo>;
    list(input?: PageInput): Promise<ListInfo[]>;
    /** The same document without those who were erased since, and saying so; the same bytes when nobody was. */
    makeAgain(listId: string): Promise<RemadeList>;
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
    /** Newest first, unless sorted. Fields: title, language, seniority, open, createdAt, updatedAt, closedAt. */
    list(input?: ListInput & { open?: boolean }): Promise<Offer[]>;
    /** A person has looked at criteria that a program read from the offer's text, and changed them where `criteria` is given. */
    confirm(offerId: string, input: { by: string; criteria?: OfferCriteria }): Promise<Offer>;
    close(offerId: string, input?: { by?: string }): Promise<Offer>;
    /** Opens a closed one again. */
    open(offerId: string, input?: { by?: string }): Promise<Offer>;
    /** The refusal file: decisions without the people's data, newest first. */
    refusals(offerId: string, input?: PageInput): Promise<Refusal[]>;
  };
  applications: {
    /** One per candidate and offer. A score that differs from the last one is kept beside it, as a new version. */
    upsert(input: ApplicationInput): Promise<UpsertedApplication>;
    /**
     * Best score first, unscored last, unless sorted. Fields: stage, source, score, assignedTo, rescoreNeeded, consent, createdAt,
     * updatedAt.
     */
    list(input: ApplicationListInput): Promise<Application[]>;
    get(applicationId: string): Promise<ApplicationDetails>;
    /** What people first decided on ranked applications, newest first, without the people's data. */
    decisions(input?: PageInput): Promise<RankedDecision[]>;
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
  /** Keys of programs that use the HTTP API. */
  apiKeys: {
    /** The answer holds the key, which nothing can tell again. */
    add(input: ApiKeyInput): Promise<NewApiKey>;
    list(): Promise<ApiKey[]>;
    revoke(keyId: string, input: { by: string }): Promise<ApiKey>;
    /** Whose key it is; null when it opens nothing. */
    check(key: string): Promise<ApiKey | null>;
  };
  /** Who signs in to the talent pool pages. */
  staff: {
    /** @throws VivierError `invalid-input` for a weak password, a login that is taken, a name that is no person's. */
    add(input: StaffInput): Promise<StaffWithPassword>;
    list(): Promise<StaffMember[]>;
    /** Ends the person's sessions. The last administrator can't be disabled nor given another role. */
    change(staffId: string, change: StaffChange): Promise<StaffWithPassword>;
    /** One's own; ends one's sessions. False when the old one is wrong. */
    choosePassword(staffId: string, input: { old: string; password: string }): Promise<boolean>;
    signIn(input: { login: string; password: string }): Promise<SignIn>;
    /** Whose token it is; null when it is nobody's, an hour without a click or twelve hours after the sign-in. */
    session(token: string): Promise<StaffMember | null>;
    signOut(token: string): Promise<void>;
    /** Writes into the log that people were listed, and how many. */
    listed(input: { by: string; people: number; offerId?: string }): Promise<void>;
  };
  waiting: {
    now(): Promise<WaitingNow>;
    /**
     * CVs that wait for the model, those that somebody waits for first, then the oldest. Who is taken is under way until it is saved again as the model
     * read it, or the time is over; nothing else has to be told. Each further time one rests twice as long, so that a CV that always fails holds up no other.
     * People under a legal hold are passed over.
     */
    take(input?: TakeWaitingInput): Promise<WaitingCv[]>;
    /** One that was taken and failed makes room at once; it still rests before it is taken again. @returns whether it waits. */
    giveBack(candidateId: string): Promise<boolean>;
  };
  audit: {
    /** Newest first. */
    list(input?: AuditFilter): Promise<AuditEvent[]>;
    verify(): Promise<AuditVerification>;
  };
  statistics(): Promise<Statistics>;
  /** Intake by week, time to first look, sources, stages and decisions of a time, in numbers alone. `renderActivity` makes a report of it. */
  activity(input?: ActivityInput): Promise<Activity>;
  /** How CVs were read in the last hours (1 to 744, default 24). */
  metrics(input?: { hours?: number }): Promise<PoolMetrics>;
  health(): Promise<PoolHealth>;
  /**
   * The same pool with no other rights than those of a person of this role, which the database itself keeps (SET ROLE, row policies): on PostgreSQL where
   * `poolRoles` made the roles. Anywhere else it is the pool as it is, and who asks has to draw the lines. Figures and accounts are given in any case. It closes with the pool.
   */
  forRole(role: StaffRole): Promise<TalentPool>;
  /** Gives the connection back. The database closes when nobody in this process has used it for some seconds. */
  close(): Promise<void>;
}
