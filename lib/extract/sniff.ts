import { VivierError } from '../errors';
import { looksLikeCandidateText } from './tables';
import { looksLikeMail } from './containers/mail-head';
import type { SourceFile } from './reader';
import { utf16WithoutMark } from './text/encoding';
import type { ContainerFormat, DocumentFormat } from './types';

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
const ascii = (data: Uint8Array, from: number, to: number) => Buffer.from(data.subarray(from, to)).toString('latin1');

/** A portfolio can't be told from another PDF by its first look. */
type SeenContainer = Exclude<ContainerFormat, 'pdf-portfolio'>;
export type FileKind = DocumentFormat | SeenContainer;

const CONTAINERS = new Set<string>(['eml', 'msg', 'tnef', 'zip', 'csv', 'xlsx'] satisfies SeenContainer[]);
const TABLE_MIMES = new Set(['text/csv', 'text/tab-separated-values']);
const IMAGES = new Set(['image/jpeg', 'image/png', 'image/tiff', 'image/webp', 'image/bmp', 'image/gif']);

/** The first words of a text, decoded well enough to look at them. */
function opening(data: Uint8Array): string {
  const head = data.subarray(0, 4096);
  const isLittle = (head[0] === 0xff && head[1] === 0xfe) || utf16WithoutMark(head) === 'utf-16le';
  const isBig = (head[0] === 0xfe && head[1] === 0xff) || utf16WithoutMark(head) === 'utf-16be';
  return new TextDecoder(isLittle ? 'utf-16le' : isBig ? 'utf-16be' : 'utf-8').decode(head);
}

/** False for a share of control characters that no text has. */
function looksLikeText(data: Uint8Array): boolean {
  const text = opening(data);
  // eslint-disable-next-line no-control-regex -- control characters are what is counted
  const odd = (text.match(/[\u0000-\u0008\u000E-\u001A\u001C-\u001F]/g) ?? []).length;
  return odd <= text.length * 0.01;
}

/** The kind of a text file by what it begins with; its name decides only between plain text, Markdown and tables. */
function textFormat(file: SourceFile): FileKind {
  const head = opening(file.data).trimStart();
  const extension = extensionOf(file.fileName);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (looksLikeMail(head, extension === 'eml' || file.mimeType === 'message/rfc822')) return 'eml';
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)/i.test(head)) return 'html';
  if (/^<\?xml|^<!DOCTYPE|^<[A-Za-z][\w:.-]*(\s[^>]*)?xmlns/i.test(head) || extension === 'xml') return 'europass-xml';
  if (extension === 'html' || extension === 'htm') return 'html';
  if (extension === 'json' || (/^[{[]/.test(head) && file.mimeType === 'application/json')) return 'json-resume';
  if (/^\{\s*"(\$schema|basics|work|education|meta|skills)"/.test(head)) return 'json-resume';
  if (/^<(div|p|table|h[1-6]|span|meta|style|title)\b[^>]*>/i.test(head) && extension !== 'md') return 'html';
  if (['md', 'markdown', 'mdown'].includes(extension) || file.mimeType === 'text/markdown') return 'markdown';
  const isTable = ['csv', 'tsv', 'tab'].includes(extension) || TABLE_MIMES.has(file.mimeType ?? '');
  return isTable || looksLikeCandidateText(head) ? 'csv' : 'text';
}

/** A stream's name in the directory of an OLE file is UTF-16. */
const hasStream = (data: Uint8Array, name: string) => holds(data, Buffer.from(name, 'utf16le'));
const holds = (data: Uint8Array, bytes: Buffer) =>
  Buffer.from(data.buffer, data.byteOffset, data.byteLength).includes(bytes);

const convert = (fileName: string, what: string) => new VivierError('convert', { fileName, what });

/** Files of Microsoft's older programs and Outlook share one container; its streams' names tell them apart. An Outlook mail may hold any of the others. */
function oleFormat({ data, fileName }: SourceFile): FileKind {
  if (hasStream(data, '__properties_version1.0')) return 'msg';
  if (hasStream(data, 'WordDocument') || hasStream(data, 'EncryptedPackage')) return 'doc';
  if (hasStream(data, 'Workbook') || hasStream(data, 'Book\0')) throw convert(fileName, 'sheet');
  if (hasStream(data, 'PowerPoint Document')) throw convert(fileName, 'slides');
  if (hasStream(data, 'MatOST') || extensionOf(fileName) === 'wps') throw convert(fileName, 'wps');
  return 'doc';
}

/** Types that are named to the person rather than called unknown, by what file-type says. */
const FOREIGN: [RegExp, string][] = [
  [/^image\/(?:heic|heif|avif)/, 'heic'],
  [/opendocument\.spreadsheet|ms-excel/, 'sheet'],
  [/presentation|ms-powerpoint/, 'slides'],
  [/rar|7z|x-tar|gzip|x-xz|bzip2|zstd|x-lzip|vnd\.ms-cab/, 'archive'],
];

function zipFormat(mime: string, file: SourceFile): FileKind {
  const { data, fileName } = file;
  if (/opendocument\.text/.test(mime) || ascii(data, 30, 200).includes('opendocument.text')) return 'odt';
  if (/wordprocessingml|ms-word/.test(mime)) return 'docx';
  if (/spreadsheetml/.test(mime)) return 'xlsx';
  // Other office archives are known for what they are; an archive that claims to be a Word file is damaged rather than unknown.
  if (mime !== '' && mime !== 'application/zip') {
    throw new VivierError('unknown-type', { fileName, what: mime.split(/[./]/).pop() });
  }
  const extension = extensionOf(fileName);
  if (holds(data, Buffer.from('Index/Document.iwa')) || holds(data, Buffer.from('Index/Presentation.iwa'))) {
    throw convert(fileName, extension === 'key' ? 'keynote' : 'pages');
  }
  if (['pages', 'key'].includes(extension)) throw convert(fileName, extension === 'key' ? 'keynote' : 'pages');
  if (extension === 'odt') return 'odt';
  if (['docx', 'docm', 'dotx', 'doc'].includes(extension)) return 'docx';
  if (['xlsx', 'xlsm'].includes(extension)) return 'xlsx';
  const isWord = holds(data.subarray(0, 4096), Buffer.from('[Content_Types].xml')) && holds(data, Buffer.from('word/'));
  return isWord ? 'docx' : 'zip';
}

/**
 * What a file is, by its content first; its name and declared type only settle what the content leaves open.
 * Throws `unknown-type` for anything that Vivier does not read, `convert` where it knows what the file is and how to make one that it reads.
 */
export async function detectKind(file: SourceFile): Promise<FileKind> {
  const { data, fileName } = file;
  if (file.format) return file.format;
  // PDF readers accept the mark within the first kilobyte; a mail's own head comes before anything attached to it.
  if (ascii(data, 0, 1024).includes('%PDF-') && !looksLikeMail(opening(data).trimStart(), false)) return 'pdf';
  if (data[0] === 0x78 && data[1] === 0x9f && data[2] === 0x3e && data[3] === 0x22) return 'tnef';
  // A UTF-16 mark (FF FE) is also how some MPEG audio begins.
  if (((data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff)) && looksLikeText(data)) {
    return textFormat(file);
  }
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(data).catch(() => undefined);
  const mime = type?.mime ?? '';
  if (IMAGES.has(mime)) return 'image';
  const foreign = FOREIGN.find(([pattern]) => pattern.test(mime))?.[1];
  if (foreign) throw convert(fileName, foreign);
  if (ascii(data, 0, 4) === 'PK\u0003\u0004' || ascii(data, 0, 4) === 'PK\u0005\u0006') return zipFormat(mime, file);
  if (ascii(data, 0, 8) === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return oleFormat(file);
  if (mime === 'application/rtf') return 'rtf';
  const isTextLike = mime === '' || mime === 'application/xml' || mime === 'message/rfc822' || mime.startsWith('text/');
  if (isTextLike && looksLikeText(data)) return textFormat(file);
  throw new VivierError('unknown-type', { fileName, what: type?.ext });
}

/** The same for one document: a file that holds several is an `unknown-type` there. */
export async function detectFormat(file: SourceFile): Promise<DocumentFormat> {
  const kind = await detectKind(file);
  if (isContainer(kind)) throw new VivierError('unknown-type', { fileName: file.fileName, what: kind });
  return kind;
}

export const isContainer = (kind: FileKind): kind is SeenContainer => CONTAINERS.has(kind);
