import type { DocumentInputs } from '../../documents';
import type { Profile } from '../../profile';

export const RECORD_KINDS = ['generated-document', 'chat_history', 'submitted-document'] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** Which conversation a `chat_history` is. */
export interface ChatHead {
  platform: string;
  title: string;
  /** ISO 8601. */
  startedAt: string | null;
  updatedAt: string | null;
  messages: number;
}

export interface NewRecord {
  candidateId: string;
  applicationId?: string;
  kind: RecordKind;
  name: string;
  mimeType: string;
  data: Uint8Array;
  by?: string;
  /** What a generated document was made from. */
  made?: DocumentInputs;
  /** The profile it was made from: kept beside it when the pool holds no version that is the same. */
  profile?: Profile;
  chat?: ChatHead;
}

export interface RecordInfo {
  recordId: string;
  candidateId: string;
  applicationId: string | null;
  kind: RecordKind;
  name: string;
  mimeType: string;
  bytes: number;
  by: string;
  createdAt: string;
  /** The version of the profile that it was made from. */
  profileVersion: number | null;
  made: DocumentInputs | null;
  chat: ChatHead | null;
}

export interface StoredRecord extends RecordInfo {
  data: Buffer;
}

/** How a generated document came to be, in words and as data. */
export interface RecordExplanation extends RecordInfo {
  /** For people, in their language. */
  sentences: string[];
  /** The profile says something else today. */
  profileChanged: boolean;
  /** Of the bytes that are stored. */
  sha256: string;
  /** The stored bytes are those that were made. */
  untouched: boolean;
}

export interface RemadeRecord extends RecordInfo {
  data: Buffer;
  /** Byte for byte the file that was stored. */
  identical: boolean;
}
