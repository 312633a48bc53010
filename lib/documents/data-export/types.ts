import type { Score } from '../../match';
import type { Profile } from '../../profile';

/**
 * What a person is told about themselves (GDPR, article 15): their data, the scores with the logic behind them, who receives them, where they
 * came from, how long they are kept, and what they may ask for. Staff are named by their part only: their names are theirs (CJEU C-579/21).
 */
export interface DataExport {
  format: 'vivier-data-export';
  version: 1;
  /** ISO 8601, as all moments here. */
  generatedAt: string;
  candidateId: string;
  profile: Profile;
  profileVersions: { version: number; source: string | null; createdAt: string; profile: Profile }[];
  documents: {
    fileName: string;
    mimeType: string;
    bytes: number;
    sha256: string;
    createdAt: string;
    current: boolean;
    text: string;
  }[];
  applications: ExportedApplication[];
  /** Letters and the like made about them, and conversations. */
  records: ExportedRecord[];
  corrections: { paths: string[]; reason: string; at: string }[];
  /** Programs that read the CV. */
  analyses: {
    engine: string;
    model: string | null;
    modelDigest: string | null;
    promptVersion: string | null;
    at: string;
  }[];
  /** Where the data came from: the person's own file, a mailbox, a website. */
  sources: string[];
  /** Kinds of people and services that had the data. */
  recipients: string[];
  retention: { dueAt: string | null; rule: string; consentUntil: string | null; held: boolean };
  /** What was done with their data: when and what, from the decision log. */
  events: { at: string; action: string }[];
}

export interface ExportedRecord {
  kind: string;
  name: string;
  mimeType: string;
  bytes: number;
  createdAt: string;
  /** Where a conversation comes from, for example `chatgpt`. */
  platform?: string;
  /** What was said, for what is a text. */
  text?: string;
  /** What a document was made with. */
  madeWith?: { template: string; profileVersion: number | null; model: string | null };
  /** What a list of several people says of them. */
  listed?: { offerTitle: string | null; score: Score | null };
}

export interface ExportedApplication {
  offerTitle: string;
  stage: string;
  source: string | null;
  consent: { scope: string; at: string } | null;
  createdAt: string;
  history: { from: string; to: string; reason: string | null; at: string; againstScore: boolean }[];
  scores: { version: number; createdAt: string; score: Score }[];
  notes: { text: string; at: string }[];
  tests: { name: string; status: string; invitedAt: string; result: unknown; resultAt: string | null }[];
  overrides: { decision: string; reason: string; criterionId: string | null; at: string }[];
}
