import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { scratchFolder } from '../scratch';
import { runAlone } from './command';

/** Programs that turn a HEIC photo upright into a PNG: libheif's own, ImageMagick's (told which format it reads, so that it guesses none), and that of macOS. */
const PROGRAMS: readonly [name: string, args: (source: string, target: string) => string[]][] = [
  ['heif-dec', (source, target) => [source, target]],
  ['heif-convert', (source, target) => [source, target]],
  ['magick', (source, target) => [`heic:${source}[0]`, '-auto-orient', `png:${target}`]],
  ['convert', (source, target) => [`heic:${source}[0]`, '-auto-orient', `png:${target}`]],
  ['sips', (source, target) => ['-s', 'format', 'png', source, '--out', target]],
];

export interface HeicProgram {
  command: string;
  args: (source: string, target: string) => string[];
}

/** The programs that are installed, the likeliest first. No decoder with a licence that may be shipped was found. */
export function findHeicPrograms(searchPath = process.env.PATH ?? ''): HeicProgram[] {
  // Windows has a `convert` of its own, for disks.
  const isWindows = process.platform === 'win32';
  const folders = searchPath.split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  return PROGRAMS.filter(([name]) => !(isWindows && name === 'convert')).flatMap(([name, args]) => {
    const places = folders.map((folder) => path.join(folder, isWindows ? `${name}.exe` : name));
    const command = places.find((place) => existsSync(place));
    return command ? [{ command, args }] : [];
  });
}

export interface HeicSettings {
  programs: HeicProgram[];
  /** Bytes that the PNG may have. */
  most: number;
  signal: AbortSignal;
}

/** A HEIC photo as PNG, by the first installed program that can; null where none can. What they wrote to disk is removed. */
export async function heicToPng(
  data: Uint8Array,
  { programs, most, signal }: HeicSettings,
): Promise<Uint8Array | null> {
  if (programs.length === 0) return null;
  const folder = mkdtempSync(path.join(scratchFolder(), 'heic-'));
  const [source, target] = [path.join(folder, 'photo.heic'), path.join(folder, 'photo.png')];
  try {
    writeFileSync(source, data, { mode: 0o600 });
    const env = { PATH: process.env.PATH, SystemRoot: process.env.SystemRoot, HOME: folder, TMPDIR: folder };
    for (const { command, args } of programs) {
      const isWell = await runAlone([command, ...args(source, target)], { env, most, signal });
      if (isWell && existsSync(target) && statSync(target).size <= most) return readFileSync(target);
    }
    return null;
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
