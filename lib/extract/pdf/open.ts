import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import type { BesideText } from '../suspicion';
import type { ExtractedDocument } from '../types';
import { besideAnnotations, besideInfo, besideStructure, mayDescribe, type PdfMetadata } from './beside';
import { NO_PAGE, packageUrls, pdfJs, readingWorker, type PdfDocument, type PdfJs, type PdfPage } from './library';
import { Painter } from './painter';
import { blankPhotos } from './photos';
import type { PageContent } from './types';
import { asksForPixels } from './visibility';

export interface Annotation {
  subtype?: string;
  url?: string;
  unsafeUrl?: string;
  rect: number[];
}

interface Flagged {
  annotationFlags?: number;
}

export interface OpenedPage {
  content: PageContent;
  /** Rectangles already in the page's own places (origin top left). */
  annotations: Annotation[];
  /** Texts that its structure gives for what is painted. */
  beside(): Promise<BesideText[]>;
  /** The same page with its fonts and pictures, to be drawn. */
  drawing(): Promise<PdfPage>;
  close(): void;
}

export interface OpenedPdf {
  pages: number;
  properties: ExtractedDocument['properties'];
  beside: BesideText[];
  page(number: number): Promise<OpenedPage>;
  /** A page to be drawn, which needs not have been read. */
  drawing(number: number): Promise<PdfPage>;
  close(): Promise<void>;
}

type Use = 'read' | 'see' | 'draw';

/**
 * One opening of the file. To `read` is the quickest: photos stay blank, letters have widths but no shapes; to `see` decodes the photos; what is to `draw` has
 * everything.
 */
async function startPdf(file: SourceFile, context: ReadContext, use: Use): ReturnType<typeof startWith> {
  // Passwords may be meant for other files of the same batch: most open for everybody.
  let locked: unknown;
  for (const password of [undefined, ...context.passwords]) {
    context.check();
    try {
      return await startWith(file, context, use, password);
    } catch (error) {
      if (!isLocked(error)) throw error;
      locked = error;
    }
  }
  throw locked;
}

const isLocked = (error: unknown) => error instanceof Error && error.name === 'PasswordException';

async function startWith({ data }: SourceFile, context: ReadContext, use: Use, password?: string) {
  const lib = await pdfJs();
  const bytes = new Uint8Array(data);
  const photos = use === 'read' ? blankPhotos(bytes) : 0;
  const describes = use !== 'draw' && mayDescribe(bytes);
  const worker = use === 'draw' ? undefined : readingWorker(lib);
  const task = lib.getDocument({
    worker,
    data: bytes,
    password,
    ...packageUrls(),
    ...(use !== 'draw' && { ownerDocument: NO_PAGE as never }),
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: use === 'draw',
    isOffscreenCanvasSupported: false,
    maxImageSize: context.limits.pixels,
    verbosity: lib.VerbosityLevel.ERRORS,
    stopAtErrors: false,
  });
  const close = async () => {
    await task.destroy();
    worker?.destroy();
  };
  try {
    return { lib, document: await task.promise, photos, describes, close };
  } catch (error) {
    await close();
    throw error;
  }
}

type Started = Awaited<ReturnType<typeof startPdf>>;

/**
 * Opens a PDF with pdf.js in this thread, with the fonts and character maps of its own package: nothing is fetched.
 * Throws `encrypted`, `corrupt` or `truncated`.
 */
export async function openPdf(file: SourceFile, context: ReadContext): Promise<OpenedPdf> {
  const openings = new Map<Use, Promise<Started>>();
  const opening = (use: Use) => {
    const started = openings.get(use) ?? startPdf(file, context, use);
    openings.set(use, started);
    return started;
  };
  const close = async () => {
    for (const started of openings.values()) await started.then((opened) => opened.close()).catch(() => undefined);
  };
  try {
    const { document, photos } = await opening('read');
    const [info, notes] = await Promise.all([
      document.getMetadata().catch(() => null),
      besideAnnotations(document, context.limits.pages),
    ]);
    const drawing = async (number: number) => (await opening('draw')).document.getPage(number);
    return {
      pages: document.numPages,
      properties: propertiesOf(info?.info as Record<string, unknown> | undefined),
      beside: [...besideInfo((info ?? {}) as PdfMetadata), ...notes],
      async page(number) {
        const read = await openPage(await opening('read'), number);
        if (photos === 0 || !asksForPixels(read.content)) return { ...read, drawing: () => drawing(number) };
        read.close();
        return { ...(await openPage(await opening('see'), number)), drawing: () => drawing(number) };
      },
      drawing,
      close,
    };
  } catch (error) {
    await close();
    throw asVivierError(error, file);
  }
}

function asVivierError(error: unknown, file: SourceFile): VivierError {
  const details = { fileName: file.fileName };
  if (isLocked(error)) return new VivierError('encrypted', details, { cause: error });
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

/** PDF 32000-1, table 165: hidden, or not to be shown on a screen. */
const NOT_SHOWN = 2 | 32;

/** A page's links. `page.getAnnotations()` would extract the page's whole text a second time, to find what stands under each. */
async function linksOf(lib: PdfJs, document: PdfDocument, number: number): Promise<Annotation[]> {
  const otherPages = { has: (index: number) => index !== number - 1 };
  const types = new Set([lib.AnnotationType.LINK]);
  const links = (await document.getAnnotationsByType(types, otherPages as never)) as (Annotation & Flagged)[] | null;
  return (links ?? []).filter(({ annotationFlags = 0 }) => (annotationFlags & NOT_SHOWN) === 0);
}

interface Store {
  has(id: string): boolean;
  get(id: string, callback?: (data: unknown) => void): unknown;
}

/** Pictures are decoded beside the list of operators, and may arrive after it. */
async function picturesOf(page: PdfPage, list: OperatorList, code: number): Promise<void> {
  const names = list.argsArray.flatMap((args, i) => (list.fnArray[i] === code ? [String(args[0])] : []));
  for (const name of new Set(names)) await new Promise((resolve) => storeOf(page, name).get(name, resolve));
}

const storeOf = (page: PdfPage, name: string): Store => (name.startsWith('g_') ? page.commonObjs : page.objs) as Store;
const stored = (store: Store, id: string) => (store.has(id) ? store.get(id) : null);

interface OperatorList {
  fnArray: number[];
  argsArray: unknown[][];
}

async function openPage({ lib, document, describes }: Started, number: number): Promise<Omit<OpenedPage, 'drawing'>> {
  const layers = await document.getOptionalContentConfig();
  const page = await document.getPage(number);
  const viewport = page.getViewport({ scale: 1 });
  const list = (await page.getOperatorList()) as OperatorList;
  await picturesOf(page, list, lib.OPS.paintImageXObject);
  const content = new Painter({
    fnArray: list.fnArray,
    argsArray: list.argsArray,
    ops: lib.OPS as unknown as Record<string, number>,
    font: (name) => stored(page.commonObjs as Store, name) as never,
    image: (name) => stored(storeOf(page, name), name) as never,
    layerVisible: (properties) => layers.isVisible(properties as never),
    viewport: { width: viewport.width, height: viewport.height, transform: viewport.transform as number[] },
  }).run();
  const annotations = (await linksOf(lib, document, number)).map((annotation) => ({
    ...annotation,
    rect: viewport.convertToViewportRectangle(annotation.rect) as number[],
  }));
  const beside = async () => (describes ? besideStructure(await page.getStructTree(), number) : []);
  return { content, annotations, beside, close: () => page.cleanup() };
}
