import { execFile, spawn } from 'node:child_process';
import { promisify } from 'node:util';
import pLimit from 'p-limit';
import { readHocr } from './hocr';
import type { OcrEngine } from './engine';
import { toPgm, type Grey } from './picture';

const PROGRAM = 'tesseract';
/** Older ones know neither the data nor the output that are used here. */
const OLDEST = 5;
const DETECTION_MS = 5_000;
/** Seconds of processor time for one picture. The kernel counts them, so that Tesseract ends even when whoever started it was killed. */
const MOST_SECONDS = 90;
const MOST_AT_ONCE = 2;
const LARGEST_OUTPUT = 32 * 1024 * 1024;

const slots = pLimit(MOST_AT_ONCE);
let detected: Promise<boolean> | undefined;

/**
 * Whether an installed Tesseract is to be used, found out once: the environment variable `VIVIER_OCR` says `js` (never), `native` or `auto` (the default:
 * where there is one; it reads the same as tesseract.js, from the same data, in two thirds of the time).
 */
export function hasNative(setting = process.env.VIVIER_OCR): Promise<boolean> {
  // There is no `sh` to limit its time.
  if (setting === 'js' || process.platform === 'win32') return Promise.resolve(false);
  return (detected ??= detect());
}

async function detect(): Promise<boolean> {
  try {
    const { stdout, stderr } = await promisify(execFile)(PROGRAM, ['--version'], { timeout: DETECTION_MS });
    return Number(/^tesseract v?(\d+)\./m.exec(stdout + stderr)?.[1] ?? 0) >= OLDEST;
  } catch {
    return false;
  }
}

/** Tesseract as a program, a process for each picture. It reads plain grey pixels that Vivier made, never a file that someone sent. */
export function nativeEngine(languages: string[], dataFolder: string, signal: AbortSignal): OcrEngine {
  const args = [
    ...['-', '-', '--tessdata-dir', dataFolder, '-l', languages.join('+')],
    ...['--oem', '1', '--psm', '3', '--dpi', '300', '-c', 'tessedit_create_hocr=1'],
  ];
  return {
    recognise: (picture) => slots(async () => readHocr(await run(args, picture, signal))),
  };
}

function run(args: string[], picture: Grey, signal: AbortSignal): Promise<string> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const limited = ['-c', 'ulimit -t "$0"; exec "$@"', String(MOST_SECONDS), PROGRAM, ...args];
    const child = spawn('sh', limited, {
      stdio: ['pipe', 'pipe', 'ignore'],
      env: { PATH: process.env.PATH, LD_LIBRARY_PATH: process.env.LD_LIBRARY_PATH, OMP_THREAD_LIMIT: '1' },
      signal,
      killSignal: 'SIGKILL',
    });
    const parts: Buffer[] = [];
    let size = 0;
    child.stdout.on('data', (part: Buffer) => {
      parts.push(part);
      size += part.length;
      if (size > LARGEST_OUTPUT) child.kill('SIGKILL');
    });
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve(Buffer.concat(parts).toString('utf8'));
      else reject(new Error(`tesseract ended with ${code ?? 'a signal'}`));
    });
    // A program that has ended no longer reads: its exit code tells.
    child.stdin.on('error', () => undefined);
    child.stdin.end(toPgm(picture));
  });
}
