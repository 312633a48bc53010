/** One part of a multipart mail. */
export interface MailPart {
  type: string;
  name?: string;
  disposition?: 'attachment' | 'inline';
  id?: string;
  data: Uint8Array | string;
}

const wrapped = (data: Uint8Array | string) =>
  Buffer.from(data as Uint8Array)
    .toString('base64')
    .replace(/.{76}/g, '$&\r\n');

function partText({ type, name, disposition, id, data }: MailPart): string {
  return [
    `Content-Type: ${type}`,
    `Content-Transfer-Encoding: ${type === 'message/rfc822' ? '7bit' : 'base64'}`,
    ...(id ? [`Content-ID: <${id}>`] : []),
    ...(disposition || name
      ? [`Content-Disposition: ${disposition ?? 'attachment'}${name ? `; filename="${name}"` : ''}`]
      : []),
    '',
    // Encoded anew at each level, a mail in a mail in a mail would outgrow any string.
    type === 'message/rfc822' ? Buffer.from(data as Uint8Array).toString('latin1') : wrapped(data),
  ].join('\r\n');
}

/** A mail with these parts, as bytes. */
export function makeMail(parts: MailPart[], headers: Record<string, string> = {}): Buffer {
  const all = {
    From: '=?utf-8?q?L=C3=A9a_Quintavalle?= <lea.quintavalle@example.com>',
    To: 'recrutement@example.org',
    Subject: 'Candidature au poste de comptable',
    Date: 'Tue, 03 Mar 2026 09:15:00 +0100',
    'Message-ID': '<a1b2c3@example.com>',
    'MIME-Version': '1.0',
    ...headers,
  };
  const head = Object.entries(all).map(([name, value]) => `${name}: ${value}`);
  const texts = parts.map(partText);
  const mark = `frontier${texts.join('').length}`;
  const body = texts.map((text) => `--${mark}\r\n${text}\r\n`).join('');
  const type = `Content-Type: multipart/mixed; boundary="${mark}"`;
  return Buffer.from(`${head.join('\r\n')}\r\n${type}\r\n\r\n${body}--${mark}--\r\n`);
}

export const letter = (text: string): MailPart => ({ type: 'text/plain; charset=utf-8', data: text });
