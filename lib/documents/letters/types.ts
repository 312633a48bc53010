import type { Locale } from '../../errors';
import type { Logo } from '../types';

export const LETTER_KINDS = [
  ...(['acknowledgement', 'cover-letter', 'employment-offer', 'interview-invitation'] as const),
  ...(['missing-information', 'refusal', 'test-invitation'] as const),
] as const;
export type LetterKind = (typeof LETTER_KINDS)[number];

/** Who signs. In a cover letter that is the candidate, and nothing of this is used. */
export interface Sender {
  name?: string;
  role?: string;
  company?: string;
  email?: string;
  phone?: string;
  /** Lines under the company's name at the head of a printed letter. */
  address?: string;
  /** Instead of name, role, company and phone under the closing; one line each. */
  signature?: string;
}

export interface Appointment {
  /** `YYYY-MM-DDTHH:MM`, at the place of `timeZone`; or a moment with its offset. */
  start: string;
  minutes: number;
  /** IANA, for example `Europe/Paris`. */
  timeZone: string;
  place?: string;
  videoLink?: string;
  /** Who will be there, for the text. */
  people?: string;
}

export interface TestDetails {
  name: string;
  link?: string;
  /** `YYYY-MM-DD`. */
  deadline?: string;
  minutes?: number;
}

/** What is offered, in the words of the person who offers it. */
export interface EmploymentTerms {
  contract?: string;
  start?: string;
  salary?: string;
  hours?: string;
  place?: string;
  trial?: string;
  /** `YYYY-MM-DD`. */
  answerBy?: string;
}

export interface LetterRequest {
  kind: LetterKind;
  locale: Locale;
  /** `YYYY-MM-DD`. */
  today: string;
  offer?: { id?: string | null; title?: string; company?: string; place?: string };
  sender?: Sender;
  appointment?: Appointment;
  test?: TestDetails;
  terms?: EmploymentTerms;
  /** Why the application was refused, in a person's words: never chosen by a program. */
  reasons?: string[];
  /** The person who decided. */
  decidedBy?: string;
  /** Asked for beside what the profile lacks. */
  alsoAsk?: string[];
  /** `YYYY-MM-DD`: until when an answer is awaited. */
  answerBy?: string;
  /** A paragraph of the sender's own, before the closing. */
  note?: string;
  /** Instead of the built-in words: the subject on the first line (« Objet : … »), then paragraphs with placeholders. */
  template?: string;
  /** Instead of the line that says that a model helped; see `machineLine`. */
  machineLine?: string;
}

/** What the model wrote and the check left. */
export interface Worded {
  sentences: string[];
  model: { name: string; digest: string | null; promptSha256: string };
}

export interface RemovedSentence {
  sentence: string;
  /** For programs, see `Doubt.reason`. */
  reason: string;
  /** For people. */
  why: string;
}

export type Block = { kind: 'text'; text: string } | { kind: 'list'; items: string[] };

/** A letter ready to be sent or laid out. All texts are clean and in the typography of their language. */
export interface Letter {
  kind: LetterKind;
  locale: Locale;
  subject: string;
  blocks: Block[];
  signature: string[];
  /** Head of the printed letter. */
  from: string[];
  to: string[];
  /** « Lyon, le 3 décembre 2026 ». */
  placeAndDay: string;
  /** `YYYY-MM-DD`. */
  day: string;
  email: string | null;
  /** The visible line that says that a model helped; null when none did. */
  machineLine: string | null;
  /** An interview, as a calendar file. */
  calendar: string | null;
  template: { name: string; version: string };
  /** Asked of the person by this letter. */
  missing: string[];
  /** Wordings of the reasons that the law looks at closely, though it does not forbid them. */
  warnings: string[];
}

/** What the company's letters look like. */
export interface LetterStyle {
  /** `#rrggbb`; anything else is ignored. */
  colour?: string;
  logo?: Logo;
  /** A font by name, for Word files and web pages; PDF files carry their own. */
  font?: string;
  /** Stands at the foot of each page: what the law or the company wants on its letters. */
  footer?: string;
}
