import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import { partsOfMail, type Mail, type MailAttachment } from './mail';
import type { Unpacked } from './types';

/** Attributes (MS-OXTNEF, 2.1.3.2). */
const ATTACH_REND_DATA = 0x9002;
const ATTACH_TITLE = 0x8010;
const ATTACH_DATA = 0x800f;
const ATTACHMENT_PROPERTIES = 0x9005;
/** Levels: the message's attributes are 1, its attachments' 2. */
const LEVEL_ATTACHMENT = 2;
/** Signature and key stand before the first attribute; an attribute has level, id and length before its data and a checksum after it. */
const HEAD_BYTES = 6;
const ATTRIBUTE_HEAD_BYTES = 9;
const MOST_ATTACHMENTS = 500;

/** `winmail.dat`: what Outlook packs attachments into when it takes the reader for another Outlook (MS-OXTNEF). Its body repeats the mail's own. */
export async function openTnef(file: SourceFile, context: ReadContext): Promise<Unpacked> {
  const view = new DataView(file.data.buffer, file.data.byteOffset, file.data.byteLength);
  const attachments: MailAttachment[] = [];
  let at = HEAD_BYTES;
  while (at + ATTRIBUTE_HEAD_BYTES <= view.byteLength) {
    const level = view.getUint8(at);
    const id = view.getUint32(at + 1, true) & 0xffff;
    const length = view.getUint32(at + 5, true);
    const start = at + ATTRIBUTE_HEAD_BYTES;
    if (start + length > view.byteLength) throw new VivierError('truncated', { fileName: file.fileName });
    if (level === LEVEL_ATTACHMENT) readAttribute(id, file.data.subarray(start, start + length), attachments);
    if (attachments.length > MOST_ATTACHMENTS) throw new VivierError('zip-bomb', { fileName: file.fileName });
    at = start + length + 2;
  }
  const mail: Mail = { origin: {}, body: null, attachments: attachments.filter((one) => one.data.length > 0) };
  const { container, parts } = partsOfMail('tnef', mail, file, context);
  return { container, parts };
}

function readAttribute(id: number, data: Uint8Array, attachments: MailAttachment[]): void {
  if (id === ATTACH_REND_DATA) {
    attachments.push({ fileName: '', mimeType: '', data: new Uint8Array(0), isInline: false });
    return;
  }
  const current = attachments.at(-1);
  if (!current) return;
  if (id === ATTACH_DATA) current.data = data;
  if (id === ATTACH_TITLE && current.fileName === '') current.fileName = text(data, 'latin1');
  if (id === ATTACHMENT_PROPERTIES) current.fileName = longName(data) ?? current.fileName;
}

const text = (data: Uint8Array, encoding: 'latin1' | 'utf16le') =>
  Buffer.from(data).toString(encoding).replace(/\0.*$/s, '');

/**
 * PidTagAttachLongFilename (0x3707) among an attachment's MAPI properties: the short name is cut to eight letters. Properties of other kinds are not walked
 * through; the tag, a count of one and a length are enough to know it by (MS-OXTNEF, 2.1.3.4).
 */
function longName(data: Uint8Array): string | null {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let at = 4; at + 12 <= data.length; at += 4) {
    const tag = view.getUint32(at, true);
    if ((tag !== 0x3707001f && tag !== 0x3707001e) || view.getUint32(at + 4, true) !== 1) continue;
    const length = view.getUint32(at + 8, true);
    if (length > 1024 || at + 12 + length > data.length) continue;
    return text(data.subarray(at + 12, at + 12 + length), tag === 0x3707001f ? 'utf16le' : 'latin1');
  }
  return null;
}
