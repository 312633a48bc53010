import type { ImapFlow } from 'imapflow';
import { describeMail } from './describe';
import { pathOf } from './folders';
import { nextMessages } from './take';
import type { IncomingMail, MailboxSettings } from './types';

/** The newest message that waits, left as it is; null when none does. */
export async function newestMail(client: ImapFlow, settings: MailboxSettings): Promise<IncomingMail | null> {
  await client.mailboxOpen(pathOf(settings.folder), { readOnly: true });
  const newest = (await nextMessages(client, settings, '', () => true))
    .filter(({ bytes }) => bytes <= settings.maxBytes)
    .sort((a, b) => b.uid - a.uid)[0];
  if (!newest) return null;
  const message = await client.fetchOne(String(newest.uid), { uid: true, source: true }, { uid: true });
  if (!message || !message.source) return null;
  const described = await describeMail(message.source);
  return { source: message.source, info: { ...newest.about, ...described, handledBefore: false } };
}
