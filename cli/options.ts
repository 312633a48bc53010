import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import { DEFAULT_MODEL, splitHosts, type OllamaConfig } from '../lib/ollama';
import { words } from './words';

const MOST_AT_ONCE = 64;
const LOCAL_OLLAMA = 'http://127.0.0.1:11434';

function wholeNumber(value: string): number {
  const number = Number(value);
  if (!Number.isInteger(number) || number < 1 || number > MOST_AT_ONCE)
    throw new InvalidArgumentError(words.notANumber);
  return number;
}

function isoDate(value: string): string {
  const date = new Date(`${value}T00:00:00Z`);
  const valid =
    /^\d{4}-\d{2}-\d{2}$/.test(value) && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(value);
  if (!valid) throw new InvalidArgumentError(words.notADate);
  return value;
}

/** Today where the person is, not in Greenwich. */
export function today(now: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const concurrency = () =>
  new Option('--concurrency <n>', words.concurrency)
    .argParser(wholeNumber)
    .default(Math.min(2, availableParallelism()));

export const referenceDate = () => new Option('--reference-date <date>', words.referenceDate).argParser(isoDate);

export const ocr = () => new Option('--ocr <mode>', words.ocr).choices(['auto', 'never', 'always']).default('auto');

export const ollamaOptions = () => [
  new Option('--ollama-host <address>', words.ollamaHost),
  new Option('--model <name>', words.model).default(DEFAULT_MODEL),
];

export interface OllamaFlags {
  ollamaHost?: string;
  model: string;
}

/** Flags first, then the variables that Ollama itself knows. */
export function ollamaConfig(flags: OllamaFlags, env: NodeJS.ProcessEnv): OllamaConfig {
  const hosts = splitHosts(flags.ollamaHost ?? env.OLLAMA_HOST ?? '');
  return { hosts: hosts.length > 0 ? hosts : [LOCAL_OLLAMA], model: flags.model, apiKey: env.OLLAMA_API_KEY };
}
