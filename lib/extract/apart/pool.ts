import pLimit from 'p-limit';
import { VivierError } from '../../errors';
import { startGuard } from '../guard';
import { documentOf, type Opened } from '../containers/opened';
import type { PageImage } from '../pages/types';
import type { ExtractedDocument } from '../types';
import { startParser, type Death, type ParserProcess } from './process';
import { fromWire, openedFromWire, type Answer, type ParseJob } from './wire';

export interface PoolSettings {
  /** The compiled `parser.js`. */
  parserFile: string;
  /** Processes, each reading one document at a time; 100 to 250 MB each, and Tesseract's 150 where it recognises. */
  most?: number;
  /** MiB of JavaScript objects that one of them may hold. */
  memoryMb?: number;
  /** Milliseconds after which one that has nothing to do is ended. */
  idleMs?: number;
}

export interface ParserPool {
  /** Reads one document in a process that is its own meanwhile. The time limit runs from when one takes it, not while it waits for one. */
  parse(job: ParseJob, signal?: AbortSignal): Promise<ExtractedDocument>;
  /** The same for a file that may hold several documents. */
  open(job: ParseJob, signal?: AbortSignal): Promise<Opened>;
  /** Draws the pages that `job.draw` asks for. */
  draw(job: ParseJob, signal?: AbortSignal): Promise<PageImage[]>;
  close(): Promise<void>;
}

type Success = Exclude<Answer, { error: unknown }>;

/** At most `most` processes, started when needed and kept for the next document, because loading pdf.js takes longer than reading a CV. */
export function createParserPool({ parserFile, most = 2, memoryMb = 1024, idleMs = 60_000 }: PoolSettings): ParserPool {
  const slots = pLimit(most);
  const idle = new Map<ParserProcess, NodeJS.Timeout>();
  const all = new Set<ParserProcess>();

  function take(): ParserProcess {
    for (const [parser, timer] of idle) {
      clearTimeout(timer);
      idle.delete(parser);
      if (parser.alive()) return parser;
      all.delete(parser);
    }
    const parser = startParser(parserFile, memoryMb);
    all.add(parser);
    return parser;
  }

  async function end(parser: ParserProcess): Promise<void> {
    clearTimeout(idle.get(parser));
    idle.delete(parser);
    all.delete(parser);
    await parser.kill();
  }

  function giveBack(parser: ParserProcess): void {
    idle.set(parser, setTimeout(() => void end(parser), idleMs).unref());
  }

  async function askNow(job: ParseJob, signal?: AbortSignal): Promise<Success> {
    const { fileName } = job.file;
    const guard = startGuard(fileName, signal, job.limits.timeMs);
    let parser: ParserProcess | undefined;
    try {
      guard.check();
      parser = take();
      const outcome = await guard.race(parser.ask(job));
      if ('death' in outcome) throw deathOf(outcome.death, fileName, memoryMb);
      giveBack(parser);
      if ('error' in outcome) throw fromWire(outcome.error);
      return outcome;
    } catch (error) {
      // Whoever did not answer is still at work: a parser can't be interrupted, only ended.
      if (parser && !idle.has(parser)) void end(parser);
      throw error;
    } finally {
      guard.done();
    }
  }

  async function ask(job: ParseJob, signal?: AbortSignal): Promise<Success> {
    const waiting = startGuard(job.file.fileName, signal);
    try {
      return await waiting.race(slots(() => askNow(job, signal)));
    } finally {
      waiting.done();
    }
  }

  async function open(job: ParseJob, signal?: AbortSignal): Promise<Opened> {
    const answer = await ask({ ...job, draw: undefined }, signal);
    if ('images' in answer) throw new VivierError('internal', { fileName: job.file.fileName });
    return openedFromWire(answer);
  }

  return {
    open,
    async draw(job, signal) {
      const answer = await ask(job, signal);
      if (!('images' in answer)) throw new VivierError('internal', { fileName: job.file.fileName });
      // A Buffer that has crossed over is a plain Uint8Array in some versions of Node.
      return answer.images.map((image) => ({ ...image, png: Buffer.from(image.png) }));
    },
    async parse(job, signal) {
      return documentOf(await open({ ...job, open: false }, signal), job.file.fileName);
    },
    async close() {
      await Promise.all([...all].map(end));
    },
  };
}

/** Why a process ended before it answered, for the one document that it was reading. */
function deathOf(death: Death, fileName: string, memoryMb: number): VivierError {
  switch (death.why) {
    case 'killed':
      return new VivierError('cancelled', { fileName });
    case 'memory':
      return new VivierError('too-large', {
        fileName,
        actual: `RAM > ${memoryMb} MB`,
        limit: `${memoryMb} MB`,
        reason: 'memory',
      });
    case 'not-started':
      return new VivierError('internal', { fileName, reason: 'parser-not-started' }, { cause: death.cause });
    case 'crash':
      return new VivierError('corrupt', { fileName, reason: death.reason });
  }
}
