import { z } from 'zod/v4';
import { createOllama, HostRegistry, type OllamaClient, type OllamaConfig } from '../../../lib/ollama';
import { startRealModel, type RealModel } from './real-model';

jest.setTimeout(120_000);

const CV = 'You read a CV.\n1: Camille Martin\n2: Infirmière diplômée d’État\n3: Lyon\nWho is it?';
const person = z.object({ line: z.number().int(), name: z.string(), town: z.string() });
/** An answer under this schema has no natural end before its limit. */
const endless = z.object({ words: z.array(z.object({ word: z.string(), synonyms: z.array(z.string()) })) });

let real: RealModel;
let ollama: OllamaClient;

function client(config: Partial<OllamaConfig> = {}): OllamaClient {
  const own = { hosts: [real.host], model: real.model, embedModel: real.embedModel, contextTokens: 1024 };
  return createOllama({ ...own, ...config }, { hosts: new HostRegistry(), backoffMs: 10 });
}

beforeAll(async () => {
  real = await startRealModel();
  ollama = client();
});

afterAll(async () => {
  await ollama?.close();
  await real?.stop();
});

const simple = () => ollama.chatJson({ prompt: CV, schema: person, maxTokens: 120 });

describe('an answer of a real model', () => {
  it('obeys the schema, and says what it cost and which weights gave it', async () => {
    const { value, usage, model } = await simple();
    expect(person.safeParse(value).success).toBe(true);
    expect(usage).toMatchObject({ doneReason: 'stop', attempts: 1 });
    expect(usage.tokensIn).toBeGreaterThan(20);
    expect(usage.tokensOut).toBeGreaterThan(5);
    expect(usage.tokensOut).toBeLessThanOrEqual(120);
    expect(model).toEqual({ name: real.model, digest: expect.stringMatching(/^(sha256:)?[0-9a-f]{64}$/) });
  });

  it('obeys a schema with lists and choices', async () => {
    const schema = z.object({ kind: z.enum(['cv', 'letter']), lines: z.array(z.number().int()).max(3) });
    const { value } = await ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    expect(['cv', 'letter']).toContain(value.kind);
    expect(value.lines.length).toBeLessThanOrEqual(3);
  });

  it('is never longer than allowed: one that reaches the limit is a failure', async () => {
    const call = ollama.chatJson({
      prompt: 'List all words of French, with synonyms.',
      schema: endless,
      maxTokens: 24,
    });
    await expect(call).rejects.toMatchObject({ code: 'answer-cut', details: { limit: 24 } });
  });
});

describe('limits', () => {
  it('a prompt that cannot fit is refused before it is sent', async () => {
    const call = ollama.chatJson({ prompt: 'mot '.repeat(4000), schema: person, maxTokens: 50 });
    await expect(call).rejects.toMatchObject({ code: 'context-exceeded' });
  });

  it('a prompt with more tokens than estimated is refused by the server, not cut in silence', async () => {
    // Digits are a token each: about four times as many tokens as the estimate says.
    const call = ollama.chatJson({ prompt: '7 '.repeat(750), schema: person, maxTokens: 50 });
    await expect(call).rejects.toMatchObject({ code: 'context-exceeded' });
  });

  it('an attempt that takes too long ends, and the next call is answered', async () => {
    const hasty = client({ timeoutMs: 40, overallTimeoutMs: 40, attempts: 1 });
    const call = hasty.chatJson({ prompt: 'List all words of French.', schema: endless, maxTokens: 400 });
    await expect(call).rejects.toMatchObject({ code: 'timeout' });
    await hasty.close();
    await expect(simple()).resolves.toBeDefined();
  });

  it('a cancelled call ends, and the next call is answered', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const call = ollama.chatJson({ prompt: 'List all words of French.', schema: endless, maxTokens: 400, signal });
    setTimeout(() => controller.abort(), 300);
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    await expect(simple()).resolves.toBeDefined();
  });

  it('calls at the same time are all answered', async () => {
    const answers = await Promise.all([simple(), simple(), simple()]);
    for (const { value } of answers) expect(person.safeParse(value).success).toBe(true);
  });
});

describe('what the host tells', () => {
  it('a model that is not installed is named', async () => {
    const other = client({ model: 'no-such-model:1b' });
    const call = other.chatJson({ prompt: CV, schema: person, maxTokens: 50 });
    await expect(call).rejects.toMatchObject({ code: 'model-missing', details: { what: 'no-such-model:1b' } });
    await other.close();
  });

  it('health gives version, digest and what is loaded', async () => {
    await simple();
    const { ok, hosts } = await ollama.health();
    expect(ok).toBe(true);
    expect(hosts[0]).toMatchObject({ reachable: true, modelPresent: true, loaded: true, reason: null });
    expect(hosts[0]?.version).toMatch(/^\d+\.\d+/);
    expect(hosts[0]?.digest).toMatch(/^(sha256:)?[0-9a-f]{64}$/);
  });
});

describe('embeddings', () => {
  const cosine = (a: number[], b: number[]) => {
    const dot = (x: number[], y: number[]) => x.reduce((sum, value, index) => sum + value * (y[index] ?? 0), 0);
    return dot(a, b) / Math.sqrt(dot(a, a) * dot(b, b));
  };

  it('are one vector a text, the same for the same text', async () => {
    const { vectors, usage } = await ollama.embed({ texts: ['infirmière', 'comptable', 'infirmière'] });
    const [nurse, accountant, again] = vectors as [number[], number[], number[]];
    expect(new Set(vectors.map(({ length }) => length)).size).toBe(1);
    expect(cosine(nurse, again)).toBeCloseTo(1, 3);
    expect(cosine(nurse, accountant)).toBeLessThan(0.999);
    expect(usage.tokensIn).toBeGreaterThan(0);
  });

  it('put texts of like meaning near each other, though they share no word', async () => {
    const texts = [
      'She looks after patients on a ward.',
      'A nurse in a hospital.',
      'He repairs car engines in a garage.',
    ];
    const { vectors } = await ollama.embed({ texts });
    const [ward, nurse, garage] = vectors as [number[], number[], number[]];
    expect(cosine(ward, nurse)).toBeGreaterThan(cosine(ward, garage) + 0.2);
  });

  it('stand for a whole text, however long, and its end has a part in them', async () => {
    const start = 'Bookkeeping, invoices, payroll and tax returns. '.repeat(60);
    const { vectors } = await ollama.embed({
      texts: [start, `${start}${'Scuba diving in coral reefs. '.repeat(60)}`, 'diving'],
    });
    const [accounts, both, diving] = vectors as [number[], number[], number[]];
    expect(cosine(both, diving)).toBeGreaterThan(cosine(accounts, diving) + 0.1);
  });
});
