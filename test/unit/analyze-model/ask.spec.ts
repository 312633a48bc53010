import { ask, createMemoryCache, type AskOptions } from '../../../lib/analyze';
import { answer, never, status, type Fault } from '../ollama/fault-server';
import { CV, documentOf } from './document';
import { scriptModel, type ScriptedModel } from './scripted-model';

const document = documentOf(CV);
const lineOf = (part: string) => document.lines.find(({ text }) => text.includes(part))?.number ?? 0;

let model: ScriptedModel | undefined;
afterEach(async () => {
  await model?.close();
  model = undefined;
});

async function run(question: object | Fault, words: string, options: Partial<AskOptions> = {}, text = CV) {
  model = await scriptModel({ question }, { contextTokens: 4096 });
  return ask(text === CV ? document : documentOf(text), words, { engine: 'auto', ollama: model.client, ...options });
}

const english = { line: lineOf('Anglais'), text: 'Anglais : niveau B1' };
const ENGLISH = { quotes: [english], answer: 'Oui, anglais B1.' };

describe('a question that the CV answers', () => {
  it('gets a sentence, with the quote and the line that it stands in', async () => {
    const answered = await run(ENGLISH, 'Parle-t-il anglais ?');
    expect(answered).toMatchObject({
      outcome: 'answered',
      answer: 'Oui, anglais B1.',
      answerSource: 'model',
      engine: 'model',
      quotes: [{ page: 1, lines: [english.line, english.line], quote: english.text }],
      warnings: [],
      meta: { model: { name: 'mistral:7b-instruct', digest: 'a'.repeat(64) }, requests: [{ task: 'question' }] },
    });
  });

  it('gets the quote itself when the model’s sentence says more than it', async () => {
    for (const invented of [
      'Oui, anglais C2.',
      'Oui, depuis 2009.',
      'Oui, appris à Boston.',
      'Oui, depuis sept ans.',
    ]) {
      const answered = await run({ ...ENGLISH, answer: invented }, 'Parle-t-il anglais ?');
      expect(answered).toMatchObject({ answer: english.text, answerSource: 'quotes' });
      expect(answered.warnings.map(({ code }) => code)).toEqual(['unverified-answer']);
      await model?.close();
    }
  });

  it('keeps the quotes that stand and drops those that do not, or stand elsewhere', async () => {
    const quotes = [
      english,
      { line: english.line, text: 'Allemand courant' },
      { line: 1, text: 'Anglais : niveau B1' },
    ];
    const answered = await run({ quotes, answer: 'Anglais B1.' }, 'Quelles langues ?');
    expect(answered.quotes).toEqual([{ page: 1, lines: [english.line, english.line], quote: english.text }]);
    expect(answered.warnings).toMatchObject([{ code: 'unverified-quote', message: expect.stringContaining('2') }]);
  });

  it('is found in the part of a long CV in which it stands', async () => {
    const filler = Array.from({ length: 220 }, (_, n) => `Ligne de remplissage numéro ${n} sur des travaux divers`);
    const long = [...filler, 'Permis B depuis 2011'].join('\n');
    const scripted: Fault = (request, response, count) => {
      const said = JSON.stringify(model?.server.received[count - 1]).includes('221: Permis B')
        ? { quotes: [{ line: 221, text: 'Permis B depuis 2011' }], answer: 'Permis B depuis 2011.' }
        : { quotes: [], answer: '' };
      return answer(JSON.stringify(said))(request, response, count);
    };
    const answered = await run(scripted, 'A-t-il le permis ?', {}, long);
    expect(answered).toMatchObject({ outcome: 'answered', quotes: [{ lines: [221, 221] }] });
    expect(answered.meta.requests.length).toBeGreaterThan(1);
  });
});

describe('a question that the CV does not answer', () => {
  it('is said to be not in the CV', async () => {
    const answered = await run({ quotes: [], answer: '' }, 'A-t-il le permis ?');
    expect(answered).toMatchObject({ outcome: 'not-in-cv', answer: null, quotes: [] });
    expect(answered.message).toMatch(/Not in the CV|ne le dit pas/);
  });

  it('has no answer either when the model speaks without a quote, or quotes what is not there', async () => {
    for (const claim of [
      { quotes: [], answer: 'Oui, permis B.' },
      { quotes: [{ line: 3, text: 'Permis B' }], answer: 'Oui, permis B.' },
    ]) {
      expect(await run(claim, 'A-t-il le permis ?')).toMatchObject({ outcome: 'not-in-cv', answer: null });
      await model?.close();
    }
  });
});

describe('without the model', () => {
  it('lines that share words with the question are shown, and said to be only that', async () => {
    const found = await ask(document, 'A-t-il déjà travaillé en maintenance industrielle ?', { engine: 'rules' });
    expect(found).toMatchObject({ outcome: 'lines-only', answer: null, engine: 'rules', meta: { model: null } });
    expect(found.quotes[0]).toMatchObject({ quote: 'Technicien de maintenance industrielle' });
    expect(found.message).toMatch(/without a model|sans modèle/);
  });

  it('no line is shown when none shares a word, and the CV is not said to be silent', async () => {
    const found = await ask(document, 'Has she a pilot’s licence?', { engine: 'rules' });
    expect(found).toMatchObject({ outcome: 'lines-only', quotes: [] });
    expect(found.message).toMatch(/other words|autrement/);
  });

  it.each([
    ['Ollama fails', status(500), {}],
    ['the answers are no JSON', answer('no'), {}],
    ['the time is spent', never, { timeoutMs: 200 }],
  ])('“auto” searches by words and says why, “model” fails: %s', async (_what, fault, options) => {
    const found = await run(fault, 'Parle-t-il anglais ?', options);
    expect(found).toMatchObject({ outcome: 'lines-only', quotes: [{ quote: english.text }] });
    expect(found.warnings.map(({ code }) => code)).toEqual(['model-unavailable']);
    const strict = ask(document, 'Parle-t-il anglais ?', { engine: 'model', ollama: model?.client, ...options });
    await expect(strict).rejects.toMatchObject({ code: expect.stringMatching(/^(model-|ollama-|timeout)/) });
  });

  it('“model” without a client is an error, and so is no question or an endless one', async () => {
    for (const [words, engine] of [
      ['Anglais ?', 'model'],
      [' \n ', 'rules'],
      ['mot '.repeat(200), 'rules'],
    ] as const) {
      await expect(ask(document, words, { engine })).rejects.toMatchObject({ code: 'invalid-input' });
    }
  });

  it('cancellation ends it, whatever the engine', async () => {
    const controller = new AbortController();
    const call = run(() => controller.abort(), 'Anglais ?', { signal: controller.signal });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('the same question again', () => {
  it('is answered from the cache; another one is not', async () => {
    const cache = createMemoryCache();
    const first = await run(ENGLISH, 'Parle-t-il anglais ?', { cache });
    const options = { engine: 'auto' as const, ollama: model?.client, cache };
    const second = await ask(document, 'Parle-t-il anglais ?', options);
    expect(model?.server.received).toHaveLength(1);
    expect(second.meta.requests).toMatchObject([{ cached: true }]);
    expect({ ...second, meta: null }).toEqual({ ...first, meta: null });
    await ask(document, 'Parle-t-il espagnol ?', options);
    expect(model?.server.received).toHaveLength(2);
  });
});
