import type { View } from '../types';

/** An original file, always to be kept and never to be shown by the browser: it comes from a stranger. */
export const file: View = {
  async get({ pool, request, member }) {
    const { id = '', document = '' } = request.query;
    const withoutHeld = member.role !== 'administrator';
    const stored = await pool.candidates.viewDocument(id, document, { by: member.name, withoutHeld });
    return {
      status: 200,
      headers: {
        'content-type': 'application/octet-stream',
        'content-disposition': attachment(stored.fileName),
        'content-security-policy': "default-src 'none'; sandbox",
      },
      body: stored.data,
    };
  },
};

/** RFC 6266 with RFC 8187: a plain name for old browsers, the whole one for the others, and no line break in either. */
export function attachment(fileName: string): string {
  const name =
    fileName
      .split(/[/\\]/)
      .at(-1)
      ?.replace(/\p{Cc}|\p{Cf}/gu, '')
      .slice(0, 150) || 'cv';
  const plain = name.normalize('NFKD').replace(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}
