import type { ICredentialDataDecryptedObject, IDataObject, ITriggerFunctions } from 'n8n-workflow';
import { VivierError } from '../../lib/errors';
import { tokenSource, type MailboxAccess } from '../../lib/intake';

export type Authentication = 'vivierImapApi' | 'vivierImapOAuth2Api' | 'imap';

type Credential = ICredentialDataDecryptedObject;
type Token = (data: Credential) => Promise<string>;

const SECURITIES = ['tls', 'starttls', 'none'] as const;

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** The credential as it is now: n8n is asked again before every connection, so that a password that was changed is taken. */
export function accessOf(
  ctx: Pick<ITriggerFunctions, 'getCredentials'>,
  kind: Authentication,
): () => Promise<MailboxAccess> {
  const token = tokens();
  return async () => await mailboxAccess(kind, await ctx.getCredentials<Credential>(kind), token);
}

/** @throws VivierError `invalid-input`, `mailbox-login`, `mailbox-unreachable` */
export async function mailboxAccess(
  kind: Authentication,
  data: Credential,
  token: Token = tokens(),
): Promise<MailboxAccess> {
  const host = text(data.host);
  if (!host) throw new VivierError('invalid-input', { what: 'Host' });
  const common = {
    host,
    port: Number(data.port) || 993,
    user: text(data.user),
    verifyCertificate: data.allowUnauthorizedCerts !== true,
  };
  // n8n's own credential knows only TLS or not.
  if (kind === 'imap') return { ...common, security: data.secure === false ? 'none' : 'tls', password: secret(data) };
  const security = SECURITIES.find((one) => one === data.security) ?? 'tls';
  const server = { ...common, security, ca: text(data.ca) || undefined };
  return kind === 'vivierImapApi'
    ? { ...server, password: secret(data) }
    : { ...server, accessToken: await token(data) };
}

const secret = ({ password }: Credential) => (typeof password === 'string' ? password : '');

function tokens(): Token {
  const source = tokenSource();
  return async (data) => {
    const given = (data.oauthTokenData ?? {}) as IDataObject;
    const accessToken = text(given.access_token);
    if (!accessToken) throw new VivierError('mailbox-login', { reason: 'OAuth2: sign in in the credential first' });
    return await source({
      accessToken,
      refreshToken: text(given.refresh_token) || undefined,
      tokenUrl: text(data.accessTokenUrl) || undefined,
      clientId: text(data.clientId) || undefined,
      clientSecret: text(data.clientSecret) || undefined,
      scope: text(data.scope) || undefined,
    });
  };
}
