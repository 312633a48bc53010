import { TransformStream, type TransformStreamDefaultController } from 'node:stream/web';
import { Ollama } from 'ollama';
import { Agent, fetch as undiciFetch, Response, type RequestInit } from 'undici';
import { AttemptFailure, httpFailure } from './failures';

/** A line of Ollama's stream carries one token; one that grows past this is not Ollama's. */
const MAX_LINE_CHARS = 1024 * 1024;
const CONNECT_TIMEOUT_MS = 10_000;

export interface Transport {
  /** Ollama's own client, bound to a signal that ends its requests. */
  client(host: string, signal: AbortSignal): Ollama;
  close(): Promise<void>;
}

const notJson = () => new AttemptFailure('invalid-answer', 'the stream is not JSON lines');

/** Streams end with a line that says so: `done` of an answer, `success` of a download. */
const STREAMS = ['/api/chat', '/api/pull'];

/** One line of the stream, as it was. @throws AttemptFailure when it is not JSON, or carries Ollama's complaint. */
function checkLine(line: string): { done: boolean } {
  let message: unknown;
  try {
    message = JSON.parse(line);
  } catch {
    throw notJson();
  }
  if (typeof message !== 'object' || message === null) throw notJson();
  if ('error' in message) throw httpFailure(500, String(message.error));
  return {
    done: ('done' in message && message.done === true) || ('status' in message && message.status === 'success'),
  };
}

/**
 * Passes on whole lines of JSON and ends in an error otherwise. The `ollama` package would print a line that is not JSON to
 * the console, CV text included, and take a complaint in mid-stream for a lost connection.
 */
function strictLines(): TransformStream<Uint8Array, Uint8Array> {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  let rest = '';
  let done = false;
  const pass = (line: string, controller: TransformStreamDefaultController<Uint8Array>) => {
    if (line.trim() === '') return;
    done = checkLine(line).done;
    controller.enqueue(encoder.encode(`${line}\n`));
  };
  return new TransformStream({
    transform(chunk, controller) {
      const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      if (rest.length > MAX_LINE_CHARS) throw notJson();
      for (const line of lines) pass(line, controller);
    },
    flush(controller) {
      pass(rest + decoder.decode(), controller);
      if (!done) throw new AttemptFailure('unreachable', 'the connection ended before the answer did');
    },
  });
}

/** Ollama's complaint as `{error}`, whatever a proxy made of it: the `ollama` package prints other types to the console. */
async function asJsonError(response: Response): Promise<Response> {
  const text = (await response.text()).slice(0, 4000);
  let error = '';
  try {
    const body: unknown = JSON.parse(text);
    if (typeof body === 'object' && body !== null && 'error' in body) {
      error = typeof body.error === 'string' ? body.error : JSON.stringify(body.error);
    }
  } catch {
    error = '';
  }
  return Response.json({ error }, { status: response.status });
}

/**
 * undici's own fetch rather than Node's: the built-in one gives up after 300 s without headers, and Ollama sends none before
 * the first token, which on a CPU comes after the model was loaded, the queue emptied and the prompt read.
 * Redirects are refused, so that a CV never follows one to another machine; proxies of the environment are not used.
 */
export function openTransport(apiKey?: string): Transport {
  const agent = new Agent({
    headersTimeout: 0,
    bodyTimeout: 0,
    connect: { timeout: CONNECT_TIMEOUT_MS, keepAlive: true },
  });
  const headers = apiKey ? { Authorization: `Bearer ${apiKey}` } : undefined;
  const boundFetch = (signal: AbortSignal) => async (url: string, init: RequestInit) => {
    const response = await undiciFetch(url, { ...init, signal, dispatcher: agent, redirect: 'error' });
    if (!response.ok) return asJsonError(response);
    if (!STREAMS.some((path) => url.endsWith(path)) || !response.body) return response;
    return new Response(response.body.pipeThrough(strictLines()), { status: response.status });
  };
  return {
    // undici's types and those of Node's global fetch describe the same functions but are not assignable to each other.
    client: (host, signal) => new Ollama({ host, headers, fetch: boundFetch(signal) as unknown as typeof fetch }),
    close: () => agent.destroy(),
  };
}
