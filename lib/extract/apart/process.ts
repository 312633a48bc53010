import { fork, type ChildProcess } from 'node:child_process';
import type { Socket } from 'node:net';
import { currentLocale } from '../../errors';
import { scratchName } from '../scratch';
import type { Answer, ParseJob } from './wire';

export type Death =
  { why: 'killed' | 'memory' } | { why: 'crash'; reason: string } | { why: 'not-started'; cause: unknown };

export interface ParserProcess {
  /** One document at a time. Resolves also when the process ends before it answers. */
  ask(job: ParseJob): Promise<Answer | { death: Death }>;
  /** Ends it at once, whatever it is doing; resolves when it is gone. */
  kill(): Promise<void>;
  alive(): boolean;
}

/** Characters kept of what a dying process says about itself. Never shown: it may quote the CV. */
const LAST_WORDS = 4000;

/** What Node itself may need to start. The rest of n8n's environment holds secrets that are no business of a parser. */
const NEEDED = ['PATH', 'LD_LIBRARY_PATH', 'SystemRoot', 'TZ', 'VIVIER_OCR'];
const picked = (env: NodeJS.ProcessEnv) => Object.fromEntries(NEEDED.map((name) => [name, env[name]]));

/**
 * MiB of V8's young generation. A page is thousands of small objects that all die together: with its default of 16 MiB, looking through those that still live
 * takes a tenth of the time of reading a CV.
 */
const YOUNG = ['--min-semi-space-size=32', '--max-semi-space-size=32'];

const running = new Set<ChildProcess>();

/** A parser that loops doesn't notice that nobody waits for it any more. */
function killAll(): void {
  for (const child of running) child.kill('SIGKILL');
}

function spawnParser(file: string, memoryMb: number): ChildProcess {
  const child = fork(file, [scratchName()], {
    serialization: 'advanced',
    execArgv: [`--max-old-space-size=${memoryMb}`, ...YOUNG],
    env: { ...picked(process.env), VIVIER_LANGUAGE: currentLocale() },
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  if (running.size === 0) process.on('exit', killAll);
  running.add(child);
  child.once('exit', () => {
    running.delete(child);
    if (running.size === 0) process.removeListener('exit', killAll);
  });
  return child;
}

/** A process holds its parent's event loop by itself, its channel and its output; one that waits for work may not. */
function hold(child: ChildProcess, on: boolean): void {
  for (const part of [child, child.channel, child.stderr as Socket | null]) {
    if (on) part?.ref();
    else part?.unref();
  }
}

/** Starts a parsing process; it takes its first document as soon as it is up. */
export function startParser(file: string, memoryMb: number): ParserProcess {
  const child = spawnParser(file, memoryMb);
  let lastWords = '';
  let death: Death | undefined;
  let ending = false;
  let settle: (outcome: Answer | { death: Death }) => void = () => undefined;
  const die = (found: Death) => {
    death ??= found;
    settle({ death });
  };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => (lastWords = (lastWords + text).slice(-LAST_WORDS)));
  child.on('message', (answer: Answer) => settle(answer));
  child.on('error', (cause) => die({ why: 'not-started', cause }));
  // `close` comes after the last of its output.
  const gone = new Promise<void>((resolve) => {
    child.on('close', (code, signal) => {
      die(causeOfDeath(lastWords, signal ?? `exit ${code ?? '?'}`));
      resolve();
    });
    child.on('error', () => resolve());
  });

  return {
    alive: () => death === undefined && child.connected,
    ask(job) {
      if (death) return Promise.resolve({ death });
      hold(child, true);
      const outcome = new Promise<Answer | { death: Death }>((resolve) => (settle = resolve));
      child.send(job, (error) => {
        // The process is ending; `close` says why.
        if (error) child.kill('SIGKILL');
      });
      return outcome.finally(() => {
        if (!ending) hold(child, false);
      });
    },
    async kill() {
      // Whoever waits for the end must still be there when it comes.
      ending = true;
      hold(child, true);
      die({ why: 'killed' });
      child.kill('SIGKILL');
      await gone;
    },
  };
}

/** V8 says that its heap is full and aborts; anything else is the parser's own end: an error that nobody caught (`RangeError`), a native fault (`SIGSEGV`). */
function causeOfDeath(lastWords: string, status: string): Death {
  if (/out of memory|Reached heap limit/i.test(lastWords)) return { why: 'memory' };
  return { why: 'crash', reason: /^(?:Uncaught )?(\w*Error)\b/m.exec(lastWords)?.[1] ?? status };
}
