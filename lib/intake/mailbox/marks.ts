import type { ImapFlow } from 'imapflow';
import { VivierError } from '../../errors';
import { DONE, pathOf, SET_ASIDE, tryMark, type OpenFolder } from './folders';
import { setAsideNote } from './report';
import type { Waiting } from './take';
import type { MailboxHandler, MailboxSettings, SetAside } from './types';

const UID = { uid: true } as const;
const MIB = 1024 * 1024;

/** Says on the server what became of a message. The mark comes before the move: whatever happens between, it is not handed over again. */
export class Marker {
  constructor(
    private readonly client: ImapFlow,
    private readonly folder: OpenFolder,
    private readonly settings: MailboxSettings,
    private readonly handler: MailboxHandler,
  ) {}

  async done(uid: number): Promise<void> {
    await this.mark(uid, [DONE, ...(this.settings.markRead ? ['\\Seen'] : [])]);
    await this.move(String(uid), this.settings.doneFolder);
  }

  /** A try that failed for another reason than the message itself. */
  async takeBackTry(uid: number, n: number): Promise<void> {
    if (this.folder.keepsMarks) await this.client.messageFlagsRemove(String(uid), [tryMark(n)], UID);
  }

  /** Tells, leaves the reason beside it, and moves it. */
  async setAside({ about, bytes, tries, uid }: Waiting, code: 'intake-gave-up' | 'too-large'): Promise<void> {
    const size = { actual: megabytes(bytes), limit: megabytes(this.settings.maxBytes) };
    const error = new VivierError(code, code === 'too-large' ? size : { actual: tries || undefined });
    const { quarantineFolder } = this.settings;
    const notice: SetAside = { error, info: about, quarantineFolder };
    // Nobody may be there to be told: the note in the folder stays.
    await this.handler.setAside(notice).catch(() => undefined);
    await this.client.append(pathOf(quarantineFolder), setAsideNote(notice, new Date()));
    await this.mark(uid, [SET_ASIDE]);
    await this.move(String(uid), quarantineFolder);
  }

  /** Moves what was marked and not moved, because this program or the server ended in between. */
  async finishBegun(): Promise<void> {
    const { doneFolder, quarantineFolder } = this.settings;
    for (const [keyword, target] of [
      [DONE, doneFolder],
      [SET_ASIDE, quarantineFolder],
    ] as const) {
      const found = target && (await this.client.search({ keyword, deleted: false }, UID));
      if (target && found && found.length > 0) await this.move(found.join(','), target);
    }
  }

  private async mark(uid: number, flags: string[]): Promise<void> {
    const possible = this.folder.keepsMarks ? flags : flags.filter((flag) => flag.startsWith('\\'));
    if (possible.length > 0) await this.client.messageFlagsAdd(String(uid), possible, UID);
  }

  private async move(range: string, target: string | null): Promise<void> {
    if (target) await this.client.messageMove(range, pathOf(target), UID);
  }
}

const megabytes = (bytes: number) => `${(bytes / MIB).toFixed(1)} MB`;
