import type { Profile } from '../profile';
import type { Score } from '../match';
import type { Secrets } from './secrets';
import type { Database } from './tables';

/** Where a sealed value belongs; bound to it by the cipher. */
export const place = {
  profile: (candidateId: string, version: number) => `profile:${candidateId}:${version}`,
  fileName: (documentId: string) => `file-name:${documentId}`,
  content: (documentId: string) => `content:${documentId}`,
  text: (documentId: string) => `text:${documentId}`,
  textHash: (documentId: string) => `text-hash:${documentId}`,
  score: (applicationId: string, version: number) => `score:${applicationId}:${version}`,
  note: (noteId: string) => `note:${noteId}`,
  testResult: (testId: string) => `test-result:${testId}`,
  override: (overrideId: string) => `override:${overrideId}`,
  hold: (holdId: string) => `hold:${holdId}`,
  correction: (correctionId: string) => `correction:${correctionId}`,
  recordName: (recordId: string) => `record-name:${recordId}`,
  record: (recordId: string) => `record:${recordId}`,
  recordDetails: (recordId: string) => `record-details:${recordId}`,
  facts: (candidateId: string) => `facts:${candidateId}`,
  cached: (keyHex: string) => `cached:${keyHex}`,
};

export interface SealedColumn {
  table: keyof Database;
  /** The primary key. */
  keys: string[];
  column: string;
  place: (...key: never[]) => string;
}

const byId = (table: keyof Database, column: string, about: (id: string) => string): SealedColumn => ({
  table,
  keys: ['id'],
  column,
  place: about,
});

/** Every column that goes through the cipher and is kept when the key changes (cached answers are not: they are made again). */
export const SEALED_COLUMNS: readonly SealedColumn[] = [
  {
    table: 'vivier_personal.candidate_profiles',
    keys: ['candidate_id', 'version'],
    column: 'body',
    place: place.profile,
  },
  {
    table: 'vivier_personal.application_scores',
    keys: ['application_id', 'version'],
    column: 'body',
    place: place.score,
  },
  { table: 'vivier_personal.candidate_facts', keys: ['candidate_id'], column: 'body', place: place.facts },
  byId('vivier_personal.documents', 'file_name', place.fileName),
  byId('vivier_personal.documents', 'content', place.content),
  byId('vivier_personal.documents', 'text', place.text),
  byId('vivier_personal.documents', 'text_sha256', place.textHash),
  byId('vivier_personal.application_notes', 'body', place.note),
  byId('vivier_personal.external_tests', 'result', place.testResult),
  byId('vivier_personal.score_overrides', 'reason', place.override),
  byId('vivier_personal.legal_holds', 'reason', place.hold),
  byId('vivier_personal.corrections', 'reason', place.correction),
  byId('vivier_personal.records', 'name', place.recordName),
  byId('vivier_personal.records', 'content', place.record),
  byId('vivier_personal.records', 'details', place.recordDetails),
];

export function sealText(secrets: Secrets, text: string, about: string): Buffer {
  return secrets.seal(Buffer.from(text), about);
}

export function openText(secrets: Secrets, sealed: Uint8Array, about: string): string {
  return secrets.open(sealed, about).toString();
}

export function sealProfile(secrets: Secrets, profile: Profile, candidateId: string, version: number): Buffer {
  return sealText(secrets, JSON.stringify(profile), place.profile(candidateId, version));
}

export function openProfile(secrets: Secrets, body: Uint8Array, candidateId: string, version: number): Profile {
  return JSON.parse(openText(secrets, body, place.profile(candidateId, version))) as Profile;
}

export function sealScore(secrets: Secrets, score: Score, applicationId: string, version: number): Buffer {
  return sealText(secrets, JSON.stringify(score), place.score(applicationId, version));
}

export function openScore(secrets: Secrets, body: Uint8Array, applicationId: string, version: number): Score {
  return JSON.parse(openText(secrets, body, place.score(applicationId, version))) as Score;
}
