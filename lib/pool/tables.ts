import type { ColumnType, Generated } from 'kysely';
import type { DocumentInputs } from '../documents';

/**
 * The rows as they stand in the database. `vivier_personal` holds whatever is about a candidate, so that rights can be given and
 * backups be made apart; `vivier` holds the rest. Columns of type Buffer named below as "sealed" went through `Secrets.seal`.
 */
export interface Database {
  'vivier.schema_versions': { version: number; name: string; applied_at: Generated<Date> };
  'vivier.pool_keys': {
    id: Generated<number>;
    wrapped: boolean;
    salt: Buffer;
    material: Buffer;
    /** Nothing is sealed or fingerprinted with it any more; the log's older entries are still checked with it. */
    retired_at: Date | null;
  };
  'vivier.job_offers': JobOfferRow;
  'vivier.api_keys': ApiKeyRow;
  'vivier.audit_head': { one: Generated<boolean>; seq: number; hash: Buffer };
  'vivier.audit_events': AuditRow;
  'vivier.former_logs': AuditRow & { log: Buffer };
  'vivier.erasures': { subject_hash: Buffer; erased_at: Date };
  'vivier.lists': ListTable;
  'vivier.staff': StaffRow;
  'vivier.staff_sessions': { token_hash: Buffer; staff_id: string; created_at: Date; seen_at: Date };
  'vivier_personal.candidates': CandidateRow;
  'vivier_personal.identity_keys': IdentityKeyRow;
  'vivier_personal.name_keys': { candidate_id: string; hash: Buffer; key_id: number };
  'vivier_personal.candidate_profiles': ProfileRow;
  'vivier_personal.documents': DocumentRow;
  'vivier_personal.applications': ApplicationRow;
  'vivier_personal.application_scores': ScoreRow;
  'vivier_personal.stage_changes': StageChangeRow;
  'vivier_personal.application_notes': NoteRow;
  'vivier_personal.external_tests': ExternalTestRow;
  'vivier_personal.score_overrides': OverrideRow;
  'vivier_personal.legal_holds': HoldRow;
  'vivier_personal.corrections': CorrectionRow;
  'vivier_personal.former_ids': { id: string; candidate_id: string; at: Date };
  'vivier_personal.records': RecordRow;
  'vivier_personal.analysis_runs': AnalysisRunRow;
  'vivier_personal.analysis_cache': { key: Buffer; subject: Buffer; body: Buffer; created_at: Date };
  'vivier_personal.embeddings': EmbeddingRow;
  'vivier_personal.candidate_facts': FactsRow;
  'vivier_personal.pool_events': EventRow;
  'vivier_personal.waiting_for_model': WaitingRow;
  'vivier_personal.execution_traces': { candidate_id: string; execution_id: string; workflow_id: string; at: Date };
}

export interface ApiKeyRow {
  id: string;
  name: string;
  role: string;
  key_hash: Buffer;
  created_by: string;
  created_at: Date;
  expires_at: Date | null;
  revoked_at: Date | null;
  last_used_at: Date | null;
}

/** What tells that two CVs are of one person, in the order in which it is believed. */
export type IdentityKind = 'email' | 'phone' | 'file' | 'text';

export interface IdentityKeyRow {
  kind: IdentityKind;
  hash: Buffer;
  candidate_id: string;
  key_id: number;
}

export interface CandidateRow {
  id: string;
  profile_version: number;
  source: string | null;
  /** Normalised by `words.ts`, as are `languages` and `search_words`. */
  skills: string[];
  languages: string[];
  experience_months: number | null;
  search_words: string;
  search_vector: string;
  /** ISO 639-1 codes, for counting. */
  spoken: Generated<string[]>;
  /** EQF, 1 to 8. */
  degree_level: Generated<number | null>;
  /** What filters look for; see `search/keys.ts`. */
  filter_keys: Generated<string[]>;
  /** Blinded; see `search/keys.ts`. */
  town: Generated<string | null>;
  /** `YYYY-MM-DD`; see `search/availability.ts`. */
  available_from: Generated<string | null>;
  notice_days: Generated<number | null>;
  /** Which version of the indexing made this row. */
  index_version: Generated<number>;
  created_at: Date;
  updated_at: Date;
  last_contact_at: Date;
  /** The person agreed to be kept until then. */
  consent_until: Date | null;
}

export interface ProfileRow {
  candidate_id: string;
  version: number;
  /** Sealed JSON. */
  body: Buffer;
  source: string | null;
  created_at: Date;
}

export interface DocumentRow {
  id: string;
  candidate_id: string;
  file_key: Buffer;
  /** Sealed: file names usually carry the person's name. */
  file_name: Buffer;
  mime_type: string;
  byte_size: number;
  /** Sealed. */
  content: Buffer;
  /** Sealed. */
  text: Buffer;
  created_at: Date;
  /** Sealed; null when the reader gave none. */
  text_sha256: Buffer | null;
  /** The document that the person sent instead of this one. */
  replaced_by: string | null;
}

export interface JobOfferRow {
  id: string;
  title: string;
  text: string;
  language: string | null;
  criteria: unknown;
  is_open: boolean;
  created_at: Date;
  updated_at: Date;
  closed_at: Date | null;
  /** StageStep[]; null: the usual stages. */
  stages: unknown;
  seniority: string | null;
  /** How long refused applications are kept; null: as everybody. */
  refusal_months: number | null;
}

export interface ApplicationRow {
  id: string;
  candidate_id: string;
  offer_id: string;
  stage: string;
  source: string | null;
  score: number | null;
  score_version: number;
  created_at: Date;
  updated_at: Date;
  assigned_to: string | null;
  consent_at: Date | null;
  consent_scope: string | null;
  /** The profile was corrected since it was scored. */
  rescore_needed: boolean;
}

export interface ScoreRow {
  application_id: string;
  version: number;
  score: number;
  /** Sealed JSON: its evidence quotes the CV. */
  body: Buffer;
  created_at: Date;
}

export interface StageChangeRow {
  id: Generated<number>;
  application_id: string;
  from_stage: string;
  to_stage: string;
  changed_by: string;
  reason: string | null;
  at: Date;
  against_score: boolean;
}

export interface NoteRow {
  id: string;
  application_id: string;
  author: string;
  /** Sealed. */
  body: Buffer;
  at: Date;
}

export interface ExternalTestRow {
  id: string;
  application_id: string;
  name: string;
  status: string;
  invited_by: string;
  invited_at: Date;
  expires_at: Date | null;
  /** Sealed JSON. */
  result: Buffer | null;
  result_by: string | null;
  result_at: Date | null;
}

export interface OverrideRow {
  id: string;
  application_id: string;
  score_version: number;
  criterion_id: string | null;
  decision: string;
  decided_by: string;
  /** Sealed. */
  reason: Buffer;
  at: Date;
}

export interface HoldRow {
  id: string;
  candidate_id: string;
  placed_by: string;
  placed_at: Date;
  /** Sealed. */
  reason: Buffer;
  lifted_by: string | null;
  lifted_at: Date | null;
}

export interface CorrectionRow {
  id: string;
  candidate_id: string;
  profile_version: number;
  paths: string[];
  corrected_by: string;
  /** Sealed. */
  reason: Buffer;
  at: Date;
}

export interface ListRow {
  id: string;
  name: string;
  mime_type: string;
  people: number;
  /** Nothing about people in it. */
  made: DocumentInputs;
  created_by: string;
  created_at: Date;
}

interface ListTable extends Omit<ListRow, 'made'> {
  made: ColumnType<DocumentInputs, string, never>;
}

export interface RecordRow {
  id: string;
  candidate_id: string;
  application_id: string | null;
  kind: string;
  /** Sealed. */
  name: Buffer;
  mime_type: string;
  byte_size: number;
  /** Sealed. */
  content: Buffer;
  created_by: string;
  created_at: Date;
  /** The version of the profile that a document was made from; null for chats, and when it was of none. */
  profile_version: number | null;
  /** Sealed JSON: see RecordDetails. */
  details: Buffer | null;
  /** Of an entry in a list. */
  list_id: string | null;
}

export interface AnalysisRunRow {
  id: string;
  candidate_id: string;
  profile_version: number;
  engine: string;
  status: string;
  model: string | null;
  model_digest: string | null;
  prompt_version: string | null;
  prompt_hash: string | null;
  schema_version: number;
  requests: number;
  attempts: number;
  tokens_in: number;
  tokens_out: number;
  ms: number;
  warnings: number;
  /** The analysis's own entry, without a word of the CV; null for profiles made before there was one. */
  run: unknown;
  at: Date;
}

export interface EmbeddingRow {
  candidate_id: string;
  /** The model's name as the embedder gives it; vectors of two models can't be compared. */
  model: string;
  dimensions: number;
  profile_version: number;
  /** SHA-256 of the anonymised text. */
  text_hash: Buffer;
  floats: number[];
  at: Date;
}

export interface FactsRow {
  candidate_id: string;
  profile_version: number;
  /** See `factsVersion` in lib/match. */
  version: string;
  /** Sealed JSON. */
  body: Buffer;
}

export interface EventRow {
  /** The number of the log's entry that it tells of: in the order of commits. */
  id: number;
  kind: string;
  candidate_id: string;
  application_id: string | null;
  offer_id: string | null;
  details: unknown;
  at: Date;
}

export interface WaitingRow {
  candidate_id: string;
  document_id: string;
  reference_date: string;
  person: boolean;
  since: Date;
  attempts: Generated<number>;
  taken_until: Date | null;
  not_before: Date | null;
}

export interface StaffRow {
  id: string;
  /** In lower case. */
  login: string;
  name: string;
  role: string;
  /** See staff/passwords.ts. */
  password: string;
  must_change: boolean;
  failures: number;
  locked_until: Date | null;
  disabled_at: Date | null;
  created_at: Date;
  signed_in_at: Date | null;
}

export interface AuditRow {
  seq: number;
  at: Date;
  actor: string;
  action: string;
  subject_kind: string;
  subject_id: string | null;
  details: unknown;
  key_id: number;
  hash: Buffer;
}
