import { currentLocale } from '../../errors';
import type { SetAside } from './types';

/** An address that can't exist, for a note that nobody sent (RFC 2606). */
const NOBODY = 'vivier@vivier.invalid';

const words = {
  en: {
    subject: 'Set aside by Vivier: read by a person, please',
    about: 'The message to which this note answers was not handled:',
    next: 'What to do:',
  },
  fr: {
    subject: 'Mis de côté par Vivier : à lire par une personne',
    about: 'Le message auquel cette note répond n’a pas été traité :',
    next: 'Que faire :',
  },
};

/** A note that is put beside a message set aside, as an answer to it, so that every mail program shows the reason with the message. */
export function setAsideNote({ error, info }: SetAside, at: Date): Buffer {
  const said = words[currentLocale()];
  const reference = info.messageId?.replace(/[^\x21-\x7e]/g, '');
  const body = `${said.about}\n\n${error.message}\n\n${said.next}\n${error.hint}\n`;
  const encoded = Buffer.from(body, 'utf8')
    .toString('base64')
    .replace(/(.{76})/g, '$1\r\n');
  const head = [
    `From: Vivier <${NOBODY}>`,
    `To: <${NOBODY}>`,
    `Subject: =?UTF-8?B?${Buffer.from(said.subject, 'utf8').toString('base64')}?=`,
    `Date: ${at.toUTCString().replace('GMT', '+0000')}`,
    ...(reference ? [`In-Reply-To: ${reference}`, `References: ${reference}`] : []),
    'Auto-Submitted: auto-generated',
    `X-Vivier-Reason: ${error.code}`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    'Content-Transfer-Encoding: base64',
  ];
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${encoded}\r\n`, 'latin1');
}
