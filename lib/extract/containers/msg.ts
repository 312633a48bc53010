import type { FieldsData } from '@kenjiuno/msgreader';
import { VivierError } from '../../errors';
import type { ReadContext, SourceFile } from '../reader';
import { compact } from './eml';
import { headerText, mailDate, partsOfMail, type Mail, type MailAttachment } from './mail';
import type { Unpacked } from './types';

/** Windows code page numbers that have a name of their own in iconv. */
const CODE_PAGES: Record<number, string> = {
  65001: 'utf-8',
  20127: 'ascii',
  28591: 'iso-8859-1',
  28605: 'iso-8859-15',
};

/** A body that says it is longer holds pictures rather than words. */
const MOST_RTF_BYTES = 4 * 1024 * 1024;
/** What compressed RTF says it unpacks to (MS-OXRTFCP, 2.1.3.1). */
const rtfSize = (data: Uint8Array) => (data.length < 16 ? Infinity : Buffer.from(data).readUInt32LE(4));

/** A mail as Outlook saves it (MS-OXMSG). Mails attached to it are written out again and opened in their turn. */
export async function openMsg(file: SourceFile, context: ReadContext): Promise<Unpacked> {
  const { default: loaded } = await import('@kenjiuno/msgreader');
  const MsgReader = loaded.default;
  const { data, fileName } = file;
  try {
    // A copy of its own: small buffers share memory with others, and the library reads from where that memory begins.
    const reader = new MsgReader(Uint8Array.from(data).buffer);
    const fields = reader.getFileData();
    if (fields.error) throw new Error(fields.error);
    const attachments = (fields.attachments ?? []).map((one): MailAttachment => {
      const { content, fileName: name } = reader.getAttachment(one);
      return {
        fileName: one.innerMsgContent ? `${(one.name ?? name ?? 'message').replace(/\.msg$/i, '')}.msg` : name,
        mimeType: one.attachMimeTag ?? '',
        data: content ?? new Uint8Array(0),
        isInline: one.attachmentHidden === true || isShown(one, fields),
      };
    });
    const mail: Mail = { origin: originOf(fields), body: await bodyOf(fields), attachments };
    return partsOfMail('msg', mail, file, context);
  } catch (error) {
    if (error instanceof VivierError) throw error;
    throw new VivierError('corrupt', { fileName, reason: 'MSG' }, { cause: error });
  }
}

function isShown(attachment: FieldsData, mail: FieldsData): boolean {
  const id = attachment.pidContentId;
  if (!id) return false;
  const html = mail.bodyHtml ?? (mail.html ? Buffer.from(mail.html).toString('latin1') : '');
  return html === '' || html.includes(`cid:${id}`);
}

function originOf(fields: FieldsData): Mail['origin'] {
  const address = fields.senderSmtpAddress ?? (fields.senderEmail?.includes('@') ? fields.senderEmail : undefined);
  const from = compact({ name: headerText(fields.senderName), address: headerText(address) });
  return compact({
    date: mailDate(fields.clientSubmitTime, fields.messageDeliveryTime),
    from: Object.keys(from).length > 0 ? from : undefined,
    subject: headerText(fields.subject),
    messageId: headerText(fields.messageId),
  });
}

/** What the reader of the mail saw comes first: HTML, then plain text, then RTF. */
async function bodyOf(fields: FieldsData): Promise<Mail['body']> {
  if (fields.bodyHtml?.trim()) return { format: 'html', data: Buffer.from(fields.bodyHtml, 'utf8') };
  if (fields.html && fields.html.length > 0) {
    return { format: 'html', data: await toUtf8(fields.html, fields.internetCodepage) };
  }
  if (fields.body?.trim()) return { format: 'text', data: Buffer.from(fields.body, 'utf8') };
  if (!fields.compressedRtf || rtfSize(fields.compressedRtf) > MOST_RTF_BYTES) return null;
  const { decompressRTF } = await import('@kenjiuno/decompressrtf');
  return { format: 'rtf', data: Uint8Array.from(decompressRTF(Array.from(fields.compressedRtf))) };
}

async function toUtf8(data: Uint8Array, codePage: number | undefined): Promise<Uint8Array> {
  const name = codePage === undefined ? 'utf-8' : (CODE_PAGES[codePage] ?? `cp${codePage}`);
  const { default: iconv } = await import('iconv-lite');
  return Buffer.from(iconv.decode(Buffer.from(data), iconv.encodingExists(name) ? name : 'utf-8'), 'utf8');
}
