import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Fault injection: an HTTP server that answers as Ollama would, or fails in the one way that a test asks for. */
export interface FaultServer {
  url: string;
  /** Bodies of the chat and embed requests that came, in order. */
  received: Record<string, unknown>[];
  headers: IncomingMessage['headers'][];
  /** Requests under way now, and the most there ever were. */
  active: { now: number; most: number };
  close(): Promise<void>;
}

export type Fault = (request: IncomingMessage, response: ServerResponse, count: number) => void | Promise<void>;

export const MODEL = 'mistral:7b-instruct';
const DIGEST = 'a'.repeat(64);

const json = (response: ServerResponse, status: number, body: unknown) => {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(JSON.stringify(body));
};

export const chunk = (content: string) =>
  `${JSON.stringify({ model: MODEL, message: { role: 'assistant', content }, done: false })}\n`;
export const last = (doneReason = 'stop', promptTokens = 42) =>
  `${JSON.stringify({ model: MODEL, message: { role: 'assistant', content: '' }, done: true, done_reason: doneReason, prompt_eval_count: promptTokens, eval_count: 7 })}\n`;

/** A good answer, in several pieces, the way Ollama streams it. */
export const answer =
  (text: string, doneReason?: string, promptTokens?: number): Fault =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    for (const piece of text.match(/.{1,5}/gsu) ?? []) response.write(chunk(piece));
    response.end(last(doneReason, promptTokens));
  };

export const status =
  (code: number, error?: string): Fault =>
  (_request, response) =>
    json(response, code, { error: error ?? 'something of the request: Camille Martin' });

export const body =
  (text: string, type = 'application/x-ndjson'): Fault =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': type });
    response.end(text);
  };

/** Headers and a part of the answer, then the connection is cut. */
export const half: Fault = (_request, response) => {
  response.writeHead(200, { 'content-type': 'application/x-ndjson' });
  response.write(chunk('{"name":"Cam'), () => response.destroy());
};

export const never: Fault = () => undefined;
export const drop: Fault = (request) => void request.socket.destroy();

/** Writes pieces, the nth as the function says, for as long as somebody listens. */
export const endless =
  (piece: (n: number) => string): Fault =>
  (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/x-ndjson' });
    let n = 0;
    const write = () => {
      if (response.destroyed) return;
      response.write(chunk(piece(n++)));
      setImmediate(write);
    };
    write();
  };

/** The first fault for the first request, and so on; the last one stays. */
export const inTurn =
  (...faults: Fault[]): Fault =>
  (request, response, count) =>
    faults[Math.min(count, faults.length) - 1]?.(request, response, count);

async function readBody(request: IncomingMessage): Promise<Record<string, unknown>> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return parts.length ? (JSON.parse(Buffer.concat(parts).toString()) as Record<string, unknown>) : {};
}

const LISTS: Record<string, unknown> = {
  '/api/version': { version: '0.12.6' },
  '/api/tags': {
    models: [
      { name: MODEL, digest: DIGEST },
      { name: 'bge-m3:latest', digest: 'b'.repeat(64) },
    ],
  },
  '/api/ps': { models: [{ name: MODEL, digest: DIGEST, context_length: 8192 }] },
  '/api/show': { model_info: { 'general.architecture': 'llama', 'llama.context_length': 32_768 } },
};

/** Faults apply to `/api/chat` and `/api/embed`; the lists are answered as Ollama does. */
export async function startFaultServer(fault: Fault): Promise<FaultServer> {
  const received: Record<string, unknown>[] = [];
  const headers: IncomingMessage['headers'][] = [];
  const active = { now: 0, most: 0 };
  const server = createServer((request, response) => {
    void (async () => {
      const list = LISTS[request.url ?? ''];
      const sent = await readBody(request);
      if (list) return json(response, 200, list);
      received.push(sent);
      headers.push(request.headers);
      active.now += 1;
      active.most = Math.max(active.most, active.now);
      response.once('close', () => (active.now -= 1));
      return fault(request, response, received.length);
    })();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    received,
    headers,
    active,
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A port on which nothing listens. */
export async function refusedUrl(): Promise<string> {
  const server = await startFaultServer(never);
  await server.close();
  return server.url;
}
