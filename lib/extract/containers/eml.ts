import type { Address, Attachment, Email } from 'postal-mime';
import { VivierError } from '../../errors';
import { decodeText } from '../text/encoding';
import type { ReadContext, SourceFile } from '../reader';
import { headerText, mailDate, partsOfMail, type Mail, type MailAttachment } from './mail';
import type { Unpacked } from './types';

/** MIME parts inside each other; mails that were forwarded many times come to about 20. */
const DEEPEST_MIME = 100;
const MOST_HEADER_BYTES = 1024 * 1024;

/** A mail as RFC 5322 and MIME write it. Mails attached to it stay attachments, to be opened in their turn. */
export async function openEml(file: SourceFile, context: ReadContext): Promise<Unpacked> {
  const { default: PostalMime } = await import('postal-mime');
  const parse = (bytes: Uint8Array) =>
    PostalMime.parse(bytes, {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_MIME,
      maxHeadersSize: MOST_HEADER_BYTES,
    });
  const data = withTextFiles(file.data);
  let email: Email;
  try {
    email = await parse(data);
    if (isMisread(email)) {
      const { attachments } = email;
      email = { ...(await parse(Buffer.from((await decodeText(data)).text))), attachments };
    }
  } catch (error) {
    throw new VivierError('corrupt', { fileName: file.fileName, reason: 'MIME' }, { cause: error });
  }
  return partsOfMail('eml', toMail(email), file, context);
}

/** Old programs send letters beyond ASCII without a word of their encoding; they are taken for UTF-8, which they are not. */
const isMisread = ({ html, text, subject, from }: Email): boolean =>
  [html, text, subject, from?.name].some((part) => part?.includes('\uFFFD'));

/** A head that shows a text file inside the mail (Apple Mail does): the parser would take the file for what the person wrote. */
const SHOWN_FILE =
  /^(content-disposition:[ \t]*)inline(;(?:[^\r\n]|\r?\n[ \t]){0,300}?filename\*?(?:0\*?)?=[^\r\n;]{1,300}\.(?:txt|md|html?|rtf|csv|xml|json)\b)/gim;

/** The mail with text files as attachments, wherever they are shown. */
export function withTextFiles(data: Uint8Array): Uint8Array {
  const text = Buffer.from(data.buffer, data.byteOffset, data.byteLength).toString('latin1');
  const changed = text.replace(SHOWN_FILE, '$1attachment$2');
  return changed === text ? data : Buffer.from(changed, 'latin1');
}

function toMail(email: Email): Mail {
  const received = email.headers
    .find((header) => header.key === 'received')
    ?.value.split(';')
    .pop();
  const html = email.html?.trim() ? email.html : undefined;
  const body = html ?? email.text ?? '';
  return {
    origin: compact({
      date: mailDate(email.date, received),
      from: mailbox(email.from ?? email.sender),
      subject: headerText(email.subject),
      messageId: headerText(email.messageId),
    }),
    body: { format: html ? 'html' : 'text', data: Buffer.from(body, 'utf8') },
    attachments: email.attachments.map((attachment) => toAttachment(attachment, html ?? '')),
  };
}

function toAttachment(attachment: Attachment, html: string): MailAttachment {
  const { content, contentId, disposition, filename, mimeType, related } = attachment;
  const id = contentId?.replace(/^<|>$/g, '');
  const isShown = id !== undefined && id !== '' && html.includes(`cid:${id}`);
  return {
    fileName: filename ?? (mimeType === 'message/rfc822' ? 'message.eml' : ''),
    mimeType,
    data: typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content),
    isInline: isShown || related === true || disposition === 'inline',
  };
}

function mailbox(address: Address | undefined): Mail['origin']['from'] {
  const one = address?.group ? address.group[0] : address;
  const from = compact({ name: headerText(one?.name), address: headerText(one?.address) });
  return Object.keys(from).length > 0 ? from : undefined;
}

/** Without the keys that have no value. */
export function compact<T extends object>(value: T): T {
  return Object.fromEntries(Object.entries(value).filter(([, v]) => v !== undefined)) as T;
}
