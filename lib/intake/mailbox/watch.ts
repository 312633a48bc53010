import type { ImapFlow } from 'imapflow';
import { type VivierError } from '../../errors';
import { Patience } from '../patience';
import { Bell } from '../bell';
import { asMailboxError, connectMailbox } from './connect';
import { openFolder, type OpenFolder } from './folders';
import { Marker } from './marks';
import { nextMessages, readMessage, type Waiting } from './take';
import type { MailboxAccess, MailboxHandler, MailboxSettings } from './types';

const LONGEST_RETRY_MS = 15 * 60_000;
const FIRST_RECONNECT_MS = 1000;
const LONGEST_RECONNECT_MS = 5 * 60_000;
/** Wrong passwords, often, lock an account. */
const LOGIN_RETRY_MS = 60_000;
const QUIET_MS = 60_000;
const GIVE_UP_MS = 24 * 60 * 60_000;

export interface WatchOptions {
  settings: MailboxSettings;
  /** Asked before every connection: a password that was changed is taken at the next try. */
  access(): Promise<MailboxAccess>;
  handler: MailboxHandler;
  now?(): number;
  /** The first wait before connecting again, milliseconds. */
  reconnectMs?: number;
  /** How long a server may be away before anybody is told, milliseconds: servers are restarted. */
  quietMs?: number;
}

export interface MailboxWatch {
  /** Takes no more messages; those under way are finished and marked, the promise waits for it. */
  close(): Promise<void>;
}

/** What became of a message that was handed over. */
interface Outcome extends Waiting {
  ok: boolean;
  mark: number;
}

/** Messages under way anywhere in this process: a flow that is switched off and on again doesn't take twice what its run before still has. */
const inHand = new Set<string>();

/**
 * Hands over every message of a mailbox's folder, at least once, and marks it on the server once it is done. The server's own marks are the only state: a crash
 * of this program, of n8n or of the server loses none.
 */
export function watchMailbox(options: WatchOptions): MailboxWatch {
  const watch = new Watch(options);
  return { close: () => watch.close() };
}

class Watch {
  private readonly busy = new Map<string, number>();
  private readonly outcomes: Outcome[] = [];
  private readonly patience: Patience;
  private stopped = false;
  private troubled: string | null = null;
  private awaySince: number | null = null;
  private readonly bell = new Bell();
  private readonly ended: Promise<void>;

  constructor(private readonly options: WatchOptions) {
    const { retryMs, tries } = options.settings;
    const now = options.now ?? Date.now;
    this.patience = new Patience({ retryMs, longestRetryMs: LONGEST_RETRY_MS, tries, giveUpMs: GIVE_UP_MS, now });
    this.ended = this.run();
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.bell.ring();
    await this.ended;
  }

  private get finished(): boolean {
    return this.stopped && this.busy.size === 0 && this.outcomes.length === 0;
  }

  private async run(): Promise<void> {
    let wait = this.options.reconnectMs ?? FIRST_RECONNECT_MS;
    while (!this.finished) {
      try {
        await this.session(() => (wait = this.options.reconnectMs ?? FIRST_RECONNECT_MS));
      } catch (caught) {
        const error = caught as VivierError;
        this.tell(error);
        // Whoever stopped doesn't wait for a server: what is not marked is handed over again by the next.
        if (this.stopped && this.busy.size === 0) return this.letGo();
        await this.bell.wait(error.code === 'mailbox-login' && !this.options.reconnectMs ? LOGIN_RETRY_MS : wait);
        wait = Math.min(wait * 2, LONGEST_RECONNECT_MS);
      }
    }
  }

  private tell(error: VivierError): void {
    const now = (this.options.now ?? Date.now)();
    this.awaySince ??= now;
    const isShort = error.code === 'mailbox-unreachable' && now - this.awaySince < (this.options.quietMs ?? QUIET_MS);
    if (isShort || this.troubled === error.code) return;
    this.troubled = error.code;
    this.options.handler.trouble(error);
  }

  /** One connection, for as long as it lasts. Throws VivierError only. */
  private async session(works: () => void): Promise<void> {
    const access = await this.options.access();
    const client = await connectMailbox(access);
    client.on('exists', () => this.bell.ring());
    client.on('close', () => this.bell.ring());
    try {
      const folder = await openFolder(client, this.options.settings);
      const place = `${access.user}@${access.host}:${access.port}/${this.options.settings.folder}/${folder.validity}`;
      works();
      if (this.troubled) this.options.handler.recovered?.();
      this.troubled = this.awaySince = null;
      const marker = new Marker(client, folder, this.options.settings, this.options.handler);
      await marker.finishBegun();
      while (!this.finished) await this.round(client, folder, marker, place);
      await client.logout().catch(() => undefined);
    } catch (error) {
      throw asMailboxError(error, access);
    } finally {
      client.close();
    }
  }

  private async round(client: ImapFlow, folder: OpenFolder, marker: Marker, place: string): Promise<void> {
    await this.markOutcomes(marker, place);
    if (!this.stopped) await this.takeMore(client, folder, marker, place);
    if (this.finished || this.outcomes.length > 0) return;
    if (!client.usable) throw new Error('closed');
    void client.idle().catch(() => undefined);
    const { pollMs } = this.options.settings;
    await this.bell.wait(Math.min(pollMs, Math.max(this.patience.nextIn() ?? pollMs, 50)));
    if (!client.usable) throw new Error('closed');
  }

  private async markOutcomes(marker: Marker, place: string): Promise<void> {
    for (let outcome = this.outcomes[0]; outcome; outcome = this.outcomes[0]) {
      // A server that numbers its messages anew (UIDVALIDITY) has to be asked again for all.
      if (outcome.key.startsWith(`${place}/`)) await this.markOne(marker, outcome);
      this.outcomes.shift();
      inHand.delete(outcome.key);
    }
  }

  private async markOne(marker: Marker, outcome: Outcome): Promise<void> {
    if (outcome.ok) {
      await marker.done(outcome.uid);
      this.patience.succeeded(outcome.key);
      return;
    }
    if (outcome.judged === undefined) outcome.judged = this.patience.failed(outcome.key, outcome.mark);
    if (!outcome.judged) await marker.takeBackTry(outcome.uid, outcome.tries + 1);
  }

  private async takeMore(client: ImapFlow, folder: OpenFolder, marker: Marker, place: string): Promise<void> {
    const room = this.patience.room(this.options.settings.parallel) - this.busy.size;
    if (room <= 0) return;
    const isFree = (key: string) => !inHand.has(key) && this.patience.isDue(key);
    const waiting = await nextMessages(client, this.options.settings, place, isFree);
    let taken = 0;
    for (const message of waiting) {
      if (taken >= room || this.stopped) return;
      if (this.patience.isOver(message.key, message.tries)) {
        await marker.setAside(message, 'intake-gave-up');
        this.patience.forget(message.key);
      } else if (message.bytes > this.options.settings.maxBytes) await marker.setAside(message, 'too-large');
      // What was interrupted before goes alone: if it takes the program down, it takes nothing else with it.
      else if (message.tries > 0 && (this.busy.size > 0 || taken > 0)) continue;
      else {
        await this.handOver(client, folder, message);
        taken += 1;
        if (message.tries > 0) return;
      }
    }
  }

  private async handOver(client: ImapFlow, folder: OpenFolder, message: Waiting): Promise<void> {
    const mail = await readMessage(client, folder, message, this.options.settings);
    if (!mail) return;
    inHand.add(message.key);
    const mark = this.patience.mark;
    this.busy.set(message.key, message.uid);
    void this.options.handler
      .handle(mail)
      .catch(() => false)
      .then((ok) => {
        this.busy.delete(message.key);
        this.outcomes.push({ ...message, ok, mark });
        this.bell.ring();
      });
  }

  /** What could not be marked any more is free for whoever watches next. */
  private letGo(): void {
    for (const { key } of this.outcomes) inHand.delete(key);
    this.outcomes.length = 0;
  }
}
