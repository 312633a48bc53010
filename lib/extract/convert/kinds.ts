import type { VivierError } from '../../errors';
import type { SourceFile } from '../reader';
import { detectKind } from '../sniff';
import type { DocumentFormat } from '../types';

/** How LibreOffice is told to read a file. The filter is always named: left to guess, it would take any bytes for plain text. */
export interface Convertible {
  filter: string;
  extension: string;
  format: DocumentFormat;
  mimeType: string;
  /** What it is made into: a page of text unless it is a photo. */
  to?: 'png';
}

const HEIC: Convertible = { filter: '', extension: 'heic', format: 'image', mimeType: 'image/heic', to: 'png' };

const WORD = { extension: 'doc', format: 'doc', mimeType: 'application/msword' } as const;

const BY_KIND: Partial<Record<string, Convertible>> = {
  docx: {
    filter: 'MS Word 2007 XML',
    extension: 'docx',
    format: 'docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  },
  odt: {
    filter: 'writer8',
    extension: 'odt',
    format: 'odt',
    mimeType: 'application/vnd.oasis.opendocument.text',
  },
  rtf: { filter: 'Rich Text Format', extension: 'rtf', format: 'rtf', mimeType: 'application/rtf' },
};

const WORKS: Convertible = {
  filter: 'MS_Works',
  extension: 'wps',
  format: 'doc',
  mimeType: 'application/vnd.ms-works',
};
const WORD_PERFECT: Convertible = {
  filter: 'WordPerfect',
  extension: 'wpd',
  format: 'doc',
  mimeType: 'application/vnd.wordperfect',
};
const FLAT_ODT: Convertible = {
  filter: 'OpenDocument Text Flat XML',
  extension: 'fodt',
  format: 'odt',
  mimeType: 'application/vnd.oasis.opendocument.text-flat-xml',
};

/** Word 6 and 95 mark the beginning of their stream, at the beginning of a sector, otherwise than 97 to 2003 ([MS-DOC] 2.5.2, wIdent). */
function isOldWord(data: Uint8Array): boolean {
  for (let at = 512; at + 1 < data.length; at += 512) {
    if (data[at + 1] === 0xa5 && (data[at] === 0xdc || data[at] === 0xec)) return data[at] === 0xdc;
  }
  return false;
}

/** What Word 2003 saved as XML. */
const WORD_XML: Convertible = {
  filter: 'MS Word 2003 XML',
  extension: 'xml',
  format: 'doc',
  mimeType: 'application/msword',
};

const startsWith = (data: Uint8Array, bytes: number[]) => bytes.every((byte, i) => data[i] === byte);
const ROOTS: [RegExp, Convertible][] = [
  [/<office:document\s[^>]*office:mimetype="application\/vnd\.oasis\.opendocument\.text"/, FLAT_ODT],
  [/<w:wordDocument\s[^>]*"http:\/\/schemas\.microsoft\.com\/office\/word\/2003\/wordml"/, WORD_XML],
];

/** Documents that are one XML file, by their root element. */
function byRoot(data: Uint8Array): Convertible | null {
  const head = Buffer.from(data.subarray(0, 16_384)).toString('latin1');
  return ROOTS.find(([root]) => root.test(head))?.[1] ?? null;
}

/** What LibreOffice may try after our own reading gave `error`; null where it has nothing to offer, and for what was refused for safety or for its size. */
export async function convertible(file: SourceFile, error: VivierError): Promise<Convertible | null> {
  switch (error.code) {
    case 'convert':
      if (error.details.what === 'heic') return HEIC;
      return error.details.what === 'wps' ? WORKS : null;
    case 'unknown-type':
      if (startsWith(file.data, [0xff, 0x57, 0x50, 0x43])) return WORD_PERFECT;
      return byRoot(file.data);
    case 'corrupt':
    case 'truncated': {
      const kind = await detectKind(file).catch(() => '');
      if (kind === 'doc') return { ...WORD, filter: isOldWord(file.data) ? 'MS Word 95' : 'MS Word 97' };
      return BY_KIND[kind] ?? null;
    }
    default:
      return null;
  }
}
