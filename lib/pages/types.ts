import type { RateLimit } from '../api';
import type { Locale } from '../errors';
import type { ExtractedDocument } from '../extract';
import type { Html, PagePicture } from '../documents';
import type { StaffMember, StoredDocument, TalentPool } from '../pool';
import type { PageWords } from './words';

/** What a browser asked, without anything of the server that took the question. */
export interface PageRequest {
  method: string;
  /** Where the pages are, for example `/webhook/talent-pool`. */
  path: string;
  query: Record<string, string>;
  form: Record<string, string>;
  /** Headers by their names in lower case. */
  headers: Record<string, string>;
  /** Of the computer that asks. */
  address: string;
  /** The browser reaches the pages over https. */
  secure: boolean;
}

export interface PageAnswer {
  status: number;
  headers: Record<string, string | string[]>;
  body: string | Buffer;
}

export interface PageDeps {
  pool: TalentPool;
  /** Reads an original file again: its lines, and its pages as pictures where it has any. */
  readOriginal(file: StoredDocument): Promise<{ document: ExtractedDocument; pictures: PagePicture[] }>;
  limits: PageLimits;
}

export interface PageLimits {
  /** Of one person who has signed in. */
  pages: RateLimit;
  /** Of one address whose visitor has not. */
  strangers: RateLimit;
  /** Of one address, wrong passwords alone. */
  failures: RateLimit;
}

/** A request of somebody who has signed in. */
export interface Visit extends PageDeps {
  request: PageRequest;
  locale: Locale;
  w: PageWords;
  member: StaffMember;
  /** The session's, which the browser keeps in a cookie. */
  token: string;
  /** What each form has to bring back. */
  csrf: string;
}

export interface Page {
  title: string;
  body: Html;
  status?: number;
  /** Something to be read first. */
  notice?: { text: string; bad?: boolean };
  styles?: string;
  script?: string;
}

/** Another page is shown instead: its place among the views, never an address. */
export interface Elsewhere {
  to: Record<string, string | number | undefined>;
  anchor?: string;
}

export type ViewResult = Page | Elsewhere | PageAnswer;

export interface View {
  get?(visit: Visit): Promise<ViewResult>;
  post?(visit: Visit): Promise<ViewResult>;
}
