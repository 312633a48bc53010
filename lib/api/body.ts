import { VivierError } from '../errors';

/** A request as Node gives it, so far as it is read here. */
export interface RawRequest extends AsyncIterable<Uint8Array> {
  headers: Record<string, string | string[] | undefined>;
}

export interface SentFile {
  fileName: string;
  mimeType: string;
  data: Buffer;
}

export interface Form {
  fields: Record<string, string>;
  files: { field: string; file: SentFile }[];
}

const MB = 1_000_000;
const tooLarge = (limit: number, actual?: number) =>
  new VivierError('too-large', {
    actual: actual === undefined ? `> ${limit / MB} MB` : `${(actual / MB).toFixed(1)} MB`,
    limit: `${limit / MB} MB`,
  });

export const contentTypeOf = ({ headers }: RawRequest): string => {
  const given = headers['content-type'];
  return (Array.isArray(given) ? given[0] : given) ?? '';
};

/** The whole body. @throws VivierError `too-large` as soon as that is known, `content-type` for a packed one, which could unpack to anything. */
export async function readBody(request: RawRequest, limit: number): Promise<Buffer> {
  const encoding = request.headers['content-encoding'];
  if (encoding && encoding !== 'identity') {
    throw new VivierError('content-type', { actual: String(encoding), limit: 'content-encoding: identity' });
  }
  const announced = Number(request.headers['content-length'] ?? 0);
  if (announced > limit) throw tooLarge(limit, announced);
  const parts: Uint8Array[] = [];
  let bytes = 0;
  for await (const part of request) {
    bytes += part.length;
    if (bytes > limit) throw tooLarge(limit);
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** @throws VivierError `content-type`, `invalid-input`, and what `readBody` throws. */
export async function readJson(request: RawRequest, limit: number): Promise<unknown> {
  const type = contentTypeOf(request);
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type)) {
    throw new VivierError('content-type', { actual: type.slice(0, 100) || undefined, limit: 'application/json' });
  }
  const text = new TextDecoder('utf-8').decode(await readBody(request, limit));
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new VivierError('invalid-input', { what: 'JSON' }, { cause: error });
  }
}

/** @throws VivierError `content-type`, `invalid-input` for a form that breaks off, and what `readBody` throws. */
export async function readForm(request: RawRequest, limit: number): Promise<Form> {
  const type = contentTypeOf(request);
  if (!/^multipart\/form-data\s*;/i.test(type)) {
    throw new VivierError('content-type', { actual: type.slice(0, 100) || undefined, limit: 'multipart/form-data' });
  }
  const body = await readBody(request, limit);
  const form: Form = { fields: {}, files: [] };
  const values: [string, string | File][] = [];
  (await parts(body, type)).forEach((value, field) => values.push([field, value]));
  for (const [field, value] of values) {
    if (typeof value === 'string') form.fields[field] = value;
    else {
      const data = Buffer.from(await value.arrayBuffer());
      form.files.push({ field, file: { fileName: value.name || field, mimeType: value.type, data } });
    }
  }
  return form;
}

/** The fetch standard's own reader of forms, which Node brings. */
async function parts(body: Buffer, type: string) {
  try {
    return await new Response(new Uint8Array(body), { headers: { 'content-type': type } }).formData();
  } catch (error) {
    throw new VivierError('invalid-input', { what: 'multipart/form-data' }, { cause: error });
  }
}
