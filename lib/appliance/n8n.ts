import { z } from 'zod';

const CALL_MS = 90_000;

export class N8nRefused extends Error {
  constructor(
    readonly status: number,
    readonly path: string,
  ) {
    super(`n8n answered ${status} to ${path}`);
  }
}

/** A session of a person in n8n's own interface, which is pinned with n8n itself. */
export interface N8nSession {
  call: (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<unknown>;
}

interface Account {
  email: string;
  password: string;
  mfaCode?: string;
}

/** @throws N8nRefused 401 when the account is not known, 403 when it is not the owner's or an administrator's. */
export async function logIn(url: string, { email, password, mfaCode }: Account): Promise<N8nSession> {
  const body = { emailOrLdapLoginId: email, password, ...(mfaCode && { mfaCode }) };
  const response = await send(url, 'POST', '/login', body, '');
  const { data } = z.object({ data: z.object({ role: z.string().optional() }) }).parse(await response.json());
  if (!['global:owner', 'global:admin'].includes(data.role ?? '')) throw new N8nRefused(403, '/login');
  const cookie = response.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ');
  return {
    call: async (method, path, sent) => {
      const text = await (await send(url, method, path, sent, cookie)).text();
      return text ? (JSON.parse(text) as { data: unknown }).data : undefined;
    },
  };
}

async function send(url: string, method: string, path: string, body: unknown, cookie: string): Promise<Response> {
  const response = await fetch(`${url}/rest${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    body: body === undefined ? undefined : JSON.stringify(body),
    signal: AbortSignal.timeout(CALL_MS),
  });
  if (!response.ok) throw new N8nRefused(response.status, path);
  return response;
}
