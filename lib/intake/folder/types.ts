import type { VivierError } from '../../errors';

export interface FolderSettings {
  /** Absolute. */
  folder: string;
  /** Names inside the folder. */
  doneFolder: string;
  failedFolder: string;
  subfolders: boolean;
  /** A file is whole once nothing about it has changed for so long, milliseconds. */
  settleMs: number;
  /** How often to look, milliseconds. */
  pollMs: number;
  maxBytes: number;
  /** Files under way at once. */
  parallel: number;
  /** Counted tries after which a file is set aside. */
  tries: number;
  /** Wait after a first failure, milliseconds. */
  retryMs: number;
}

export interface FileInfo {
  fileName: string;
  /** Below the folder, with `/`. */
  path: string;
  bytes: number;
  /** ISO 8601 */
  modifiedAt: string;
  /** 1 for the first time; more after a failure or a crash. */
  attempt: number;
}

export interface IncomingFile {
  info: FileInfo & { /** Lower-case hex. */ sha256: string };
  data: Uint8Array;
}

export interface FileSetAside {
  error: VivierError;
  info: FileInfo;
  failedFolder: string;
}

export interface FolderHandler {
  /** Resolves with true once everything about the file is done and stored; false, or an error, means again later. */
  handle(file: IncomingFile): Promise<boolean>;
  /** Told before the file is moved, at least once. */
  setAside(notice: FileSetAside): Promise<void>;
  /** The folder, or a file in it, can't be read; told once until it can. */
  trouble(error: VivierError): void;
}
