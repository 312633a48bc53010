import { isSame, type Seen } from './look';

/** Copying programs make an empty file first: those wait so many times longer. */
const EMPTY_FACTOR = 6;

/** Knows which files have been the same for long enough, by this machine's own clock: a share's may go wrong. */
export class Settling {
  private readonly files = new Map<string, { file: Seen; since: number }>();

  constructor(
    private readonly settleMs: number,
    private readonly now: () => number,
  ) {}

  /** Given all files of one look, those that are whole. */
  whole(found: readonly Seen[]): Seen[] {
    const paths = new Set(found.map(({ path }) => path));
    for (const path of this.files.keys()) if (!paths.has(path)) this.files.delete(path);
    return found.filter((file) => {
      const known = this.files.get(file.path);
      if (!known || !isSame(known.file, file)) {
        this.files.set(file.path, { file, since: this.now() });
        return false;
      }
      return this.now() - known.since >= this.settleMs * (file.size === 0 ? EMPTY_FACTOR : 1);
    });
  }
}
