import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createOllama, HostRegistry, type OllamaClient, type PullProgress } from '../../../lib/ollama';
import { answer, never, refusedUrl, startFaultServer, status, type Fault, type FaultServer } from './fault-server';

let closers: (() => Promise<void>)[] = [];

function client(hosts: string[], model = 'not-there:1b'): OllamaClient {
  const ollama = createOllama({ hosts, model, timeoutMs: 2000 }, { hosts: new HostRegistry(), backoffMs: 1 });
  closers.push(() => ollama.close());
  return ollama;
}

async function serve(fault: Fault): Promise<FaultServer> {
  const server = await startFaultServer(fault);
  closers.push(() => server.close());
  return server;
}

afterEach(async () => {
  await Promise.all(closers.map((close) => close()));
  closers = [];
});

const lines = (...messages: object[]): Fault => {
  const text = messages.map((message) => `${JSON.stringify(message)}\n`).join('');
  return (_request, response) => void response.writeHead(200, { 'content-type': 'application/x-ndjson' }).end(text);
};

describe('a model that is missing', () => {
  it('is downloaded on demand, with progress, on the hosts that lack it', async () => {
    const download = lines(
      { status: 'pulling manifest' },
      { status: 'pulling abc', digest: 'sha256:abc', total: 200, completed: 50 },
      { status: 'success' },
    );
    const [a, b] = [await serve(download), await serve(download)];
    const steps: PullProgress[] = [];
    const having = await client([a.url, b.url]).pull({ onProgress: (step) => void steps.push(step) });
    expect(having).toEqual([a.url, b.url]);
    expect(a.received).toEqual([expect.objectContaining({ name: 'not-there:1b' })]);
    expect(steps.slice(0, 2)).toEqual([
      { host: a.url, status: 'pulling manifest', completed: null, total: null },
      { host: a.url, status: 'pulling abc', completed: 50, total: 200 },
    ]);
  });

  it('is not downloaded again where it is', async () => {
    const server = await serve(never);
    expect(await client([server.url], 'mistral:7b-instruct').pull()).toEqual([server.url]);
    expect(server.received).toHaveLength(0);
  });

  it.each<[string, Fault, string]>([
    ['no model of that name', lines({ error: 'pull model manifest: file does not exist' }), 'model-missing'],
    ['the same as HTTP 500', status(500, 'pull model manifest: file does not exist'), 'model-missing'],
    ['a full disk', lines({ status: 'pulling abc' }, { error: 'write: no space left on device' }), 'model-refused'],
    ['a download that breaks off', lines({ status: 'pulling abc' }), 'ollama-unreachable'],
    ['garbage', (_request, response) => void response.writeHead(200).end('<html>'), 'model-answer-invalid'],
  ])('ends in a typed error: %s', async (_what, fault, code) => {
    const server = await serve(fault);
    await expect(client([server.url]).pull()).rejects.toMatchObject({ code });
  });

  it('can be cancelled on its way', async () => {
    const controller = new AbortController();
    const server = await serve((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/x-ndjson' });
      response.write(`${JSON.stringify({ status: 'pulling manifest' })}\n`);
    });
    const onProgress = () => controller.abort();
    const pull = client([server.url]).pull({ signal: controller.signal, onProgress });
    await expect(pull).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('warm-up', () => {
  it('loads the model with the options that the requests will have, and says how long it took', async () => {
    const server = await serve(answer(''));
    const [done] = await client([server.url], 'mistral:7b-instruct').warmUp();
    expect(done).toMatchObject({ host: server.url, loaded: true, reason: null });
    expect(server.received[0]).toMatchObject({ messages: [], shift: false, options: { num_ctx: 8192 } });
  });

  it('never throws: a host that cannot says why', async () => {
    const broken = await serve(status(500, 'model requires more system memory (9.0 GiB) than is available (2.0 GiB)'));
    const all = await client([broken.url, await refusedUrl()], 'mistral:7b-instruct').warmUp();
    expect(all.map(({ loaded, reason }) => [loaded, reason])).toEqual([
      [false, expect.stringContaining('requires more system memory')],
      [false, 'ECONNREFUSED'],
    ]);
  });

  it('ends in time', async () => {
    const server = await serve(never);
    expect(await client([server.url], 'mistral:7b-instruct').warmUp()).toMatchObject([{ reason: 'too slow' }]);
  });
});

describe('health with a probe', () => {
  it('times one short answer of each host', async () => {
    const [good, bad] = [await serve(answer('{"ok":true}')), await serve(status(503))];
    const health = await client([good.url, bad.url], 'mistral:7b-instruct').health({ probe: true });
    expect(health).toMatchObject({ ok: true, state: 'degraded' });
    expect(health.hosts.map(({ probeMs }) => probeMs !== null)).toEqual([true, false]);
    expect(health.hosts[1]?.reason).toMatch(/^probe: HTTP 503/);
  });

  it('shows what waits in the queue', async () => {
    const server = await serve(never);
    const ollama = client([server.url], 'mistral:7b-instruct');
    const warming = [ollama.warmUp(), ollama.warmUp()];
    while (server.active.now === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    expect((await ollama.health()).hosts[0]?.queue).toEqual({ running: 1, waiting: 1 });
    await Promise.all(warming);
  });
});

describe('which weights answer', () => {
  it('is asked of the hosts that list the model, and unknown when none does', async () => {
    const server = await serve(never);
    const known = client([await refusedUrl(), server.url], 'mistral:7b-instruct');
    expect(await known.identify()).toEqual({ name: 'mistral:7b-instruct', digest: 'a'.repeat(64) });
    expect(await client([server.url]).identify()).toEqual({ name: 'not-there:1b', digest: null });
  });

  it('is not waited for on a host that never answers its list', async () => {
    const open: ServerResponse[] = [];
    const server = createServer((_request, response) => void open.push(response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const ollama = client([`http://127.0.0.1:${port}`]);
    const asked = ollama.identify();
    while (open.length === 0) await new Promise((resolve) => setTimeout(resolve, 5));
    await ollama.close();
    expect(await asked).toMatchObject({ digest: null });
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  });
});
