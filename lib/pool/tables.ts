import type { Generated } from 'kysely';

/**
 * The rows as they stand in the database. `vivier_personal` holds whatever is about a candidate, so that rights can be given and
 * backups be made apart; `vivier` holds the rest. Columns of type Buffer named below as "sealed" went through `Secrets.seal`.
 */
export interface Database {
  'vivier.schema_versions': { version: number; name: string; applied_at: Generated<Date> };
  'vivier.pool_keys': { id: Generated<number>; wrapped: boolean; salt: Buffer; material: Buffer };
  'vivier.job_offers': JobOfferRow;
  'vivier.audit_head': { one: Generated<boolean>; seq: number; hash: Buffer };
  'vivier.audit_events': AuditRow;
  'vivier.erasures': { subject_hash: Buffer; erased_at: Date };
  'vivier_personal.candidates': CandidateRow;
  'vivier_personal.identity_keys': { kind: IdentityKind; hash: Buffer; candidate_id: string };
  'vivier_personal.candidate_profiles': ProfileRow;
  'vivier_personal.documents': DocumentRow;
  'vivier_personal.applications': ApplicationRow;
  'vivier_personal.application_scores': ScoreRow;
  'vivier_personal.stage_changes': StageChangeRow;
}

/** What tells that two CVs are of one person, in the order in which it is believed. */
export type IdentityKind = 'email' | 'phone' | 'file';

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
  created_at: Date;
  updated_at: Date;
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
