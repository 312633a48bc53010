import { writeFileSync } from 'node:fs';
import type * as Library from '../../../lib/extract';
import type * as Pools from '../../../lib/extract/apart/pool';
import type * as Errors from '../../../lib/errors';
import { compileLibrary } from './support/compiled';
import { makePdf, paint } from './support/pdf';

const compiled = compileLibrary();
const load = <T extends object>(name: string) => jest.requireActual<T>(compiled.file(name));
const { extractDocument, closeExtractors, DEFAULT_LIMITS } = load<typeof Library>('lib/extract/index.js');
const { createParserPool } = load<typeof Pools>('lib/extract/apart/pool.js');
const { VivierError } = load<typeof Errors>('lib/errors/index.js');

const cv = { data: makePdf({ pages: [paint({ text: 'Camille Rousseau', x: 60, y: 80 })] }), fileName: 'cv.pdf' };

/** A PDF whose forms paint each other, ten times each: more operators than anyone can wait for, from a few kilobytes. */
const endless = { data: makePdf({ pages: ['/X0 Do'], ...nestedForms(10) }), fileName: 'endless.pdf' };

function nestedForms(depth: number) {
  const objects = Array.from({ length: depth }, (_, level) => {
    const content = level === depth - 1 ? 'q Q '.repeat(1000) : `/X${level + 1} Do `.repeat(10);
    const inner = level === depth - 1 ? '' : `/XObject << /X${level + 1} ${11 + level} 0 R >>`;
    const dictionary = `/Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << ${inner} >>`;
    return `<< ${dictionary} /Length ${content.length} >>\nstream\n${content}\nendstream`;
  });
  return { objects, resources: '/XObject << /X0 10 0 R >>' };
}

/** The real parser with a fault injected: it breaks down on two names, as a parser might outside of any promise. */
const FAULTY_PARSER = `
process.on('message', ({ file }) => {
  if (file.fileName === 'throws.pdf') throw new RangeError('Maximum call stack size exceeded');
  if (file.fileName === 'ends.pdf') process.kill(process.pid, 'SIGSEGV');
});
require('./lib/extract/apart/parser.js');`;

const outcome = (work: Promise<unknown>) => work.catch((error: unknown) => error);

afterAll(async () => {
  await closeExtractors();
  compiled.remove();
});

describe('a document that its parser never finishes', () => {
  it('is given up when its time is over, while this process goes on and other documents are read', async () => {
    let ticks = 0;
    const ticking = setInterval(() => ticks++, 1);
    const [stuck, read] = await Promise.all([
      outcome(extractDocument(endless, { limits: { timeMs: 1500 } })),
      extractDocument(cv),
    ]);
    clearInterval(ticking);
    expect(stuck).toBeInstanceOf(VivierError);
    expect(stuck).toMatchObject({ code: 'timeout', details: { fileName: 'endless.pdf', limit: 1.5 } });
    expect(read.text).toBe('Camille Rousseau');
    expect(ticks).toBeGreaterThan(10);
  });

  it('is given up when the run is cancelled', async () => {
    const run = new AbortController();
    const stuck = outcome(extractDocument(endless, { signal: run.signal }));
    await extractDocument(cv);
    run.abort();
    expect(await stuck).toMatchObject({ name: 'VivierError', code: 'cancelled' });
  });

  it('makes others wait, not fail, when all processes are taken; who waits can be cancelled', async () => {
    const run = new AbortController();
    const stuck = [1, 2].map(() => outcome(extractDocument(endless, { limits: { timeMs: 1500 } })));
    const patient = extractDocument(cv);
    const impatient = outcome(extractDocument(cv, { signal: run.signal }));
    run.abort();
    expect(await impatient).toMatchObject({ code: 'cancelled' });
    expect(await Promise.all(stuck)).toMatchObject([{ code: 'timeout' }, { code: 'timeout' }]);
    expect((await patient).text).toBe('Camille Rousseau');
  });

  it('is given up when the extractors are closed, and they start again', async () => {
    const stuck = outcome(extractDocument(endless));
    await extractDocument(cv);
    await closeExtractors();
    expect(await stuck).toMatchObject({ code: 'cancelled' });
    expect((await extractDocument(cv)).text).toBe('Camille Rousseau');
  });
});

describe('what a parsing process says', () => {
  const job = { file: cv, limits: DEFAULT_LIMITS, ocr: 'never' as const, ocrLanguages: [], passwords: [] };

  it('arrives as a typed error in the language of the caller', async () => {
    const before = process.env.VIVIER_LANGUAGE;
    try {
      process.env.VIVIER_LANGUAGE = 'fr';
      const error = await outcome(extractDocument({ data: cv.data.subarray(0, 300), fileName: 'cv.pdf' }));
      expect(error).toBeInstanceOf(VivierError);
      expect(error).toMatchObject({ code: 'truncated', message: '« cv.pdf » est tronqué : il manque la fin.' });
    } finally {
      if (before === undefined) delete process.env.VIVIER_LANGUAGE;
      else process.env.VIVIER_LANGUAGE = before;
    }
  });

  it('leaves the caller’s bytes alone', async () => {
    const data = Uint8Array.from(cv.data);
    await extractDocument({ data, fileName: 'cv.pdf' });
    expect(Buffer.from(data).equals(cv.data)).toBe(true);
  });

  it('is too-large for a document that takes too much memory, and the next one is read', async () => {
    const pool = createParserPool({ parserFile: compiled.file('lib/extract/apart/parser.js'), memoryMb: 64 });
    const limits = { ...DEFAULT_LIMITS, timeMs: 50_000 };
    expect(await outcome(pool.parse({ ...job, file: endless, limits }))).toMatchObject({
      name: 'VivierError',
      code: 'too-large',
      details: { fileName: 'endless.pdf', reason: 'memory' },
    });
    expect((await pool.parse(job)).text).toBe('Camille Rousseau');
    await pool.close();
  }, 60_000);

  it('is corrupt, with a reason, for the document on which the process breaks down; others are read', async () => {
    const faulty = compiled.file('faulty.js');
    writeFileSync(faulty, FAULTY_PARSER);
    const pool = createParserPool({ parserFile: faulty });
    const named = (fileName: string) => outcome(pool.parse({ ...job, file: { ...cv, fileName } }));
    const [thrown, ended, read] = await Promise.all([named('throws.pdf'), named('ends.pdf'), named('cv.pdf')]);
    expect(thrown).toMatchObject({ code: 'corrupt', details: { fileName: 'throws.pdf', reason: 'RangeError' } });
    expect(ended).toMatchObject({ code: 'corrupt', details: { fileName: 'ends.pdf', reason: 'SIGSEGV' } });
    expect(read).toMatchObject({ text: 'Camille Rousseau' });
    await pool.close();
  });
});
