import { createRequire } from 'node:module';
import path from 'node:path';
import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import type { ExtractedDocument } from '../types';
import { Painter } from './painter';
import type { PageContent } from './types';

type PdfJs = Awaited<ReturnType<typeof pdfJs>>;
type PdfDocument = Awaited<ReturnType<PdfJs['getDocument']>['promise']>;
type PdfPage = Awaited<ReturnType<PdfDocument['getPage']>>;

export interface Annotation {
  subtype?: string;
  url?: string;
  unsafeUrl?: string;
  rect: number[];
}

export interface OpenedPage {
  content: PageContent;
  /** Rectangles already in the page's own places (origin top left). */
  annotations: Annotation[];
  proxy: PdfPage;
  close(): void;
}

export interface OpenedPdf {
  pages: number;
  properties: ExtractedDocument['properties'];
  page(number: number): Promise<OpenedPage>;
  close(): Promise<void>;
}

const folder = () => path.dirname(createRequire(__filename).resolve('pdfjs-dist/package.json'));

async function pdfJs() {
  return import('pdfjs-dist/legacy/build/pdf.mjs');
}

/**
 * Opens a PDF with pdf.js in this thread, with the fonts and character maps of its own package: nothing is fetched.
 * Throws `encrypted`, `corrupt` or `truncated`.
 */
export async function openPdf(file: SourceFile, context: ReadContext): Promise<OpenedPdf> {
  const lib = await pdfJs();
  const base = `${folder()}/`;
  const task = lib.getDocument({
    data: new Uint8Array(file.data),
    password: context.password,
    standardFontDataUrl: `${base}standard_fonts/`,
    cMapUrl: `${base}cmaps/`,
    cMapPacked: true,
    wasmUrl: `${base}wasm/`,
    iccUrl: `${base}iccs/`,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
    isOffscreenCanvasSupported: false,
    maxImageSize: context.limits.pixels,
    verbosity: lib.VerbosityLevel.ERRORS,
    stopAtErrors: false,
  });
  try {
    const document = await task.promise;
    const [info, layers] = await Promise.all([
      document.getMetadata().catch(() => null),
      document.getOptionalContentConfig(),
    ]);
    return {
      pages: document.numPages,
      properties: propertiesOf(info?.info as Record<string, unknown> | undefined),
      page: (number) => openPage(lib, document, number, (properties) => layers.isVisible(properties as never)),
      close: () => task.destroy(),
    };
  } catch (error) {
    await task.destroy();
    throw asVivierError(error, file);
  }
}

function asVivierError(error: unknown, file: SourceFile): VivierError {
  const name = error instanceof Error ? error.name : '';
  const details = { fileName: file.fileName };
  if (name === 'PasswordException') return new VivierError('encrypted', details, { cause: error });
  const code = endsWithMarker(file.data) ? 'corrupt' : 'truncated';
  return new VivierError(code, details, { cause: error });
}

/** A whole PDF ends in `%%EOF`, give or take some bytes that a mail gateway added. */
export function endsWithMarker(data: Uint8Array): boolean {
  return Buffer.from(data.subarray(Math.max(0, data.length - 2048))).includes('%%EOF');
}

const PDF_DATE = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:([+-])(\d\d)'?(\d\d)?|Z)?/;

/** `D:20240131120000+01'00'` as ISO 8601 in UTC. */
export function pdfDate(raw: unknown): string | undefined {
  const match = typeof raw === 'string' ? PDF_DATE.exec(raw) : null;
  if (!match) return undefined;
  const [, year, month = '01', day = '01', hour = '00', minute = '00', second = '00', sign, zh = '00', zm = '00'] =
    match;
  const zone = sign ? `${sign}${zh}:${zm}` : 'Z';
  const date = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}

function propertiesOf(info: Record<string, unknown> | undefined): ExtractedDocument['properties'] {
  const text = (value: unknown) => (typeof value === 'string' && value.trim() ? value.trim() : undefined);
  const all = {
    author: text(info?.Author),
    title: text(info?.Title),
    created: pdfDate(info?.CreationDate),
    modified: pdfDate(info?.ModDate),
  };
  return Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
}

async function openPage(
  lib: PdfJs,
  document: PdfDocument,
  number: number,
  layerVisible: (properties: unknown) => boolean,
): Promise<OpenedPage> {
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const list = await page.getOperatorList();
  const stored = (store: { has(id: string): boolean; get(id: string): unknown }, id: string) =>
    store.has(id) ? store.get(id) : null;
  const content = new Painter({
    fnArray: list.fnArray,
    argsArray: list.argsArray as unknown[][],
    ops: lib.OPS as unknown as Record<string, number>,
    font: (name) => stored(page.commonObjs, name) as never,
    image: (name) => stored(name.startsWith('g_') ? page.commonObjs : page.objs, name) as never,
    layerVisible,
    viewport: { width: viewport.width, height: viewport.height, transform: viewport.transform as number[] },
  }).run();
  const annotations = ((await page.getAnnotations()) as Annotation[]).map((annotation) => ({
    ...annotation,
    rect: viewport.convertToViewportRectangle(annotation.rect) as number[],
  }));
  return { content, annotations, proxy: page, close: () => page.cleanup() };
}
