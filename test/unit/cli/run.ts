import { spawn, type ChildProcess } from 'node:child_process';
import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export const root = resolve(__dirname, '../../..');
export const sample = (name: string) => join(root, 'samples', 'cvs', name);
export const offer = (name: string) => join(root, 'samples', 'offers', name);
export const tempFolder = () => mkdtempSync(join(tmpdir(), 'vivier-cli-'));

export interface Finished {
  code: number | null;
  stdout: string;
  stderr: string;
}

/** The real command in a process of its own; English unless the test says otherwise, and no Ollama anywhere. */
export function vivier(
  args: string[],
  env: NodeJS.ProcessEnv = {},
  onMessage: (message: string, child: ChildProcess) => void = () => undefined,
): Promise<Finished> {
  const child = spawn(
    process.execPath,
    ['-r', join(__dirname, 'register.cjs'), join(root, 'cli', 'index.ts'), ...args],
    {
      env: { ...process.env, VIVIER_LANGUAGE: 'en', OLLAMA_HOST: 'http://127.0.0.1:9', ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const text = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (text.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => {
    text.stderr += chunk.toString();
    onMessage(text.stderr, child);
  });
  return new Promise((done, failed) => {
    child.once('error', failed);
    child.once('close', (code) => {
      done({ code, ...text });
    });
  });
}

export const readJson = (folder: string, name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, name), 'utf8')) as Record<string, unknown>;
