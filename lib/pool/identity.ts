import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Profile } from '../profile';
import type { Secrets } from './secrets';
import type { IdentityKind } from './tables';

export interface IdentityKey {
  kind: IdentityKind;
  hash: Buffer;
}

/**
 * What this person may be recognised by later, in the order in which it is believed. Only the CV's own first e-mail and phone count:
 * the others are often a referee's or a former employer's, and would merge two people.
 */
export function identityKeys(secrets: Secrets, profile: Profile, fileSha256: string | null): IdentityKey[] {
  const keys: IdentityKey[] = [];
  const email = profile.contact.email && normaliseEmail(profile.contact.email);
  const phone = profile.contact.phone && normalisePhone(profile.contact.phone);
  if (email) keys.push(identityKey(secrets, 'email', email));
  if (phone) keys.push(identityKey(secrets, 'phone', phone));
  if (fileSha256) keys.push(identityKey(secrets, 'file', fileSha256));
  return keys;
}

export function identityKey(secrets: Secrets, kind: IdentityKind, normalised: string): IdentityKey {
  return { kind, hash: secrets.fingerprint(kind, normalised) };
}

/** Null when it is no address. Case never tells two mailboxes apart in practice (RFC 5321, 2.4 allows it to). */
export function normaliseEmail(text: string): string | null {
  const email = text.normalize('NFKC').trim().toLowerCase();
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/u.test(email) ? email : null;
}

/** E.164; a number without a country code is taken for a French one. Null when it is too short to tell people apart. */
export function normalisePhone(text: string): string | null {
  const parsed = parsePhoneNumberFromString(text, 'FR');
  if (parsed?.isPossible()) return parsed.number;
  const digits = text.replace(/\D/g, '');
  return digits.length >= 8 ? digits : null;
}
