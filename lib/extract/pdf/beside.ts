import type { BesideText } from '../suspicion';
import { isPortrait } from '../portrait';
import type { PageContent } from './types';

/** What pdf.js tells of the document: the Info dictionary and the XMP packet. */
export interface PdfMetadata {
  info?: object;
  metadata?: Iterable<[string, unknown]> | null;
}

const texts = (value: unknown, depth = 0): string[] => {
  if (typeof value === 'string') return [value];
  if (depth > 4 || typeof value !== 'object' || value === null) return [];
  return (value instanceof Map ? [...value.values()] : Object.values(value)).flatMap((part) => texts(part, depth + 1));
};

/** Every text among a PDF's properties, the caller's own ones included. A list (XMP keywords) counts as one text. */
export function besideInfo({ info, metadata }: PdfMetadata): BesideText[] {
  const packet = [...(metadata ?? [])].map(([, value]) => texts(value).join(', '));
  return [...texts(info), ...packet].filter((text) => text.trim() !== '').map((text) => ({ text }));
}

interface AnnotationTexts {
  /** From 0. */
  pageIndex?: number;
  contentsObj?: { str?: string };
  titleObj?: { str?: string };
  richText?: { str?: string } | null;
  alternativeText?: unknown;
  fieldValue?: unknown;
  defaultFieldValue?: unknown;
}

/** What is asked of pdf.js here. */
interface NotesSource {
  getAnnotationsByType(types: Set<number>, pagesToSkip: Set<number>): Promise<unknown>;
}

const LINK = 2;
/** Every kind of annotation but links (pdf.js' AnnotationType, src/shared/util.js). */
const KINDS = new Set(Array.from({ length: 26 }, (_, i) => i + 1).filter((kind) => kind !== LINK));

/** Notes, values of form fields and texts that stand in for an annotation, on every page before `pages`. Links are read elsewhere. */
export async function besideAnnotations(document: NotesSource, pages: number): Promise<BesideText[]> {
  const beyond = { has: (index: number) => index >= pages } as Set<number>;
  // A page that can't be opened is told of when it is read.
  const found = (await document.getAnnotationsByType(KINDS, beyond).catch(() => null)) as AnnotationTexts[] | null;
  return (found ?? []).flatMap(({ contentsObj, titleObj, richText, pageIndex = 0, ...more }) =>
    [
      contentsObj?.str,
      titleObj?.str,
      richText?.str,
      ...texts([more.alternativeText, more.fieldValue, more.defaultFieldValue]),
    ]
      .filter((text): text is string => typeof text === 'string' && text.trim() !== '')
      .map((text) => ({ text, page: pageIndex + 1 })),
  );
}

interface StructureNode {
  alt?: unknown;
  children?: unknown[];
}

/** Texts that a tagged page gives for what is painted (`Alt`, `ActualText`): a reader of the page sees the painting, not them. */
export function besideStructure(root: unknown, page: number): BesideText[] {
  const found: BesideText[] = [];
  const waiting = [root];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (typeof node !== 'object' || node === null) continue;
    const { alt, children } = node as StructureNode;
    if (typeof alt === 'string' && alt.trim() !== '') found.push({ text: alt, page });
    waiting.push(...(children ?? []));
  }
  return found;
}

/** `Alt` or `ActualText`, or where they can hide: object streams, encryption, letters of all these names written as `#41`. */
const DESCRIPTIONS = /\/Alt|\/ActualText|\/ObjStm|\/Encrypt|#(?:4[15Ff]|5[34]|6[1-35]|6[AaC-Ec-e]|7[024589])/;

/** Whether a file's structure may describe what is painted. Building the tree of a tagged page takes longer than looking through the file's bytes. */
export const mayDescribe = (bytes: Uint8Array): boolean =>
  DESCRIPTIONS.test(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1'));

/** Whether a page shows a picture of a portrait's size, shape and place. One-bit pictures (bar codes, signatures, faxes) are none. */
export function portraitOnPage(page: PageContent): boolean {
  return page.areas.some(({ isImage, box, sample }) => {
    const [width, height] = [box.right - box.left, box.bottom - box.top];
    const middle = (box.top + box.bottom) / 2 / page.height;
    const isColoured = !sample || sample((box.left + box.right) / 2, (box.top + box.bottom) / 2) !== null;
    return isImage && isColoured && isPortrait({ width, height, middle });
  });
}
