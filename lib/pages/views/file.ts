import type { PageAnswer, View } from '../types';

/** An original file, or a letter kept with the person: always to be kept and never to be shown by the browser, since it comes from a stranger. */
export const file: View = {
  async get({ pool, request, member }) {
    const { id = '', document = '', record } = request.query;
    const view = { by: member.name, withoutHeld: member.role !== 'administrator' };
    if (record !== undefined) {
      const { name, data } = await pool.candidates.viewRecord(id, record, view);
      return download(name, data);
    }
    const { fileName, data } = await pool.candidates.viewDocument(id, document, view);
    return download(fileName, data);
  },
};

/** No type of its own, so that no browser runs or draws it. */
const download = (fileName: string, body: Buffer): PageAnswer => ({
  status: 200,
  headers: {
    'content-type': 'application/octet-stream',
    'content-disposition': attachment(fileName),
    'content-security-policy': "default-src 'none'; sandbox",
  },
  body,
});

/** RFC 6266 with RFC 8187: a plain name for old browsers, the whole one for the others, and no line break in either. */
export function attachment(fileName: string): string {
  const name = shownName(fileName);
  const plain = name.normalize('NFKD').replace(/[^\w .-]/g, '_');
  const whole = encodeURIComponent(name.replace(/\p{Surrogate}/gu, '_')).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${whole}`;
}

/** Without a folder, and without the signs that turn the direction of reading: `exe.pdf` is what it says. */
export const shownName = (fileName: string): string =>
  fileName
    .split(/[/\\]/)
    .at(-1)
    ?.replace(/\p{Cc}|\p{Cf}/gu, '')
    .slice(0, 150) || 'cv';
