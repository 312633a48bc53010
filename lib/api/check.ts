import type { z } from 'zod/v4';
import { invalid, VivierError } from '../errors';
import type { ApiKey } from '../pool';
import { readForm, readJson, type RawRequest, type SentFile } from './body';
import type { Endpoint } from './endpoints';

export interface CheckedRequest {
  /** What the address and the body say, checked, with defaults filled in. */
  input: Record<string, unknown>;
  file?: SentFile;
}

/** The field of a form that holds the file. */
export const FILE_FIELD = 'cv';

/** `Authorization: Bearer KEY`, or `X-API-Key: KEY`; null without. */
export function keyIn({ headers }: Pick<RawRequest, 'headers'>): string | null {
  const [, bearer] = /^Bearer\s+(\S+)\s*$/i.exec(String(headers.authorization ?? '')) ?? [];
  const plain = headers['x-api-key'];
  return bearer ?? (typeof plain === 'string' && plain ? plain : null);
}

/** @throws VivierError `role-refused` */
export function requireRole({ role }: Pick<ApiKey, 'role'>, { roles }: Endpoint): void {
  if (!roles.includes(role)) throw new VivierError('role-refused', { what: role, limit: roles.join(', ') });
}

/**
 * What a request says, checked against what the endpoint takes.
 * @param limit bytes of the body
 * @throws VivierError `invalid-input`, `no-file`, `content-type`, `too-large`
 */
export async function checkRequest(
  endpoint: Endpoint,
  request: RawRequest & { query: Record<string, unknown> },
  limit: number,
): Promise<CheckedRequest> {
  if (endpoint.query) return { input: valid(endpoint.query, request.query) };
  if (endpoint.json) return { input: valid(endpoint.json, await readJson(request, limit)) };
  const { fields, files } = await readForm(request, limit);
  const [file, ...others] = files;
  if (!file || file.field !== FILE_FIELD || file.file.data.length === 0) {
    throw invalid(`“${FILE_FIELD}”`, 'a file', 'un fichier');
  }
  if (others.length > 0) {
    throw invalid(`“${FILE_FIELD}”`, 'one file a request', 'un fichier par requête');
  }
  return { input: endpoint.form ? valid(endpoint.form, fields) : fields, file: file.file };
}

/** The value is never told: it may be a person’s. */
function valid(schema: z.ZodType, value: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(value);
  if (parsed.success) return parsed.data as Record<string, unknown>;
  const [issue] = parsed.error.issues;
  const where = issue.code === 'unrecognized_keys' ? issue.keys.join(', ') : issue.path.join('.');
  throw new VivierError('invalid-input', { what: `“${where.slice(0, 100)}”`, reason: issue.code });
}
