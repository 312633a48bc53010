/** A sheet's cells as text, merged ones filled, blank rows kept so that numbers are the file's own. */
export interface Grid {
  /** The sheet's name; empty for a CSV. */
  name: string;
  rows: string[][];
  /** The limit of rows was met: there are more. */
  isCut: boolean;
}

/** What a column of a candidate list may hold. */
export type Field =
  | 'name'
  | 'firstName'
  | 'lastName'
  | 'email'
  | 'phone'
  | 'address'
  | 'postalCode'
  | 'city'
  | 'country'
  | 'birthDate'
  | 'nationality'
  | 'title'
  | 'wantedTitle'
  | 'employer'
  | 'skills'
  | 'languages'
  | 'degree'
  | 'school'
  | 'field'
  | 'experience'
  | 'link'
  | 'summary'
  | 'drivingLicences'
  | 'availability'
  | 'salary'
  | 'application';

/** One candidate: the row's own cells, and what they say in JSON Resume's shape. */
export interface CandidateRow {
  sheet: string;
  /** 1-based, as spreadsheet programs count. */
  number: number;
  /** Header and value of every cell that is filled. */
  cells: [string, string][];
  resume: object;
}
