import { VivierError } from '../errors';
import type { SourceFile } from './reader';
import { utf16WithoutMark } from './text/encoding';
import type { DocumentFormat } from './types';

const extensionOf = (name: string) => /\.([^.]+)$/.exec(name)?.[1].toLowerCase() ?? '';
const ascii = (data: Uint8Array, from: number, to: number) => Buffer.from(data.subarray(from, to)).toString('latin1');

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

/** The kind of a text file by what it begins with; its name decides only between plain text and Markdown. */
function textFormat(file: SourceFile): DocumentFormat {
  const head = opening(file.data).trimStart();
  const extension = extensionOf(file.fileName);
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:<\?xml[^>]*\?>\s*)?(?:<!--[\s\S]*?-->\s*)*(?:<!doctype\s+html|<html|<head|<body)/i.test(head)) return 'html';
  if (/^<\?xml|^<!DOCTYPE|^<[A-Za-z][\w:.-]*(\s[^>]*)?xmlns/i.test(head) || extension === 'xml') return 'europass-xml';
  if (extension === 'html' || extension === 'htm') return 'html';
  if (extension === 'json' || (/^[{[]/.test(head) && file.mimeType === 'application/json')) return 'json-resume';
  if (/^\{\s*"(\$schema|basics|work|education|meta|skills)"/.test(head)) return 'json-resume';
  if (/^<(div|p|table|h[1-6]|span|meta|style|title)\b[^>]*>/i.test(head) && extension !== 'md') return 'html';
  if (['md', 'markdown', 'mdown'].includes(extension) || file.mimeType === 'text/markdown') return 'markdown';
  return 'text';
}

/**
 * What a file is, by its content first; its name and declared type only settle what the content leaves open.
 * Throws `unknown-type` for anything that is not a document Vivier reads.
 */
export async function detectFormat(file: SourceFile): Promise<DocumentFormat> {
  const { data, fileName } = file;
  // PDF readers accept the mark within the first kilobyte.
  if (ascii(data, 0, 1024).includes('%PDF-')) return 'pdf';
  // A UTF-16 mark (FF FE) is also how some MPEG audio begins.
  if (((data[0] === 0xff && data[1] === 0xfe) || (data[0] === 0xfe && data[1] === 0xff)) && looksLikeText(data)) {
    return textFormat(file);
  }
  const { fileTypeFromBuffer } = await import('file-type');
  const type = await fileTypeFromBuffer(data).catch(() => undefined);
  const mime = type?.mime ?? '';
  if (IMAGES.has(mime)) return 'image';
  if (ascii(data, 0, 4) === 'PK\u0003\u0004' || ascii(data, 0, 4) === 'PK\u0005\u0006') return zipFormat(mime, file);
  if (ascii(data, 0, 8) === '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1') return 'doc';
  if (mime === 'application/rtf') return 'rtf';
  const isTextLike = mime === '' || mime === 'application/xml' || mime.startsWith('text/');
  if (isTextLike && looksLikeText(data)) return textFormat(file);
  throw new VivierError('unknown-type', { fileName, what: type?.ext });
}

function zipFormat(mime: string, file: SourceFile): DocumentFormat {
  if (/opendocument\.text/.test(mime) || ascii(file.data, 30, 200).includes('opendocument.text')) return 'odt';
  if (/wordprocessingml/.test(mime)) return 'docx';
  // Other office archives are known for what they are; an archive that claims to be a Word file is damaged rather than unknown.
  if (mime !== '' && mime !== 'application/zip') {
    throw new VivierError('unknown-type', { fileName: file.fileName, what: mime.split(/[./]/).pop() });
  }
  if (extensionOf(file.fileName) === 'odt') return 'odt';
  if (['docx', 'docm', 'dotx', 'doc', 'pdf'].includes(extensionOf(file.fileName))) return 'docx';
  throw new VivierError('unknown-type', { fileName: file.fileName, what: 'zip' });
}
