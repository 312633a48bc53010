import { z } from 'zod/v4';
import { createOllama, estimateTokens, HostRegistry, toPlainSchema, type OllamaConfig } from '../../../lib/ollama';
import { normaliseHost } from '../../../lib/ollama/address';
import { answer, inTurn, startFaultServer, status, type Fault, type FaultServer } from './fault-server';

const schema = z.object({ name: z.string(), year: z.number().int().min(1900) });
const GOOD = answer('{"name":"Zoé","year":2020}');

let server: FaultServer;
const closers: (() => Promise<void>)[] = [];

async function start(fault: Fault, config: Partial<OllamaConfig> = {}) {
  server = await startFaultServer(fault);
  const ollama = createOllama({ hosts: [server.url], ...config }, { hosts: new HostRegistry(), backoffMs: 1 });
  closers.push(
    () => ollama.close(),
    () => server.close(),
  );
  return ollama;
}

afterEach(async () => {
  for (const close of closers.splice(0)) await close();
});

describe('what is sent to Ollama', () => {
  it('carries the context length, forbids cutting and shifting, and bounds the answer', async () => {
    const ollama = await start(GOOD);
    await ollama.chatJson({ prompt: 'A CV', schema, maxTokens: 77 });
    expect(server.received[0]).toMatchObject({
      model: 'mistral:7b-instruct',
      truncate: false,
      shift: false,
      keep_alive: '30m',
      options: { num_ctx: 8192, num_predict: 77, temperature: 0, seed: expect.any(Number) },
    });
  });

  it('is one user turn that ends with the schema that is also the grammar', async () => {
    const ollama = await start(GOOD);
    await ollama.chatJson({ prompt: 'A CV', schema, maxTokens: 77 });
    const [{ messages, format }] = server.received as [
      { messages: { role: string; content: string }[]; format: object },
    ];
    expect(messages.map(({ role }) => role)).toEqual(['user']);
    expect(messages[0]?.content.startsWith('A CV')).toBe(true);
    expect(messages[0]?.content.endsWith(JSON.stringify(format))).toBe(true);
  });

  it('keeps the runner options of all calls the same, chat after chat', async () => {
    const ollama = await start(GOOD, { contextTokens: 4096 });
    for (const maxTokens of [10, 500]) await ollama.chatJson({ prompt: 'A CV', schema, maxTokens });
    const contexts = server.received.map(({ options }) => (options as { num_ctx: number }).num_ctx);
    expect(contexts).toEqual([4096, 4096]);
  });

  it('varies seed and temperature only after an answer that was not valid', async () => {
    const ollama = await start(inTurn(answer('no JSON'), GOOD));
    const { usage } = await ollama.chatJson({ prompt: 'A CV', schema, maxTokens: 50 });
    const [first, second] = server.received.map(({ options }) => options as { seed: number; temperature: number });
    expect(usage.attempts).toBe(2);
    expect(first?.temperature).toBe(0);
    expect(second?.temperature).toBeGreaterThan(0);
    expect(second?.seed).not.toBe(first?.seed);
  });

  it('carries the key as a bearer token when there is one', async () => {
    const ollama = await start(GOOD, { apiKey: 'secret' });
    await ollama.chatJson({ prompt: 'A CV', schema, maxTokens: 50 });
    expect(server.headers[0]?.authorization).toBe('Bearer secret');
  });
});

describe('what comes back', () => {
  it('is the value, with usage and the digest of the model', async () => {
    const ollama = await start(GOOD);
    const { value, usage, model } = await ollama.chatJson({ prompt: 'A CV', schema, maxTokens: 50 });
    expect(value).toEqual({ name: 'Zoé', year: 2020 });
    expect(usage).toMatchObject({ tokensIn: 42, tokensOut: 7, attempts: 1, doneReason: 'stop' });
    expect(model).toEqual({ name: 'mistral:7b-instruct', digest: 'a'.repeat(64) });
  });

  it('is refused before sending when prompt and answer cannot fit', async () => {
    const ollama = await start(GOOD, { contextTokens: 512 });
    const call = ollama.chatJson({ prompt: 'mot '.repeat(1000), schema, maxTokens: 50 });
    await expect(call).rejects.toMatchObject({ code: 'context-exceeded', details: { limit: 512 } });
    expect(server.received).toHaveLength(0);
  });
});

describe('embed', () => {
  const vectors: Fault = (_request, response, count) => {
    const { input } = server.received[count - 1] as { input: string[] };
    response.writeHead(200, { 'content-type': 'application/json' });
    response.end(JSON.stringify({ embeddings: input.map((text) => [text.length]), prompt_eval_count: input.length }));
  };

  it('gives one vector a text, in order, over several requests, never cut', async () => {
    const ollama = await start(vectors);
    const texts = Array.from({ length: 20 }, (_, index) => 'x'.repeat(index + 1));
    const { vectors: got, usage } = await ollama.embed({ texts });
    expect(got.map(([length]) => length)).toEqual(texts.map((text) => text.length));
    expect(usage.tokensIn).toBe(20);
    expect(server.received.every(({ truncate, model }) => truncate === false && model === 'bge-m3')).toBe(true);
  });

  it('adds the prefix that nomic models need', async () => {
    const ollama = await start(vectors, { embedModel: 'nomic-embed-text' });
    await ollama.embed({ texts: ['infirmière'], purpose: 'query' });
    expect(server.received[0]?.input).toEqual(['search_query: infirmière']);
  });

  it('has for a text that a small model refuses the mean of its parts, whole and in order', async () => {
    const ollama = await start((request, response, count) => {
      const { input } = server.received[count - 1] as { input: string[] };
      if (input.every((text) => text.length <= 512)) return vectors(request, response, count);
      return status(400, 'the input length exceeds the context length')(request, response, count);
    });
    const long = 'soins '.repeat(340).trim();
    const { vectors: got } = await ollama.embed({ texts: ['paie', long, 'achats'] });
    expect([got[0], got[2]]).toEqual([[4], [6]]);
    const parts = server.received
      .flatMap(({ input }) => input as string[])
      .filter((text) => text.startsWith('soins') || text.startsWith(' soins'));
    const embedded = parts.filter((text) => text.length <= 512);
    expect(embedded.join('')).toBe(long);
    expect(got[1]?.[0]).toBeCloseTo(long.length / embedded.length, 0);
  });

  it('gives up on a text of a few words that is refused all the same', async () => {
    const ollama = await start(status(400, 'the input length exceeds the context length'));
    await expect(ollama.embed({ texts: ['paie'] })).rejects.toMatchObject({ code: 'context-exceeded' });
  });

  it('refuses a text that is too long', async () => {
    const ollama = await start(vectors);
    await expect(ollama.embed({ texts: ['mot '.repeat(5000)] })).rejects.toMatchObject({ code: 'context-exceeded' });
  });
});

describe('health', () => {
  it('tells version, models, digest and what is loaded', async () => {
    const ollama = await start(GOOD, { model: 'mistral:7b-instruct' });
    const { ok, hosts } = await ollama.health();
    expect(ok).toBe(true);
    expect(hosts[0]).toEqual({
      host: server.url,
      reachable: true,
      version: '0.12.6',
      models: ['mistral:7b-instruct', 'bge-m3:latest'],
      modelPresent: true,
      digest: 'a'.repeat(64),
      loaded: true,
      embedModelPresent: true,
      context: { most: 32_768, loaded: 8192 },
      latencyMs: expect.any(Number) as number,
      probeMs: null,
      answerMs: null,
      drained: false,
      queue: { running: 0, waiting: 0 },
      circuit: 'closed',
      reason: null,
    });
  });

  it('says that the model is missing, without failing', async () => {
    const ollama = await start(GOOD, { model: 'llama3' });
    expect(await ollama.health()).toMatchObject({ ok: false, hosts: [{ reachable: true, modelPresent: false }] });
  });

  it('says why a host is not reachable, without failing', async () => {
    const ollama = await start(GOOD);
    await server.close();
    const { ok, hosts } = await ollama.health();
    expect(ok).toBe(false);
    expect(hosts[0]).toMatchObject({ reachable: false, reason: 'ECONNREFUSED' });
    closers.pop();
  });
});

describe('addresses as people type them', () => {
  it.each([
    ['localhost', 'http://localhost:11434'],
    ['10.0.0.5:1234', 'http://10.0.0.5:1234'],
    ['http://ollama:11434/', 'http://ollama:11434'],
    ['http://ollama:11434/api', 'http://ollama:11434'],
    ['http://ollama:11434/v1/', 'http://ollama:11434'],
    ['https://models.example.org/ollama', 'https://models.example.org/ollama'],
  ])('%s', (typed, url) => expect(normaliseHost(typed)).toBe(url));

  it.each(['', ' ', 'http://', 'http://user:pass@host'])('refuses “%s”', (typed) => {
    expect(() => createOllama({ hosts: [typed] })).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('schema for the grammar', () => {
  it('keeps types, enums and lists, requires every property, and drops what Ollama skips', () => {
    const rich = z.object({
      b: z.string().min(2).max(5000).regex(/^x/),
      a: z.array(z.object({ n: z.number().int().min(1).max(9) })).max(3),
      kind: z.enum(['x', 'y']),
    });
    expect(toPlainSchema(rich)).toEqual({
      type: 'object',
      properties: {
        b: { type: 'string' },
        a: {
          type: 'array',
          items: { type: 'object', properties: { n: { type: 'integer' } }, required: ['n'] },
          maxItems: 3,
        },
        kind: { type: 'string', enum: ['x', 'y'] },
      },
      required: ['b', 'a', 'kind'],
    });
  });
});

describe('estimate of tokens', () => {
  it('never says less than one token for four characters', () => {
    for (const text of ['Ingénieure qualité', 'nurse', 'Инженер', '看護師']) {
      expect(estimateTokens(text)).toBeGreaterThanOrEqual(text.length / 4);
    }
  });
});
