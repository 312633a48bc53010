import { createHash } from 'node:crypto';
import type { Address, Email } from 'postal-mime';
import { boardOf, documentHost } from './senders';
import { withTextFiles } from '../../extract';
import { originalOf } from './forwarded';
import type { MailAddress, MailInfo, MailLink } from './types';

/** MIME parts inside each other, and bytes of headers: as CV Extract's own limits. */
const DEEPEST_MIME = 100;
const MOST_HEADER_BYTES = 1024 * 1024;
const MOST_LINKS = 50;
const MOST_ATTACHMENTS = 200;
/** Letters of a text that are looked through for links and forwarded heads. */
const MOST_TEXT = 200_000;
const LONGEST_LINE = 500;

export type Described = Omit<MailInfo, 'folder' | 'uid' | 'attempt' | 'handledBefore' | 'receivedAt' | 'bytes'>;

/**
 * What a message says about itself: who, when, what kind, its attachments by hash, its links. Nothing is fetched. A message whose MIME can't be read gives empty
 * values: CV Extract says what is wrong with it.
 */
export async function describeMail(source: Uint8Array): Promise<Described> {
  const { default: PostalMime } = await import('postal-mime');
  const parse = (data: Uint8Array) =>
    PostalMime.parse(withTextFiles(data), {
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_MIME,
      maxHeadersSize: MOST_HEADER_BYTES,
    });
  try {
    const email = await parse(source);
    const inside = email.attachments.find(({ mimeType }) => mimeType === 'message/rfc822')?.content;
    const passedOn = inside && typeof inside !== 'string' ? await parse(new Uint8Array(inside)) : null;
    return fromEmail(email, passedOn);
  } catch {
    return fromEmail({ headers: [], headerLines: [], attachments: [] }, null);
  }
}

function fromEmail(email: Email, passedOn: Email | null): Described {
  const header = (name: string) => email.headers.find(({ key }) => key === name)?.value ?? '';
  const html = (email.html ?? '').slice(0, MOST_TEXT);
  const text = (email.text ?? textOf(html)).slice(0, MOST_TEXT);
  const from = addressOf(email.from ?? email.sender);
  const replyTo = addressOf(email.replyTo?.[0]);
  const subject = line(email.subject);
  const board = boardOf(from?.address ?? '');
  const original = board ? null : (writerOf(passedOn) ?? originalOf(text, subject ?? ''));
  const kind = isAutomatic(header, from) ? 'automatic' : board ? 'board' : original ? 'forwarded' : 'direct';
  return {
    messageId: line(email.messageId),
    from,
    to: (email.to ?? []).flatMap((one) => addressOf(one)?.address ?? []).slice(0, 20),
    subject,
    date: isoDate(email.date),
    kind,
    ...(board && { board }),
    ...(original && { original }),
    answerTo: answerTo(kind, from, replyTo, original),
    attachments: email.attachments
      .slice(0, MOST_ATTACHMENTS)
      .map(({ content, disposition, filename, mimeType, related }) => {
        const data = typeof content === 'string' ? Buffer.from(content, 'utf8') : new Uint8Array(content);
        return {
          fileName: line(filename) ?? (mimeType === 'message/rfc822' ? 'message.eml' : ''),
          mimeType,
          bytes: data.length,
          sha256: createHash('sha256').update(data).digest('hex'),
          inline: disposition === 'inline' || related === true,
        };
      }),
    links: linksOf(html, text),
  };
}

/** Who wrote a mail that lies in another one. */
function writerOf(passedOn: Email | null): MailInfo['original'] | null {
  if (!passedOn) return null;
  const subject = line(passedOn.subject);
  return { ...addressOf(passedOn.replyTo?.[0] ?? passedOn.from ?? passedOn.sender), ...(subject && { subject }) };
}

/** Machines' mail must never be answered, or two machines write to each other for ever (RFC 3834). */
function isAutomatic(header: (name: string) => string, from: MailAddress | null): boolean {
  const submitted = header('auto-submitted').trim().toLowerCase();
  if (submitted !== '' && submitted !== 'no') return true;
  if (/^(?:bulk|junk|list|auto_reply)$/i.test(header('precedence').trim())) return true;
  if (header('return-path').trim() === '<>' || header('x-autoreply') !== '' || header('list-id') !== '') return true;
  return /^(?:mailer-daemon|postmaster)@/i.test(from?.address ?? '');
}

const NOBODY =
  /(?:^|[._+-])(?:no-?reply|do-?not-?reply|ne-?pas-?repondre|nepasrepondre|notifications?|mailer-daemon)(?:[._+@-]|$)/i;

function answerTo(
  kind: MailInfo['kind'],
  from: MailAddress | null,
  replyTo: MailAddress | null,
  original: MailInfo['original'] | null,
): string | null {
  const chosen = {
    automatic: undefined,
    // The site's own address is nobody's; where it names the candidate's, that one is.
    board: replyTo?.address === from?.address ? undefined : replyTo?.address,
    forwarded: original?.address,
    direct: replyTo?.address ?? from?.address,
  }[kind];
  return chosen && /^[^\s@<>,;"]+@[^\s@<>,;"]+$/.test(chosen) && !NOBODY.test(chosen) ? chosen : null;
}

function addressOf(address: Address | undefined): MailAddress | null {
  const one = address?.group ? address.group[0] : address;
  const [name, mail] = [line(one?.name), line(one?.address)];
  return name || mail ? { ...(name && { name }), ...(mail && { address: mail }) } : null;
}

function linksOf(html: string, text: string): MailLink[] {
  const found = new Map<string, MailLink>();
  const add = (raw: string, words?: string) => {
    const url = raw.replace(/&amp;/g, '&').replace(/[.,;:!?)\]]+$/, '');
    if (!URL.canParse(url) || url.length > 2000 || found.size >= MOST_LINKS || found.has(url)) return;
    const shown = line(words && textOf(words));
    found.set(url, { url, ...(shown && shown !== url && { text: shown }), document: documentHost(url) });
  };
  for (const [, , url, words] of html.matchAll(
    /<a\s[^>]{0,500}?href\s*=\s*(["'])(https?:\/\/[^"'\s<>]{1,2000})\1[^>]{0,500}>([^<]{0,200})/gi,
  ))
    add(url, words);
  for (const [url] of text.matchAll(/https?:\/\/[^\s<>"']{1,2000}/gi)) add(url);
  return [...found.values()];
}

const textOf = (html: string) =>
  html
    .replace(/<br\s*\/?>|<\/(?:p|div|tr|h\d)>/gi, '\n')
    .replace(/<[^<>]{0,5000}>/g, ' ')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&amp;/g, '&');

/** One line without control characters, of a length that no honest one exceeds; null for nothing. */
export function line(value: string | null | undefined): string | null {
  const text = (value ?? '').replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ').trim();
  return text === '' ? null : [...text].slice(0, LONGEST_LINE).join('');
}

/** ISO 8601; null for what is no date, or lies outside the time of e-mail. */
export function isoDate(value: string | Date | undefined): string | null {
  const date = new Date(value ?? '');
  const year = date.getUTCFullYear();
  return year >= 1985 && year <= 2100 ? date.toISOString() : null;
}
