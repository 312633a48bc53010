import { createHash } from 'node:crypto';
import { z } from 'zod/v4';
import { VivierError } from '../../../lib/errors';
import { createOllama, HostRegistry, type OllamaConfig } from '../../../lib/ollama';
import {
  answer,
  body,
  chunk,
  drop,
  endless,
  half,
  inTurn,
  last,
  never,
  refusedUrl,
  startFaultServer,
  status,
  type Fault,
  type FaultServer,
} from './fault-server';

const schema = z.object({ name: z.string() });
const CV = 'Camille Martin, 3 rue des Lilas';
/** Words that never repeat. */
const noise = (n: number) => createHash('sha256').update(String(n)).digest('base64');
const GOOD = answer('{"name":"Camille"}');

let servers: FaultServer[] = [];
const closers: (() => Promise<void>)[] = [];

async function serve(fault: Fault): Promise<FaultServer> {
  const server = await startFaultServer(fault);
  servers.push(server);
  return server;
}

function client(hosts: string[], config: Partial<OllamaConfig> = {}) {
  const ollama = createOllama({ hosts, ...config }, { hosts: new HostRegistry(), backoffMs: 1 });
  closers.push(() => ollama.close());
  return ollama;
}

afterEach(async () => {
  await Promise.all(closers.splice(0).map((close) => close()));
  await Promise.all(servers.map((server) => server.close()));
  servers = [];
});

interface Case {
  fault: Fault;
  config?: Partial<OllamaConfig>;
  /** Default 100. */
  maxTokens?: number;
  /** The error's code, or `ok`. */
  outcome: string;
  requests: number;
}

const cases: Record<string, Case> = {
  'a good answer': { fault: GOOD, outcome: 'ok', requests: 1 },
  'a connection dropped each time': { fault: drop, outcome: 'ollama-unreachable', requests: 3 },
  'a connection dropped once': { fault: inTurn(drop, GOOD), outcome: 'ok', requests: 2 },
  'half an answer each time': { fault: half, outcome: 'ollama-unreachable', requests: 3 },
  'half an answer once': { fault: inTurn(half, GOOD), outcome: 'ok', requests: 2 },
  'a stream that ends without its last line': {
    fault: body(chunk('{"name":"x"}')),
    outcome: 'ollama-unreachable',
    requests: 3,
  },
  'no answer within the time of an attempt': {
    fault: never,
    config: { timeoutMs: 300, overallTimeoutMs: 60_000 },
    outcome: 'timeout',
    requests: 3,
  },
  'no answer within the overall time': {
    fault: never,
    config: { timeoutMs: 60_000, overallTimeoutMs: 300 },
    outcome: 'timeout',
    requests: 1,
  },
  'slow once, then fine': { fault: inTurn(never, GOOD), config: { timeoutMs: 800 }, outcome: 'ok', requests: 2 },
  'a page of HTML': { fault: body('<html>Camille Martin</html>'), outcome: 'model-answer-invalid', requests: 3 },
  'an empty body': { fault: body(''), outcome: 'ollama-unreachable', requests: 3 },
  'an answer that is not JSON': { fault: answer('Camille Martin'), outcome: 'model-answer-invalid', requests: 3 },
  'an answer of another shape': { fault: answer('{"nom":1}'), outcome: 'model-answer-invalid', requests: 3 },
  'an answer of another shape once': { fault: inTurn(answer('{}'), GOOD), outcome: 'ok', requests: 2 },
  'an answer cut at its limit': { fault: answer('{"name":"Cam', 'length'), outcome: 'answer-cut', requests: 1 },
  'tokens without end': { fault: endless(noise), outcome: 'answer-cut', requests: 1 },
  'the same words without end': {
    fault: endless(() => 'the same words '),
    maxTokens: 1000,
    outcome: 'model-answer-invalid',
    requests: 3,
  },
  'white space without end': { fault: endless(() => ' \n\t          '), outcome: 'model-answer-invalid', requests: 3 },
  'a line without end': { fault: body('x'.repeat(2_000_000)), outcome: 'model-answer-invalid', requests: 3 },
  'a model that is not there': {
    fault: status(404, 'model "mistral:7b-instruct" not found, try pulling it first'),
    outcome: 'model-missing',
    requests: 1,
  },
  'a server that is not Ollama': { fault: status(404, 'no such page'), outcome: 'ollama-unreachable', requests: 3 },
  'a wrong key': { fault: status(401, 'unauthorized'), outcome: 'model-refused', requests: 1 },
  'a request that Ollama refuses': { fault: status(400), outcome: 'model-refused', requests: 1 },
  'a prompt too long for the model (400)': {
    fault: status(400, 'the input length exceeds the context length'),
    outcome: 'context-exceeded',
    requests: 1,
  },
  'a prompt too long for the model (500)': {
    fault: status(500, 'input exceeds maximum context length and cannot be truncated further'),
    outcome: 'context-exceeded',
    requests: 1,
  },
  'HTTP 500 each time': { fault: status(500), outcome: 'model-refused', requests: 3 },
  'HTTP 500, then 503, then fine': { fault: inTurn(status(500), status(503), GOOD), outcome: 'ok', requests: 3 },
  'a complaint in mid-stream': {
    fault: body(`${chunk('{"na')}${JSON.stringify({ error: 'llama runner process has terminated' })}\n`),
    outcome: 'model-refused',
    requests: 3,
  },
  'a redirect to another machine': {
    fault: (_request, response) => void response.writeHead(307, { location: 'http://127.0.0.1:9/' }).end(),
    outcome: 'ollama-unreachable',
    requests: 3,
  },
};

describe('fault injection: each case has its typed outcome', () => {
  it.each(Object.entries(cases))('%s', async (_name, { fault, config, maxTokens = 100, outcome, requests }) => {
    const server = await serve(fault);
    const ollama = client([server.url], config);
    const result = await ollama.chatJson({ prompt: CV, schema, maxTokens }).then(
      () => 'ok',
      (error: unknown) => {
        if (!(error instanceof VivierError)) throw error;
        expect(`${error.message} ${error.hint} ${JSON.stringify(error.details)}`).not.toMatch(/Camille|Lilas/);
        return error.code;
      },
    );
    expect({ result, requests: server.received.length }).toEqual({ result: outcome, requests });
  });

  it('nobody listens: unreachable, with the address and the reason', async () => {
    const url = await refusedUrl();
    const failed = client([url]).chatJson({ prompt: CV, schema, maxTokens: 100 });
    await expect(failed).rejects.toMatchObject({
      code: 'ollama-unreachable',
      details: { what: url, reason: 'ECONNREFUSED' },
    });
  });

  it('prints nothing, whatever comes back', async () => {
    const spies = (['log', 'warn', 'error'] as const).map((name) => jest.spyOn(console, name).mockImplementation());
    for (const fault of [body('Camille Martin\n'), status(500), body(chunk('{') + last())]) {
      const server = await serve(fault);
      await client([server.url], { attempts: 1 })
        .chatJson({ prompt: CV, schema, maxTokens: 10 })
        .catch(() => undefined);
    }
    for (const spy of spies) {
      expect(spy).not.toHaveBeenCalled();
      spy.mockRestore();
    }
  });

  it('a connection kept alive and then dropped by the server is opened again', async () => {
    const server = await serve(inTurn(GOOD, drop, GOOD));
    const ollama = client([server.url]);
    await ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    const second = await ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    expect(second.usage.attempts).toBe(2);
  });
});

describe('cancellation', () => {
  it('ends a call that is under way, and its request', async () => {
    const server = await serve(never);
    const controller = new AbortController();
    const call = client([server.url]).chatJson({ prompt: CV, schema, maxTokens: 100, signal: controller.signal });
    while (server.active.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    while (server.active.now > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect(server.received).toHaveLength(1);
  });

  it('ends a call that waits in the queue at once, and the queue goes on', async () => {
    let release: () => void = () => undefined;
    const first: Fault = (request, response, count) => {
      release = () => void GOOD(request, response, count);
    };
    const server = await serve(inTurn(first, GOOD));
    const ollama = client([server.url]);
    const controller = new AbortController();
    const ask = (signal?: AbortSignal) => ollama.chatJson({ prompt: CV, schema, maxTokens: 100, signal });
    const running = ask();
    const waiting = ask(controller.signal);
    const behind = ask();
    while (server.active.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    controller.abort();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    release();
    await Promise.all([running, behind]);
    expect(server.received).toHaveLength(2);
  });

  it('sends nothing when it was cancelled before', async () => {
    const server = await serve(GOOD);
    const call = client([server.url]).chatJson({ prompt: CV, schema, maxTokens: 9, signal: AbortSignal.abort() });
    await expect(call).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.received).toHaveLength(0);
  });

  it('close() ends what is under way', async () => {
    const server = await serve(never);
    const ollama = client([server.url]);
    const call = ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    const failed = expect(call).rejects.toMatchObject({ code: 'cancelled' });
    while (server.active.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await ollama.close();
    await failed;
  });
});

describe('several hosts', () => {
  it('a host that is down costs no attempt: the other one answers', async () => {
    const server = await serve(GOOD);
    const { usage } = await client([await refusedUrl(), server.url]).chatJson({ prompt: CV, schema, maxTokens: 100 });
    expect(usage.attempts).toBe(1);
  });

  it('a host without the model is passed over', async () => {
    const without = await serve(status(404, 'model "mistral:7b-instruct" not found'));
    const server = await serve(GOOD);
    const { value } = await client([without.url, server.url]).chatJson({ prompt: CV, schema, maxTokens: 100 });
    expect(value).toEqual({ name: 'Camille' });
  });

  it('the model is missing only when no host has it', async () => {
    const without = status(404, 'model "mistral:7b-instruct" not found');
    const [a, b] = [await serve(without), await serve(without)];
    const call = client([a.url, b.url]).chatJson({ prompt: CV, schema, maxTokens: 100 });
    await expect(call).rejects.toMatchObject({ code: 'model-missing', details: { what: 'mistral:7b-instruct' } });
  });

  it('after a failure the next attempt goes to the other host', async () => {
    const [bad, good] = [await serve(status(500)), await serve(GOOD)];
    await client([bad.url, good.url]).chatJson({ prompt: CV, schema, maxTokens: 100 });
    expect([bad.received.length, good.received.length]).toEqual([1, 1]);
  });

  it('calls are shared out, and a host never gets more than it may have at once', async () => {
    const slow: Fault = (request, response, count) => void setTimeout(() => void GOOD(request, response, count), 20);
    const [a, b] = [await serve(slow), await serve(slow)];
    const ollama = client([a.url, b.url], { concurrencyPerHost: 2 });
    await Promise.all(Array.from({ length: 12 }, () => ollama.chatJson({ prompt: CV, schema, maxTokens: 100 })));
    expect([a.received.length, b.received.length]).toEqual([6, 6]);
    expect([a.active.most, b.active.most]).toEqual([2, 2]);
  });
});

describe('circuit breaker', () => {
  it('opens after faults in a row, asks nothing while open, and closes again by a probe', async () => {
    const server = await serve(inTurn(status(500), status(500), GOOD));
    const hosts = new HostRegistry({ breakAfter: 2, halfOpenAfterMs: 50 });
    const ollama = createOllama({ hosts: [server.url], attempts: 1 }, { hosts, backoffMs: 1 });
    closers.push(() => ollama.close());
    const ask = () => ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    await expect(ask()).rejects.toMatchObject({ code: 'model-refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'model-refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'ollama-unreachable' });
    expect(server.received).toHaveLength(2);
    expect((await ollama.health()).hosts[0]?.circuit).toBe('open');
    await new Promise((resolve) => setTimeout(resolve, 60));
    await ask();
    expect((await ollama.health()).hosts[0]?.circuit).toBe('closed');
  });

  it('stays closed when the requests are wrong rather than the host', async () => {
    const server = await serve(status(400));
    const hosts = new HostRegistry({ breakAfter: 1, halfOpenAfterMs: 60_000 });
    const ollama = createOllama({ hosts: [server.url] }, { hosts, backoffMs: 1 });
    closers.push(() => ollama.close());
    const ask = () => ollama.chatJson({ prompt: CV, schema, maxTokens: 100 });
    await expect(ask()).rejects.toMatchObject({ code: 'model-refused' });
    await expect(ask()).rejects.toMatchObject({ code: 'model-refused' });
    expect(server.received).toHaveLength(2);
  });
});
