import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { VivierError } from '../../errors';
import { Bell } from '../bell';
import { Patience } from '../patience';
import { isSame, lookInto, type Seen } from './look';
import { beginTry, forgetTries, moveInto, takeBackTry, triesFor, triesOf, writeReason } from './moves';
import { Settling } from './settle';
import type { FileInfo, FolderHandler, FolderSettings } from './types';

const LONGEST_RETRY_MS = 15 * 60_000;
const GIVE_UP_MS = 24 * 60 * 60_000;
const MIB = 1024 * 1024;

export interface FolderOptions {
  settings: FolderSettings;
  handler: FolderHandler;
  now?(): number;
  /** How a file is read. */
  read?(path: string): Promise<Uint8Array>;
}

export interface FolderWatch {
  /** Takes no more files; those under way are finished and moved, the promise waits for it. */
  close(): Promise<void>;
}

/** Files under way anywhere in this process. */
const inHand = new Set<string>();

/**
 * Hands over every file that is put into a folder, at least once, and moves it into a sub-folder once it is done. Where a file lies is the only state: a crash
 * loses none, and a file that lies where it was put is handed over again.
 */
export function watchFolder(options: FolderOptions): FolderWatch {
  const watch = new Watch(options);
  return { close: () => watch.close() };
}

class Watch {
  private readonly bell = new Bell();
  private readonly busy = new Set<Promise<void>>();
  private readonly settling: Settling;
  private readonly patience: Patience;
  private readonly told = new Set<string>();
  private stopped = false;
  private readonly ended: Promise<void>;

  constructor(private readonly options: FolderOptions) {
    const { retryMs, settleMs, tries } = options.settings;
    const now = options.now ?? Date.now;
    this.settling = new Settling(settleMs, now);
    this.patience = new Patience({ retryMs, longestRetryMs: LONGEST_RETRY_MS, tries, giveUpMs: GIVE_UP_MS, now });
    this.ended = this.run();
  }

  async close(): Promise<void> {
    this.stopped = true;
    this.bell.ring();
    await this.ended;
    await Promise.all(this.busy);
  }

  private async run(): Promise<void> {
    const { folder, pollMs } = this.options.settings;
    while (!this.stopped) {
      try {
        await this.look();
        this.told.delete(folder);
      } catch (error) {
        this.tell(
          folder,
          new VivierError('folder-unreachable', { what: folder, reason: codeOf(error) }, { cause: error }),
        );
      }
      await this.bell.wait(Math.min(pollMs, Math.max(this.patience.nextIn() ?? pollMs, 50)));
    }
  }

  /** Once for each thing, until it is well again. */
  private tell(what: string, error: VivierError): void {
    if (this.told.has(what)) return;
    this.told.add(what);
    this.options.handler.trouble(error);
  }

  private async look(): Promise<void> {
    const { settings } = this.options;
    const whole = this.settling.whole(await lookInto(settings));
    const tries = await triesOf(settings.folder);
    const waiting = whole
      .filter((file) => !inHand.has(this.keyOf(file)) && this.patience.isDue(file.path))
      .map((file) => ({ file, tries: triesFor(tries, file.path) }))
      .sort((a, b) => Math.sign(a.tries) - Math.sign(b.tries));
    for (const { file, tries: begun } of waiting) {
      if (this.stopped || this.patience.room(settings.parallel) <= this.busy.size) return;
      if (this.patience.isOver(file.path, begun)) await this.setAside(file, begun, 'intake-gave-up');
      else if (file.size > settings.maxBytes) await this.setAside(file, begun, 'too-large');
      // What was interrupted before goes alone: if it takes the program down, it takes nothing else with it.
      else if (begun > 0 && this.busy.size > 0) continue;
      else {
        await this.handOver(file, begun);
        if (begun > 0) return;
      }
    }
  }

  private async handOver(file: Seen, begun: number): Promise<void> {
    const { folder } = this.options.settings;
    const full = join(folder, file.path);
    let data: Uint8Array;
    try {
      data = await (this.options.read ?? readFile)(full);
      this.told.delete(file.path);
    } catch (error) {
      // Open in Word, or without rights: it is looked at again, for as long as it lies there.
      const details = { fileName: basename(file.path), reason: codeOf(error) };
      return this.tell(file.path, new VivierError('file-unreadable', details, { cause: error }));
    }
    const key = this.keyOf(file);
    inHand.add(key);
    await beginTry(folder, file.path, begun + 1);
    const mark = this.patience.mark;
    const sha256 = createHash('sha256').update(data).digest('hex');
    const work = this.options.handler
      .handle({ data, info: { ...infoOf(file, begun), sha256 } })
      .catch(() => false)
      .then((ok) => (ok ? this.finish(file) : this.failed(file, begun, mark)))
      .catch((error: unknown) =>
        this.tell(
          folder,
          new VivierError('folder-unreachable', { what: folder, reason: codeOf(error) }, { cause: error }),
        ),
      )
      .finally(() => {
        inHand.delete(key);
        this.busy.delete(work);
        this.bell.ring();
      });
    this.busy.add(work);
  }

  private async finish(file: Seen): Promise<void> {
    const { settings } = this.options;
    this.patience.succeeded(file.path);
    await forgetTries(settings.folder, file.path);
    // Somebody may have renamed it, or written into it, while it was under way.
    const now = (await lookInto(settings)).find(({ inode }) => inode === file.inode);
    if (now && isSame(now, file)) await moveInto(settings.folder, now.path, settings.doneFolder);
  }

  private async failed(file: Seen, begun: number, mark: number): Promise<void> {
    const counts = this.patience.failed(file.path, mark);
    if (!counts) await takeBackTry(this.options.settings.folder, file.path, begun + 1);
  }

  private async setAside(file: Seen, begun: number, code: 'intake-gave-up' | 'too-large'): Promise<void> {
    const { failedFolder, folder, maxBytes } = this.options.settings;
    const size = { actual: megabytes(file.size), limit: megabytes(maxBytes) };
    const info = infoOf(file, begun);
    const details = code === 'too-large' ? size : { actual: begun || undefined };
    const error = new VivierError(code, { fileName: info.fileName, ...details });
    await this.options.handler.setAside({ error, info, failedFolder }).catch(() => undefined);
    await writeReason(folder, await moveInto(folder, file.path, failedFolder), error);
    await forgetTries(folder, file.path);
    this.patience.forget(file.path);
  }

  private keyOf(file: Seen): string {
    return `${this.options.settings.folder}\0${file.inode}`;
  }
}

const infoOf = (file: Seen, begun: number): FileInfo => ({
  fileName: basename(file.path),
  path: file.path,
  bytes: file.size,
  modifiedAt: new Date(file.mtimeMs).toISOString(),
  attempt: begun + 1,
});

const codeOf = (error: unknown) => (error as NodeJS.ErrnoException).code;
const megabytes = (bytes: number) => `${(bytes / MIB).toFixed(1)} MB`;
