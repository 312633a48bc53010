import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { VivierError } from '../../../lib/errors';
import { readConverted, findSoffice, toPdf } from '../../../lib/extract/convert';
import { jobFor, run } from '../../../lib/extract/extract';
import { removeScratch, scratchFolder } from '../../../lib/extract/scratch';
import { DEFAULT_LIMITS } from '../../../lib/extract/types';

const kind = { filter: 'OpenDocument Text Flat XML', extension: 'fodt' };
const most = 1024 * 1024;
const folder = mkdtempSync(path.join(tmpdir(), 'vivier-fake-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
  removeScratch();
});

/** Stands in for a LibreOffice that a file has driven mad: does this instead. */
function mad(script: string): string {
  const place = path.join(folder, `soffice-${Math.random()}`);
  writeFileSync(place, `#!/bin/sh\n${script}\n`);
  chmodSync(place, 0o755);
  return place;
}

const isAlive = (pid: number) => {
  try {
    process.kill(pid, 0);
    // A zombie is gone for all purposes.
    return !existsSync(`/proc/${pid}/stat`) || !/\) Z /.test(readFileSync(`/proc/${pid}/stat`, 'latin1'));
  } catch {
    return false;
  }
};
const leftBehind = () => readdirSync(scratchFolder()).filter((name) => name.startsWith('convert-'));
const never = new AbortController().signal;

(process.platform === 'win32' ? describe.skip : describe)('a LibreOffice driven mad by a file', () => {
  it('is ended with every program that it started when the time is up, and its files go', async () => {
    const pids = path.join(folder, 'pids');
    const soffice = mad(`sleep 600 & echo $! $$ > ${pids}; wait`);
    const controller = new AbortController();
    const work = toPdf(Buffer.from('x'), { soffice, kind, most, signal: controller.signal, isolation: [] });
    while (!existsSync(pids) || readFileSync(pids, 'utf8').trim() === '') await wait(20);
    controller.abort();
    expect(await work).toBeNull();
    await wait(50);
    const started = readFileSync(pids, 'utf8').trim().split(/\s+/).map(Number);
    expect(started).toHaveLength(2);
    expect(started.filter(isAlive)).toEqual([]);
    expect(leftBehind()).toEqual([]);
  });

  it('ends the document with a timeout', async () => {
    const soffice = mad('sleep 600');
    const fodt = Buffer.from('<office:document office:mimetype="application/vnd.oasis.opendocument.text">');
    const job = jobFor({ data: fodt, fileName: 'x.fodt' }, DEFAULT_LIMITS, {});
    const work = readConverted(job, new VivierError('unknown-type'), {
      read: run,
      timeMs: 1200,
      converter: (_, chosen, signal) => toPdf(fodt, { soffice, kind: chosen, most, signal, isolation: [] }),
    });
    await expect(work).rejects.toMatchObject({ code: 'timeout' });
  });

  it.each([
    ['that crashes', 'kill -SEGV $$'],
    ['that gives nothing', 'exit 0'],
    [
      'that writes without end',
      'while [ "$1" != --outdir ]; do shift; done; mkdir "$2"; head -c 5000000 /dev/zero > "$2/document.pdf"',
    ],
  ])('%s gives no document and leaves nothing', async (_, script) => {
    expect(await toPdf(Buffer.from('x'), { soffice: mad(script), kind, most, signal: never })).toBeNull();
    expect(leftBehind()).toEqual([]);
  });

  it('learns nothing from the environment of n8n', async () => {
    process.env.VIVIER_TEST_SECRET = 'hush';
    const seen = path.join(folder, 'env');
    await toPdf(Buffer.from('x'), { soffice: mad(`env > ${seen}`), kind, most, signal: never });
    delete process.env.VIVIER_TEST_SECRET;
    expect(readFileSync(seen, 'utf8')).toContain('HOME=');
    expect(readFileSync(seen, 'utf8')).not.toContain('hush');
  });
});

/** Everything in a text document that a program might fetch: a picture, a linked section, a template, a frame. */
const curious = (base: string) => `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" xmlns:xlink="http://www.w3.org/1999/xlink" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:meta><meta:template xlink:type="simple" xlink:href="${base}/template.ott"/></office:meta><office:body><office:text><text:p>Ondine Vauquelin</text:p><text:p><draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:image xlink:href="${base}/picture.png" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p><text:section text:name="s"><text:section-source xlink:type="simple" xlink:href="${base}/section.html" text:filter-name="HTML (StarWriter)"/><text:p>Comptable</text:p></text:section><text:p><draw:frame text:anchor-type="as-char" svg:width="3cm" svg:height="3cm"><draw:floating-frame xlink:href="${base}/frame.html" xlink:type="simple" xlink:show="embed" xlink:actuate="onLoad"/></draw:frame></text:p></office:text></office:body></office:document>`;

const soffice = findSoffice();
(soffice ? describe : describe.skip)(
  'a file that asks LibreOffice for the network (skipped: not installed here)',
  () => {
    it.each([
      ['behind the wall of the system', undefined],
      ['by LibreOffice’s settings alone', []],
    ])('gets none, %s', async (_, isolation) => {
      const asked: string[] = [];
      const server = createServer((request, response) => {
        asked.push(request.url ?? '');
        response.end('<p>fetched</p>');
      });
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
      const base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
      try {
        const pdf = await toPdf(Buffer.from(curious(base)), {
          soffice: soffice ?? '',
          kind,
          most,
          signal: AbortSignal.timeout(60_000),
          isolation,
        });
        expect(Buffer.from(pdf ?? []).toString('latin1')).toMatch(/^%PDF-/);
        expect(asked).toEqual([]);
      } finally {
        server.close();
      }
    });
  },
);
