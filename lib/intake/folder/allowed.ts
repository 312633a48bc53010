import { realpath } from 'node:fs/promises';
import { homedir } from 'node:os';
import { isAbsolute, join, relative, resolve } from 'node:path';
import { VivierError } from '../../errors';

/** What an administrator allowed n8n to read and write, as n8n's own nodes understand it. */
export interface FileAccess {
  /** `N8N_RESTRICT_FILE_ACCESS_TO`: folders separated by `;`. n8n 2 without it: `~/.n8n-files`. */
  allowed?: string;
  /** `N8N_USER_FOLDER`: where n8n keeps its own secrets. */
  userFolder?: string;
}

const isBelow = (folder: string, path: string) => {
  const way = relative(folder, path);
  return way === '' || (!way.startsWith('..') && !isAbsolute(way));
};

/**
 * The folder's real place, where links are followed.
 * @throws VivierError `folder-unreachable` when it isn't there, lies outside of what is allowed, or is n8n's own
 */
export async function allowedFolder(wanted: string, { allowed, userFolder }: FileAccess): Promise<string> {
  const home = (path: string) => (path.startsWith('~') ? join(homedir(), path.slice(1)) : resolve(path));
  const real = (path: string) => realpath(path).catch(() => null);
  const folder = await real(home(wanted));
  if (!folder) throw new VivierError('folder-unreachable', { what: wanted, reason: 'ENOENT' });
  const roots = (allowed ?? '~/.n8n-files').split(';').filter((part) => part.trim() !== '');
  const known = await Promise.all(roots.map((root) => real(home(root.trim()))));
  const own = await real(join(userFolder ? home(userFolder) : homedir(), '.n8n'));
  const isOutside = roots.length > 0 && !known.some((root) => root !== null && isBelow(root, folder));
  const isOwn = own !== null && (isBelow(own, folder) || isBelow(folder, own));
  if (isOutside || isOwn)
    throw new VivierError('folder-unreachable', { what: wanted, reason: 'N8N_RESTRICT_FILE_ACCESS_TO' });
  return folder;
}
