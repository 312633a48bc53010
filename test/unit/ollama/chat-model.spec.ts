import { z } from 'zod/v4';
import { createChatModel, HostRegistry, type ChatModelConfig, type ForeignChatModel } from '../../../lib/ollama';

const schema = z.object({ name: z.string() });
const CV = 'Camille Martin, 3 rue des Lilas';
const GOOD = '{"name":"Camille"}';

interface Call {
  structured: boolean;
  signal?: AbortSignal;
}

/** Fault injection: a chat model of n8n's shape that answers as the test says. */
function chatModel(reply: (call: Call, count: number) => unknown, canBeHeld = true) {
  const calls: Call[] = [];
  const invoke = (structured: boolean) => ({
    invoke: async (_input: string, options?: { signal?: AbortSignal }) => {
      calls.push({ structured, signal: options?.signal });
      return reply(calls.at(-1) as Call, calls.length);
    },
  });
  const model: ForeignChatModel = { model: 'some-model', ...invoke(false) };
  if (canBeHeld) model.withStructuredOutput = () => invoke(true);
  return { model, calls };
}

const message = (content: unknown) => ({ content, usage_metadata: { input_tokens: 90, output_tokens: 6 } });
const failing = (error: object) => () => {
  throw Object.assign(new Error(CV), error);
};

function ask(reply: Parameters<typeof chatModel>[0], config: ChatModelConfig = {}, canBeHeld = true) {
  const double = chatModel(reply, canBeHeld);
  const client = createChatModel(double.model, { hosts: new HostRegistry(), backoffMs: 1, ...config });
  return { ...double, answer: client.chatJson({ prompt: CV, schema, maxTokens: 50 }) };
}

describe('a chat model of n8n’s in the place of Ollama', () => {
  it('is held to the schema where it can be, and its answer checked again', async () => {
    const { answer, calls } = ask(() => ({ raw: message(GOOD), parsed: { name: 'Camille' } }));
    expect(await answer).toMatchObject({
      value: { name: 'Camille' },
      usage: { tokensIn: 90, tokensOut: 6, attempts: 1 },
      model: { name: 'some-model', digest: null },
    });
    expect(calls.map(({ structured }) => structured)).toEqual([true]);
  });

  it.each([
    ['plain text', message(GOOD)],
    ['text in parts', message([{ type: 'text', text: GOOD }])],
    ['a fence', message(`Here it is:\n\`\`\`json\n${GOOD}\n\`\`\``)],
  ])('may answer in %s', async (_what, reply) => {
    expect((await ask(() => reply, {}, false).answer).value).toEqual({ name: 'Camille' });
  });

  it('may answer by calling a function', async () => {
    const { answer } = ask(() => ({ raw: message(''), parsed: { name: 'Camille' } }));
    expect((await answer).value).toEqual({ name: 'Camille' });
  });

  it('is asked in words alone when it cannot be held to a schema', async () => {
    const { answer, calls } = ask(({ structured }) => (structured ? failing({ status: 400 })() : message(GOOD)));
    expect((await answer).value).toEqual({ name: 'Camille' });
    expect(calls.map(({ structured }) => structured)).toEqual([true, false]);
  });

  it.each<[string, Parameters<typeof chatModel>[0], string, number]>([
    ['a refused connection', failing({ code: 'ECONNREFUSED' }), 'chat-model-failed', 3],
    ['a wrong key', failing({ status: 401 }), 'chat-model-failed', 2],
    ['too many requests', failing({ status: 429 }), 'chat-model-failed', 3],
    ['n8n’s wrapping of HTTP 503', failing({ httpCode: '503' }), 'chat-model-failed', 3],
    ['garbage', () => message('Camille Martin'), 'model-answer-invalid', 3],
    ['nothing', () => undefined, 'model-answer-invalid', 3],
    ['another shape', () => message('{"nom":1}'), 'model-answer-invalid', 3],
    ['an answer without end', () => ({ raw: message('x'.repeat(10_000)) }), 'answer-cut', 1],
  ])('ends in a typed error that quotes nothing: %s', async (_what, reply, code, requests) => {
    const { answer, calls } = ask(reply);
    const error = await answer.catch((caught: unknown) => caught);
    expect(error).toMatchObject({ code });
    expect(`${String(error)} ${JSON.stringify(error)}`).not.toMatch(/Camille|Lilas/);
    expect(calls).toHaveLength(requests);
  });

  it('that is slow or deaf is left behind in time', async () => {
    const { answer } = ask(() => new Promise(() => undefined), { timeoutMs: 50, attempts: 1 });
    await expect(answer).rejects.toMatchObject({ code: 'timeout' });
  });

  it('that read a part of the prompt only is found out', async () => {
    const cut = { content: GOOD, usage_metadata: { input_tokens: 9, output_tokens: 6 } };
    await expect(ask(() => cut, {}, false).answer).rejects.toMatchObject({ code: 'context-exceeded' });
  });

  it('of Ollama’s is given no more than its own node asks for, as Ollama cuts the rest in silence', () => {
    const contextOf = (numCtx: unknown) => createChatModel({ ...chatModel(() => '').model, numCtx }).contextTokens;
    expect([contextOf(2048), contextOf(undefined), contextOf(16_384)]).toEqual([2048, 4096, 8192]);
  });

  it('is not asked for what does not fit', async () => {
    const { answer, calls } = ask(() => message(GOOD), { contextTokens: 100 });
    await expect(answer).rejects.toMatchObject({ code: 'context-exceeded' });
    expect(calls).toHaveLength(0);
  });
});
