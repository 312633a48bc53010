/** How many CVs that the rules have read wait for the model. */
export interface WaitingNow {
  count: number;
  /** Of these, those that somebody waits for. */
  people: number;
  /** Of these, those that were taken to be read and are not back yet. */
  underWay: number;
  /** ISO 8601; null when nobody waits. */
  oldestSince: string | null;
}

export interface TakeWaitingInput {
  /** So many may be under way together, those taken before included: 1 to 1,000, default 10. */
  atOnce?: number;
  /** After so many minutes one that did not come back may be taken again: 1 to 1,440, default 60. */
  minutes?: number;
}

export interface WaitingCv {
  candidateId: string;
  /** The file to be read. */
  documentId: string;
  /** `YYYY-MM-DD`: what the rules have dated “until now” with; the model's reading shall too. */
  referenceDate: string;
  /** True: somebody waits for it. */
  person: boolean;
  /** ISO 8601. */
  since: string;
  /** How often it was taken, this time included. */
  attempts: number;
}
