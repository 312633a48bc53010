import { randomUUID } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

let chosen: string | null = null;

/** In a parsing process: use the folder of the process that started it. A killed process can't clean up after itself. */
export function shareScratch(folder: string): void {
  chosen = folder;
}

/** Name of a folder for what this process keeps on disk while it runs; whoever writes first makes it. */
export function scratchName(): string {
  if (!chosen) {
    chosen = path.join(tmpdir(), `vivier-${randomUUID()}`);
    process.once('exit', removeScratch);
  }
  return chosen;
}

/** The folder itself, made again when something emptied the system's temporary folder meanwhile. */
export function scratchFolder(): string {
  const folder = scratchName();
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  return folder;
}

/** Removes the folder; a later call of `scratchName` chooses another. */
export function removeScratch(): void {
  if (!chosen) return;
  process.removeListener('exit', removeScratch);
  rmSync(chosen, { recursive: true, force: true });
  chosen = null;
}
