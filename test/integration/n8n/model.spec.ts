import {
  answer,
  refusedUrl,
  startFaultServer,
  status,
  type Fault,
  type FaultServer,
} from '../../unit/ollama/fault-server';
import { itemsOf, type N8n, OLLAMA, readFiles, runLine, runningN8n, storeCredential, vivierNode } from './running';

jest.setTimeout(120_000);

const TEXT_CV = 'cvs/cv-lea-quintavalle.txt';
const QUESTION = 'Parle-t-elle anglais ?';

let n8n: N8n;
let server: FaultServer | undefined;

beforeAll(async () => {
  n8n = await runningN8n();
});

afterEach(async () => {
  await server?.close();
  server = undefined;
});

const ollamaAt = (baseUrl: string) => storeCredential(n8n, 'ollamaApi', { baseUrl, apiKey: '' });

/** A server that speaks Ollama's protocol and finds the line about English, wherever it stands. */
const findsEnglish: Fault = (request, response, count) => {
  const content = JSON.stringify(server?.received[count - 1]?.messages);
  const [, line = '0', text = ''] = /\\n(\d+): ([^\\]*Anglais[^\\]*)/.exec(content) ?? [];
  const said = { quotes: [{ line: Number(line), text }], answer: text };
  // A real server counts the prompt; one that counts too few tokens is taken for one that cut it.
  return answer(JSON.stringify(said), 'stop', 1200)(request, response, count);
};

describe('Ask', () => {
  const asked = (parameters: object, more: object = {}) => [
    readFiles(TEXT_CV),
    vivierNode('CV Extract', 'cvExtract', {}),
    vivierNode('CV Analyze', 'cvAnalyze', { operation: 'ask', question: QUESTION, ...parameters }, more),
  ];

  it('answers by n8n’s own Ollama chat model, held to the schema, with a quote that stands in the CV', async () => {
    server = await startFaultServer(findsEnglish);
    const chatModel = {
      name: 'Ollama Chat Model',
      type: '@n8n/n8n-nodes-langchain.lmChatOllama',
      typeVersion: 1,
      parameters: { model: 'mistral:7b-instruct', options: { numCtx: 8192 } },
      credentials: await ollamaAt(server.url),
    };
    const run = await runLine(n8n, asked({ engine: 'model', authentication: 'chatModel' }), chatModel);
    expect(run.error?.message).toBeUndefined();
    const [{ json }] = await itemsOf(run, 'CV Analyze');
    expect(json.answer).toMatchObject({ outcome: 'answered', engine: 'model', meta: { model: { digest: null } } });
    const { quotes } = json.answer as { quotes: { quote: string; lines: [number, number] }[] };
    const { lines } = json.cv as { lines: { number: number; text: string }[] };
    expect(lines.find(({ number }) => number === quotes[0]?.lines[0])?.text).toContain(quotes[0]?.quote);
    expect(server.received[0]).toMatchObject({ format: { type: 'object' }, options: { num_ctx: 8192 } });
  });

  it('says so when the chat model fails, and searches by words when it may', async () => {
    const chatModel = {
      name: 'Ollama Chat Model',
      type: '@n8n/n8n-nodes-langchain.lmChatOllama',
      typeVersion: 1,
      parameters: { model: 'mistral:7b-instruct', options: {} },
      credentials: await ollamaAt(await refusedUrl()),
    };
    const parameters = { authentication: 'chatModel' };
    const toErrors = { onError: 'continueErrorOutput' as const };
    const strict = await runLine(n8n, asked({ ...parameters, engine: 'model' }, toErrors), chatModel);
    const [failed] = await itemsOf(strict, 'CV Analyze', 1);
    expect(failed?.json.error).toMatchObject({
      code: 'chat-model-failed',
      message: expect.stringContaining('mistral'),
    });
    const auto = await runLine(n8n, asked({ ...parameters, engine: 'auto' }), chatModel);
    const [{ json }] = await itemsOf(auto, 'CV Analyze');
    expect(json.answer).toMatchObject({ outcome: 'lines-only', warnings: [{ code: 'model-unavailable' }] });
  });

  it('asks for a chat model when none is connected', async () => {
    const run = await runLine(n8n, asked({ engine: 'model', authentication: 'chatModel' }));
    expect(run.status).toBe('error');
    expect(run.error?.message).toMatch(/Chat Model/i);
  });

  it('works by the rules alone, without any model', async () => {
    const run = await runLine(n8n, asked({ engine: 'rules' }));
    const [{ json }] = await itemsOf(run, 'CV Analyze');
    expect(json.answer).toMatchObject({ outcome: 'lines-only', engine: 'rules' });
  });
});

describe('Analyze', () => {
  it('keeps the model’s answers for the next run, asks again on demand, and flags what to look at', async () => {
    const nothing = '{"experiences":[],"education":[],"languages":[],"certifications":[],"projects":[],"interests":[]';
    const identity = '"nameLine":1,"firstName":"","lastName":"","headlineLine":0,"headline":"","cityLine":0,"city":""';
    server = await startFaultServer(answer(`${nothing},"skills":[],${identity},"summaryFrom":0,"summaryTo":0}`));
    const credentials = await ollamaAt(server.url);
    const read = (options: { again?: boolean }) =>
      runLine(n8n, [
        readFiles(TEXT_CV),
        vivierNode('CV Extract', 'cvExtract', {}),
        vivierNode(
          'CV Analyze',
          'cvAnalyze',
          { engine: 'model', authentication: 'ollamaApi', model: 'mistral:7b-instruct', options },
          { credentials },
        ),
      ]);
    const [first] = await itemsOf(await read({}), 'CV Analyze');
    const [second] = await itemsOf(await read({}), 'CV Analyze');
    const [again] = await itemsOf(await read({ again: true }), 'CV Analyze');
    const hits = [first, second, again].map(
      ({ json }) => (json.profile as { meta: { cache: { hits: number } } }).meta.cache.hits,
    );
    expect(hits).toEqual([0, 4, 0]);
    expect(server.received).toHaveLength(8);
    expect(second.json.review).toEqual({ needed: false, reasons: [] });
  });
});

describe('Check the Model', () => {
  it('gives one item to alarm on, with the problem in words', async () => {
    const node = (parameters: Parameters<typeof vivierNode>[2]) =>
      vivierNode('CV Analyze', 'cvAnalyze', { operation: 'health', ...parameters }, { credentials: OLLAMA });
    const run = await runLine(n8n, [node({})]);
    const [{ json }] = await itemsOf(run, 'CV Analyze');
    expect(json).toMatchObject({ ok: false, state: 'down', problems: [{ code: 'ollama-unreachable' }] });
  });

  it('times one short answer when asked to', async () => {
    server = await startFaultServer(answer('{"ok":true}'));
    const credentials = await ollamaAt(server.url);
    const parameters = { operation: 'health', authentication: 'ollamaApi', model: 'mistral:7b-instruct', probe: true };
    const check = vivierNode('CV Analyze', 'cvAnalyze', parameters, { credentials });
    const [{ json }] = await itemsOf(await runLine(n8n, [check]), 'CV Analyze');
    expect(json).toMatchObject({
      ok: true,
      state: 'up',
      problems: [],
      hosts: [{ probeMs: expect.any(Number) as number }],
    });
    await server.close();
    server = await startFaultServer(status(503));
    const other = vivierNode('CV Analyze', 'cvAnalyze', parameters, { credentials: await ollamaAt(server.url) });
    const [{ json: broken }] = await itemsOf(await runLine(n8n, [other]), 'CV Analyze');
    expect(broken).toMatchObject({ ok: false, state: 'down', problems: [{ code: 'model-refused' }] });
  });
});
