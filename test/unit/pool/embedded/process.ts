import { spawn, type ChildProcess } from 'node:child_process';
import { join } from 'node:path';

export interface OtherProcess {
  child: ChildProcess;
  /** Waits until it has printed that line. */
  said(line: string): Promise<void>;
  ended: Promise<{ code: number | null; signal: NodeJS.Signals | null }>;
  output(): string;
}

/** Starts writer.ts as a process of its own. */
export function startWriter(folder: string, mode: 'hold' | 'write' | 'once'): OtherProcess {
  const child = spawn(process.execPath, [
    '-r',
    join(__dirname, 'register.cjs'),
    join(__dirname, 'writer.ts'),
    folder,
    mode,
  ]);
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
  const said = (line: string) =>
    new Promise<void>((resolve, reject) => {
      const check = () => output.split('\n').includes(line) && resolve();
      listeners.add(check);
      void ended.then(() => reject(new Error(`ended before “${line}”: ${output}`)));
      check();
    });
  return { child, said, ended, output: () => output };
}
