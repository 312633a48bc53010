import { createHmac, timingSafeEqual } from 'node:crypto';
import { VivierError } from '../errors';

/** Of the Standard Webhooks specification (github.com/standard-webhooks/standard-webhooks). It asks for 24 bytes; its own example has 18. */
const PREFIX = 'whsec_';
const LEAST_BYTES = 16;

/** @throws VivierError `invalid-input` */
function bytesOf(secret: string): Buffer {
  const text = secret.trim();
  const base64 = text.startsWith(PREFIX) ? text.slice(PREFIX.length) : text;
  const bytes = Buffer.from(base64, 'base64');
  if (bytes.length >= LEAST_BYTES && /^[A-Za-z0-9+/]+={0,2}$/.test(base64)) return bytes;
  throw new VivierError('invalid-input', { what: 'Vivier Webhook: Secret', reason: 'whsec_ + base64, ≥ 16 bytes' });
}

export interface Message {
  /** The same whenever the same event is sent again. */
  id: string;
  /** Seconds since 1970. */
  timestamp: number;
  body: string;
}

/** The three headers that a receiver checks with any library for Standard Webhooks. */
export function signedHeaders(secret: string, { id, timestamp, body }: Message): Record<string, string> {
  const signature = createHmac('sha256', bytesOf(secret)).update(`${id}.${timestamp}.${body}`).digest('base64');
  return { 'webhook-id': id, 'webhook-timestamp': String(timestamp), 'webhook-signature': `v1,${signature}` };
}

/** What a receiver does; several signatures may stand in the header while a secret is replaced. */
export function isSigned(secret: string, message: Message, header: string): boolean {
  const expected = Buffer.from(signedHeaders(secret, message)['webhook-signature']);
  return header.split(' ').some((one) => {
    const given = Buffer.from(one);
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}
