import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import type { ContainerFormat, MailOrigin } from '../types';
import { safeName } from './names';
import { pictureSize } from './picture-size';
import type { Part, Unpacked } from './types';

/** A mail as its format's parser gives it. */
export interface Mail {
  origin: Omit<MailOrigin, 'leftOut'>;
  body: { format: 'html' | 'text' | 'rtf'; data: Uint8Array } | null;
  attachments: MailAttachment[];
}

export interface MailAttachment {
  fileName: string;
  mimeType: string;
  data: Uint8Array;
  /** Shown inside the body rather than listed under it. */
  isInline: boolean;
}

/** A picture inside a body of fewer pixels on its shorter side is a logo or an icon; a page that was photographed or scanned has more. */
const DECORATION_PIXELS = 400;
/** The same for pictures whose head doesn't tell. */
const DECORATION_BYTES = 20_000;
/** Made by mail programs for each other. */
const MACHINE_MADE =
  /^(?:application\/(?:pgp-signature|(?:x-)?pkcs7-signature|applefile|pgp-keys)|message\/(?:delivery-status|disposition-notification)|text\/(?:rfc822-headers|calendar))$/;

function isDecoration({ mimeType, data, isInline }: MailAttachment): boolean {
  if (MACHINE_MADE.test(mimeType)) return true;
  if (!isInline || !mimeType.startsWith('image/')) return false;
  const size = pictureSize(data);
  return size ? Math.min(size.width, size.height) < DECORATION_PIXELS : data.length < DECORATION_BYTES;
}

/** A mail's body and attachments as documents; what belongs to the mail's dress is only named. */
export function partsOfMail(container: ContainerFormat, mail: Mail, file: SourceFile, context: ReadContext): Unpacked {
  const leftOut: string[] = [];
  const parts: Part[] = [];
  if (mail.body && /\S/.test(Buffer.from(mail.body.data).toString('latin1'))) {
    const { format, data } = mail.body;
    const fileName = { html: 'message.html', text: 'message.txt', rtf: 'message.rtf' }[format];
    parts.push({ fileName, path: fileName, role: 'body', format, data });
  }
  const taken = new Set(parts.map((part) => part.fileName));
  mail.attachments.forEach((attachment, i) => {
    const name = distinct(safeName(attachment.fileName, `attachment-${i + 1}`), taken);
    if (isDecoration(attachment)) leftOut.push(name);
    else parts.push(attachmentPart(attachment, name));
  });
  if (parts.length === 0) throw new VivierError('no-text', { fileName: file.fileName });
  const unpacked = parts.reduce((sum, part) => sum + (part.data?.length ?? 0), 0);
  if (unpacked > context.limits.containerUnpackedBytes) {
    throw new VivierError('container-limit', { fileName: file.fileName, what: 'size' });
  }
  return { container, parts, mail: { ...mail.origin, ...(leftOut.length > 0 && { leftOut }) } };
}

function attachmentPart({ mimeType, data }: MailAttachment, fileName: string): Part {
  const part: Part = { fileName, path: fileName, role: 'attachment', mimeType };
  return data.length > 0 ? { ...part, data } : { ...part, error: new VivierError('empty', { fileName }) };
}

/** Attachments of one name get a number before their ending. */
export function distinct(name: string, taken: Set<string>): string {
  const [, stem, ending] = /^(.*?)(\.[^.]*)?$/s.exec(name) ?? ['', name, ''];
  let own = name;
  for (let n = 2; taken.has(own); n++) own = `${stem}-${n}${ending ?? ''}`;
  taken.add(own);
  return own;
}

/** ISO 8601; undefined for what is no date or lies outside the time of e-mail. */
export function mailDate(...candidates: (string | undefined)[]): string | undefined {
  for (const text of candidates) {
    const date = new Date(text ?? '');
    const year = date.getUTCFullYear();
    if (text && year >= 1985 && year <= 2100) return date.toISOString();
  }
  return undefined;
}

/** One line of a header, without control characters, at a length that no honest one exceeds. */
export function headerText(value: string | undefined | null): string | undefined {
  const text = (value ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return text === '' ? undefined : [...text].slice(0, 500).join('');
}
