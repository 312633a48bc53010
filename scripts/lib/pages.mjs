// The first account of the talent pool pages, made by the command that everybody has.
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './paths.mjs';

export const PAGES_PATH = '/webhook/talent-pool';
const LOGIN = 'demo';

/**
 * Before n8n opens the pool, which is open in one program only.
 * @returns what one signs in with, the first time; null when an account was made before.
 */
export function firstAccount(folder) {
  const path = join(folder, 'state.json');
  const state = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
  if (state.pagesAccount) return null;
  const args = ['--login', LOGIN, '--name', 'Dominique Démo', '--role', 'administrator', '--json'];
  const env = { ...process.env, VIVIER_POOL: join(folder, 'pool'), VIVIER_POOL_KEY: state.encryptionKey };
  const { login, password } = JSON.parse(
    execFileSync(process.execPath, [join(root, 'dist', 'cli', 'index.js'), 'pool', 'user', 'add', ...args], {
      ...{ env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] },
    }),
  );
  writeFileSync(path, JSON.stringify({ ...state, pagesAccount: true }, null, 2), { mode: 0o600 });
  return { login, password };
}
