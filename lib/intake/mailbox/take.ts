import type { FetchMessageObject, ImapFlow } from 'imapflow';
import { describeMail, isoDate, line } from './describe';
import { DONE, pathOf, SET_ASIDE, tryMark, tryMarksOf, type OpenFolder } from './folders';
import type { IncomingMail, MailboxSettings, SetAside } from './types';

/** Messages whose marks are looked at in one go. */
const WINDOW = 200;

/** A message that is to be handed over, before it is fetched. */
export interface Waiting {
  /** Unlike any other message's of any mailbox. */
  key: string;
  uid: number;
  bytes: number;
  /** Tries that began before. */
  tries: number;
  about: SetAside['info'];
  /** Whether the failure of the last try counts; undefined while nobody judged it. */
  judged?: boolean;
}

/** What waits in the folder, the oldest first; what was tried before comes last. */
export async function nextMessages(
  client: ImapFlow,
  settings: MailboxSettings,
  place: string,
  isFree: (key: string) => boolean,
): Promise<Waiting[]> {
  const found = await client.search(
    {
      deleted: false,
      draft: false,
      unKeyword: DONE,
      not: { keyword: SET_ASIDE },
      ...(settings.unreadOnly && { seen: false }),
      ...(settings.since && { since: settings.since }),
    },
    { uid: true },
  );
  const uids = (found || []).filter((uid) => isFree(`${place}/${uid}`)).sort((a, b) => a - b);
  if (uids.length === 0) return [];
  const query = { uid: true, flags: true, size: true, envelope: true, internalDate: true };
  const messages = await client.fetchAll(uids.slice(0, WINDOW).join(','), query, { uid: true });
  return messages
    .map((message) => waitingOf(message, settings, place))
    .sort((a, b) => Math.sign(a.tries) - Math.sign(b.tries) || a.uid - b.uid);
}

function waitingOf(message: FetchMessageObject, settings: MailboxSettings, place: string): Waiting {
  const { envelope, flags, internalDate, size = 0, uid } = message;
  const tries = tryMarksOf(flags).length;
  const [sender] = envelope?.from ?? [];
  const [name, address] = [line(sender?.name), line(sender?.address)];
  const about = {
    messageId: line(envelope?.messageId),
    from: name || address ? { ...(name && { name }), ...(address && { address }) } : null,
    subject: line(envelope?.subject),
    date: isoDate(envelope?.date),
    receivedAt: isoDate(internalDate),
    bytes: size,
    folder: settings.folder,
    uid,
    attempt: tries + 1,
  };
  return { key: `${place}/${uid}`, uid, bytes: size, tries, about };
}

/** Marks that a try begins, then fetches the message; null when it is gone meanwhile. */
export async function readMessage(
  client: ImapFlow,
  folder: OpenFolder,
  { uid, tries, about }: Waiting,
  settings: MailboxSettings,
): Promise<IncomingMail | null> {
  const range = String(uid);
  if (folder.keepsMarks) await client.messageFlagsAdd(range, [tryMark(tries + 1)], { uid: true });
  const handledBefore = about.messageId !== null && (await wasHandled(client, settings, about.messageId, uid));
  const message = await client.fetchOne(range, { uid: true, source: true }, { uid: true });
  if (!message || !message.source) return null;
  const { source } = message;
  return { source, info: { ...about, ...(await describeMail(source)), ...kept(about), handledBefore } };
}

/** What the server knows better than the message, which may name any date and size. */
const kept = ({ receivedAt, bytes, folder, uid, attempt }: SetAside['info']) => ({
  receivedAt,
  bytes,
  folder,
  uid,
  attempt,
});

/** Looks for the Message-ID among what is done: the same message comes twice by aliases, lists, and servers that were put back from a backup. */
async function wasHandled(
  client: ImapFlow,
  { doneFolder, folder }: MailboxSettings,
  messageId: string,
  uid: number,
): Promise<boolean> {
  const query = { header: { 'message-id': messageId } };
  if (!doneFolder) {
    const here = await client.search({ ...query, keyword: DONE }, { uid: true });
    return (here || []).some((one) => one !== uid);
  }
  try {
    await client.mailboxOpen(pathOf(doneFolder), { readOnly: true });
    return ((await client.search(query, { uid: true })) || []).length > 0;
  } finally {
    if (client.usable) await client.mailboxOpen(pathOf(folder));
  }
}
