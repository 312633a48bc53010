import { parsePhoneNumberFromString } from 'libphonenumber-js';
import type { Profile } from '../profile';
import type { Secrets } from './secrets';
import type { IdentityKind } from './tables';

export interface IdentityKey {
  kind: IdentityKind;
  hash: Buffer;
  /** The same value's hash by the keys that a rotation has not finished with. */
  older: Buffer[];
}

/** SHA-256 in hex of a file's bytes and of its text, as far as they are known. */
export interface FileHashes {
  file: string | null;
  text: string | null;
}

/**
 * What this person may be recognised by later, in the order in which it is believed. Only the CV's own first e-mail and phone count:
 * the others are often a referee's or a former employer's, and would merge two people.
 */
export function identityKeys(secrets: Secrets, profile: Profile, hashes: FileHashes): IdentityKey[] {
  const email = profile.contact.email && normaliseEmail(profile.contact.email);
  const phone = profile.contact.phone && normalisePhone(profile.contact.phone);
  const keys: IdentityKey[] = [];
  if (email) keys.push(identityKey(secrets, 'email', email));
  if (phone) keys.push(identityKey(secrets, 'phone', phone));
  return [...keys, ...fileKeys(secrets, hashes)];
}

export function fileKeys(secrets: Secrets, { file, text }: FileHashes): IdentityKey[] {
  const keys: IdentityKey[] = [];
  if (file) keys.push(identityKey(secrets, 'file', file));
  if (text) keys.push(identityKey(secrets, 'text', text));
  return keys;
}

export function identityKey(secrets: Secrets, kind: IdentityKind, normalised: string): IdentityKey {
  return {
    kind,
    hash: secrets.fingerprint(kind, normalised),
    older: secrets.olderFingerprints(kind, normalised),
  };
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

/** Spellings that sound alike in French and English, applied in this order to a name without accents. */
const SOUNDS: [RegExp, string][] = [
  [/ph/g, 'f'],
  [/th/g, 't'],
  [/ch/g, '0'],
  [/c(?=[eiy])/g, 's'],
  [/ck|cq|qu?|c/g, 'k'],
  [/h/g, ''],
  [/0/g, 'ch'],
  [/z/g, 's'],
  [/y/g, 'i'],
  [/eau|au/g, 'o'],
  [/w/g, 'v'],
  [/(.)\1+/g, '$1'],
  [/(?<=..)(?:e|s|t|d|x)+$/g, ''],
];

/**
 * A name as it sounds, whatever the order of its words: « DUPONT Sophie » and "Sofie Dupond" are one. For hashing: the sound itself is
 * never stored. Null when fewer than two words are known: a first name alone tells nobody apart.
 */
export function soundOfName(fullName: string | null): string | null {
  const words = (fullName ?? '')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/\p{L}{2,}/gu);
  if (!words || words.length < 2) return null;
  const sounds = words.map((word) => SOUNDS.reduce((sound, [pattern, by]) => sound.replace(pattern, by), word));
  return sounds.sort().join(' ');
}
