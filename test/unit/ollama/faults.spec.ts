import { VivierError } from '../../../lib/errors';
import { createOllama, HostRegistry, type OllamaConfig } from '../../../lib/ollama';
import { cases, CV, GOOD, schema } from './fault-cases';
import {
  body,
  chunk,
  drop,
  inTurn,
  last,
  never,
  refusedUrl,
  startFaultServer,
  status,
  type Fault,
  type FaultServer,
} from './fault-server';

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

describe('fault injection: each case has its typed outcome', () => {
  it.each(Object.entries(cases))('%s', async (_name, { fault, url, config, maxTokens = 100, outcome, requests }) => {
    const server = await serve(fault);
    const ollama = client([(await url?.(server.url)) ?? server.url], config);
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
