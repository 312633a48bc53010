import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratchFolder } from '../scratch';
import type { Convertible } from './kinds';
import { closedDoors, registry } from './profile';

/** Where LibreOffice stands when it isn't in PATH. */
const USUAL_PLACES = [
  '/usr/lib/libreoffice/program/soffice',
  '/usr/local/bin/soffice',
  '/opt/libreoffice/program/soffice',
  '/Applications/LibreOffice.app/Contents/MacOS/soffice',
  'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
];

/** Path of LibreOffice's command; null where it isn't installed. */
export function findSoffice(searchPath = process.env.PATH ?? '', places = USUAL_PLACES): string | null {
  const names = process.platform === 'win32' ? ['soffice.exe'] : ['soffice', 'libreoffice'];
  const folders = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  const candidates = folders.flatMap((folder) => names.map((name) => path.join(folder, name)));
  return [...candidates, ...places].find((place) => existsSync(place)) ?? null;
}

export interface Conversion {
  soffice: string;
  kind: Pick<Convertible, 'filter' | 'extension'>;
  /** Bytes that the PDF may have. */
  most: number;
  signal: AbortSignal;
  /** A command before the command that takes the network away; found out where it isn't given. */
  isolation?: string[];
}

/** Address space of LibreOffice, in KiB. An ordinary CV takes a third of it. */
const MEMORY_KIB = 3 * 1024 * 1024;
/** dash and the standard count files in blocks of 512 bytes. */
const BLOCK = 512;

const running = new Set<ChildProcess>();

/** LibreOffice starts programs of its own: the whole group goes. */
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

/** Ways to take the network away from a program, the first that works here. Without any, the profile's settings have to do. */
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

/**
 * The file as PDF, made by LibreOffice: without a window, in a new profile of its own, without macros and without network. Null when it can't read it, when
 * the PDF is too large, or when `signal` aborts, which ends LibreOffice at once. What it wrote to disk is removed.
 */
export async function toPdf(
  data: Uint8Array,
  { soffice, kind, most, signal, isolation }: Conversion,
): Promise<Uint8Array | null> {
  const folder = mkdtempSync(path.join(scratchFolder(), 'convert-'));
  try {
    const profile = path.join(folder, 'profile');
    const source = path.join(folder, `document.${kind.extension}`);
    mkdirSync(path.join(profile, 'user'), { recursive: true });
    writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), registry);
    writeFileSync(source, data, { mode: 0o600 });
    const env = {
      PATH: process.env.PATH,
      SystemRoot: process.env.SystemRoot,
      HOME: folder,
      TMPDIR: folder,
      LANG: 'C.UTF-8',
      // No window, wherever it runs.
      SAL_USE_VCLPLUGIN: 'svp',
      ...closedDoors,
    };
    isolationHere ??= findIsolation(env, AbortSignal.timeout(5000));
    const command = [
      soffice,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--invisible', '--norestore', '--nolockcheck', '--nologo', '--nodefault'],
      `--infilter=${kind.filter}`,
      ...['--convert-to', 'pdf:writer_pdf_Export', '--outdir', path.join(folder, 'out'), source],
    ];
    const isWell = await runToEnd([...(isolation ?? (await isolationHere)), ...limited(command, most)], env, signal);
    const target = path.join(folder, 'out', 'document.pdf');
    if (!isWell || !existsSync(target) || statSync(target).size > most) return null;
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
