import type { DocumentInputs, ListedPerson } from '../../documents';

/** A document about several people, or about numbers alone: a shortlist, a comparison, an activity report. */
export interface NewList {
  name: string;
  mimeType: string;
  by?: string;
  made: DocumentInputs;
  /** In the document's order. Each profile has to be a version that the pool holds. */
  people: ListedPerson[];
}

export interface ListInfo {
  listId: string;
  name: string;
  mimeType: string;
  by: string;
  createdAt: string;
  /** How many people it was made about. */
  people: number;
  made: DocumentInputs;
}

export interface RemadeList extends ListInfo {
  data: Buffer;
  /** Byte for byte the file that was made first. */
  identical: boolean;
  /** People whose data were erased since, or whom the reader may not see. The document says how many. */
  leftOut: number;
  /** How it came to be, for people, in their language. */
  sentences: string[];
}
