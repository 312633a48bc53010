import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface OtherProcess {
  child: ChildProcess;
  /** Waits until it has printed that line. */
  said(line: string): Promise<void>;
  saidAny(pattern: RegExp): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  output(): string;
}

/** Starts writer.ts as a process of its own. */
export const startWriter = (folder: string, mode: 'hold' | 'write' | 'once'): OtherProcess =>
  startProcess('writer.ts', folder, mode);

/** Starts a script of this folder as a process of its own. */
export function startProcess(script: string, ...args: string[]): OtherProcess {
  const child = spawn(process.execPath, ['-r', join(__dirname, 'register.cjs'), join(__dirname, script), ...args]);
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (data: Buffer) => {
      output += data.toString();
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<{ code: number | null; signal: NodeJS.Signals | null }>((resolve) =>
    child.on('close', (code, signal) => resolve({ code, signal })),
  );
  const saidAny = (pattern: RegExp) =>
    new Promise<void>((resolve, reject) => {
      const check = () => pattern.test(output) && resolve();
      listeners.add(check);
      void ended.then(() => reject(new Error(`ended before ${pattern.source}: ${output}`)));
      check();
    });
  const said = (line: string) => saidAny(new RegExp(`^${line}$`, 'm'));
  return { child, said, saidAny, ended, output: () => output };
}
