import { basename } from 'node:path';
import { SingleBar } from 'cli-progress';
import type { VivierError } from '../lib/errors';
import { explain, printable, tell } from './output';
import { words } from './words';

export type State = 'ok' | 'partial' | 'empty' | 'error';

/** What a person sees while a batch runs; on stderr, so that stdout stays for results. */
export interface Progress {
  /** So many documents more: a file held several. */
  add(count: number): void;
  tick(path: string, state: State, ms: number, error?: VivierError): void;
  stop(): void;
}

/** A bar in a terminal, plain lines elsewhere (logs, pipes). */
export const createProgress = (total: number): Progress => (process.stderr.isTTY ? bar(total) : lines(total));

function bar(total: number): Progress {
  const errors: VivierError[] = [];
  const line = new SingleBar({
    format: `{bar} {value}/{total} ${words.progress}, {duration_formatted}`,
    stream: process.stderr,
    hideCursor: true,
  });
  line.start(total, 0);
  return {
    add(count) {
      line.setTotal(line.getTotal() + count);
    },
    tick(_path, _state, _ms, error) {
      if (error) errors.push(error);
      line.increment();
    },
    stop() {
      line.stop();
      errors.forEach(explain);
    },
  };
}

function lines(inputs: number): Progress {
  let total = inputs;
  let done = 0;
  return {
    add(count) {
      total += count;
    },
    tick(path, state, ms, error) {
      done += 1;
      tell(`[${done}/${total}] ${printable(basename(path))}: ${words.state[state]}, ${ms} ms`);
      if (error) explain(error);
    },
    stop() {},
  };
}
