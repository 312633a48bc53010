import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ask, createMemoryCache, type CvAnswer } from '../../../lib/analyze';
import { extractDocument, type ExtractedDocument } from '../../../lib/extract';
import { createOllama, HostRegistry, type OllamaClient } from '../../../lib/ollama';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(600_000);

const FILE = 'cv-lea-quintavalle.txt';
const QUESTION = 'Quelles langues parle-t-elle ?';

let real: RealModel;
let ollama: OllamaClient;
let document: ExtractedDocument;
let answered: CvAnswer;
const cache = createMemoryCache();

const asked = () => ask(document, QUESTION, { engine: 'auto', ollama, cache });

beforeAll(async () => {
  real = await startRealModel();
  ollama = createOllama({ hosts: [real.host], model: real.model, contextTokens: 3072 }, { hosts: new HostRegistry() });
  document = await extractDocument({
    data: readFileSync(join(__dirname, '../../../samples/cvs', FILE)),
    fileName: FILE,
  });
  answered = await asked();
});

afterAll(async () => {
  await ollama?.close();
  await real?.stop();
});

const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');

describe('a question on a sample CV, put to a real model', () => {
  it('is answered with quotes that stand in the lines they cite, or by no quote at all', () => {
    for (const { lines, quote } of answered.quotes) {
      const cited = document.lines.filter(({ number }) => number >= lines[0] && number <= lines[1]);
      expect(plain(cited.map(({ text }) => text).join(' '))).toContain(plain(quote));
    }
    // A small model may fail to answer at all: then the lines that share words are shown, with the reason.
    const reasons = answered.warnings.map(({ code }) => code);
    if (answered.outcome === 'lines-only') expect(reasons).toContain('model-unavailable');
    if (answered.outcome === 'answered') expect(answered.quotes.length).toBeGreaterThan(0);
    if (answered.outcome === 'not-in-cv') expect(answered).toMatchObject({ answer: null, quotes: [] });
  });

  it('is answered the same way from the cache', async () => {
    if (answered.engine !== 'model') return;
    const again = await asked();
    expect(again.meta.requests.every(({ cached }) => cached)).toBe(true);
    expect({ ...again, meta: null }).toEqual({ ...answered, meta: null });
  });
});
