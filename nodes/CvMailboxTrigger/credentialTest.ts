import { connectMailbox } from '../../lib/intake';
import { credentialTest } from '../shared';
import { mailboxAccess, type Authentication } from './access';

/** Logs in and asks how much there is. */
const mailboxTest = (kind: Authentication) =>
  credentialTest(async (data) => {
    const client = await connectMailbox(await mailboxAccess(kind, data));
    try {
      const inbox = await client.status('INBOX', { messages: true });
      return `INBOX: ${(inbox && inbox.messages) || 0}`;
    } finally {
      client.close();
    }
  });

export const vivierMailboxTest = mailboxTest('vivierImapApi');
export const vivierMailboxOAuth2Test = mailboxTest('vivierImapOAuth2Api');
