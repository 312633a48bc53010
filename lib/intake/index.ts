export { asMailboxError, connectMailbox } from './mailbox/connect';
export { describeMail } from './mailbox/describe';
export { openFolder } from './mailbox/folders';
export { newestMail } from './mailbox/newest';
export { tokenSource, type OAuthGrant } from './mailbox/oauth';
export { watchMailbox, type MailboxWatch, type WatchOptions } from './mailbox/watch';
export type * from './mailbox/types';
