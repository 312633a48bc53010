// A program that is started again when it ends, as systemd (`Restart=always`) and compose (`restart: unless-stopped`) do.
import { spawn } from 'node:child_process';

const AGAIN_MS = 2000;
const GRACE_MS = 15_000;
const KEPT_LOG = 12_000;

export const wait = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

export class Supervised {
  #wanted = false;
  #log = '';
  /** @type {import('node:child_process').ChildProcess | undefined} */
  process;
  /** How often it came back by itself. */
  restarts = 0;

  /**
   * @param {string} name
   * @param {{file: string, args: string[], env?: object, cwd?: string, uid?: number, gid?: number}} command
   * @param {() => Promise<boolean>} isReady
   */
  constructor(name, command, isReady) {
    this.name = name;
    this.command = command;
    this.isReady = isReady;
  }

  begin() {
    this.#wanted = true;
    this.#spawn();
  }

  #spawn() {
    const { file, args, ...options } = this.command;
    const child = spawn(file, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
    const keep = (chunk) => (this.#log = (this.#log + chunk).slice(-KEPT_LOG));
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    child.on('error', keep);
    child.on('close', () => {
      if (!this.#wanted) return;
      this.restarts += 1;
      setTimeout(() => this.#wanted && this.#spawn(), AGAIN_MS);
    });
    this.process = child;
  }

  log() {
    return this.#log;
  }

  /** Waits until it works. @returns how many milliseconds that took */
  async ready(timeoutMs = 240_000) {
    const from = Date.now();
    while (Date.now() - from < timeoutMs) {
      if (await this.isReady().catch(() => false)) return Date.now() - from;
      await wait(200);
    }
    throw new Error(`${this.name} does not answer after ${timeoutMs / 1000} s:\n${this.#log}`);
  }

  /** `kill -9`; it comes back. */
  kill() {
    this.process.kill('SIGKILL');
  }

  /** Ends it for good, in order when it listens. */
  async stop() {
    this.#wanted = false;
    const child = this.process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const closed = new Promise((resolve) => child.on('close', resolve));
    child.kill('SIGTERM');
    const killer = setTimeout(() => child.kill('SIGKILL'), GRACE_MS);
    await closed;
    clearTimeout(killer);
  }
}

export const answers = async (url) => (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok;
