import type { VivierError } from '../../errors';

/** How to reach a mailbox. */
export interface MailboxAccess {
  host: string;
  port: number;
  /** `tls` from the first byte, `starttls` before the password is sent (refused otherwise), `none` only where the wire is trusted. */
  security: 'tls' | 'starttls' | 'none';
  user: string;
  password?: string;
  /** OAuth2 instead of a password. */
  accessToken?: string;
  /** PEM of the authority that signed the server's certificate, where it is one's own. */
  ca?: string;
  /** False: whoever answers is believed. */
  verifyCertificate: boolean;
}

export interface MailboxSettings {
  /** Sub-folders with `/`, whatever the server uses. */
  folder: string;
  /** Where messages go that were handled; null: they stay, with a keyword. */
  doneFolder: string | null;
  quarantineFolder: string;
  /** Whether handled messages are marked as read. */
  markRead: boolean;
  unreadOnly: boolean;
  /** Only messages that came in on this day or later. */
  since: Date | null;
  /** Messages under way at once. */
  parallel: number;
  /** Larger messages are set aside without being fetched. */
  maxBytes: number;
  /** How often to look where the server doesn't tell, milliseconds. */
  pollMs: number;
  /** Counted tries after which a message is set aside. */
  tries: number;
  /** Wait after a first failure, milliseconds. */
  retryMs: number;
}

export interface MailAddress {
  name?: string;
  address?: string;
}

export interface MailAttachmentInfo {
  fileName: string;
  mimeType: string;
  bytes: number;
  /** Lower-case hex. */
  sha256: string;
  /** Shown inside the text: a logo, a picture of a signature. */
  inline: boolean;
}

export interface MailLink {
  url: string;
  /** The words that are shown for it, where they differ. */
  text?: string;
  /** It looks like a document on a sharing service: somebody may want to open it. Vivier never does. */
  document: boolean;
}

/** What is known about a message beside its bytes. */
export interface MailInfo {
  messageId: string | null;
  from: MailAddress | null;
  to: string[];
  subject: string | null;
  /** When it was sent, ISO 8601. */
  date: string | null;
  /** When the server got it, ISO 8601. */
  receivedAt: string | null;
  bytes: number;
  /** `board`: a job site's notification; `forwarded`: somebody passes it on; `automatic`: nobody wrote it (absence, bounce, list). */
  kind: 'direct' | 'forwarded' | 'board' | 'automatic';
  /** The job site's name. */
  board?: string;
  /** Who wrote it first, where it was forwarded inside the text. */
  original?: MailAddress & { subject?: string };
  /** Where an answer reaches the candidate; null where it would reach a machine or the wrong person. */
  answerTo: string | null;
  attachments: MailAttachmentInfo[];
  links: MailLink[];
  folder: string;
  uid: number;
  /** 1 for the first time; more after a failure or a crash. */
  attempt: number;
  /** A message with the same Message-ID was handled before. */
  handledBefore: boolean;
}

export interface IncomingMail {
  info: MailInfo;
  /** The message as it came. */
  source: Uint8Array;
}

/** Why a message was set aside. */
export interface SetAside {
  error: VivierError;
  /** What can be said without opening it. */
  info: Pick<
    MailInfo,
    'messageId' | 'from' | 'subject' | 'date' | 'receivedAt' | 'bytes' | 'folder' | 'uid' | 'attempt'
  >;
  quarantineFolder: string;
}

export interface MailboxHandler {
  /** Resolves with true once everything about the message is done and stored; false, or an error, means again later. */
  handle(mail: IncomingMail): Promise<boolean>;
  /** Told before the message is moved, at least once. */
  setAside(notice: SetAside): Promise<void>;
  /** The mailbox can't be reached or used; told once for each kind of trouble until it works again. */
  trouble(error: VivierError): void;
  /** It works again after trouble. */
  recovered?(): void;
}
