import type { ImapFlow } from 'imapflow';
import { VivierError } from '../../errors';
import type { MailboxSettings } from './types';

/** Kept with the message on the server: whatever happens to this machine, they are still there. */
export const DONE = '$VivierDone';
export const SET_ASIDE = '$VivierSetAside';
/** One more for every try that began: a message that takes the program down with it is known by them. */
export const tryMark = (n: number) => `$VivierTry${n}`;
const TRY = /^\$viviertry\d+$/i;

export const tryMarksOf = (flags: Iterable<string> | undefined): string[] =>
  [...(flags ?? [])].filter((flag) => TRY.test(flag));

export interface OpenFolder {
  /** Changes when the server numbers its messages anew. */
  validity: string;
  /** Whether the server keeps marks of our own. */
  keepsMarks: boolean;
}

/** @throws VivierError `mailbox-folder` */
export async function openFolder(client: ImapFlow, settings: MailboxSettings): Promise<OpenFolder> {
  const { doneFolder, folder, quarantineFolder } = settings;
  for (const path of [doneFolder, quarantineFolder]) if (path) await makeFolder(client, path);
  const box = await client.mailboxOpen(pathOf(folder)).catch((error: unknown) => {
    if (!client.usable) throw error;
    throw new VivierError('mailbox-folder', { what: folder }, { cause: error });
  });
  if (box.readOnly) throw new VivierError('mailbox-folder', { what: folder, reason: 'read-only' });
  const keepsMarks = box.permanentFlags?.has('\\*') ?? false;
  if (!doneFolder && !keepsMarks)
    throw new VivierError('mailbox-folder', { what: folder, reason: 'the server keeps no keywords: choose a folder' });
  return { validity: String(box.uidValidity), keepsMarks };
}

/** A path for the library, which adds the server's own separator and prefix. */
export const pathOf = (path: string): string[] => path.split('/').filter(Boolean);

async function makeFolder(client: ImapFlow, path: string): Promise<void> {
  try {
    await client.mailboxCreate(pathOf(path));
  } catch (error) {
    if (!client.usable) throw error;
    throw new VivierError('mailbox-folder', { what: path }, { cause: error });
  }
}
