import type { IncomingMail, MailboxAccess, MailboxHandler, MailboxSettings, SetAside } from '../../../lib/intake';
import type { VivierError } from '../../../lib/errors';

const load = () => import('../../../scripts/lib/dovecot.mjs');
const loadShapes = () => import('../../fixtures/mails/shapes.mjs');
export type Dovecot = Awaited<ReturnType<Awaited<ReturnType<typeof load>>['throwAwayDovecot']>>;

export async function startDovecot(...given: Parameters<Awaited<ReturnType<typeof load>>['throwAwayDovecot']>) {
  return await (await load()).throwAwayDovecot(...given);
}

export const mails = loadShapes;

export const accessTo = (server: Dovecot, more: Partial<MailboxAccess> = {}): MailboxAccess => ({
  host: server.host,
  port: server.port,
  security: 'none',
  user: 'rh',
  password: 'secret',
  verifyCertificate: true,
  ...more,
});

export const settings = (more: Partial<MailboxSettings> = {}): MailboxSettings => ({
  folder: 'INBOX',
  doneFolder: 'Vivier/Done',
  quarantineFolder: 'Vivier/Quarantine',
  markRead: true,
  unreadOnly: false,
  since: null,
  parallel: 3,
  maxBytes: 1024 * 1024,
  pollMs: 300,
  tries: 3,
  retryMs: 20,
  ...more,
});

/** Keeps what it is given; `fails` decides which messages can't be handled. */
export function recorder(fails: (mail: IncomingMail) => boolean | Promise<boolean> = () => false) {
  const handled: IncomingMail[] = [];
  const aside: SetAside[] = [];
  const troubles: VivierError[] = [];
  const handler: MailboxHandler = {
    handle: async (mail) => {
      if (await fails(mail)) return false;
      handled.push(mail);
      return true;
    },
    setAside: (notice) => Promise.resolve(void aside.push(notice)),
    trouble: (error) => void troubles.push(error),
  };
  return { handler, handled, aside, troubles };
}

/** A limit against hanging, not a measurement. */
const LONGEST_MS = 150_000;

export async function until(what: () => boolean | Promise<boolean>, name: string): Promise<void> {
  const deadline = Date.now() + LONGEST_MS;
  while (Date.now() < deadline) {
    if (await what()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`it never came about: ${name}`);
}
