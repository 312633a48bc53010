import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { VivierError } from '../../../lib/errors';
import { findSoffice, readConverted, type Converter } from '../../../lib/extract/convert';
import { convertible } from '../../../lib/extract/convert/kinds';
import { jobFor, run } from '../../../lib/extract/extract';
import { DEFAULT_LIMITS } from '../../../lib/extract/types';
import { read, texts } from './support/read';

const ROOT = path.join(__dirname, '../../..');
const LETTER = readFileSync(path.join(ROOT, 'test/fixtures/extract/letter.doc'));
const PDF = readFileSync(path.join(ROOT, 'samples/cvs/cv-camille-fontanel.pdf'));

/** A count that points behind the end of the file: Word and LibreOffice pass over it, the reader of DOC breaks. */
const DAMAGED = Buffer.from(LETTER).fill(0xff, 1878, 1881);

const FLAT = `<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text"><office:body><office:text><text:p>Ondine Vauquelin</text:p><text:p>Comptable, Cabinet Ferrand</text:p></office:text></office:body></office:document>`;

const file = (data: Uint8Array, fileName = 'cv.doc') => ({ data, fileName });
const job = (data: Uint8Array, convert?: 'auto' | 'never') => jobFor(file(data), DEFAULT_LIMITS, { convert });
const corrupt = new VivierError('corrupt');
const with_ = (converter: Converter, timeMs = 30_000) => ({ read: run, timeMs, converter });

describe('a document that is read by way of PDF', () => {
  // Injects the outcome only: the PDF is a real one, read for real.
  const gives: Converter = () => Promise.resolve(PDF);

  it('keeps its own name, format and hash, says how it was read, and claims no dates of the PDF', async () => {
    const opened = await readConverted(job(DAMAGED), corrupt, with_(gives));
    expect(opened).toMatchObject({
      document: {
        fileName: 'cv.doc',
        format: 'doc',
        mimeType: 'application/msword',
        bytes: DAMAGED.length,
        sha256: createHash('sha256').update(DAMAGED).digest('hex'),
        meta: { status: 'partial', code: 'corrupt' },
      },
    });
    const document = opened && 'document' in opened ? opened.document : null;
    expect(document?.warnings[0]).toEqual({ code: 'converted', message: expect.stringContaining('LibreOffice') });
    expect(document?.properties).not.toHaveProperty('created');
    expect(document?.lines[0].box).toBeDefined();
  });

  it('is given up where there is no LibreOffice, no time, no leave, or no PDF comes of it', async () => {
    const nothing: Converter = () => Promise.resolve(null);
    const rubbish: Converter = () => Promise.resolve(Buffer.from('%PDF-1.7 nothing'));
    expect(await readConverted(job(DAMAGED), corrupt, with_(nothing))).toBeNull();
    expect(await readConverted(job(DAMAGED), corrupt, with_(rubbish))).toBeNull();
    expect(await readConverted(job(DAMAGED), corrupt, with_(gives, 500))).toBeNull();
    expect(await readConverted(job(DAMAGED, 'never'), corrupt, with_(gives))).toBeNull();
  });

  it('is not looked for where nothing is installed', () => {
    expect(findSoffice('', [])).toBeNull();
    expect(findSoffice('relative/folder', [])).toBeNull();
  });

  it.each(['unsafe-xml', 'zip-bomb', 'encrypted', 'too-large', 'timeout', 'no-text'] as const)(
    'is never tried again after “%s”',
    async (code) => expect(await convertible(file(DAMAGED), new VivierError(code))).toBeNull(),
  );

  it('is never plain bytes that LibreOffice would take for text', async () => {
    expect(await convertible(file(Buffer.from('Ondine Vauquelin')), corrupt)).toBeNull();
    expect(await convertible(file(Buffer.from([1, 2, 3, 4])), new VivierError('unknown-type'))).toBeNull();
  });

  it('is told by what it holds which filter reads it', async () => {
    const unknown = new VivierError('unknown-type');
    const filter = async (data: Buffer, error = unknown) => (await convertible(file(data, 'cv'), error))?.filter;
    expect(await filter(DAMAGED, corrupt)).toBe('MS Word 97');
    expect(await filter(Buffer.from(FLAT))).toBe('OpenDocument Text Flat XML');
    expect(await filter(Buffer.from([0xff, 0x57, 0x50, 0x43, 0]))).toBe('WordPerfect');
    expect(await filter(Buffer.from('{\\rtf1 x'), corrupt)).toBe('Rich Text Format');
    const xml = '<w:wordDocument xmlns:w="http://schemas.microsoft.com/office/word/2003/wordml">';
    expect(await filter(Buffer.from(xml))).toBe('MS Word 2003 XML');
    expect(await filter(DAMAGED, new VivierError('convert', { what: 'wps' }))).toBe('MS_Works');
    expect(await filter(DAMAGED, new VivierError('convert', { what: 'pages' }))).toBeUndefined();
  });
});

describe('without LibreOffice’s help', () => {
  it('a damaged DOC is refused as damaged', async () => {
    await expect(read(DAMAGED, 'cv.doc', { convert: 'never' })).rejects.toMatchObject({ code: 'corrupt' });
  });

  it('VIVIER_CONVERT=never decides for everybody', async () => {
    process.env.VIVIER_CONVERT = 'never';
    try {
      await expect(read(DAMAGED, 'cv.doc', { convert: 'auto' })).rejects.toMatchObject({ code: 'corrupt' });
    } finally {
      delete process.env.VIVIER_CONVERT;
    }
  });
});

// LibreOffice is never required: its own tests run where it is installed.
(findSoffice() ? describe : describe.skip)('with LibreOffice (skipped: it is not installed here)', () => {
  it('a DOC that only our own reader breaks on is read', async () => {
    const document = await read(DAMAGED, 'cv.doc');
    expect(texts(document)).toEqual([
      'Ondine Vauquelin',
      'ondine.vauquelin@example.org',
      'Expérience',
      'Comptable, Cabinet Ferrand 2019 - 2021',
    ]);
    expect(document).toMatchObject({ format: 'doc', meta: { status: 'partial' }, warnings: [{ code: 'converted' }] });
  });

  it('an OpenDocument text in one XML file is read', async () => {
    const document = await read(FLAT, 'cv.fodt');
    expect(texts(document)).toEqual(['Ondine Vauquelin', 'Comptable, Cabinet Ferrand']);
    expect(document).toMatchObject({ format: 'odt', meta: { status: 'ok' }, warnings: [{ code: 'converted' }] });
  });
});
