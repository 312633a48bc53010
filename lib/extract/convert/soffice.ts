import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { scratchFolder } from '../scratch';
import type { Convertible } from './kinds';
import { runAlone } from './command';
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
    const command = [
      soffice,
      `-env:UserInstallation=${pathToFileURL(profile).href}`,
      ...['--headless', '--invisible', '--norestore', '--nolockcheck', '--nologo', '--nodefault'],
      `--infilter=${kind.filter}`,
      ...['--convert-to', 'pdf:writer_pdf_Export', '--outdir', path.join(folder, 'out'), source],
    ];
    const isWell = await runAlone(command, { env, most, signal, isolation });
    const target = path.join(folder, 'out', 'document.pdf');
    if (!isWell || !existsSync(target) || statSync(target).size > most) return null;
    return readFileSync(target);
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}
