import { spawn, type ChildProcess } from 'node:child_process';

/** Address space of a command, in KiB. LibreOffice takes a third of it for an ordinary CV. */
const MEMORY_KIB = 3 * 1024 * 1024;
/** dash and the standard count files in blocks of 512 bytes. */
const BLOCK = 512;

const running = new Set<ChildProcess>();

/** A command may start others: the whole group goes. */
function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === 'win32' || child.pid === undefined) child.kill('SIGKILL');
    else process.kill(-child.pid, 'SIGKILL');
  } catch {
    // It ended meanwhile.
  }
}

const killAll = () => running.forEach(killGroup);

/** Resolves with whether the command ended by itself and well; the whole group is gone then. */
function runToEnd([command, ...args]: string[], env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  if (signal.aborted) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(command, args, { env, stdio: 'ignore', detached: process.platform !== 'win32' });
    if (running.size === 0) process.on('exit', killAll);
    running.add(child);
    const kill = () => killGroup(child);
    const done = (isWell: boolean) => {
      signal.removeEventListener('abort', kill);
      killGroup(child);
      running.delete(child);
      if (running.size === 0) process.removeListener('exit', killAll);
      resolve(isWell);
    };
    signal.addEventListener('abort', kill, { once: true });
    child.once('error', () => done(false));
    child.once('close', (code) => done(code === 0));
  });
}

/** Ways to take the network away from a program, the first that works here. Without any, the command's own settings have to do. */
const WITHOUT_NETWORK = [['unshare', '-rn', '--'], ['unshare', '-n', '--'], []];
let isolationHere: Promise<string[]> | undefined;

async function findIsolation(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<string[]> {
  if (process.platform !== 'linux') return [];
  for (const prefix of WITHOUT_NETWORK) {
    if (prefix.length === 0 || (await runToEnd([...prefix, 'true'], env, signal))) return prefix;
  }
  return [];
}

/** With limits of memory and of what is written, where there is a shell to set them. */
function limited(command: string[], most: number): string[] {
  if (process.platform === 'win32') return command;
  const limits = `ulimit -f ${Math.ceil(most / BLOCK)}; ulimit -v ${MEMORY_KIB}; ulimit -c 0; exec "$@"`;
  return ['/bin/sh', '-c', limits, 'sh', ...command];
}

export interface Alone {
  env: NodeJS.ProcessEnv;
  /** Bytes that it may write into one file. */
  most: number;
  signal: AbortSignal;
  /** A command before the command that takes the network away; found out where it isn't given. */
  isolation?: string[];
}

/** Runs an installed program with bounds of memory and files, without network where the system allows that; true when it ended well. */
export async function runAlone(command: string[], { env, most, signal, isolation }: Alone): Promise<boolean> {
  isolationHere ??= findIsolation(env, AbortSignal.timeout(5000));
  return runToEnd([...(isolation ?? (await isolationHere)), ...limited(command, most)], env, signal);
}
