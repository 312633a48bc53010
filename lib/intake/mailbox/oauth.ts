import { VivierError } from '../../errors';

/** What a credential of OAuth2 holds after somebody signed in with the provider. */
export interface OAuthGrant {
  accessToken: string;
  refreshToken?: string;
  /** Where a refresh token is exchanged (RFC 6749, 6). */
  tokenUrl?: string;
  clientId?: string;
  clientSecret?: string;
  scope?: string;
}

const TIMEOUT_MS = 30_000;
/** Before the end of its time a token is renewed. */
const MARGIN_S = 120;

/**
 * Keeps an access token fresh: mail servers want a new one about every hour. Without a refresh token the one that is there is used.
 * @returns a function that gives a token to log in with. It throws VivierError `mailbox-login`, `mailbox-unreachable`.
 */
export function tokenSource(now: () => number = Date.now): (grant: OAuthGrant) => Promise<string> {
  let known: { from: string; token: string; until: number } | null = null;
  return async (grant) => {
    const { accessToken, clientId, clientSecret, refreshToken, scope, tokenUrl } = grant;
    if (!refreshToken || !tokenUrl) return accessToken;
    if (known && known.from === refreshToken && known.until > now()) return known.token;
    const body = new URLSearchParams({ grant_type: 'refresh_token', refresh_token: refreshToken });
    for (const [name, value] of Object.entries({ client_id: clientId, client_secret: clientSecret, scope }))
      if (value) body.set(name, value);
    const answer = await post(tokenUrl, body);
    known = { from: refreshToken, token: answer.token, until: now() + (answer.seconds - MARGIN_S) * 1000 };
    return known.token;
  };
}

async function post(url: string, body: URLSearchParams): Promise<{ token: string; seconds: number }> {
  let response: Response;
  try {
    response = await fetch(url, { method: 'POST', body, signal: AbortSignal.timeout(TIMEOUT_MS) });
  } catch (error) {
    throw new VivierError('mailbox-unreachable', { what: new URL(url).host, reason: 'OAuth2' }, { cause: error });
  }
  const answer = (await response.json().catch(() => ({}))) as { access_token?: unknown; expires_in?: unknown };
  if (!response.ok || typeof answer.access_token !== 'string')
    throw new VivierError('mailbox-login', { reason: `OAuth2, HTTP ${response.status}` });
  return { token: answer.access_token, seconds: Number(answer.expires_in) || 3600 };
}
