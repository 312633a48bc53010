import type { ImapFlow } from 'imapflow';
import { toVivierError, VivierError } from '../../errors';
import type { MailboxAccess } from './types';

const CONNECT_MS = 30_000;
/** Servers end an IDLE after 30 minutes (RFC 2177); some routers forget a silent connection after 5. */
const IDLE_MS = 4 * 60_000;
/** A server that says nothing for so long in the middle of a command is gone. */
const SILENCE_MS = 2 * 60_000;

/**
 * A connection that is logged in.
 * @throws VivierError `mailbox-unreachable`, `mailbox-login`, `mailbox-tls`
 */
export async function connectMailbox(access: MailboxAccess): Promise<ImapFlow> {
  const { ImapFlow: Client } = await import('imapflow');
  const { host, port, security, user, password, accessToken, ca, verifyCertificate } = access;
  const client = new Client({
    host,
    port,
    secure: security === 'tls',
    ...(security !== 'tls' && { doSTARTTLS: security === 'starttls' }),
    auth: accessToken ? { user, accessToken } : { user, pass: password ?? '' },
    tls: { rejectUnauthorized: verifyCertificate, ...(ca && { ca }) },
    logger: false,
    connectionTimeout: CONNECT_MS,
    greetingTimeout: CONNECT_MS,
    socketTimeout: IDLE_MS + SILENCE_MS,
    maxIdleTime: IDLE_MS,
    disableAutoIdle: true,
    clientInfo: { name: 'Vivier' },
  });
  // Without a listener a late error would end the process; `close` follows it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return client;
  } catch (error) {
    client.close();
    throw asMailboxError(error, access);
  }
}

interface ImapError extends Error {
  code?: string;
  authenticationFailed?: boolean;
  serverResponseCode?: string;
  tlsFailed?: boolean;
}

const TLS = /certificate|self.signed|CERT_|SSL|TLS|wrong version|EPROTO/i;

/** What went wrong with a mailbox, in words for people. What the server said is not repeated: it may name people. */
export function asMailboxError(error: unknown, access: Pick<MailboxAccess, 'host' | 'port'>): VivierError {
  if (error instanceof VivierError) return error;
  if (typeof error !== 'object' || error === null || !('message' in error)) return toVivierError(error);
  const { authenticationFailed, code, message, serverResponseCode, tlsFailed } = error as ImapError;
  const what = `${access.host}:${access.port}`;
  const options = { cause: error };
  if (authenticationFailed === true || serverResponseCode === 'AUTHENTICATIONFAILED')
    return new VivierError('mailbox-login', serverResponseCode ? { reason: serverResponseCode } : {}, options);
  if (tlsFailed || TLS.test(`${code ?? ''} ${message}`))
    return new VivierError('mailbox-tls', { what, reason: code }, options);
  return new VivierError('mailbox-unreachable', { what, reason: code }, options);
}
