import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';

const ROOT = resolve(__dirname, '../../..');
const FIXTURE = join(ROOT, 'test', 'fixtures', 'ollama-server');
const MODEL_FILE = join(ROOT, '.vivier', 'models', 'gemma-3-270m-q4_k_m.gguf');

export interface RealModel {
  host: string;
  model: string;
  /** False for an Ollama that was there before: its version, speed and other models are its own. */
  own: boolean;
  stop(): Promise<void>;
}

function need(path: string, command: string): void {
  if (existsSync(path)) return;
  throw new Error(`${path} is missing: run “${command}” (npm run test:model does it), or set OLLAMA_HOST.`);
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('the server has no output');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error('the server ended before it listened');
}

/**
 * A real model behind Ollama's protocol: the Ollama at OLLAMA_HOST (with the model VIVIER_TEST_MODEL), else a server of our own with a small
 * model, which ends with this process.
 */
export async function startRealModel(env: NodeJS.ProcessEnv = process.env): Promise<RealModel> {
  if (env.OLLAMA_HOST) {
    const model = env.VIVIER_TEST_MODEL ?? 'mistral:7b-instruct';
    return { host: env.OLLAMA_HOST, model, own: false, stop: async () => undefined };
  }
  need(MODEL_FILE, 'node scripts/get-test-model.mjs');
  need(join(FIXTURE, 'node_modules'), 'npm ci --prefix test/fixtures/ollama-server --ignore-scripts --omit=optional');
  const child = spawn(process.execPath, [join(FIXTURE, 'server.mjs'), '--model', MODEL_FILE], {
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  const { url, model } = JSON.parse(await firstLine(child)) as { url: string; model: string };
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  return {
    host: url,
    model,
    own: true,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
