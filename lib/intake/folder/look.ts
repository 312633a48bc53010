import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { FolderSettings } from './types';

/** Sub-folders inside each other, and files in one look: a loop of mounts must come to an end. */
const DEEPEST = 20;
const MOST_FILES = 20_000;
/** What programs write beside a file while it is open, copied or downloaded, and what systems leave. */
const UNFINISHED =
  /^(?:[.~].*|.*~|.*\.(?:tmp|temp|part|partial|crdownload|download|filepart|swp|lock|opdownload)|thumbs\.db|desktop\.ini)$/i;

/** A file as it is at this moment. */
export interface Seen {
  /** Below the folder, with `/`. */
  path: string;
  size: number;
  mtimeMs: number;
  /** The file itself, whatever it is called. */
  inode: string;
}

/** The files that lie in the folder, without what is done, hidden or unfinished. Links are not followed. */
export async function lookInto(settings: FolderSettings): Promise<Seen[]> {
  const found: Seen[] = [];
  const leftOut = new Set([settings.doneFolder, settings.failedFolder]);
  const visit = async (below: string, depth: number): Promise<void> => {
    const entries = await readdir(join(settings.folder, below), { withFileTypes: true });
    for (const entry of entries.sort((a, b) => (a.name < b.name ? -1 : 1))) {
      const path = below ? `${below}/${entry.name}` : entry.name;
      if (UNFINISHED.test(entry.name) || leftOut.has(path) || found.length >= MOST_FILES) continue;
      // A sub-folder that can't be read, or a file that went: the others are seen all the same.
      if (entry.isDirectory() && settings.subfolders && depth < DEEPEST)
        await visit(path, depth + 1).catch(() => undefined);
      if (entry.isFile())
        await stat(join(settings.folder, path), { bigint: true }).then(
          (file) => found.push(seen(path, file)),
          () => undefined,
        );
    }
  };
  await visit('', 0);
  return found;
}

const seen = (path: string, file: { size: bigint; mtimeMs: bigint; ino: bigint; dev: bigint }): Seen => ({
  path,
  size: Number(file.size),
  mtimeMs: Number(file.mtimeMs),
  inode: `${file.dev}:${file.ino}`,
});

export const isSame = (a: Seen, b: Seen): boolean =>
  a.size === b.size && a.mtimeMs === b.mtimeMs && a.inode === b.inode;
