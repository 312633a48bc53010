import { chmodSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { VivierError } from '../../../lib/errors';
import { closeExtractors } from '../../../lib/extract';
import { readConverted } from '../../../lib/extract/convert';
import { findHeicPrograms, heicToPng, type HeicProgram } from '../../../lib/extract/convert/heic';
import { jobFor, run } from '../../../lib/extract/extract';
import { scratchFolder } from '../../../lib/extract/scratch';
import { DEFAULT_LIMITS } from '../../../lib/extract/types';

const SCAN = path.join(__dirname, '../../fixtures/extract/scan.png');
const HEIC = Buffer.from('00000018667479706865696300000000686569636d696631', 'hex');
const folder = mkdtempSync(path.join(tmpdir(), 'vivier-heic-'));

/** Stands in for a decoder, whose outcome alone matters here: the photo that it gives is a real one. */
function program(name: string, script: string): HeicProgram {
  const command = path.join(folder, name);
  writeFileSync(command, `#!/bin/sh\n${script}\n`);
  chmodSync(command, 0o755);
  return { command, args: (source, target) => [source, target] };
}

const decode = (programs: HeicProgram[], most = 10_000_000) =>
  heicToPng(HEIC, { programs, most, signal: AbortSignal.timeout(20_000) });

// The scripts need a POSIX shell.
(process.platform === 'win32' ? describe.skip : describe)('a HEIC photo', () => {
  afterAll(async () => {
    rmSync(folder, { recursive: true });
    await closeExtractors();
  });

  it('is read with the first installed program that can, and says so', async () => {
    const programs = [program('fails', 'exit 1'), program('works', `cp '${SCAN}' "$2"`)];
    const job = jobFor({ data: HEIC, fileName: 'cv.heic' }, DEFAULT_LIMITS, {});
    const error = new VivierError('convert', { what: 'heic' });
    const opened = await readConverted(job, error, { read: run, timeMs: 60_000, converter: () => decode(programs) });
    expect(opened).toMatchObject({
      document: { fileName: 'cv.heic', format: 'image', mimeType: 'image/heic', bytes: HEIC.length },
    });
    const document = opened && 'document' in opened ? opened.document : null;
    expect(document?.text).toContain('Anne-Sophie Martin-Dubreuil');
    expect(document?.warnings[0]).toEqual({ code: 'converted', message: expect.stringContaining('HEIC') });
  }, 60_000);

  it('is given up where none is installed, all fail, or too much comes of it; nothing stays on the disk', async () => {
    expect(await decode([])).toBeNull();
    expect(await decode([program('fails', 'exit 1'), program('writes', 'exit 0')])).toBeNull();
    expect(await decode([program('large', 'head -c 100000 /dev/zero > "$2"')], 50_000)).toBeNull();
    expect(readdirSync(scratchFolder()).filter((name) => name.startsWith('heic-'))).toEqual([]);
  });

  it('programs are found by their place in the path, absolute folders only', () => {
    program('heif-dec', 'exit 0');
    expect(findHeicPrograms(folder).map(({ command }) => path.basename(command))).toEqual(['heif-dec']);
    expect(findHeicPrograms('relative')).toEqual([]);
    expect(findHeicPrograms('')).toEqual([]);
  });
});
