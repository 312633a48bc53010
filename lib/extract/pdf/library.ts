import { createRequire } from 'node:module';
import path from 'node:path';

export type PdfJs = Awaited<ReturnType<typeof load>>;
export type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
export type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;
type PdfWorker = InstanceType<PdfJs['PDFWorker']>;

/**
 * pdf.js, both halves, in this thread. Its legacy build (the one that runs on Node 20) puts core-js' own `Array.prototype.push` in place of the language's, for a
 * corner case of arrays with 2^32 entries; that one is many times slower and costs a tenth of the time of reading a CV, so the language's own comes back.
 */
async function load() {
  const { push } = Array.prototype;
  const worker = await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  const library = await import('pdfjs-dist/legacy/build/pdf.mjs');
  Object.defineProperty(Array.prototype, 'push', { value: push, writable: true, configurable: true });
  return { ...library, startParsing: (port: unknown) => worker.WorkerMessageHandler.initializeFromPort(port) };
}

let loaded: Promise<PdfJs> | undefined;

export const pdfJs = (): Promise<PdfJs> => (loaded ??= load());

let folder: string | undefined;

/** Where the fonts, character maps and decoders of pdf.js' own package are: nothing is fetched. */
export function packageUrls() {
  folder ??= path.dirname(createRequire(__filename).resolve('pdfjs-dist/package.json'));
  const base = `${folder}/`;
  return {
    standardFontDataUrl: `${base}standard_fonts/`,
    cMapUrl: `${base}cmaps/`,
    cMapPacked: true,
    wasmUrl: `${base}wasm/`,
    iccUrl: `${base}iccs/`,
  };
}

interface Message {
  action?: string;
  data?: unknown;
  chunk?: { fnArray?: unknown[]; argsArray?: unknown[] };
}

type Listener = (event: { data: unknown }) => void;

/** A font that is read is not installed: there is no browser to install it in, and pdf.js would then draw all of its letters as outlines. */
const NOT_INSTALLED = { extra: { createNativeFontFace: () => null } };

/** pdf.js empties the lists of a chunk once it is sent: it must be copied. */
function asSent(message: Message): Message {
  const { action, chunk, data } = message;
  if (chunk?.fnArray && chunk.argsArray)
    return { ...message, chunk: { ...chunk, fnArray: [...chunk.fnArray], argsArray: [...chunk.argsArray] } };
  if (action !== 'commonobj' || !Array.isArray(data) || data[1] !== 'Font') return message;
  const [name, type, font] = data as [string, string, object];
  return { ...message, data: [name, type, { ...font, ...NOT_INSTALLED }] };
}

/**
 * Both halves of pdf.js joined in one thread by handing objects over, where its own LoopbackPort (src/display/api.js) clones each of them: every character,
 * font and picture of a page would be copied to be looked at once. Only for reading: drawing changes what it is given.
 */
class HandingPort {
  private readonly listeners = new Set<Listener>();
  private readonly turn = Promise.resolve();

  postMessage(message: Message): void {
    const event = { data: asSent(message) };
    void this.turn.then(() => this.listeners.forEach((listener) => listener(event)));
  }

  addEventListener(_: string, listener: Listener, options?: { signal?: AbortSignal }): void {
    this.listeners.add(listener);
    options?.signal?.addEventListener('abort', () => this.listeners.delete(listener));
  }

  removeEventListener(_: string, listener: Listener): void {
    this.listeners.delete(listener);
  }
}

/** A parser for one document, in this thread. */
export function readingWorker(lib: PdfJs): PdfWorker {
  const port = new HandingPort();
  lib.startParsing(port);
  return new lib.PDFWorker({ port: port as never, verbosity: lib.VerbosityLevel.ERRORS });
}

/** Stands in for a browser's page, where fonts would be installed; see NOT_INSTALLED. */
export const NO_PAGE = { fonts: { add: () => undefined, delete: () => undefined } };
